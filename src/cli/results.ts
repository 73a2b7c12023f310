/** Runs a study and writes what was asked for: the files of `--out`, or none. */
import {
  csvOf,
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
} from "../index.ts";
import { interruptible } from "./interrupt.ts";
import type { StudyOptions } from "./options.ts";
import { manifestName, OutFolder } from "./out-folder.ts";
import { version } from "./package.ts";
import { judgementOf, type PrecisionOptions, runPrecisely } from "./precision.ts";
import type { OpenScenario } from "./scenarios.ts";
import { runInWorkers, studyOf } from "./study.ts";
import { runWithLog } from "./study-with-log.ts";

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
  const { out, log } = options;
  return interruptible(async (signal) => {
    const run = (write: ((lines: string) => void) | undefined) =>
      runStudy(study, { names, judgement, options, write }, signal);
    if (out === undefined) return run(undefined);
    const files = [
      "measures.csv",
      "summary.csv",
      ...(opened.length > 1 ? ["differences.csv"] : []),
      "levels.csv",
      ...(log ? ["events.csv"] : []),
      manifestName,
    ];
    const folder = new OutFolder(out, files);
    try {
      if (log) folder.begin("events.csv");
      const produced = await run(log ? folder.write : undefined);
      await writeTables(folder, produced.results, signal);
      const text = commandText(command, { ...options, replications: produced.study.replications });
      const manifest = manifestOf(produced.study, names, { version: version(), command: text, files });
      await folder.writeFile(manifestName, [`${JSON.stringify(manifest, undefined, 2)}\n`], signal);
      folder.commit();
      return produced;
    } catch (error) {
      folder.discard();
      throw error;
    }
  });
}

interface HowToRun {
  readonly names: readonly string[];
  readonly judgement: Judgement | undefined;
  readonly options: StudyOptions;
  /** Takes the log, where one is wanted. */
  readonly write: ((lines: string) => void) | undefined;
}

async function runStudy(study: Study, how: HowToRun, signal: AbortSignal): Promise<Produced> {
  const { names, judgement, options, write } = how;
  const produced = (result: StudyResult, precise?: PreciseResult): Produced => ({
    study: result.study,
    results: result.scenarios.map((each, i) => ({ name: names[i]!, result: each })),
    precise,
  });
  if (write) {
    const judge = judgement && new PrecisionJudge(study.scenarios, judgement);
    const result = await runWithLog(study, names, write, { signal, quiet: options.json === true, judge });
    return produced(result, judge && { result, met: judge.met, reached: judge.reached });
  }
  if (!judgement) return produced(await runInWorkers(study, options, signal));
  const precise = await runPrecisely(study, judgement, options, signal);
  return produced(precise.result, precise);
}

async function writeTables(folder: OutFolder, results: readonly NamedResult[], signal: AbortSignal): Promise<void> {
  const [base, ...others] = results;
  await folder.writeFile("measures.csv", csvOf(measuresTable(results)), signal);
  await folder.writeFile("summary.csv", csvOf(summaryTable(results)), signal);
  if (others.length > 0) await folder.writeFile("differences.csv", csvOf(differencesTable(base!, others)), signal);
  await folder.writeFile("levels.csv", csvOf(levelsTable(results)), signal);
}

/** What to type for the same result: all that decides it, and nothing that does not (workers, where files go). */
function commandText(command: readonly string[], options: StudyOptions): string {
  const { replications, seed, executive, log } = options;
  const flags = ["--replications", `${replications}`, "--seed", seed, "--executive", executive];
  const words = ["caregap", ...command, ...flags, ...(log ? ["--log"] : [])];
  return words.map((word) => (/^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`)).join(" ");
}
