/** The files of a finished sweep. They depend on the sweep alone: not on shards, workers, or how often it was stopped. */
import {
  type Finished,
  type Sweep,
  sweepPointsTable,
  sweepResultsTable,
  sweepSummaryTable,
  type Table,
} from "../../index.ts";
import { existsSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { codeOf, InputError, reasonOf } from "../errors.ts";
import { interruptible } from "../interrupt.ts";
import { manifestName, OutFolder, tableFiles } from "../out-folder.ts";
import { version } from "../package.ts";
import { readText } from "../read-text.ts";
import type { OpenSweep } from "./open.ts";

/** All that a sweep can leave. */
const files = [...["points", "results", "summary"].flatMap((name) => tableFiles(name, true)), manifestName];

/** @param parquet whether each table is wanted as Parquet too */
export async function writeResults(
  path: string,
  { sweep, id }: OpenSweep,
  finished: Finished,
  parquet: boolean,
): Promise<void> {
  const tables: Record<string, Table> = {
    points: sweepPointsTable(sweep),
    results: sweepResultsTable(sweep, finished),
    summary: sweepSummaryTable(sweep, finished),
  };
  const written = [...Object.keys(tables).flatMap((name) => tableFiles(name, parquet)), manifestName];
  clearRemains(path);
  await interruptible(async (signal) => {
    const folder = new OutFolder(path, written);
    try {
      for (const [name, table] of Object.entries(tables)) await folder.writeTable(name, table, parquet, signal);
      const manifest = manifestOf(sweep, id, written);
      await folder.writeFile(manifestName, [`${JSON.stringify(manifest, undefined, 2)}\n`], signal);
      folder.commit();
    } catch (error) {
      folder.discard();
      throw error;
    }
  });
}

/** Whether the folder has the results of the sweep with this id. The manifest is the last file to come. */
export function hasResults(path: string, id: string): boolean {
  const manifest = join(path, manifestName);
  return existsSync(manifest) && readText(manifest, manifest).includes(`"sweep_sha256": "${id}"`);
}

/** Removes what a program has left that was killed while it wrote its results: drafts, and files without a manifest. */
function clearRemains(path: string): void {
  const present = namesIn(path);
  if (present.includes(manifestName)) return;
  for (const name of present.filter(isRemains)) rmSync(join(path, name), { recursive: true, force: true });
}

/** Whether there is anything in the folder that no sweep left there. */
export const hasOthers = (path: string): boolean => namesIn(path).some((name) => !isRemains(name));

const isRemains = (name: string): boolean =>
  name.startsWith(".caregap-") || (files.includes(name) && name !== manifestName);

function namesIn(path: string): string[] {
  try {
    return readdirSync(path);
  } catch (error) {
    if (codeOf(error) === "ENOENT") return [];
    throw new InputError(`cannot write to ${path}: ${reasonOf(error)}`);
  }
}

/** Why the manifest does not judge the warm-up: the same for every sweep, since shards must give the same files. */
const untold = "a sweep keeps no counts over time of its runs; caregap run of the scenario judges its warm-up";

const manifestOf = (sweep: Sweep, id: string, written: readonly string[]) => ({
  made_by: "caregap",
  version: version(),
  title: sweep.title,
  sweep_sha256: id,
  seed: sweep.seed,
  executive: sweep.executive,
  replications: sweep.replications,
  points: sweep.points.length,
  design: sweep.design,
  factors: sweep.factors.map(({ name, paths }) => ({ name, path: paths.length === 1 ? paths[0]! : paths })),
  measures: sweep.measures,
  scenarios: sweep.scenarios.map(({ name, source }) => ({ name, scenario: source, warm_up: { untold } })),
  files: written,
});
