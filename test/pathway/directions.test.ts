/**
 * Levers move their measures the way the paper says: each alone, paired over replications, so that only the lever
 * differs. A direction holds when the 95% interval of the mean paired difference (Student's t) lies on its side of zero.
 * docs/directions.md has the sizes: `UPDATE=1 npx vitest run test/pathway/directions.test.ts` writes it anew.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { type Estimate, estimateDifference, figureKeys, keyText, replicate } from "../../src/index.ts";
import { legendOf } from "../../src/model/legend.ts";
import { KeptLog } from "../../src/records/kept-log.ts";
import type { PathwayScenario } from "../../src/scenario/pathway/types.ts";
import { directionsPage, type Found, readPage } from "./directions-page.ts";
import { type Lever, levers, type Measure, type Run } from "./levers.ts";
import { brief } from "./scenarios.ts";

/** All twelve practices, for less long than the baseline: enough for these directions, and quick. */
const short = { warm_up_days: 180, run_days: 545 };
const pairs = 6;
/** A machine that does other things too may take long. */
const patience = 900_000;
const page = "docs/directions.md";

async function runOf(scenario: PathwayScenario, replication: number, needsLogs: boolean): Promise<Run> {
  const log = needsLogs ? new KeptLog() : undefined;
  const settings = { seed: "directions", replication, executive: "fast" } as const;
  const { values } = await replicate(scenario, settings, log ? [log] : []);
  const index = new Map(figureKeys(scenario).map((key, i) => [keyText(key), i]));
  return {
    film: log && { legend: legendOf(scenario), rows: log.rows() },
    find: (...names) => {
      const i = index.get([scenario.windows[0]!.name, ...names].join("\u001f"));
      if (i === undefined) throw new Error(`no figure ${names.join(" | ")}`);
      return values[i]!;
    },
  };
}

/** The baseline itself is the one side of several levers. */
const runsOfBaseline: Run[] = [];
async function baselineRun(scenario: PathwayScenario, replication: number): Promise<Run> {
  return (runsOfBaseline[replication] ??= await runOf(scenario, replication, false));
}

interface Values {
  readonly base: number[];
  readonly lever: number[];
}

/** Both sides of a lever, pair by pair; only the values are kept. */
async function measure({ from, to, needsLogs = false, rises, falls, either }: Lever): Promise<Map<Measure, Values>> {
  const scenarios = [brief({ ...short, ...from }), brief({ ...short, ...to })];
  const measures = [...rises, ...falls, ...either];
  const values = new Map(measures.map((each): [Measure, Values] => [each, { base: [], lever: [] }]));
  for (let replication = 0; replication < pairs; replication++) {
    const isBaseline = from === undefined && !needsLogs;
    const base = await (isBaseline
      ? baselineRun(scenarios[0]!, replication)
      : runOf(scenarios[0]!, replication, needsLogs));
    const lever = await runOf(scenarios[1]!, replication, needsLogs);
    for (const [{ of }, sides] of values) {
      sides.base.push(of(base, { base, lever }));
      sides.lever.push(of(lever, { base, lever }));
    }
  }
  return values;
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
const isAbove = ({ low }: Estimate): boolean => low > 0;
const isBelow = ({ high }: Estimate): boolean => high < 0;

/** Directions of the table that do not hold, each with its reason in docs/directions.md. */
const known: Readonly<Record<string, string>> = {
  "waiting hazard: courses finished, CMHT":
    "the table is wrong where there is more need than time. Who leaves makes room for the next in the queue, so that as many are treated; what falls is the share of letters that come to treatment.",
};

const found: Found[] = [];

describe.each(levers)("$name", (lever) => {
  test(
    `${lever.strength}: what must rise rises, what must fall falls`,
    async () => {
      const values = await measure(lever);
      for (const [wanted, measures] of [
        ["rises", lever.rises],
        ["falls", lever.falls],
        ["either", lever.either],
      ] as const) {
        for (const each of measures) {
          const { base, lever: other } = values.get(each)!;
          const difference = estimateDifference(base, other);
          const holds = wanted === "either" || (wanted === "rises" ? isAbove(difference) : isBelow(difference));
          const why = known[`${lever.name}: ${each.name}`];
          found.push({ lever, measure: each.name, wanted, base: mean(base), difference, holds, why });
          if (why === undefined) expect.soft(holds, told(lever, each, wanted, difference)).toBe(true);
          else expect.soft(holds, `${each.name} is listed as not holding, and holds`).toBe(false);
        }
      }
    },
    patience,
  );
});

const told = ({ name }: Lever, { name: what }: Measure, wanted: string, { mean: by, low, high, n }: Estimate): string =>
  `${name}: ${what} ${wanted}: mean paired difference ${by}, ${low} to ${high}, ${n} pairs`;

test("docs/directions.md tells what is found", () => {
  const text = directionsPage(found, { ...short, pairs });
  if (process.env["UPDATE"] === "1") writeFileSync(page, text);
  const rows = new Map(readPage(readFileSync(page, "utf8")).map((row) => [`${row.lever}: ${row.measure}`, row]));
  for (const { lever, measure: name, difference } of found) {
    const row = rows.get(`${lever.name}: ${name}`);
    const now = readPage(text).find((each) => each.lever === lever.name && each.measure === name)!;
    expect(row?.found, `${lever.name}: ${name}`).toBe(now.found);
    // Sizes may move a little with the model; what is told must still be within the interval.
    const slack = Math.abs(difference.mean) / 100;
    expect(row!.difference, `${lever.name}: ${name}`).toBeGreaterThanOrEqual(difference.low - slack);
    expect(row!.difference, `${lever.name}: ${name}`).toBeLessThanOrEqual(difference.high + slack);
  }
});
