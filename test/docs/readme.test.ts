/** What the documents say is so: links lead somewhere, commands are understood, the tree is that of the folders. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { createProgram } from "../../src/cli/main.ts";
import { useProgram } from "../cli/program.ts";
import { misunderstood } from "./misunderstood.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const read = (file: string): string => readFileSync(join(root, file), "utf8");
const readme = read("README.md");
const blocks = [...readme.matchAll(/^```\w*\n(.*?)^```$/gms)].map((match) => match[1]!);

const documents = ["", "docs", "scenarios", "test"]
  .flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: folder !== "", encoding: "utf8" }).map((file) => join(folder, file)),
  )
  .filter((file) => file.endsWith(".md"));

describe("links", () => {
  test.each(documents)("%s leads to files that exist", (document) => {
    const targets = [...read(document).matchAll(/\]\(([^)\s]+)\)/g)].map((match) => match[1]!.replace(/#.*$/, ""));
    const relative = targets.filter((target) => target !== "" && !/^[a-z]+:/.test(target));
    expect(relative.filter((target) => !existsSync(join(root, dirname(document), target)))).toEqual([]);
  });

  test("the documents that a newcomer looks for are there", () => {
    expect(documents).toEqual(expect.arrayContaining(["README.md", "CHANGELOG.md", join("scenarios", "README.md")]));
  });
});

describe("commands in the README", () => {
  const commands = [...readme.matchAll(/npx caregap ([^`\n]+)/g)].map((match) => match[1]!.trim());

  test.each(commands)("caregap %s is understood", (text) => {
    expect(misunderstood(createProgram(), text.split(/\s+/))).toEqual([]);
  });

  test("there are some, and one with a misspelt option would be seen", () => {
    expect(commands.length).toBeGreaterThan(3);
    expect(misunderstood(createProgram(), ["run", "bristol-2019", "--replicatons", "5"])).toEqual([
      "--replicatons",
      "5",
    ]);
    expect(misunderstood(createProgram(), ["rune", "bristol-2019"])).toEqual(["rune"]);
  });

  test("those for npm are scripts of the package", () => {
    const { scripts } = JSON.parse(read("package.json")) as { scripts: Record<string, string> };
    const named = [...readme.matchAll(/npm (?:run (\S+?)|(start|test))(?=[`\s])/g)].map(
      (match) => match[1] ?? match[2]!,
    );
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
    expect(named).toEqual(expect.arrayContaining(["start", "test", "golden"]));
  });
});

describe("the example in the README", () => {
  const caregap = useProgram();

  test("prints these lines, in this order; … stands for others", async () => {
    const [command, ...lines] = blocks
      .find((block) => block.startsWith("$ npx caregap"))!
      .trimEnd()
      .split("\n");
    const { code, out } = await caregap.run(...command!.replace("$ npx caregap ", "").split(" "));
    expect(code).toBe(0);
    const printed = out.split("\n").map((line) => line.trimEnd());
    let from = 0;
    for (const line of lines.filter((each) => each !== "…")) {
      expect(printed.slice(from)).toContain(line);
      from = printed.indexOf(line, from) + 1;
    }
  });
});

describe("the tree in the README", () => {
  const paths = pathsOf(blocks.find((block) => block.includes("├──"))!);

  test("shows nothing that is not there", () => {
    expect(paths.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });

  test("shows every folder at the top and every part of src", () => {
    const hidden = new Set(["node_modules", "dist", ".git", ".ci"]);
    const folders = (folder: string): string[] =>
      readdirSync(join(root, folder), { withFileTypes: true })
        .filter((entry) => entry.isDirectory() && !hidden.has(entry.name))
        .map((entry) => (folder === "" ? entry.name : `${folder}/${entry.name}`));
    expect([...folders(""), ...folders("src")].filter((folder) => !paths.includes(folder))).toEqual([]);
  });
});

/** The paths of a tree drawn with lines. */
function pathsOf(tree: string): string[] {
  const above: string[] = [];
  return tree
    .trimEnd()
    .split("\n")
    .map((line) => {
      const [, indent, name] = /^([│ ]*)[├└]── (\S+)/.exec(line)!;
      const depth = indent!.length / 4;
      above.splice(depth, Infinity, name!.replace(/\/$/, ""));
      return above.join("/");
    });
}
