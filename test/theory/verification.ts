/** The scenarios of scenarios/verification, for tests. */
import { readFileSync } from "node:fs";
import { parseScenario } from "../../src/scenario/parse.ts";
import type { NetworkScenario } from "../../src/scenario/types.ts";

const folder = new URL("../../scenarios/verification/", import.meta.url);

export function verification(name: string): NetworkScenario {
  const parsed = parseScenario(readFileSync(new URL(`${name}.json`, folder), "utf8"), { name });
  if (!parsed.ok) throw new Error(`${name}: ${JSON.stringify(parsed.problems)}`);
  if (parsed.scenario.kind !== "network") throw new Error(`${name} is not a network`);
  return parsed.scenario;
}

/** A copy with something changed at one of its nodes. */
export function changeNode(
  scenario: NetworkScenario,
  at: number,
  change: Partial<NetworkScenario["nodes"][number]>,
): NetworkScenario {
  return { ...scenario, nodes: scenario.nodes.map((node, i) => (i === at ? { ...node, ...change } : node)) };
}
