/** Reads a sweep file and all that it names, or tells everything that is wrong with it. */
import { statSync } from "node:fs";
import { basename, dirname, resolve } from "node:path";
import { formatProblems, parseSweep, type Sweep, sweepId } from "../../index.ts";
import { codeOf, InputError } from "../errors.ts";
import { version } from "../package.ts";
import { readText } from "../read-text.ts";

export interface OpenSweep {
  readonly sweep: Sweep;
  /** Decided by all that decides the results: see `sweepId`. */
  readonly id: string;
}

/** @param pointsAreChecked true for a plan, whose id says that nothing has changed since they were */
export function openSweep(path: string, pointsAreChecked = false): OpenSweep {
  const load = (name: string): string | undefined => {
    const file = resolve(dirname(path), name);
    try {
      statSync(file);
    } catch (error) {
      if (codeOf(error) === "ENOENT") return undefined;
    }
    return readText(file, name);
  };
  const parsed = parseSweep(readText(path, path), { name: basename(path), load, pointsAreChecked });
  if (!parsed.ok) throw new InputError(formatProblems(path, parsed.problems, "sweep"));
  return { sweep: parsed.sweep, id: sweepId(parsed.sweep, version()) };
}
