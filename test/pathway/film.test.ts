/** A film of a run: everybody is where the measures of the same run say, on any day and in any order of looking. */
import { beforeAll, describe, expect, test } from "vitest";
import { type Film, makeFilm } from "../../src/experiment/film.ts";
import { startRun } from "../../src/model/run.ts";
import { type CareState, careStates } from "../../src/records/pathway-codes.ts";
import { Scene } from "../../src/records/scene.ts";
import { brief, changed, type Find, figuresOf, practices } from "./scenarios.ts";

const settings = { seed: "tests", replication: 0, executive: "fast" } as const;
const scenario = brief();
let film: Film;
let scene: Scene;
let find: Find;

beforeAll(async () => {
  find = await figuresOf(scenario);
  film = await makeFilm(scenario, settings);
  scene = new Scene(film.legend, film.rows);
});

const inState = (state: CareState, service?: number): number =>
  scene.spots.reduce(
    (sum, spot, i) =>
      spot.state === state && (service === undefined || spot.service === service) ? sum + scene.counts[i]! : sum,
    0,
  );

/** Person-days of each state and service between two days, added up moment by moment. */
function personDays(from: number, to: number): Float64Array {
  const days = new Float64Array(scene.spots.length);
  let at = from;
  scene.goTo(from);
  const add = (until: number): void => {
    scene.counts.forEach((people, spot) => (days[spot]! += people * (until - at)));
    at = until;
  };
  for (let next = film.rows.at[scene.next]!; next < to; next = film.rows.at[scene.next] ?? Infinity) {
    add(next);
    scene.goTo(next);
  }
  add(to);
  return days;
}

describe("places agree with the measures", () => {
  let days: Float64Array;
  beforeAll(() => {
    days = personDays(180, 545);
  });

  test.each(careStates)("person-days in the state %s", (state) => {
    const sum = scene.spots.reduce((all, spot, i) => (spot.state === state ? all + days[i]! : all), 0);
    expect(sum).toBeCloseTo(find(practices, "all", "person_days", state, "sum"), 4);
  });

  test("people on the lists for assessment, service by service", () => {
    const lists = scene.spots.flatMap((spot, i) => (spot.state === "waiting_assessment" ? [{ spot, i }] : []));
    const withList = lists.filter(({ i }) => days[i]! > 0);
    expect(withList.length).toBeGreaterThan(1);
    for (const { spot, i } of withList) {
      const place = film.legend.places[spot.service]!.name;
      // With a date for the assessment one is off the list, and in service by the words of a network.
      const listed = find(place, "all", "queue_length", "time_weighted", "mean");
      const booked = find(place, "all", "in_service", "time_weighted", "mean");
      // Somebody in a crisis keeps their place on the list, and is seen where they stay.
      expect(days[i]! / 365).toBeLessThanOrEqual(listed + booked + 1e-9);
      expect(days[i]! / 365).toBeGreaterThan(0.8 * (listed + booked));
    }
  });
});

test("any day can be gone to, forwards and backwards, and looks the same", () => {
  const look = (day: number): unknown => {
    scene.goTo(day);
    return { counts: [...scene.counts], spots: [...scene.people.spot], bands: [...scene.people.band] };
  };
  const days = [400, 30, 544.5, 91, 89.9, 400, 0];
  const seen = days.map(look);
  days.forEach((day, i) => {
    const alone = new Scene(film.legend, film.rows);
    alone.goTo(day);
    expect({ counts: [...alone.counts], spots: [...alone.people.spot], bands: [...alone.people.band] }).toEqual(
      seen[i],
    );
  });
});

test("everybody in view is somewhere, and nobody in two places", () => {
  for (const day of [60, 100, 365, 544]) {
    scene.goTo(day);
    const present = scene.people.spot.reduce((all, spot) => all + (spot >= 0 ? 1 : 0), 0);
    expect(scene.counts.reduce((all, people) => all + people, 0)).toBe(present);
    expect(inState("gap")).toBeGreaterThan(0);
    expect(inState("in_treatment", 0)).toBeGreaterThan(0);
  }
});

test("a branch without a change is the film itself, and one with a change is so up to its day", async () => {
  const same = await makeFilm(scenario, settings, { from: scenario, day: 300 });
  expect(same.rows.at).toEqual(film.rows.at);
  expect(same.rows.detail).toEqual(film.rows.detail);
  const held = changed({
    warm_up_days: 180,
    run_days: 365,
    services: { IAPT: { hold: { chance: 1, lasts_months: 12 } } },
  });
  const other = await makeFilm(held, settings, { from: scenario, day: 300 });
  const differs = film.rows.kind.findIndex((kind, row) => kind !== other.rows.kind[row]);
  expect(film.rows.at[differs]).toBeGreaterThanOrEqual(300);
});

test("engagement is that of the run at every moment, to a hundredth", async () => {
  const run = await startRun(scenario, settings, []);
  let moved = 0;
  for (const day of [0.5, 90, 237.5, 480]) {
    run.runUntil(day);
    const { columns, slots } = run.save(day).people;
    const [engagement, group] = [columns["engagement"]!, columns["group"]!];
    // The scene shows the end of a moment, what was saved is before it.
    scene.goTo(day - 1e-9);
    for (let slot = 0; slot < slots; slot++) {
      if ((scene.people.spot[slot] ?? -1) < 0) continue;
      expect(scene.people.engagement[slot], `slot ${slot} on day ${day}`).toBe(Math.round(engagement[slot]! * 100));
      if (engagement[slot] !== scenario.population.groups[group[slot]!]!.engagement_start) moved++;
    }
  }
  expect(moved).toBeGreaterThan(500);
});

test("a scene of a network is refused", () => {
  const { pathway: _, ...network } = film.legend;
  expect(() => new Scene(network, film.rows)).toThrow("a scene needs the log of a pathway, got that of a network");
});
