/** Care pathways that start from today: people on lists, in courses and in need on day 0. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { attendedBefore, goOnAfter, plannedBeyond } from "../../src/model/pathway/resume.ts";
import { startRun } from "../../src/model/run.ts";
import { ReferralEndingsReader } from "../../src/experiment/method/referral-endings.ts";
import { legendOf } from "../../src/model/legend.ts";
import { careStates } from "../../src/records/pathway-codes.ts";
import { formatProblems, parseAnyScenario } from "../../src/scenario/parse.ts";
import { scaled } from "../../src/scenario/pathway/scaled.ts";
import type { PathwayScenario } from "../../src/scenario/pathway/types.ts";
import { inFolder, withFiles } from "../scenario/files.ts";
import { changed, figuresOf, practices, problemsOf, type Row, Rows, rowsOf, wide } from "./scenarios.ts";

const repeated = (days: number, count: number): number[] => Array.from({ length: count }, () => days);
const today = (change: object = {}): PathwayScenario => changed({ warm_up_days: 0, run_days: 200, ...change });
/** Nobody is assessed. */
const closed = { staff: { assessors: { wte: wide(0), trained_wte: 0 } } };

function example(): PathwayScenario {
  const name = "starting-from-today.json";
  const text = readFileSync(`scenarios/examples/${name}`, "utf8");
  const parsed = parseAnyScenario(text, inFolder("scenarios/examples", name));
  if (!parsed.ok) throw new Error(formatProblems(name, parsed.problems));
  expect(parsed.warnings).toEqual([]);
  if (parsed.scenario.kind !== "pathway") throw new Error("not a pathway");
  return { ...parsed.scenario, run_days: 120, windows: [{ name: "all", from_day: 0, to_day: 120 }] };
}

/** Places of the log by name. */
const placesOf = (scenario: PathwayScenario): Map<string, number> =>
  new Map(legendOf(scenario).places.map(({ name }, i) => [name, i]));

describe("the shipped example", () => {
  test("is the same on both executives, and goes on when saved", async () => {
    const scenario = example();
    const rows = await rowsOf(scenario);
    expect(await rowsOf(scenario, "simjs")).toEqual(rows);
    const reader = new Rows();
    const settings = { seed: "tests", replication: 0, executive: "fast" } as const;
    const run = await startRun(scenario, settings, [reader]);
    run.runUntil(50);
    const state = structuredClone(run.save(50));
    (await startRun(scenario, settings, [reader], state)).finish();
    const differs = rows.findIndex((row, i) => JSON.stringify(row) !== JSON.stringify(reader.rows[i]));
    expect(reader.rows[differs]).toEqual(rows[differs]);
    expect(reader.rows.length).toBe(rows.length);
  });

  test("has on day 0 whom its files say: on lists, in courses, in need", async () => {
    const scenario = example();
    const rows = (await rowsOf(scenario)).filter(({ at }) => at === 0);
    const place = placesOf(scenario);
    const list = (file: string): string[] =>
      readFileSync(`scenarios/examples/${file}`, "utf8").trim().split("\n").slice(1);
    for (const [file, where] of [
      ["iapt-assessment-list.csv", "IAPT"],
      ["iapt-therapy-list.csv", "IAPT: therapy"],
    ] as const) {
      const waited = rows.filter((row) => row.kind === "waited" && row.place === place.get(where));
      const groups = scenario.population.groups.map(({ name }) => name);
      const found = waited.map(({ detail, group }) => `${detail / 86_400},${groups[group]!}`);
      expect(found.toSorted()).toEqual(list(file).toSorted());
      expect(waited.map(({ detail }) => detail)).toEqual(waited.map(({ detail }) => detail).toSorted((a, b) => b - a));
    }
    const served = rows.filter(({ kind }) => kind === "serve");
    for (const { name: service, programmes } of scenario.services) {
      for (const { name, start } of programmes) {
        const at = served.filter((row) => row.place === place.get(`${service}: ${name}`));
        const counts = scenario.population.groups.map((_, group) => at.filter((row) => row.group === group).length);
        expect(counts, name).toEqual(start?.in_treatment ?? scenario.population.groups.map(() => 0));
      }
    }
    // Everybody is in one state, and whoever comes as an episode is in need.
    const state = new Map(rows.filter(({ kind }) => kind === "state").map(({ person, detail }) => [person, detail]));
    const appeared = rows.filter(({ kind }) => kind === "appear");
    expect(state.size).toBe(appeared.length);
    const alone = appeared.filter(({ person, group }) => group > 0 && careStates[state.get(person)!] === "gap");
    const needs = scenario.population.groups.map(({ start }) => start?.in_need ?? 0);
    expect(needs.map((_, group) => alone.filter((row) => row.group === group).length)).toEqual(needs);
  });

  test("residents on lists are some of those there are, and person-days add up", async () => {
    const scenario = example();
    const count = (rows: readonly Row[]): number =>
      rows.filter(({ at, kind, group }) => at === 0 && kind === "appear" && group === 0).length;
    expect(count(await rowsOf(scenario))).toBe(count(await rowsOf(today())));
    const figure = await figuresOf(scenario);
    const days = careStates.map((state) => figure(practices, "pd", "person_days", state, "sum"));
    const sum = days.reduce((all, each) => all + each, 0);
    expect(sum).toBeCloseTo(120 * count(await rowsOf(scenario)), 6);
  });

  test("goes on like the run from which its lists were taken", async () => {
    const scenario = example();
    const figures = await Promise.all([0, 1, 2, 3].map((replication) => figuresOf(scenario, replication)));
    const mean = (...names: Parameters<(typeof figures)[0]>): number =>
      figures.reduce((sum, figure) => sum + figure(...names), 0) / figures.length;
    // In the baseline these are 8.2 a day, 178 and 57 (caregap run baseline); a cold start has 5, 60 and 35.
    expect(mean("IAPT", "all", "referrals", "all", "count") / 120).toBeGreaterThan(7);
    expect(mean("CMHT: care coordination", "all", "in_service", "time_weighted", "mean")).toBeGreaterThan(165);
    expect(mean("IAPT: therapy", "all", "in_service", "time_weighted", "mean")).toBeGreaterThan(54);
  });
});

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
    expect(told("days_waited,group\n3,cdm\n")).toMatch(
      /services\.IAPT\.start\.waited\[0\].*expected a group, got "cdm"\. There are: pd, cmd, smi/,
    );
    expect(told("waited,group\n3,cmd\n")).toMatch(
      /waited\[0\]\.column: expected a column of the file, got "days_waited"/,
    );
  });
});

describe("people in a course", () => {
  const programme = { sessions_mean: 13.4, session_cap: 20 };

  test("are as far as those are who are in such a course in the long run", () => {
    const goOn = goOnAfter(programme);
    expect(goOn).toHaveLength(20);
    // Courses of 1 and two geometric numbers, one after another without a gap, looked at once a session.
    const half = (programme.sessions_mean - 1) / 2;
    const ratio = half / (1 + half);
    const stays = 0.97;
    const share = (j: number): number => ratio ** j * (1 + j * (1 - ratio)) * stays ** j;
    const all = goOn.reduce((sum, _, j) => sum + share(j), 0);
    const n = 20_000;
    const found = Array.from({ length: n }, (_, i) => attendedBefore(goOn, stays, (i + 0.5) / n));
    goOn.forEach((_, j) => {
      expect(found.filter((each) => each === j).length / n).toBeCloseTo(share(j) / all, 3);
    });
    const planned = Array.from({ length: n }, (_, i) => plannedBeyond(goOn, 5, (i + 0.5) / n));
    expect(Math.min(...planned)).toBe(6);
    expect(planned.filter((each) => each > 12).length / n).toBeCloseTo(goOn[12]! / goOn[5]!, 3);
    expect(planned.filter((each) => each === 20).length / n).toBeCloseTo(goOn[19]! / goOn[5]!, 3);
  });

  test("one session each, when all courses have one", () => {
    const goOn = goOnAfter({ sessions_mean: 1, session_cap: Infinity });
    expect([attendedBefore(goOn, 1, 0.99), plannedBeyond(goOn, 0, 0.99)]).toEqual([0, 1]);
  });

  test("take staff time and places from day 0, and end as courses do", async () => {
    const start = { in_treatment: { cmd: 30, pd: 10 } };
    const scenario = today({ services: { IAPT: { programmes: { therapy: { start } } } } });
    const rows = await rowsOf(scenario);
    const place = placesOf(scenario).get("IAPT: therapy")!;
    const started = rows.filter(({ kind }) => kind === "serve");
    expect(started).toHaveLength(40);
    const people = new Set(started.map(({ person }) => person));
    const before = new Map(rows.filter(({ kind }) => kind === "treated").map(({ person, detail }) => [person, detail]));
    for (const person of people) {
      const own = rows.filter((row) => row.person === person && row.place === place);
      const end = own.find(({ kind }) => kind === "end_course");
      const attended = own.filter(({ kind, at }) => kind === "attend" && at <= (end?.at ?? Infinity)).length;
      if (end) expect(Math.floor(end.detail / 64)).toBe(before.get(person)! + attended);
    }
    const figure = await figuresOf(scenario);
    expect(figure("IAPT: therapy", "all", "in_service", "time_weighted", "max")).toBeGreaterThanOrEqual(40);
  });
});

test("a rough model has a share of everybody, with waits spread as before", () => {
  const start = { waited: [{ group: "cmd", days: Array.from({ length: 100 }, (_, i) => i) }], waiting: { pd: 20 } };
  const tenth = scaled(
    today({
      population: { groups: { cmd: { start: { in_need: 300 } } } },
      services: { IAPT: { start, programmes: { therapy: { start: { in_treatment: { cmd: 20 } } } } } },
    }),
    0.1,
  );
  const [iapt] = tenth.services;
  expect(iapt!.start!.waited.map(({ days }) => days)).toEqual([94, 84, 74, 64, 54, 44, 34, 24, 14, 4]);
  expect(iapt!.start!.waiting).toEqual([2, 0, 0]);
  expect(iapt!.programmes.find(({ name }) => name === "therapy")!.start!.in_treatment).toEqual([0, 2, 0]);
  expect(tenth.population.groups[1]!.start).toEqual({ in_need: 30 });
});

describe("what is wrong is told", () => {
  const iapt = (change: object): object => ({ services: { IAPT: change } });
  const therapy = (start: object): object => iapt({ programmes: { therapy: { start } } });
  test.each<[string, object, RegExp]>([
    [
      "a service that is not there",
      { services: { IAPTT: { start: { waiting: { cmd: 3 } } } } },
      /change\.services\.IAPTT/,
    ],
    [
      "a negative wait",
      iapt({ start: { waited: [{ group: "cmd", days: [3, -1] }] } }),
      /start\.waited\[0\]\.days\[1\]: expected a number of days, 0 or more, got -1/,
    ],
    [
      "an unknown group",
      iapt({ start: { waited: [{ group: "cdm", days: [3] }] } }),
      /start\.waited\[0\]\.group: expected a group, got "cdm"\. There are: pd, cmd, smi/,
    ],
    [
      "no group",
      iapt({ start: { waited: [{ days: [3] }] } }),
      /start\.waited\[0\]\.group: expected a group, since there are several, got nothing/,
    ],
    [
      "half a person",
      iapt({ start: { waiting: { cmd: 2.5 } } }),
      /start\.waiting\.cmd: expected a whole number of people, 0 or more, got 2\.5/,
    ],
    [
      "a count of all",
      iapt({ start: { waiting: 5 } }),
      /start\.waiting: expected a number for each group, since there are several, got 5/,
    ],
    [
      "a count of nobody's",
      therapy({ in_treatment: { cdm: 5 } }),
      /start\.in_treatment\.cdm: expected a group, got "cdm"/,
    ],
    [
      "a wait that nobody bears",
      iapt({
        waiting_list: { patience: { law: "exponential", mean_days: 10 } },
        start: { waited: [{ group: "cmd", days: [900] }] },
      }),
      /start\.waited\[0\]\.days\[0\]: expected a wait that the law of patience allows, got 900/,
    ],
    [
      "a list for an assessment that there is not",
      { services: { charity: { start: { waiting: { pd: 4 } } } } },
      /services\.charity\.start: expected nobody on a list for assessment, got 4\. It does not assess.*programmes\.counselling\.start/,
    ],
    [
      "more in treatment than staff have time for",
      therapy({ in_treatment: { cmd: 300 } }),
      /change\.services\.IAPT\.programmes\.therapy\.start\.in_treatment: expected people in treatment for whom the staff of "[a-z ]+" have time, got \d+% of their time/,
    ],
    [
      "more in treatment than places",
      { services: { CMHT: { programmes: { "care coordination": { start: { in_treatment: { smi: 191 } } } } } } },
      /in_treatment: expected at most 190 people, its places, got 191/,
    ],
    [
      "a group that is not taken",
      iapt({ triage: { accepts: { pd: { value: 0, low: 0 }, otherwise: 1 } }, start: { waiting: { pd: 1 } } }),
      /services\.IAPT\.start: expected people of groups that the service takes, got "pd"\. Its triage\.accepts is 0/,
    ],
    [
      "more residents than there are",
      iapt({ start: { waiting: { pd: 9000 } } }),
      /change\.services\.IAPT\.start: expected at most the \d+ people of group "pd" on lists and in treatment at the start, got 9000 in all/,
    ],
    [
      "residents in need",
      { population: { groups: { pd: { start: { in_need: 5 } } } } },
      /groups\.pd\.start\.in_need: expected a group whose people come as episodes, got 5/,
    ],
    [
      "risks upside down",
      iapt({ start: { from_risk: 0.6, up_to_risk: 0.5 } }),
      /start\.up_to_risk: expected no less than from_risk, got 0\.5/,
    ],
    [
      "a misspelt field",
      iapt({ start: { wait: 5 } }),
      /start\.wait: expected a known field, got "wait"\. Did you mean "waited"/,
    ],
  ])("%s", (_, change, told) => {
    expect(problemsOf(change)).toMatch(told);
  });

  test("a risk that nobody has is found when the run begins, and said in words", async () => {
    const start = { waiting: { cmd: 1 }, from_risk: 90, up_to_risk: 91 };
    await expect(rowsOf(today({ services: { IAPT: { start } } }))).rejects.toThrow(
      /next to nobody of group "cmd" could be on the list of IAPT from the start/,
    );
  });
});
