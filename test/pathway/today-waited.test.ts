/** Pathways that start from today: people who have waited already. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { ReferralEndingsReader } from "../../src/experiment/method/referral-endings.ts";
import { legendOf } from "../../src/model/legend.ts";
import { startRun } from "../../src/model/run.ts";
import { formatProblems, parseAnyScenario } from "../../src/scenario/parse.ts";
import type { PathwayScenario } from "../../src/scenario/pathway/types.ts";
import { withFiles } from "../scenario/files.ts";
import { figuresOf, rowsOf, wide } from "./scenarios.ts";
import { today } from "./today.ts";

const repeated = (days: number, count: number): number[] => Array.from({ length: count }, () => days);
/** Nobody is assessed. */
const closed = { staff: { assessors: { wte: wide(0), trained_wte: 0 } } };

describe("people who have waited already", () => {
  /** Nobody is seen: all that happens on the list is that patience runs out. Trust is left out of it. */
  const leaving = (patience: object, days: number, count: number): PathwayScenario =>
    today({
      run_days: 60,
      services: {
        IAPT: {
          ...closed,
          waiting_list: { patience, outreach: 0 },
          start: { waited: [{ group: "cmd", days: repeated(days, count) }] },
        },
      },
    });

  test.each([
    ["exponential", { law: "exponential", mean_days: 40 }, (t: number) => Math.exp(-t / 40)],
    ["weibull", { law: "weibull", shape: 2, scale_days: 100 }, (t: number) => Math.exp(-((t / 100) ** 2))],
    ["log-logistic", { law: "log_logistic", shape: 3, scale_days: 50 }, (t: number) => 1 / (1 + (t / 50) ** 3)],
  ] as const)("leave by what is left of their patience: %s", async (_, patience, survival) => {
    const [n, waited, later] = [3000, 60, 25];
    const rows = await rowsOf(leaving(patience, waited, n));
    const starters = new Set(rows.filter(({ kind }) => kind === "waited").map(({ person }) => person));
    // Those whose need ends first, or whose trust moves, are left out by their own clock: censored at that moment.
    const ends = new Map<number, { at: number; left: boolean }>();
    for (const { at, kind, person, detail } of rows) {
      if (!starters.has(person) || ends.has(person)) continue;
      if (kind === "withdraw") ends.set(person, { at, left: detail === 0 });
    }
    expect(starters.size).toBe(n);
    const kept =
      1 -
      leftBy(
        [...starters].map((person) => ends.get(person)),
        later,
      );
    const due = survival(waited + later) / survival(waited);
    expect(Math.abs(kept - due)).toBeLessThan(4 * Math.sqrt((due * (1 - due)) / n));
  });

  /** Kaplan and Meier of leaving, by a day; need that ends censors. */
  function leftBy(ends: readonly ({ at: number; left: boolean } | undefined)[], day: number): number {
    const sorted = ends.map((end) => end ?? { at: Infinity, left: false }).toSorted((a, b) => a.at - b.at);
    let stays = 1;
    sorted.forEach(({ at, left }, i) => {
      if (at <= day && left) stays *= 1 - 1 / (sorted.length - i);
    });
    return 1 - stays;
  }

  test("are counted on the list from day 0, with all of their wait where it ends, and are no referral of the run", async () => {
    const scenario = today({ services: { IAPT: { start: { waited: [{ group: "cmd", days: repeated(90, 40) }] } } } });
    const [figure, without] = [await figuresOf(scenario), await figuresOf(today())];
    expect(figure("IAPT", "cmd", "wait", "started", "max")).toBeGreaterThanOrEqual(90);
    // An assessment is IAPT's first contact: notice comes on top.
    expect(figure("IAPT", "cmd", "wait_to_first_treatment", "started", "max")).toBeGreaterThanOrEqual(97);
    expect(without("IAPT", "cmd", "wait_to_first_treatment", "started", "max")).toBeLessThan(60);
    expect(figure("IAPT", "cmd", "wait_to_first_treatment", "kaplan_meier", "mean")).toBeLessThan(60);
    const rows = await rowsOf(scenario);
    const refers = rows.filter(({ kind, at }) => kind === "refer" && at === 0).length;
    expect(refers).toBe(0);
    const endings = new ReferralEndingsReader(legendOf(scenario).pathway!);
    const run = await startRun(scenario, { seed: "tests", replication: 0, executive: "fast" }, [endings]);
    run.finish();
    const waits = endings.waits(legendOf(scenario), { window: 0, place: 0 });
    expect(waits).toHaveLength(rows.filter(({ kind, place }) => kind === "refer" && place === 0).length);
  });

  test("are the same people in a scenario that changes something else; nobody else has other luck", async () => {
    const start = {
      waited: [
        { group: "pd", days: [10, 40, 80] },
        { group: "cmd", days: [5, 200] },
      ],
    };
    const people = async (change: object): Promise<string[]> =>
      (await rowsOf(today({ run_days: 3, services: { IAPT: { start, ...change } } })))
        .filter(({ kind }) => kind === "waited" || kind === "appear")
        .map(({ kind, person, detail }) => `${kind} ${person} ${detail}`);
    expect(await people({ staff: { therapists: { wte: 20 } } })).toEqual(await people({}));
    const letIn = { from_risk: -10, up_to_risk: 0.55 };
    const pinned = { start: { ...start, ...letIn } };
    expect(await people({ ...pinned, triage: { risk_ceiling: 0.8 } })).toEqual(await people(pinned));
  });

  test("have a risk with which their service lets people in, unless their group is exempt", async () => {
    const start = {
      waited: [
        { group: "pd", days: repeated(30, 60) },
        { group: "smi", days: repeated(30, 60) },
      ],
    };
    const bands = async (service: string): Promise<number[]> => {
      const rows = await rowsOf(today({ run_days: 1, services: { [service]: { start } } }));
      const waits = new Set(rows.filter(({ kind }) => kind === "waited").map(({ person }) => person));
      const pd = rows.filter(({ kind, person, group }) => kind === "appear" && group === 0 && waits.has(person));
      return pd.map(({ detail }) => detail % 8);
    };
    const mean = (numbers: readonly number[]): number => numbers.reduce((sum, n) => sum + n, 0) / numbers.length;
    expect(mean(await bands("CMHT"))).toBeGreaterThan(1 + mean(await bands("IAPT")));
  });

  test("come before those who join today, in any unit", async () => {
    const lists = { waited: [{ group: "cmd", weeks: [3, 10] }], waiting: { pd: 2 } };
    const scenario = today({ run_days: 1, services: { IAPT: { ...closed, start: lists } } });
    const rows = (await rowsOf(scenario)).filter(({ kind }) => kind === "waited");
    expect(rows.map(({ group, detail }) => [group, detail / 86_400])).toEqual([
      [1, 70],
      [1, 21],
      [0, 0],
      [0, 0],
    ]);
  });

  test("are read from a CSV beside the scenario", () => {
    const text = JSON.stringify({
      format: 1,
      kind: "pathway",
      extends: "baseline.json",
      title: "A list",
      change: {
        services: {
          IAPT: {
            start: { waited: [{ file: "list.csv", column: "days_waited", unit: "days", group_column: "group" }] },
          },
        },
      },
    });
    const baseline = readFileSync("scenarios/baseline.json", "utf8");
    const parse = (csv: string) =>
      parseAnyScenario(text, withFiles({ "baseline.json": baseline, "list.csv": csv }, "today.json"));
    const good = parse("days_waited,group\n12,cmd\n30.5,pd\n");
    if (!good.ok || good.scenario.kind !== "pathway") throw new Error("refused");
    expect(good.scenario.services[0]!.start!.waited).toEqual([
      { group: 0, days: 30.5 },
      { group: 1, days: 12 },
    ]);
    const told = (csv: string): string => {
      const parsed = parse(csv);
      return parsed.ok ? "" : formatProblems("today.json", parsed.problems);
    };
    expect(told("days_waited,group\n")).toMatch(/list\.csv: expected a row or more below the header, got none/);
    expect(told("")).toMatch(/list\.csv: expected a header and rows of cells, got an empty file/);
    expect(told("days_waited,group\n-3,cmd\n")).toMatch(
      /list\.csv, line 2: expected a number of days, 0 or more, got "-3"/,
    );
    expect(told("days_waited,group\n3,cmd\n-1,pd\nsoon,cdm\n4,cdm\n")).toMatch(
      /^today\.json is not a usable scenario \(3 to mend\):\n {2}list\.csv, line 3: .*\n {2}list\.csv, line 4: .*\n {2}change\.services\.IAPT\.start\.waited\[0\]\.groups\[2\] \(in list\.csv, line 4\): expected a group, got "cdm"/,
    );
    expect(told("days_waited,group\n3,cdm\n")).toMatch(
      /services\.IAPT\.start\.waited\[0\].*expected a group, got "cdm"\. There are: pd, cmd, smi/,
    );
    expect(told("waited,group\n3,cmd\n")).toMatch(
      /waited\[0\]\.column: expected a column of the file, got "days_waited"/,
    );
  });
});
