/** Runs a study and writes what was asked for: the files of `--out`, or none. */
import {
  differencesTable,
  type Judgement,
  levelsTable,
  manifestOf,
  measuresTable,
  type NamedResult,
  PrecisionJudge,
  type PreciseResult,
  type Study,
  type StudyResult,
  summaryTable,
  type Table,
} from "../index.ts";
import { interruptible } from "./interrupt.ts";
import { type EventLog, logFiles, openLog } from "./log/event-log.ts";
import type { StudyOptions } from "./options.ts";
import { manifestName, OutFolder, tableFiles } from "./out-folder.ts";
import { version } from "./package.ts";
import { judgementOf, type PrecisionOptions, runPrecisely } from "./precision.ts";
import type { OpenScenario } from "./scenarios.ts";
import { runInWorkers, studyOf } from "./study.ts";
import { runWithLog } from "./study-with-log.ts";
import { judgementsOf, warnOfWarmUp } from "./warm-up-warning.ts";

export interface Produced {
  /** As it was run: under `--precision` with as many replications as it took. */
  readonly study: Study;
  readonly results: readonly NamedResult[];
  /** What `--precision` reached. */
  readonly precise: PreciseResult | undefined;
}

/** @param command its name and the scenarios it was given, for the manifest */
export async function produce(
  opened: readonly OpenScenario[],
  options: StudyOptions & PrecisionOptions,
  command: readonly [name: string, ...scenarios: string[]],
): Promise<Produced> {
  const judgement = judgementOf(opened, options);
  const names = opened.map(({ name }) => name);
  const scenarios = opened.map(({ scenario }) => scenario);
  const study = studyOf(scenarios, judgement ? { ...options, replications: judgement.rule.maximum } : options);
  const { out, log, parquet = false } = options;
  return interruptible(async (signal) => {
    const run = (events: EventLog | undefined) => runStudy(study, { names, judgement, options, events }, signal);
    if (out === undefined) return warned(await run(undefined));
    const tables = tableNames(opened.length > 1).flatMap((name) => tableFiles(name, parquet));
    const files = [...tables, ...(log ? logFiles({ format: log, parquet }) : []), manifestName];
    const folder = new OutFolder(out, files);
    try {
      const several = opened.length > 1;
      const produced = await run(log ? openLog(folder, { format: log, parquet, several }) : undefined);
      await writeTables(folder, produced.results, parquet, signal);
      const text = commandText(command, { ...options, replications: produced.study.replications });
      const warmUps = judgementsOf(produced.results);
      const manifest = manifestOf(produced.study, names, { version: version(), command: text, files, warmUps });
      await folder.writeFile(manifestName, [`${JSON.stringify(manifest, undefined, 2)}\n`], signal);
      folder.commit();
      return warned(produced);
    } catch (error) {
      folder.discard();
      throw error;
    }
  });
}

function warned(produced: Produced): Produced {
  warnOfWarmUp(produced.results);
  return produced;
}

interface HowToRun {
  readonly names: readonly string[];
  readonly judgement: Judgement | undefined;
  readonly options: StudyOptions;
  /** Takes the log, where one is wanted. */
  readonly events: EventLog | undefined;
}

async function runStudy(study: Study, how: HowToRun, signal: AbortSignal): Promise<Produced> {
  const { names, judgement, options, events } = how;
  const produced = (result: StudyResult, precise?: PreciseResult): Produced => ({
    study: result.study,
    results: result.scenarios.map((each, i) => ({ name: names[i]!, result: each })),
    precise,
  });
  if (events) {
    const judge = judgement && new PrecisionJudge(study.scenarios, judgement);
    const result = await runWithLog(study, names, events, { signal, quiet: options.json === true, judge });
    return produced(result, judge && { result, met: judge.met, reached: judge.reached });
  }
  if (!judgement) return produced(await runInWorkers(study, options, signal));
  const precise = await runPrecisely(study, judgement, options, signal);
  return produced(precise.result, precise);
}

const tableNames = (several: boolean): string[] => [
  "measures",
  "summary",
  ...(several ? ["differences"] : []),
  "levels",
];

async function writeTables(
  folder: OutFolder,
  results: readonly NamedResult[],
  parquet: boolean,
  signal: AbortSignal,
): Promise<void> {
  const [base, ...others] = results;
  const tables: Record<string, Table> = {
    measures: measuresTable(results),
    summary: summaryTable(results),
    differences: differencesTable(base!, others),
    levels: levelsTable(results),
  };
  for (const name of tableNames(others.length > 0)) await folder.writeTable(name, tables[name]!, parquet, signal);
}

/** What to type for the same result: all that decides it, and nothing that does not (workers, where files go). */
function commandText(command: readonly string[], options: StudyOptions): string {
  const { replications, seed, executive, log, parquet } = options;
  const flags = ["--replications", `${replications}`, "--seed", seed, "--executive", executive];
  const words = [
    "caregap",
    ...command,
    ...flags,
    ...(log ? ["--log", ...(log === "csv" ? [] : [log])] : []),
    ...(parquet ? ["--parquet"] : []),
  ];
  return words.map((word) => (/^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`)).join(" ");
}
