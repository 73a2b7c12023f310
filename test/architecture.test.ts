/** What may stand where: who may import whom, what may feed a result, and what lies at the top. Reads the source as a parser does. */
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseSync } from "vite";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));

/** Who may import whom, among the parts of src. A part missing from a row's list is out of bounds for it. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  engine: [],
  scenario: ["engine"],
  records: ["engine"],
  model: ["engine", "scenario", "records"],
  measures: ["engine", "records"],
  experiment: ["engine", "scenario", "records", "model", "measures"],
  index: ["engine", "scenario", "records", "model", "measures", "experiment"],
  cli: ["index"],
};

/** Operations that IEEE 754 or the language rounds correctly: the same bits everywhere. So are constants. The rest is not. */
const exactMath = new Set(
  ["abs", "ceil", "clz32", "floor", "fround", "imul", "max", "min", "round", "sign", "sqrt", "trunc"].map(
    (name) => `Math.${name}`,
  ),
);

/** Clocks and chance that would differ from run to run. */
const neverTheSame = new Set(["Date", "performance", "Math.random", "crypto", "setTimeout", "setInterval"]);

const topLevel = new Set([
  ".ci",
  ".git",
  ".gitignore",
  ".oxfmtrc.json",
  ".oxlintrc.json",
  "CHANGELOG.md",
  "CITATION.cff",
  "LICENSE",
  "README.md",
  "docs",
  "index.html",
  "package-lock.json",
  "package.json",
  "lessons",
  "scenarios",
  "src",
  "test",
  "tsconfig.json",
  "viz",
  "vite.config.ts",
]);
/** Made by tools, and in .gitignore. */
const made = new Set(["node_modules", "dist"]);

const parts = readdirSync(join(root, "src"), { withFileTypes: true })
  .filter((entry) => entry.isDirectory() || entry.name === "index.ts")
  .map((entry) => entry.name.replace(/\.ts$/, ""));

test("every part of src has its row", () => {
  expect(parts.toSorted()).toEqual(Object.keys(mayImport).toSorted());
});

test.each(Object.entries(mayImport))("src/%s imports only from itself and %j", (part, allowed) => {
  const files = sources("src").filter((file) => partOf(file) === part);
  expect(strays(files, (to) => to.startsWith("src/") && ![part, ...allowed].includes(partOf(to)))).toEqual([]);
});

test("nothing in src reaches out of src", () => {
  expect(strays(sources("src"), (to) => !to.startsWith("package:") && !to.startsWith("src/"))).toEqual([]);
});

test("viz knows one doorway, src/index.ts", () => {
  expect(strays(sources("viz"), (to) => to.startsWith("src/") && to !== "src/index.ts")).toEqual([]);
});

test("src runs in a page as well: only the command line imports from Node", () => {
  const files = sources("src").filter((file) => partOf(file) !== "cli");
  expect(strays(files, (to) => to.startsWith("package:node:"))).toEqual([]);
});

test("only operations that are the same to the last bit everywhere feed a result", () => {
  const inexact = (what: string): boolean =>
    what === "**" || (/^Math\.(?![A-Z])/.test(what) && what !== "Math.random" && !exactMath.has(what));
  expect(uses(inexact)).toEqual([]);
});

test("no clock on the wall and no luck but our own decides anything", () => {
  expect(uses((what) => neverTheSame.has(what) || neverTheSame.has(what.split(".")[0]!))).toEqual([]);
});

test("the top level holds what it should and no more", () => {
  const found = readdirSync(root).filter((name) => !made.has(name));
  expect(found.filter((name) => !topLevel.has(name))).toEqual([]);
  expect([...topLevel].filter((name) => !found.includes(name))).toEqual([]);
});

test("a stray of each kind would be seen", () => {
  const text = `
    import { a } from "./a.ts"; // import "./not-this.ts"; Math.sin(1)
    import type { B } from "./b.ts";
    export * from "./c.ts";
    let d: import("./d.ts").D;
    const e = await import("./e.ts"), { sin } = Math, f = globalThis.Math["log"](2 ** a) + Date.now();
    new Worker(new URL("./g.ts", import.meta.url));
    a **= 2 ** -20 + 2 ** 0.5;
    a.performance; ({ Date: "Math.exp" });`;
  const { imported, used } = read("example.ts", text);
  expect(imported).toEqual(["./a.ts", "./b.ts", "./c.ts", "./d.ts", "./e.ts", "./g.ts"]);
  expect(used).toEqual(["Math.sin", "Math.log", "globalThis.Math", "**", "Date.now", "**", "2 ** whole", "**"]);
});

/** Files of source code, as paths from the root. */
function sources(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => `${folder}/${file.replaceAll("\\", "/")}`)
    .toSorted();
}

function partOf(file: string): string {
  return file.split("/")[1]!.replace(/\.ts$/, "");
}

/** Imports that are out of bounds, each as a sentence. Packages are told as `package:name`. */
function strays(files: readonly string[], isStray: (to: string) => boolean): string[] {
  return files.flatMap((file) =>
    contents(file)
      .imported.map((to) => (to.startsWith(".") ? relative(root, resolve(root, dirname(file), to)) : `package:${to}`))
      .filter(isStray)
      .map((to) => `${file} imports ${to}`),
  );
}

/** Uses of what may differ from place to place in src, but for the command line. */
function uses(isStray: (what: string) => boolean): string[] {
  return sources("src")
    .filter((file) => partOf(file) !== "cli")
    .flatMap((file) =>
      contents(file)
        .used.filter(isStray)
        .map((what) => `${file} uses ${what}`),
    );
}

interface Contents {
  /** What is imported: statically, dynamically, as a type, or by a URL relative to the file. */
  readonly imported: readonly string[];
  /** Global objects and what is taken from them, as `Math.log`; and powers, as `**`. */
  readonly used: readonly string[];
}

function contents(file: string): Contents {
  return read(file, readFileSync(join(root, file), "utf8"));
}

/** A node of the syntax tree, of which only these fields matter here. */
interface Syntax {
  readonly type: string;
  readonly [field: string]: unknown;
}

function read(file: string, text: string): Contents {
  const { program, errors } = parseSync(file, text);
  if (errors.length > 0) throw new Error(`${file}: ${errors[0]!.message}`);
  const imported: string[] = [];
  const used: string[] = [];
  visit(program as unknown as Syntax, imported, used);
  return { imported, used };
}

function visit(node: Syntax, imported: string[], used: string[]): void {
  const source = node["source"];
  if (isSyntax(source) && typeof source["value"] === "string") imported.push(source["value"]);
  const target = node["type"] === "NewExpression" && nameOf(node["callee"]) === "URL" ? node["arguments"] : undefined;
  if (Array.isArray(target) && isSyntax(target[0]) && typeof target[0]["value"] === "string") {
    imported.push(target[0]["value"]);
  }
  if (node["operator"] === "**" || node["operator"] === "**=") used.push(isPowerOf2(node) ? "2 ** whole" : "**");
  if (node.type === "MemberExpression") {
    const owner = globalName(node["object"]);
    if (owner !== undefined) used.push(`${owner}.${memberName(node) ?? "?"}`);
  }
  if (node.type === "VariableDeclarator" && isSyntax(node["id"]) && isSyntax(node["init"])) {
    const owner = globalName(node["init"]);
    const properties = node["id"]["properties"];
    if (owner !== undefined && Array.isArray(properties)) {
      for (const property of properties) used.push(`${owner}.${nameOf((property as Syntax)["key"]) ?? "?"}`);
    }
  }
  for (const child of Object.values(node)) {
    for (const inner of Array.isArray(child) ? child : [child]) if (isSyntax(inner)) visit(inner, imported, used);
  }
}

const watched = new Set(["Math", ...neverTheSame, "globalThis"]);

/** A power of two written out as a number, such as 2 ** -20: exact, and constant. */
function isPowerOf2({ left, right }: Syntax): boolean {
  const exponent = isSyntax(right) && right.type === "UnaryExpression" ? right["argument"] : right;
  return isSyntax(left) && left["value"] === 2 && isSyntax(exponent) && Number.isInteger(exponent["value"]);
}

/** `Math` for `Math` and for `globalThis.Math`. */
function globalName(node: unknown): string | undefined {
  const name = nameOf(node);
  if (name !== undefined) return watched.has(name) ? name : undefined;
  if (!isSyntax(node) || node.type !== "MemberExpression" || nameOf(node["object"]) !== "globalThis") return undefined;
  return memberName(node);
}

function memberName({ property, computed }: Syntax): string | undefined {
  if (!computed) return nameOf(property);
  return isSyntax(property) && typeof property["value"] === "string" ? property["value"] : undefined;
}

function nameOf(node: unknown): string | undefined {
  return isSyntax(node) && node.type === "Identifier" ? String(node["name"]) : undefined;
}

function isSyntax(value: unknown): value is Syntax {
  return typeof value === "object" && value !== null && "type" in value;
}
