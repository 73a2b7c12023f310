/** The practices, ready to run: what services there are for their patients, and what their GPs have learned. */
import type { Streams } from "../../engine/streams.ts";
import type { PathwayScenario, Population } from "../../scenario/pathway/types.ts";

export interface ReadyPractice {
  readonly adults: number;
  /** GPs, whole-time equivalent. */
  readonly gps: number;
  /** How much more often people fall ill here than on average over all practices (M69). */
  readonly need: number;
  /** Odds of recovery here, as a ratio to the least deprived (M69). */
  readonly recoveryOdds: number;
  /** By service: whether the practice's patients can use it, and what its GPs are told. */
  readonly available: readonly boolean[];
  readonly hearsOfNonEngagement: readonly boolean[];
  readonly hearsOfProgress: readonly boolean[];
  /** By service, then group: whether the service takes the group here (M8). */
  readonly accepts: readonly (readonly boolean[])[];
  /** Rejections that its GPs have had as not risky enough, and as too risky (M30). */
  rejectedAsSafe: number;
  rejectedAsRisky: number;
}

/** The same practice has the same luck in every scenario. */
export function buildPractices({ population, services, gp }: PathwayScenario, streams: Streams): ReadyPractice[] {
  const { practices, adult_share, groups } = population;
  const meanNeed = weightedNeed(population);
  return practices.map(({ name, list, decile }): ReadyPractice => {
    const source = streams.source(`practice ${name}`);
    const chance = (what: string, service: string, p: number): boolean =>
      streams.draw(source, 0, streams.question(`${what} of ${service}`), 0) < p;
    return {
      adults: list * adult_share,
      gps: list / gp.patients_per_gp,
      need: needIn(decile, population) / meanNeed,
      recoveryOdds: 1 + (population.deprivation_recovery_odds - 1) * ((10 - decile) / 9),
      available: services.map((service) => chance("availability", service.name, service.available)),
      hearsOfNonEngagement: services.map(({ name: at, feedback }) =>
        chance("feedback on non-engagement", at, feedback.non_engagement),
      ),
      hearsOfProgress: services.map(({ name: at, feedback }) => chance("feedback on progress", at, feedback.progress)),
      accepts: services.map((service) =>
        groups.map((group, g) => chance(`policy on ${group.name}`, service.name, service.triage.accepts[g]!)),
      ),
      rejectedAsSafe: 0,
      rejectedAsRisky: 0,
    };
  });
}

/** Linear from the least deprived tenth to the most deprived. */
const needIn = (decile: number, { deprivation_need_ratio: ratio }: Population): number =>
  1 + (ratio - 1) * ((10 - decile) / 9);

function weightedNeed(population: Population): number {
  let people = 0;
  let need = 0;
  for (const { list, decile } of population.practices) {
    people += list;
    need += list * needIn(decile, population);
  }
  return need / people;
}
