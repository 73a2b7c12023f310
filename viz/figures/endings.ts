/** What becomes of referrals to a service over time, and how the official share within each standard compares with the full one. */
import { estimate, fates, type Outcome, type ScenarioResult, valuesOf } from "../../src/index.ts";
import type { EndingsFigures } from "../charts/endings.ts";
import type { ReadingsFigures } from "../charts/readings.ts";
import { waitDaysOf } from "../study/grid.ts";
import type { Known, Results } from "../study/results.ts";

/** Standards that are drawn: 6 and 18 weeks (IAPT), 4 weeks (community teams), and a year. In days. */
const standardsOf = (service: string): readonly number[] =>
  /cmht|community/i.test(service) ? [28, 126, 364] : [42, 126, 364];

/** Services that take referrals, in the order of the scenarios, each once. */
export function referredTo({ scenarios }: Results): string[] {
  const names = scenarios.flatMap(({ scenario }) => (scenario?.kind === "pathway" ? scenario.services : []));
  return [...new Set(names.filter(({ programmes }) => programmes.length > 0).map(({ name }) => name))];
}

type Followed = NonNullable<Outcome["fates"]>;

/** Of scenarios that have the service and whose referrals were followed. */
export function endingsFigures({ scenarios }: Results, place: string): EndingsFigures {
  return {
    place,
    standards: standardsOf(place),
    scenarios: scenarios.flatMap(({ title, result }) => {
      const service = serviceAt(result, place);
      if (result === undefined || service < 0) return [];
      const followed = result.outcomes.flatMap((outcome) => outcome.fates ?? []);
      if (followed.length === 0) return [];
      const waitDays = waitDaysOf(result.scenario);
      const ofRun = ({ received, ended }: Followed, fate: number, day: number): number =>
        ended[(service * fates.length + fate) * waitDays.length + day]! / received[service]!;
      const share = (fate: number) => waitDays.map((_, day) => estimate(followed.map((run) => ofRun(run, fate, day))));
      const shares = { seen: share(0), left: share(1), rejected: share(2) };
      const still = (run: Followed, day: number): number =>
        [0, 1, 2].reduce((left, fate) => left - ofRun(run, fate, day), 1);
      const waiting = waitDays.map((_, day) => estimate(followed.map((run) => still(run, day))));
      return [{ title, days: waitDays, shares, waiting }];
    }),
  };
}

const serviceAt = (result: ScenarioResult | undefined, place: string): number =>
  result?.scenario.kind === "pathway" ? result.scenario.services.findIndex(({ name }) => name === place) : -1;

/** For each scenario and each limit that it reports, such as 42 and 126 days. */
export function readingsFigures({ scenarios }: Results, place: string): ReadingsFigures {
  return { place, readings: scenarios.flatMap((known) => readingsIn(known, place)) };
}

function readingsIn({ title, result }: Known, place: string): ReadingsFigures["readings"] {
  if (result === undefined || serviceAt(result, place) < 0) return [];
  const share = (estimand: string, limit: number) =>
    estimate(
      valuesOf(result, [{ measure: "wait_to_first_treatment", estimand, statistic: `share_within_${limit}`, place }]) ??
        [],
    );
  return result.scenario.wait_limits_days.map((limit) => ({
    scenario: title,
    limit,
    official: share("finished_courses", limit),
    full: share("all_begun", limit),
  }));
}
