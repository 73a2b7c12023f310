/** Reads the scenarios of the tests from their folders. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Context } from "../../src/scenario/parse.ts";

/** A scenario called `name`, with other files read from `folder`. */
export function inFolder(folder: string, name: string): Context {
  return {
    name,
    load: (path) => (existsSync(join(folder, path)) ? readFileSync(join(folder, path), "utf8") : undefined),
  };
}

/** Other files are those of `files`, by their names. */
export function withFiles(files: Readonly<Record<string, string>>, name = "clinic.json"): Context {
  return { name, load: (path) => (Object.hasOwn(files, path) ? files[path] : undefined) };
}
