/** What rough figures leave out: services whose staff has not the time for one person in a model of a tenth of the people. */
import { withoutRoom } from "../../src/index.ts";
import type { Known, Results } from "../study/results.ts";

/** "private specialist: counselling", and a service alone where nobody is assessed; those that have no room in full either are not meant. */
export function leftOutOf({ scenarios, scale }: Pick<Results, "scenarios" | "scale">): string[] {
  return scale < 1 ? [...new Set(scenarios.flatMap(ofScenario))] : [];
}

function ofScenario({ scenario, result }: Known): string[] {
  if (scenario?.kind !== "pathway" || result?.scenario.kind !== "pathway") return [];
  const alsoInFull = new Set(withoutRoom(scenario));
  return withoutRoom(result.scenario).filter((name) => !alsoInFull.has(name));
}

/** Names of the services of which nothing may be said from rough figures. */
export function servicesLeftOut({ scenarios, scale }: Pick<Results, "scenarios" | "scale">): ReadonlySet<string> {
  const leftOut = leftOutOf({ scenarios, scale });
  const services = scenarios.flatMap(({ scenario }) => (scenario?.kind === "pathway" ? scenario.services : []));
  const isOut = (service: string): boolean =>
    leftOut.some((name) => name === service || name.startsWith(`${service}: `));
  return new Set(services.map(({ name }) => name).filter(isOut));
}
