/** Small scenarios for tests of method. */
import { type Scenario, parseScenario } from "../../src/index.ts";

/** M/M/1 with a load of a half and mean service of a day: the mean wait of all is 1 day, the mean queue 0.5. */
export function desk({ run_days = 400, warm_up_days = 50, more = {} } = {}): Scenario {
  const text = JSON.stringify({
    format: 1,
    kind: "network",
    title: "Desk",
    warm_up_days,
    run_days,
    exits: ["out", "gone"],
    nodes: {
      desk: {
        servers: 1,
        service: { law: "exponential", mean_days: 1 },
        arrivals: [{ per_day: 0.5 }],
        routing: "out",
        ...more,
      },
    },
  });
  const parsed = parseScenario(text, { name: "desk.json" });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.scenario;
}
