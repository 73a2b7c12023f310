/** Scenarios of the tests: the shipped baseline, made small, with a change. */
import { readFileSync } from "node:fs";
import { figureKeys, replicate } from "../../src/experiment/replication.ts";
import { keyText } from "../../src/measures/key.ts";
import { type ExecutiveName, runOnce } from "../../src/model/run.ts";
import { type Block, Kind, kindNames, type Reader } from "../../src/records/log.ts";
import { formatProblems, parseAnyScenario } from "../../src/scenario/parse.ts";
import type { PathwayScenario } from "../../src/scenario/pathway/types.ts";
import { inFolder } from "../scenario/files.ts";

export const baselineText = readFileSync("scenarios/baseline.json", "utf8");

const variant = (change: object): string =>
  JSON.stringify({ format: 1, kind: "pathway", extends: "baseline.json", title: "A test", change });

/** What is wrong with the baseline once it is changed so, as its author is told. */
export function problemsOf(change: object): string {
  const parsed = parseAnyScenario(variant(change), inFolder("scenarios", "test.json"));
  return parsed.ok ? "" : formatProblems("test.json", parsed.problems);
}

/** The baseline with a change; a plain number replaces the value of a parameter. */
export function changed(change: object): PathwayScenario {
  const parsed = parseAnyScenario(variant(change), inFolder("scenarios", "test.json"));
  if (!parsed.ok) throw new Error(formatProblems("test.json", parsed.problems));
  if (parsed.scenario.kind !== "pathway") throw new Error("not a pathway");
  return parsed.scenario;
}

/** The same, in a short run. */
export const brief = (change: object = {}): PathwayScenario => changed({ warm_up_days: 180, run_days: 365, ...change });

/** A value for a parameter beyond the range of the evidence. */
export const wide = (value: number): object => ({ value, low: -1e6, high: 1e6 });

export interface Row {
  readonly at: number;
  readonly kind: keyof typeof Kind;
  readonly person: number;
  readonly place: number;
  readonly group: number;
  readonly detail: number;
}

export class Rows implements Reader {
  readonly rows: Row[] = [];

  read({ rows, at, kind, person, place, group, detail }: Block): void {
    for (let i = 0; i < rows; i++) {
      const row = { at: at[i]!, kind: kindNames[kind[i]!]!, person: person[i]!, place: place[i]!, group: group[i]! };
      this.rows.push({ ...row, detail: detail[i]! });
    }
  }

  end(): void {}
}

export async function rowsOf(
  scenario: PathwayScenario,
  executive: ExecutiveName = "fast",
  replication = 0,
): Promise<Row[]> {
  const reader = new Rows();
  await runOnce(scenario, { seed: "tests", replication, executive }, [reader]);
  return reader.rows;
}

export type Find = (place: string, group: string, measure: string, estimand: string, statistic: string) => number;

/** The figures of one replication. */
export async function figuresOf(scenario: PathwayScenario, replication = 0): Promise<Find> {
  const keys = figureKeys(scenario);
  const { values } = await replicate(scenario, { seed: "tests", replication, executive: "fast" });
  const found = new Map(keys.map((key, i) => [keyText(key), values[i]!]));
  const window = scenario.windows[0]!.name;
  return (...names) => {
    const value = found.get([window, ...names].join("\u001f"));
    if (value === undefined) throw new Error(`no figure ${names.join(" | ")}`);
    return value;
  };
}

export const practices = "all practices";
