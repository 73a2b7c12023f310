/** The page draws networks; a scenario of another kind is told apart here. */
import type { Problem, Scenario } from "../src/index.ts";

export type Network = Extract<Scenario, { readonly kind: "network" }>;

export const isNetwork = (scenario: { readonly kind: string }): scenario is Network => scenario.kind === "network";

export function asNetwork(scenario: { readonly kind: string }): Network {
  if (!isNetwork(scenario)) throw new TypeError(`the page draws networks, got a ${scenario.kind}`);
  return scenario;
}

export const notANetwork = (kind: string): Problem => ({
  at: "kind",
  expected: '"network"',
  got: JSON.stringify(kind),
  hint: "This page compares networks. The command line runs scenarios of every kind: caregap compare BASE OTHER.",
});
