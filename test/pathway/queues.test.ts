/** Who is offered what first, and how long patience lasts: laws of the lists, read from the log. */
import { describe, expect, test } from "vitest";
import { brief, type Row, rowsOf, wide } from "./scenarios.ts";

/** Everybody in one pool of staff, whose assessments take more of a week than its courses. */
const shared = (offers_first: "assessment" | "treatment") =>
  brief({
    services: {
      IAPT: {
        assessment: { staff: "wellbeing practitioners", notice_days: 3 },
        staff: { "wellbeing practitioners": { wte: 4 } },
        waiting_list: { offers_first },
      },
    },
  });

/** How many wait at a place after each row, by what joins, starts and leaves there. */
function follow(rows: readonly Row[], visit: (row: Row, waiting: ReadonlyMap<number, number>) => void): void {
  const waiting = new Map<number, number>();
  for (const row of rows) {
    const by = row.kind === "join" ? 1 : row.kind === "start" || row.kind === "leave" ? -1 : 0;
    if (by !== 0) waiting.set(row.place, (waiting.get(row.place) ?? 0) + by);
    visit(row, waiting);
  }
}

describe("time that comes free", () => {
  test("goes to assessments first where the service says so: too little for one is saved up, not taken by a course", async () => {
    const scenario = shared("assessment");
    const iapt = scenario.services.findIndex(({ name }) => name === "IAPT");
    const courses = [0, 1].map((i) => scenario.services.length + i);
    let begun = 0;
    let overtaken = 0;
    follow(await rowsOf(scenario), ({ kind, place }, waiting) => {
      if (kind !== "start" || !courses.includes(place)) return;
      begun++;
      if ((waiting.get(iapt) ?? 0) > 0) overtaken++;
    });
    expect(begun).toBeGreaterThan(100);
    expect(overtaken).toBe(0);
  });

  test("goes to courses first where the service says so", async () => {
    const scenario = shared("treatment");
    const iapt = scenario.services.findIndex(({ name }) => name === "IAPT");
    const courses = [0, 1].map((i) => scenario.services.length + i);
    let booked = 0;
    let overtaken = 0;
    follow(await rowsOf(scenario), ({ kind, place }, waiting) => {
      if (kind !== "start" || place !== iapt) return;
      booked++;
      if (courses.some((course) => (waiting.get(course) ?? 0) > 0)) overtaken++;
    });
    expect(booked).toBeGreaterThan(100);
    expect(overtaken).toBe(0);
  });
});

describe("patience", () => {
  const shut = (change: object, trust: object = {}) =>
    brief({
      warm_up_days: 0,
      run_days: 365,
      population: { groups: { pd: { leaving_ratio: 2, ...change }, cmd: { episodes_per_year: 0.02 } } },
      services: {
        IAPT: {
          staff: { assessors: { wte: wide(0), trained_wte: wide(0) } },
          waiting_list: { patience: { law: "exponential", mean_days: 60 }, outreach: 0 },
        },
      },
      trust: { rejection: 1, week_waited: 1, abandoned: 1, heard: 1, ...trust },
      gp: { plan: { encouragement: 1 } },
    });

  /** Share who have left the list of a service that is shut by some day, with its standard error (Kaplan and Meier). */
  async function leftBy(day: number, scenario: ReturnType<typeof shut>): Promise<{ left: number; se: number }> {
    const pd = scenario.population.groups.findIndex(({ name }) => name === "pd");
    const iapt = scenario.services.findIndex(({ name }) => name === "IAPT");
    const joined = new Map<number, number>();
    const waits: { days: number; left: boolean }[] = [];
    const gone = new Map<number, number>();
    for (const row of await rowsOf(scenario)) {
      if (row.group !== pd || row.place !== iapt) continue;
      if (row.kind === "join") joined.set(row.person, row.at);
      else if (row.kind === "leave") {
        gone.set(row.person, waits.push({ days: row.at - joined.get(row.person)!, left: false }) - 1);
        joined.delete(row.person);
      } else if (row.kind === "withdraw" && row.detail === 0) waits[gone.get(row.person)!]!.left = true;
    }
    for (const at of joined.values()) waits.push({ days: 365 - at, left: false });
    waits.sort((a, b) => a.days - b.days);
    let stay = 1;
    let variance = 0;
    waits.forEach(({ days, left }, i) => {
      if (days > day || !left) return;
      const risk = waits.length - i;
      stay *= 1 - 1 / risk;
      variance += 1 / (risk * (risk - 1));
    });
    return { left: 1 - stay, se: stay * Math.sqrt(variance) };
  }

  test("has the hazard of the service's law times the group's ratio, while trust is as it was at the start", async () => {
    const { left, se } = await leftBy(30, shut({}));
    expect(se).toBeLessThan(0.05);
    expect(Math.abs(left - (1 - Math.exp((-2 * 30) / 60)))).toBeLessThan(4 * se);
  });

  test("shrinks with each rejection that came before", async () => {
    const calm = await leftBy(30, shut({}));
    const hurt = await leftBy(30, shut({}, { rejection: 2 }));
    expect(hurt.left).toBeGreaterThan(calm.left);
  });
});
