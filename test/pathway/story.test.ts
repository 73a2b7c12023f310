/** The story of one person: what the log says of them, whole and in order, and the same person in another world. */
import { beforeAll, describe, expect, test } from "vitest";
import { type Film, findPeople, makeFilm, searches, type Story, story, storyOf } from "../../src/index.ts";
import { legendOf } from "../../src/model/legend.ts";
import { Kind, kindNames } from "../../src/records/log.ts";
import {
  appearance,
  atAssessment,
  attendance,
  Away,
  Care,
  careStates,
  courseEnd,
  Ending,
  Letter,
  lostToAll,
  Reason,
  Sender,
  Visit,
} from "../../src/records/pathway-codes.ts";
import { sentenceOf } from "../../src/experiment/story/sentences.ts";
import { brief } from "./scenarios.ts";

const settings = { seed: "tests", replication: 0, executive: "fast" } as const;
const person = 7;
const other = 8;

/** [day, what, at which place, detail, whose] */
type Line = [number, keyof typeof Kind, number, number, number?];

/** A log by hand, of the baseline's places. */
function filmOf(lines: readonly Line[]): Film {
  const column = (of: (line: Line) => number): Float64Array => Float64Array.from(lines, of);
  const rows = {
    at: column(([day]) => day),
    kind: Uint8Array.from(lines, ([, kind]) => Kind[kind]),
    person: column((line) => line[4] ?? person),
    slot: Int32Array.from(lines, () => 0),
    place: Int16Array.from(lines, ([, , place]) => place),
    group: Int16Array.from(lines, () => 0),
    detail: Int32Array.from(lines, ([, , , detail]) => detail),
  };
  return { legend: legendOf(brief()), rows };
}

const { places, pathway } = legendOf(brief());
const placeOf = (name: string): number => places.findIndex((place) => place.name === name);
const [iapt, cmht, therapy, p3, ae] = ["IAPT", "CMHT", "IAPT: therapy", "P3", "A&E"].map(placeOf) as [
  number,
  number,
  number,
  number,
  number,
];

const byHand: Line[] = [
  [10, "appear", p3, appearance(1, 0.5)],
  [10, "state", p3, Care.gap],
  [11, "appear", p3, appearance(0, 0.7), other],
  [20, "consult", p3, 600 * 8 + Visit.routine],
  [21, "crisis", ae, 3, other],
  [30, "consult_missed", p3, Visit.routine],
  [31, "risk", p3, 2],
  [40, "consult", p3, 600 * 8 + Visit.routine],
  [40, "refer", cmht, Sender.gp + Letter.writtenUp + Letter.labelled],
  [40, "state", p3, Care.referred],
  [47, "reject", cmht, Reason.not_risky_enough],
  [47, "engagement", p3, 38],
  [47, "state", p3, Care.gap],
  [50, "crisis", p3, 2],
  [50, "consult", p3, 600 * 8 + Visit.crisis],
  [60, "crisis", ae, 2],
  [70, "refer", iapt, Sender.self],
  [70, "state", p3, Care.referred],
  [73, "pass_triage", iapt, 0],
  [73, "join", iapt, -1],
  [73, "state", p3, Care.waiting_assessment],
  [80, "start", iapt, 0],
  [89, "complete", iapt, 0],
  [89, "attend", iapt, attendance(0, 0.4)],
  [89, "accept", iapt, 0],
  [89, "join", therapy, -1],
  [89, "state", p3, Care.waiting_treatment],
  [120, "start", therapy, 0],
  [120, "engagement", p3, 36],
  [120, "state", p3, Care.in_treatment],
  [127, "attend", therapy, attendance(1, 0.4)],
  [134, "miss", therapy, 1],
  [141, "attend", therapy, attendance(2, 0.4)],
  [141, "complete", therapy, 0],
  [141, "end_course", therapy, courseEnd(Ending.dropped_out, 2, true, false)],
  [141, "disengage", iapt, Away.dropped_out + lostToAll],
  [141, "state", p3, Care.lost],
];

describe("a log made by hand", () => {
  const told = storyOf(filmOf(byHand), person)!;

  test("is told whole, in order, of that person alone", () => {
    expect(told).toMatchObject({ person, group: "pd", practice: "P3", from_day: 10, to_day: brief().run_days + 180 });
    expect(told.events.length).toBe(byHand.filter((line) => line[4] === undefined).length);
    expect(told.crises).toEqual([
      { day: 50, service: "", band: 2, diverted: false },
      { day: 60, service: "A&E", band: 2, diverted: false },
    ]);
    expect(told.sessions.map(({ day, attended }) => [day, attended])).toEqual([
      [127, true],
      [134, false],
      [141, true],
    ]);
    expect(told.risk).toEqual([
      { band: 1, from_day: 10, to_day: 31 },
      { band: 2, from_day: 31, to_day: told.to_day },
    ]);
  });

  test("trust is told from where it begins, by whatever changes it", () => {
    expect(told.trust).toEqual([
      { engagement: 0.5, from_day: 10, to_day: 47 },
      { engagement: 0.38, from_day: 47, to_day: 89 },
      { engagement: 0.4, from_day: 89, to_day: 120 },
      { engagement: 0.36, from_day: 120, to_day: 127 },
      { engagement: 0.4, from_day: 127, to_day: told.to_day },
    ]);
  });

  test("growth of trust bit by bit is one line, and each rejection has its number", () => {
    const contacts: Line[] = [
      [150, "contact", iapt, 0],
      [150, "engagement", p3, 44],
      [180, "contact", iapt, 0],
      [180, "engagement", p3, 48],
      [200, "reject", iapt, Reason.too_risky],
      [200, "engagement", p3, 37],
      [210, "end_course", therapy, courseEnd(Ending.completed, 2, true, false)],
      [210, "engagement", p3, 28],
    ];
    const { lines } = storyOf(filmOf([...byHand, ...contacts]), person)!;
    expect(lines.map(({ text }) => text).filter((text) => text.startsWith("Trust"))).toEqual([
      "Trust in services falls to 38 of 100, after the first rejection.",
      "Trust in services falls to 36 of 100, after the wait.",
      "Trust in services grows to 48 of 100.",
      "Trust in services falls to 37 of 100, after the second rejection.",
      "Trust in services falls to 28 of 100, after an ending with problems unresolved.",
    ]);
  });

  test("letters know how they were written, and what became of them", () => {
    expect(told.letters).toEqual([
      {
        day: 40,
        service: "CMHT",
        sender: "gp",
        written: "up",
        labelled: true,
        outcome: { kind: "rejected", day: 47, reason: "not_risky_enough", at_assessment: false },
      },
      {
        day: 70,
        service: "IAPT",
        sender: "self",
        written: "as seen",
        labelled: false,
        outcome: { kind: "accepted", day: 89, advised_only: false },
      },
    ]);
  });

  test("a stretch of like events is one line, and each turn a line of its own", () => {
    expect(told.lines.map(({ from_day, to_day, text }) => [from_day, to_day, text])).toEqual([
      [10, 10, "Comes into view, with moderate risk."],
      [20, 40, "Sees the GP 2 times, and does not come once."],
      [31, 31, "Risk is high from now on."],
      [40, 40, "The GP refers them to CMHT, writing more risk than they see and naming the diagnosis."],
      [47, 47, "CMHT says no: not enough risk."],
      [47, 47, "Trust in services falls to 38 of 100, after the first rejection."],
      [50, 60, "Is in a crisis 2 times: the GP, A&E."],
      [70, 70, "Refers themselves to IAPT."],
      [73, 73, "Waits for an assessment at IAPT."],
      [80, 80, "Has a date for the assessment at IAPT."],
      [89, 89, "Is assessed at IAPT."],
      [89, 89, "IAPT takes them on."],
      [89, 89, "Waits for therapy at IAPT."],
      [120, 120, "Begins therapy at IAPT."],
      [120, 120, "Trust in services falls to 36 of 100, after the wait."],
      [127, 141, "Attends 2 of 3 sessions of therapy at IAPT."],
      [141, 141, "Therapy at IAPT ends early, after 2 sessions."],
      [141, 141, "Stops coming to IAPT, and is in touch with no service any more."],
    ]);
  });

  test("people are found by what happened to them; equals by their numbers", () => {
    const find = (search: (typeof searches)[number]) =>
      findPeople(filmOf(byHand), search, settings).map(({ person: who, value }) => [who, value]);
    expect(find("most crises")).toEqual([
      [person, 2],
      [other, 1],
    ]);
    expect(find("most knock-backs")).toEqual([[person, 1]]);
    expect(find("longest wait")).toEqual([[person, 50]]);
    expect(find("lost to all services")).toEqual([[person, 1]]);
    expect(find("recovered")).toEqual([]);
    expect(find("random")).toEqual([[person, 0]]);
  });

  test("somebody who is passed on was not knocked back", () => {
    const passed: Line[] = [
      [47, "reject", cmht, Reason.too_complex + atAssessment],
      [47, "refer", iapt, Sender.service],
    ];
    const film = filmOf([...byHand.slice(0, 10), ...passed]);
    expect(findPeople(film, "most knock-backs", settings)).toEqual([]);
  });

  test("nobody of that number is nobody", () => {
    expect(storyOf(filmOf(byHand), 9)).toBeUndefined();
  });
});

describe("a run", () => {
  const scenario = brief({ services: { IAPT: { hold: { chance: 1, lasts_months: 6 } } } });
  let film: Film;
  const stories: Story[] = [];
  beforeAll(async () => {
    film = await makeFilm(scenario, settings);
    const numbers = new Set(
      searches.flatMap((search) => findPeople(film, search, settings, 3).map((one) => one.person)),
    );
    for (const number of numbers) stories.push(storyOf(film, number)!);
  }, 60_000);

  test("finds people by everything there is to look for", () => {
    for (const search of searches) expect(findPeople(film, search, settings, 1).length, search).toBe(1);
    expect(findPeople(film, "random", settings)).toEqual(findPeople(film, "random", settings));
    expect(findPeople(film, "random", { ...settings, seed: "another" })).not.toEqual(
      findPeople(film, "random", settings),
    );
  });

  test("the states of a story follow each other without a gap, and add up to the time in view", () => {
    for (const { from_day, to_day, states, risk, trust } of stories) {
      for (const intervals of [states, risk, trust]) {
        expect(intervals[0]!.from_day).toBe(from_day);
        expect(intervals.at(-1)!.to_day).toBe(to_day);
        intervals.slice(1).forEach((interval, i) => expect(interval.from_day).toBe(intervals[i]!.to_day));
      }
    }
  });

  test("has for each of them the person-days of each state that the log has", () => {
    const since = new Map<number, [state: string, day: number]>();
    const days = new Map<string, number>();
    const end = (who: number, at: number): void => {
      const [state, from] = since.get(who) ?? ["", at];
      days.set(`${who} ${state}`, (days.get(`${who} ${state}`) ?? 0) + at - from);
    };
    film.rows.kind.forEach((kind, row) => {
      const [who, at] = [film.rows.person[row]!, film.rows.at[row]!];
      if (kind === Kind.state || kind === Kind.disappear) end(who, at);
      if (kind === Kind.state) since.set(who, [careStates[film.rows.detail[row]!]!, at]);
      else if (kind === Kind.disappear) since.delete(who);
    });
    for (const who of since.keys()) end(who, film.legend.horizon);
    for (const { person: who, states } of stories) {
      for (const state of careStates) {
        const mine = states
          .filter((interval) => interval.state === state)
          .reduce((sum, { from_day, to_day }) => sum + to_day - from_day, 0);
        expect(mine, `${state} of ${who}`).toBeCloseTo(days.get(`${who} ${state}`) ?? 0, 9);
      }
    }
    expect(stories.some(({ states }) => states.some(({ state }) => state === "held"))).toBe(true);
  });

  test("every kind of event of a person has a sentence, but for those that another tells", () => {
    const silent = ["state", "disappear", "leave", "complete", "pass_triage", "withdraw", "severity"];
    const kinds = new Set<keyof typeof Kind>();
    film.rows.kind.forEach((kind, row) => film.rows.person[row]! >= 0 && kinds.add(kindNames[kind]!));
    const told = { service: "IAPT", programme: "therapy", day: 0, detail: 1 };
    const mute = [...kinds].filter((kind) => sentenceOf({ ...told, kind }) === "");
    expect(mute.toSorted()).toEqual(silent.toSorted());
    expect(kinds.size).toBeGreaterThan(20);
  });

  test("no sentence has a hole in it, and none a hard word", () => {
    for (const { lines, events } of stories) {
      for (const { text } of [...lines, ...events]) {
        expect(text).not.toMatch(/undefined|NaN|null|suicid|death|died|kill|manipulat|difficult|\bpatient/i);
        if (text !== "") expect(text).toMatch(/^[A-Z&].*\.$/);
      }
    }
  });

  test("the same person has the same onset and the same risk at first in another world", async () => {
    const world = brief({
      services: { CMHT: { triage: { risk_floor: 0.5 } }, IAPT: { triage: { risk_ceiling: 0.8 } } },
    });
    const there = await makeFilm(world, settings);
    let differ = 0;
    for (const here of stories) {
      const twin = storyOf(there, here.person)!;
      expect([twin.group, twin.practice, twin.from_day]).toEqual([here.group, here.practice, here.from_day]);
      expect(twin.events.slice(0, 3)).toEqual(here.events.slice(0, 3));
      if (JSON.stringify(twin.events) !== JSON.stringify(here.events)) differ++;
    }
    expect(differ).toBeGreaterThan(3);
  });

  test("is run anew by story() with the same result", async () => {
    expect(await story(scenario, settings, stories[0]!.person)).toEqual(stories[0]);
  });
});

test("the places of the hand-made log are those of the baseline", () => {
  expect(pathway!.services.length).toBeGreaterThan(5);
  expect(Math.min(iapt, cmht, therapy, p3, ae)).toBeGreaterThanOrEqual(0);
});
