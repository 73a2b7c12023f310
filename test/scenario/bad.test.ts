/** A corpus of files with something wrong; beside each what its author is told. `UPDATE=1` writes that anew. */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { formatProblems, parseScenario } from "../../src/scenario/parse.ts";
import { inFolder } from "./files.ts";

const FOLDER = "test/scenario/bad";
/** Files that are not even JSON are called `.not-json`, so that formatters leave them alone. */
const FILES = readdirSync(FOLDER).filter((file) => /\.(json|not-json)$/.test(file));

test("there are broken scenarios of many kinds", () => {
  expect(FILES.length).toBeGreaterThan(80);
});

test.each(FILES)("%s is refused, saying where, what was expected and what was found", (file) => {
  const parsed = parseScenario(readFileSync(`${FOLDER}/${file}`, "utf8"), inFolder(FOLDER, file));
  const told = parsed.ok ? "accepted" : formatProblems(file, parsed.problems);
  const expected = `${FOLDER}/${file.replace(/\.[a-z-]+$/, ".txt")}`;
  if (process.env["UPDATE"] === "1") writeFileSync(expected, `${told}\n`);
  expect(told).not.toBe("accepted");
  expect(`${told}\n`).toBe(readFileSync(expected, "utf8"));
});

test("no broken scenario leaves anything behind in JavaScript's own objects", () => {
  expect(Object.keys(Object.prototype)).toEqual([]);
  expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
});
