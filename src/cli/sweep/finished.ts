/** Runs a sweep to its end into a folder, going on where it was, or finds it finished there; and reads it back. */
import { existsSync, mkdirSync, rmSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { type FinishedSweep, formatProblems, readFinishedSweep } from "../../index.ts";
import { InputError, reasonOf } from "../errors.ts";
import { manifestName } from "../out-folder.ts";
import { readText } from "../read-text.ts";
import { JournalFile, readJournalFile } from "./journal-file.ts";
import { warnOfSweep } from "../warm-up-warning.ts";
import type { OpenSweep } from "./open.ts";
import { hasOthers, hasResults, writeResults } from "./results.ts";
import { workOn } from "./work.ts";

export interface HowToFinish {
  readonly workers: number;
  /** Whether tables are wanted as Parquet too. */
  readonly parquet?: boolean;
}

/** What became of a sweep: false when it was interrupted, which has then been said. */
export async function finishSweep(
  opened: OpenSweep,
  out: string,
  { workers, parquet = false }: HowToFinish,
): Promise<"found" | "run" | false> {
  const path = `${out.replace(/[/\\]+$/, "")}.journal`;
  if (hasResults(out, opened.id)) {
    rmSync(path, { force: true });
    return "found";
  }
  // Told at the start rather than after hours of work; without a journal, tables are those of somebody else.
  if (hasOthers(out) || (!existsSync(path) && existsSync(join(out, "results.csv")))) {
    throw new InputError(`${out} is not empty. Choose another folder, or remove this one.`);
  }
  const { finished } = readJournalFile(path, opened.id);
  try {
    mkdirSync(dirname(path), { recursive: true });
  } catch (error) {
    throw new InputError(`cannot write to ${out}: ${reasonOf(error)}`);
  }
  if (!(await workOn(opened.sweep, { finished, journal: new JournalFile(path, opened.id), workers }))) return false;
  await writeResults(out, opened, finished, parquet);
  rmSync(path, { force: true });
  await warnOfSweep(opened.sweep, workers);
  return "run";
}

/** A finished sweep in a folder. Throws an `InputError` that tells everything that is wrong with its files. */
export function readSweepFolder(folder: string): FinishedSweep {
  const text = (name: string): string => readText(join(folder, name), join(folder, name));
  const read = readFinishedSweep({
    manifest: text(manifestName),
    points: text("points.csv"),
    results: text("results.csv"),
  });
  if (read.ok) return read.sweep;
  throw new InputError(formatProblems(folder, read.problems).replace("a usable scenario", "a finished sweep"));
}

export function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
