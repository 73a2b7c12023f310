/** A study that runs in no time: one counter with so many servers, and the same with one more. */
import { firstView, type StudyState } from "../../viz/state/state.ts";

const counter = JSON.stringify({
  format: 1,
  kind: "network",
  title: "A counter <b>with markup</b>",
  warm_up_days: 10,
  run_days: 200,
  exits: ["home"],
  nodes: {
    counter: {
      servers: 3,
      service: { law: "exponential", mean_days: 1 },
      arrivals: [{ per_day: 2.5 }],
      routing: "home",
    },
  },
});

export const smallStudy: StudyState = {
  format: 1,
  scenarios: [
    { id: "a", name: "", base: "mine.json", changes: [] },
    { id: "b", name: "One more server", base: "mine.json", changes: [{ path: "nodes.counter.servers", value: 4 }] },
  ],
  seed: "a seed of its own",
  runs: 5,
  files: { "mine.json": counter },
  view: firstView,
};
