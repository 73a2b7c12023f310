/** Laws that hold for every scenario: conservation, order, places, time, and what chance must not depend on. */
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { littleRows } from "../../src/experiment/check.ts";
import { figureKeys, replicate } from "../../src/experiment/replication.ts";
import { StaysReader } from "../../src/experiment/theory/little.ts";
import { keyText } from "../../src/measures/key.ts";
import { legendOf } from "../../src/model/network/legend.ts";
import { From, Kind } from "../../src/records/log.ts";
import type { NetworkScenario } from "../../src/scenario/types.ts";
import { scenarios, settings } from "./generated.ts";
import { type Row, rowsOf } from "./rows.ts";
import { Story } from "./story.ts";
import { verification } from "../theory/verification.ts";

/**
 * What `Story` checks row by row: time never goes back; everybody is in one place and state at a time; whoever is served next
 * is the first of the most urgent; no more are served than there are servers on duty when they begin; nobody waits beside a
 * free server; nobody is turned away or blocked where there is room; courses have their sessions.
 */
test("everybody's way through a log makes sense", async () => {
  await fc.assert(
    fc.asyncProperty(scenarios, async (scenario) => {
      expect(new Story(scenario, await rowsOf(scenario)).faults.slice(0, 3)).toEqual([]);
    }),
    settings(300),
  );
});

test("whoever came has left, was refused or is still there", async () => {
  await fc.assert(
    fc.asyncProperty(scenarios, async (scenario) => {
      const rows = await rowsOf(scenario);
      const came = rows.filter(({ kind, detail }) => (kind === Kind.join || kind === Kind.serve) && detail < 0).length;
      const { exited, inside, refused } = new Story(scenario, rows);
      expect(came).toBe(exited + inside);
      expect(rows.filter(({ kind }) => kind === Kind.refuse)).toHaveLength(refused);
    }),
    settings(60),
  );
});

test("person-days in the states of care add up to everybody's time in the network", async () => {
  await fc.assert(
    fc.asyncProperty(scenarios, async (scenario) => {
      const { days, people } = new Story(scenario, await rowsOf(scenario));
      const horizon = scenario.warm_up_days + scenario.run_days;
      let all = 0;
      for (const { state, since, entered } of people.values()) all += (state === "gone" ? since : horizon) - entered;
      expect(days.waiting + days.served + days.delayed + days.blocked).toBeCloseTo(all, 6);
      expect(days.onward).toBe(0);
    }),
    settings(60),
  );
});

test("Little's law holds at every place, for every group and window, to the last digits", async () => {
  await fc.assert(
    fc.asyncProperty(scenarios, async (scenario) => {
      const reader = new StaysReader(legendOf(scenario));
      const { values } = await replicate(scenario, { seed: "laws", replication: 0, executive: "fast" }, [reader]);
      const rows = littleRows(legendOf(scenario), figureKeys(scenario), values, reader.stays());
      expect(rows.filter(({ agrees }) => !agrees).map(({ key }) => keyText(key))).toEqual([]);
    }),
    settings(150),
  );
});

test("the same scenario, seed and replication leave the same log", async () => {
  await fc.assert(
    fc.asyncProperty(scenarios, async (scenario) => {
      expect(await rowsOf(scenario)).toEqual(await rowsOf(structuredClone(scenario)));
    }),
    settings(20),
  );
});

/** What chance decided for each person, by person, place, visit and group. */
interface Fates {
  readonly arrivals: Map<number, number>;
  /** Length of service; for courses with the sessions missed, which decide it. */
  readonly services: Map<string, number>;
  /** Waits that ended because patience ran out, and waits that ended in service. */
  readonly left: Map<string, number>;
  readonly waited: Map<string, number>;
}

function fatesOf(rows: readonly Row[]): Fates {
  const fates: Fates = { arrivals: new Map(), services: new Map(), left: new Map(), waited: new Map() };
  const visits = new Map<string, number>();
  const since = new Map<number, number>();
  for (const { at, kind, person, place, group, detail } of rows) {
    const comes = kind === Kind.join || kind === Kind.serve;
    if ((comes || kind === Kind.refuse) && detail === From.outside) fates.arrivals.set(person, at);
    const here = `${person} at ${place}`;
    if (comes) visits.set(here, (visits.get(here) ?? 0) + 1);
    const key = `${here}, visit ${visits.get(here)} as ${group}`;
    if (kind === Kind.leave) fates.left.set(key, at - since.get(person)!);
    if (kind === Kind.start) fates.waited.set(key, at - since.get(person)!);
    if (kind === Kind.complete) fates.services.set(key, at - since.get(person)!);
    if (comes || kind === Kind.start) since.set(person, at);
  }
  return fates;
}

/** Entries whose keys both have. */
function both(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): [string, number, number][] {
  return [...a].flatMap(([key, value]) => (b.has(key) ? [[key, value, b.get(key)!]] : []));
}

function withOneMoreServer(scenario: NetworkScenario, at: number): NetworkScenario {
  const nodes = scenario.nodes.map((node, i) => {
    if (i !== at) return node;
    const steps = node.servers.steps.map((step) => ({ ...step, value: step.value + 1 }));
    return { ...node, servers: { ...node.servers, steps } };
  });
  return { ...scenario, nodes };
}

test("one more server changes nobody's arrival, length of service or patience", async () => {
  let compared = 0;
  await fc.assert(
    fc.asyncProperty(scenarios, fc.nat(), async (scenario, pick) => {
      const before = fatesOf(await rowsOf(scenario));
      const after = fatesOf(await rowsOf(withOneMoreServer(scenario, pick % scenario.nodes.length)));
      expect(after.arrivals).toEqual(before.arrivals);
      const services = both(before.services, after.services);
      const patience = both(before.left, after.left);
      compared += services.length + patience.length;
      for (const [key, one, other] of [...services, ...patience]) expect(other, key).toBeCloseTo(one, 9);
      // Whoever was served in one and left in the other was served before their patience ran out.
      for (const [key, waited, left] of [...both(before.waited, after.left), ...both(after.waited, before.left)]) {
        expect(waited, key).toBeLessThanOrEqual(left + 1e-9);
      }
    }),
    settings(150),
  );
  expect(compared).toBeGreaterThan(1000);
});

test("a story finds fault with a log that was tampered with", async () => {
  const scenario = { ...verification("priority-mm1"), warm_up_days: 5, run_days: 10, windows: [] };
  const rows = await rowsOf(scenario);
  expect(new Story(scenario, rows).faults).toEqual([]);
  const starts = rows.flatMap(({ kind }, i) => (kind === Kind.start || kind === Kind.serve ? [i] : []));
  const missing = rows.filter((_, i) => i !== starts[1]);
  const late = rows.map((row, i) => (i === 5 ? { ...row, at: row.at + 1 } : row));
  const elsewhere = rows.map((row, i) => (i === starts[1] ? { ...row, person: row.person + 1 } : row));
  for (const tampered of [missing, late, elsewhere]) {
    expect(new Story(scenario, tampered).faults.length).toBeGreaterThan(0);
  }
});
