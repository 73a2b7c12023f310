/** What a page draws of a pathway: people in each state over time, and the flows between places. */
import { describe, expect, test } from "vitest";
import { figureKeys, flowsIn, replicate } from "../../src/experiment/replication.ts";
import { careStates } from "../../src/records/pathway-codes.ts";
import { brief, figuresOf, rowsOf } from "./scenarios.ts";

const scenario = brief({ services: { IAPT: { passes_on: 1, passes_on_to: ["charity", "CMHT"] } } });
const times = [0, 30, 180, 400, 545];

describe("people in each state over time", () => {
  test("are those that the log has", async () => {
    const { series } = await replicate(scenario, { seed: "tests", replication: 0, executive: "fast", times });
    const groups = scenario.population.groups.length;
    const rows = await rowsOf(scenario);
    const now = new Map<number, number>();
    let next = 0;
    for (const [t, time] of times.entries()) {
      for (; next < rows.length && rows[next]!.at < time; next++) {
        const { kind, person, group, detail } = rows[next]!;
        if (kind === "state") now.set(person, group * careStates.length + detail);
        if (kind === "disappear") now.delete(person);
      }
      const people = new Float64Array(groups * careStates.length);
      for (const cell of now.values()) people[cell]!++;
      const told = people.map((_, cell) => series!.states![cell * times.length + t]!);
      expect(told).toEqual(people);
    }
    expect(now.size).toBeGreaterThan(4000);
  });
});

describe("flows", () => {
  const flows = flowsIn(scenario);

  test("each has its figure, at a place of the scenario", () => {
    const known = new Set(
      figureKeys(scenario)
        .filter(({ group }) => group === "all")
        .map(({ place, measure, estimand, statistic }) => [place, measure, estimand, statistic].join()),
    );
    const missing = flows.filter(
      ({ figure: { place, measure, estimand, statistic } }) => !known.has([place, measure, estimand, statistic].join()),
    );
    expect(missing).toEqual([]);
  });

  test("into each service are all referrals to it", async () => {
    const find = await figuresOf(scenario);
    const width = ({ figure: { place, measure, estimand, statistic } }: (typeof flows)[number]): number =>
      find(place, "all", measure, estimand, statistic);
    for (const { name, programmes } of scenario.services) {
      if (programmes.length === 0) continue;
      const into = flows.filter(({ to, what }) => to === name && (what === "referral" || what === "passed on"));
      const sent = into.reduce((sum, flow) => sum + width(flow), 0);
      expect([name, sent]).toEqual([name, find(name, "all", "referrals", "all", "count")]);
    }
    expect(flows.filter(({ what }) => what === "passed on").map(({ to }) => to)).toEqual(["charity", "CMHT"]);
  });

  test("of crises are all of them", async () => {
    const find = await figuresOf(scenario);
    const met = flows
      .filter(({ what }) => what === "crisis")
      .reduce(
        (sum, { figure: { place, measure, estimand } }) => sum + find(place, "all", measure, estimand, "count"),
        0,
      );
    expect(met).toBe(find("all practices", "all", "crises", "events", "count"));
  });
});
