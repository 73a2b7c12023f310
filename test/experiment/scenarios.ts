/** Small scenarios for the tests of studies. */
import { parseScenario, type Scenario } from "../../src/index.ts";

/** A desk where people wait; some turn back. */
export function desk(servers: number, title = "A desk"): Scenario {
  const parsed = parseScenario(
    JSON.stringify({
      format: 1,
      kind: "network",
      title,
      warm_up_days: 5,
      run_days: 45,
      exits: ["out", "gone"],
      nodes: {
        desk: {
          servers,
          service: { law: "exponential", mean_days: 1 },
          arrivals: [{ per_day: 1.5 }],
          patience: { law: "exponential", mean_days: 3 },
          leavers: "gone",
          routing: "out",
        },
      },
    }),
    { name: "desk.json" },
  );
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.scenario;
}
