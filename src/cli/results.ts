/** Runs a study and writes what was asked for: the files of `--out`, or none. */
import {
  csvOf,
  differencesTable,
  levelsTable,
  manifestOf,
  measuresTable,
  type NamedResult,
  type StudyResult,
  summaryTable,
} from "../index.ts";
import { interruptible } from "./interrupt.ts";
import type { StudyOptions } from "./options.ts";
import { manifestName, OutFolder } from "./out-folder.ts";
import { version } from "./package.ts";
import type { OpenScenario } from "./scenarios.ts";
import { runInWorkers, studyOf } from "./study.ts";
import { runWithLog } from "./study-with-log.ts";

/** @param command what makes the same result again */
export async function produce(
  opened: readonly OpenScenario[],
  options: StudyOptions,
  command: string,
): Promise<NamedResult[]> {
  const study = studyOf(
    opened.map(({ scenario }) => scenario),
    options,
  );
  const names = opened.map(({ name }) => name);
  const named = ({ scenarios }: StudyResult): NamedResult[] =>
    scenarios.map((result, i) => ({ name: names[i]!, result }));
  const { out, log, json } = options;
  return interruptible(async (signal) => {
    if (out === undefined) return named(await runInWorkers(study, options, signal));
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
      const result = log
        ? await runWithLog(study, names, folder.write, { signal, quiet: json === true })
        : await runInWorkers(study, options, signal);
      const results = named(result);
      await writeTables(folder, results, signal);
      const manifest = manifestOf(study, names, { version: version(), command, files });
      await folder.writeFile(manifestName, [`${JSON.stringify(manifest, undefined, 2)}\n`], signal);
      folder.commit();
      return results;
    } catch (error) {
      folder.discard();
      throw error;
    }
  });
}

async function writeTables(folder: OutFolder, results: readonly NamedResult[], signal: AbortSignal): Promise<void> {
  const [base, ...others] = results;
  await folder.writeFile("measures.csv", csvOf(measuresTable(results)), signal);
  await folder.writeFile("summary.csv", csvOf(summaryTable(results)), signal);
  if (others.length > 0) await folder.writeFile("differences.csv", csvOf(differencesTable(base!, others)), signal);
  await folder.writeFile("levels.csv", csvOf(levelsTable(results)), signal);
}

/** What to type for the same result: all that decides it, and nothing that does not (workers, where files go). */
export function commandText(name: string, scenarios: readonly string[], options: StudyOptions): string {
  const { replications, seed, executive, log } = options;
  const flags = ["--replications", `${replications}`, "--seed", seed, "--executive", executive];
  const words = ["caregap", name, ...scenarios, ...flags, ...(log ? ["--log"] : [])];
  return words.map((word) => (/^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`)).join(" ");
}
