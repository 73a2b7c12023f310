import { expect, test } from "vitest";
import { figureKeys, parseScenario, replicate } from "../../src/index.ts";

/** Everybody leaves as somebody else: half for another place, the other half, after a delay, for good. */
const scenario = {
  format: 1,
  kind: "network",
  title: "Two desks",
  warm_up_days: 0,
  run_days: 200,
  groups: ["new", "old"],
  exits: ["out"],
  nodes: {
    first: {
      servers: 2,
      service: { law: "exponential", mean_days: 0.5 },
      arrivals: [{ group: "new", per_day: 3 }],
      routing: [
        { to: "second", probability: 0.5, as_group: "old" },
        { to: "out", probability: 0.5, as_group: "old", delay: { law: "deterministic", days: 0 } },
      ],
    },
    second: { servers: 9, service: { law: "exponential", mean_days: 1 }, routing: "out" },
  },
};

test("people leave a place as whom they were there, whatever they become on the way", async () => {
  const parsed = parseScenario(JSON.stringify(scenario), { name: "desks.json" });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  const keys = figureKeys(parsed.scenario);
  const { values } = await replicate(parsed.scenario, { seed: "exits", replication: 0, executive: "fast" });
  const figure = (place: string, group: string, measure: string, estimand: string): number =>
    values[
      keys.findIndex(
        (key) =>
          key.place === place &&
          key.group === group &&
          key.measure === measure &&
          key.estimand === estimand &&
          key.statistic === "count",
      )
    ]!;
  const exits = (place: string, group: string, to: string): number => figure(place, group, "exits", to);
  expect(exits("first", "old", "second") + exits("first", "old", "out")).toBe(0);
  expect(exits("first", "new", "second")).toBe(figure("second", "old", "arrivals", "from_nodes"));
  const completed = figure("first", "new", "completions", "events");
  expect(exits("first", "new", "second") + exits("first", "new", "out")).toBe(completed);
  expect(exits("second", "old", "out")).toBe(figure("second", "old", "completions", "events"));
  expect(exits("second", "new", "out")).toBe(0);
});
