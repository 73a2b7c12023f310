/** A plan: a folder that holds all a sweep needs, cut into shards that any scheduler can run, each by its number. */
import { existsSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { countRuns, type Finished, type Sweep } from "../../index.ts";
import { InputError, reasonOf } from "../errors.ts";
import { manifestName, OutFolder } from "../out-folder.ts";
import { version } from "../package.ts";
import { JournalFile, readJournalFile } from "./journal-file.ts";
import { type OpenSweep, openSweep } from "./open.ts";
import { slurmScript } from "./slurm.ts";
import { workOn } from "./work.ts";

const journals = "journals";

export function writePlan(path: string, { sweep, id }: OpenSweep, shards: number): void {
  if (shards > countRuns(sweep)) {
    throw new InputError(`${shards} shards are more than the ${countRuns(sweep)} points of the sweep`);
  }
  if (existsSync(join(path, journals))) {
    throw new InputError(`${path} holds a plan that has been begun. Choose another folder, or remove this one.`);
  }
  const scenarios = sweep.scenarios.map(({ source }, i) => [scenarioFile(sweep, i), source] as const);
  const files = {
    ...Object.fromEntries(scenarios),
    "sweep.json": sweepFileOf(sweep),
    [manifestName]: {
      made_by: "caregap",
      version: version(),
      sweep_sha256: id,
      shards,
      files: [...scenarios.map(([file]) => file), "sweep.json", "slurm.sh", manifestName],
    },
  };
  const folder = new OutFolder(path, [...Object.keys(files), "slurm.sh"]);
  try {
    for (const [file, content] of Object.entries(files)) {
      folder.open(file)(`${JSON.stringify(content, undefined, 1)}\n`);
    }
    folder.open("slurm.sh")(slurmScript(shards));
    folder.commit();
  } catch (error) {
    folder.discard();
    throw error;
  }
}

const scenarioFile = ({ scenarios }: Sweep, i: number): string =>
  scenarios.length === 1 ? "scenario.json" : `scenario-${i + 1}.json`;

/** The sweep as a file again, its points listed one by one and its measures by their full names. */
function sweepFileOf(sweep: Sweep) {
  const { title, seed, executive, replications, factors, points, measures, scenarios, design } = sweep;
  return {
    format: 1,
    kind: "sweep",
    title,
    scenarios: scenarios.map(({ name }, i) => ({ file: scenarioFile(sweep, i), name })),
    seed,
    executive,
    ...(typeof replications === "number" ? { replications } : { precision: replications }),
    // The design lists the values; a factor needs some of its own to be one.
    factors: factors.map(({ name, paths }) => ({ name, path: paths, values: ["as listed"] })),
    measures: measures.map(({ unit: _unit, ...names }) => names),
    design: { design: "list", points: points.map((point) => point.map((value) => value ?? null)), as: design },
  };
}

interface Plan extends OpenSweep {
  readonly folder: string;
  readonly shards: number;
}

export function openPlan(folder: string): Plan {
  const shards = shardsOf(folder);
  const opened = openSweep(join(folder, "sweep.json"), true);
  const planned = manifestOf(folder)["sweep_sha256"];
  if (opened.id !== planned) {
    throw new InputError(`${folder} was planned with another version of caregap, or its files have changed since.`);
  }
  return { ...opened, folder, shards };
}

function shardsOf(folder: string): number {
  const { shards } = manifestOf(folder);
  if (typeof shards === "number") return shards;
  throw new InputError(`${folder} holds no plan. Make one with: caregap sweep plan FILE --shards N --out ${folder}`);
}

function manifestOf(folder: string): Record<string, unknown> {
  try {
    return JSON.parse(readFileSync(join(folder, manifestName), "utf8")) as Record<string, unknown>;
  } catch (error) {
    throw new InputError(`cannot read the plan in ${folder}: ${reasonOf(error)}`);
  }
}

/** Runs one shard: the runs whose number leaves `shard` when divided by the number of shards. */
export async function runShard({ folder, shards, sweep, id }: Plan, shard: number, workers: number): Promise<boolean> {
  if (shard >= shards) throw new InputError(`there is no shard ${shard}: the plan has 0 to ${shards - 1}`);
  try {
    mkdirSync(join(folder, journals), { recursive: true });
  } catch (error) {
    throw new InputError(`cannot write to ${folder}: ${reasonOf(error)}`);
  }
  const path = join(folder, journals, nameOf(shard));
  const { finished, shards: marked, ended } = readJournalFile(path, id);
  if (ended) return true;
  const journal = new JournalFile(path, id);
  if (marked.length === 0) journal.mark("shard", shard);
  const all = Array.from({ length: countRuns(sweep) }, (_, run) => run);
  const runs = all.filter((run) => run % shards === shard);
  if (!(await workOn(sweep, { finished, journal, workers, runs }))) return false;
  const last = new JournalFile(path, id);
  last.mark("end", shard);
  last.close();
  return true;
}

const nameOf = (shard: number): string => `shard-${String(shard).padStart(4, "0")}.journal`;

/** What all shards have found. Throws, by name, if one is missing, not finished, or there twice. */
export function collectShards({ folder, shards, id }: Plan): Finished {
  const path = join(folder, journals);
  const files = existsSync(path) ? readdirSync(path).toSorted() : [];
  const found = files.map((file) => ({ file, ...readJournalFile(join(path, file), id) }));
  const faults = Array.from({ length: shards }, (_, shard) => {
    const those = found.filter((journal) => journal.shards.includes(shard));
    if (those.length === 0) return `  shard ${shard} is missing: there is no ${nameOf(shard)}`;
    if (those.length > 1) return `  shard ${shard} is there twice: ${those.map(({ file }) => file).join(" and ")}`;
    return those[0]!.ended ? "" : `  shard ${shard} is not finished: ${those[0]!.file}`;
  }).filter((fault) => fault !== "");
  if (faults.length > 0) {
    const next = `Run those that are missing or not finished with: caregap sweep run ${folder} --shard NUMBER`;
    throw new InputError([`${folder} cannot be merged (${faults.length} to mend):`, ...faults, next].join("\n"));
  }
  const all: Finished = new Map();
  for (const { finished } of found) for (const [run, replications] of finished) all.set(run, replications);
  return all;
}
