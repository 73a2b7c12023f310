/** `caregap sweep`: a scenario at many points, on this machine or cut into shards for a cluster. */
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { type Command, InvalidArgumentError, Option } from "commander";
import { nonEmpty, wholeFrom1To } from "../options.ts";
import { finishSweep, isFolder } from "../sweep/finished.ts";
import { type OpenSweep, openSweep } from "../sweep/open.ts";
import { collectShards, openPlan, runShard, writePlan } from "../sweep/plan.ts";
import { hasResults, writeResults } from "../sweep/results.ts";

export function addSweep(program: Command): void {
  const parent = program
    .command("sweep")
    .description("Run a scenario at many points of its factors, on this machine or on a cluster.");
  addRun(parent);
  addPlan(parent);
  addMerge(parent);
}

const parquetMeans = "write each table as Parquet too";

interface RunFlags {
  readonly out?: string;
  readonly shard?: number;
  readonly workers: number;
  readonly parquet?: boolean;
}

function addRun(parent: Command): void {
  const command = parent
    .command("run")
    .description("Run a sweep. Killed at any moment, the same command goes on where it was, to the same files.")
    .argument("<sweep>", "a sweep file; with --shard, the folder of a plan")
    .option("--out <folder>", "where the results go: points.csv, results.csv, summary.csv, manifest.json", nonEmpty)
    .option("--parquet", parquetMeans)
    .option("--shard <number>", "run this shard of a plan, from 0", shardNumber)
    .addOption(
      new Option("--workers <number>", "threads to use; the results do not depend on it")
        .argParser(wholeFrom1To(1024))
        .default(availableParallelism(), "one for each core"),
    );
  command
    .addHelpText(
      "after",
      `
Examples:
  caregap sweep run capacity.json --out results
  caregap sweep run plan --shard 3`,
    )
    .action(async (path: string, { out, shard, workers, parquet = false }: RunFlags) => {
      if ((out === undefined) === (shard === undefined)) {
        command.error("error: give either '--out <folder>', or '--shard <number>' of a plan");
      }
      if (parquet && out === undefined) command.error("error: option '--parquet' needs '--out <folder>'");
      if (shard === undefined && isFolder(path))
        command.error(
          `error: ${path} is a folder, expected a sweep file; of a plan give '--shard <number>' instead of '--out'`,
        );
      if (shard === undefined) await runWhole(openSweep(path), out!, { workers, parquet });
      else if (await runShard(openPlan(path), shard, workers)) console.log(`Shard ${shard} of ${path} is finished.`);
    });
}

function addPlan(parent: Command): void {
  parent
    .command("plan")
    .description("Write a folder with all that a sweep needs, cut into shards for a cluster, and a script for Slurm.")
    .argument("<sweep>", "a sweep file")
    .requiredOption("--shards <number>", "how many, at most one for each point", wholeFrom1To(100_000))
    .requiredOption("--out <folder>", "the folder to write", nonEmpty)
    .addHelpText(
      "after",
      `
docs/cluster.md tells how to run it with Slurm and with Kubernetes.

Examples:
  caregap sweep plan capacity.json --shards 100 --out plan
  cd plan && sbatch slurm.sh
  caregap sweep merge plan`,
    )
    .action((path: string, { shards, out }: { shards: number; out: string }) => {
      const opened = openSweep(path);
      writePlan(out, opened, shards);
      console.log(`Written to ${out}: ${opened.sweep.points.length} points in ${shards} shards.`);
    });
}

function addMerge(parent: Command): void {
  parent
    .command("merge")
    .description("Put the shards of a plan together. Refuses those that are missing, unfinished or there twice.")
    .argument("<folder>", "the folder of a plan")
    .option("--parquet", parquetMeans)
    .addHelpText(
      "after",
      `
The results go to results/ in that folder, and are those of "caregap sweep run FILE --out", byte for byte.

Examples:
  caregap sweep merge plan`,
    )
    .action(async (folder: string, { parquet = false }: { parquet?: boolean }) => {
      const plan = openPlan(folder);
      const results = join(folder, "results");
      if (hasResults(results, plan.id)) {
        console.log(`${results} has the results of this sweep already.`);
        return;
      }
      await writeResults(results, plan, collectShards(plan), parquet);
      console.log(`Written to ${results}.`);
    });
}

interface WholeRun {
  readonly workers: number;
  readonly parquet: boolean;
}

async function runWhole(opened: OpenSweep, out: string, how: WholeRun): Promise<void> {
  const done = await finishSweep(opened, out, how);
  if (done === "found") console.log(`${out} has the results of this sweep already.`);
  if (done === "run") console.log(`Written to ${out}: ${opened.sweep.points.length} points.`);
}

function shardNumber(text: string): number {
  if (/^\d{1,6}$/.test(text)) return Number(text);
  throw new InvalidArgumentError("Expected a whole number, 0 or more.");
}
