/** Pathways that start from today: people in a course; and a rough model of them all. */
import { describe, expect, test } from "vitest";
import { attendedBefore, goOnAfter, plannedBeyond } from "../../src/model/pathway/resume.ts";
import { scaled } from "../../src/scenario/pathway/scaled.ts";
import { figuresOf, rowsOf } from "./scenarios.ts";
import { placesOf, today } from "./today.ts";

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
