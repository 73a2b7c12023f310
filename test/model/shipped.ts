/** The networks among the scenarios that come with caregap. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { largestValue } from "../../src/engine/schedule.ts";
import { parseAnyScenario } from "../../src/scenario/parse.ts";
import type { NetworkScenario } from "../../src/scenario/types.ts";

const folder = fileURLToPath(new URL("../../scenarios", import.meta.url));

/** Paths below scenarios/, with what is in them. */
export function shippedNetworks(): [path: string, scenario: NetworkScenario][] {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".json"));
  return files
    .filter((path) => !path.endsWith("schema.json") && !path.startsWith("sweeps"))
    .toSorted()
    .flatMap((name): [string, NetworkScenario][] => {
      const load = (path: string): string | undefined => {
        const file = join(folder, dirname(name), path);
        return existsSync(file) ? readFileSync(file, "utf8") : undefined;
      };
      const parsed = parseAnyScenario(readFileSync(join(folder, name), "utf8"), { name, load });
      if (!parsed.ok) throw new Error(`${name}: ${JSON.stringify(parsed.problems)}`);
      const { scenario } = parsed;
      return scenario.kind === "network" ? [[name, scenario]] : [];
    });
}

/** The same from empty, for so many days at most that about `people` come from outside. */
export function shortened(scenario: NetworkScenario, people: number): NetworkScenario {
  const perDay = scenario.nodes
    .flatMap((node) => node.arrivals)
    .reduce((sum, arrivals) => sum + (arrivals.kind === "poisson" ? largestValue(arrivals.per_day) : 1), 0);
  const days = Math.min(scenario.warm_up_days + scenario.run_days, people / perDay);
  return { ...scenario, warm_up_days: 0, run_days: days, windows: [{ name: "all of it", from_day: 0, to_day: days }] };
}
