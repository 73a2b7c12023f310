/** The warm-up that a scenario needs: waiting lists, people in service and states of care from day 0, over replications. */
import type { Days } from "../../engine/time.ts";
import { legendOf } from "../../model/legend.ts";
import type { ExecutiveName } from "../../model/run.ts";
import { type CareState, careStates } from "../../records/pathway-codes.ts";
import type { AnyScenario } from "../../scenario/types.ts";
import type { Outcome, Series } from "../replication.ts";
import type { Table } from "../tables.ts";
import type { HowToRun } from "../study.ts";
import { runStudy } from "../study.ts";
import { movingAverage, mser5, welch } from "./warm-up.ts";

export interface SettlingSettings extends HowToRun {
  readonly seed: string;
  readonly replications: number;
  /** Only what happens before this day is looked at: what a scenario changes later is no warm-up. Default: the end. */
  readonly until_day?: Days | undefined;
  readonly executive?: ExecutiveName | undefined;
  /** Rejected when the work is to stop; `settlingOf` is then rejected with `Cancelled`. */
  readonly stopped?: Promise<never> | undefined;
}

export interface SeriesSettling {
  /** A place with a list or people in service; "everybody" for states of care. */
  readonly place: string;
  /** What is counted: people on the list, in service, or in a state of care. */
  readonly measure: "queue_length" | "in_service" | CareState;
  /** By time: mean over replications, and its moving average. */
  readonly mean: Float64Array;
  readonly smooth: Float64Array;
  readonly mser5_days: Days;
  readonly welch_days: Days;
  /** Whether both methods found it settled in the first half of the series. */
  readonly settled: boolean;
}

export interface ScenarioSettling {
  readonly times: readonly Days[];
  /** Places in the order of the scenario, then, in a pathway, states of care; series that never change (nobody ever waits) are left out. */
  readonly series: readonly SeriesSettling[];
  /** The longest of all; 0 where there is no series. */
  readonly recommended_days: Days;
  /** Whether all are settled. If not, the run is too short to tell. */
  readonly settled: boolean;
}

/** Times at which the series are looked at, and values on either side that a moving average takes in. */
const points = 1000;
const window = 50;

export async function settlingOf(scenario: AnyScenario, settings: SettlingSettings): Promise<ScenarioSettling> {
  const { seed, replications, until_day, executive, stopped, ...how } = settings;
  const end = Math.min(until_day ?? Infinity, scenario.warm_up_days + scenario.run_days);
  if (!(end > 0)) throw new RangeError(`until_day must be above 0, got ${until_day}`);
  const times = Array.from({ length: points }, (_, i) => (end * (i + 1)) / points);
  const running = runStudy({ scenarios: [scenario], seed, replications, executive, times }, how);
  stopped?.catch(() => running.cancel());
  const { scenarios } = await running.done;
  const { outcomes } = scenarios[0]!;
  const series = looksOf(scenario).flatMap(({ place, measure, countsIn }): SeriesSettling[] => {
    const mean = meanOver(outcomes, countsIn);
    return mean.every((value) => value === mean[0]) ? [] : [settle(place, measure, mean, times)];
  });
  return {
    times,
    series,
    recommended_days: Math.max(0, ...series.flatMap((each) => [each.mser5_days, each.welch_days])),
    settled: series.every((each) => each.settled),
  };
}

/** One series to be looked at. */
interface Look {
  readonly place: string;
  readonly measure: SeriesSettling["measure"];
  /** The counts in question, of whatever is in a run's series; several are added up. */
  readonly countsIn: (series: Series) => readonly Float64Array[];
}

function looksOf(scenario: AnyScenario): Look[] {
  const { places, groups, pathway } = legendOf(scenario);
  const row = (counts: Float64Array, i: number): Float64Array => counts.subarray(i * points, (i + 1) * points);
  const atPlaces = places.flatMap(({ name: place }, at): Look[] => [
    { place, measure: "queue_length", countsIn: ({ queue }) => [row(queue, at)] },
    { place, measure: "in_service", countsIn: ({ inService }) => [row(inService, at)] },
  ]);
  if (pathway === undefined) return atPlaces;
  const states = careStates.map((measure, state): Look => ({
    place: "everybody",
    measure,
    countsIn: (series) => groups.map((_, group) => row(series.states!, group * careStates.length + state)),
  }));
  return [...atPlaces, ...states];
}

function meanOver(outcomes: readonly Outcome[], countsIn: Look["countsIn"]): Float64Array {
  const mean = new Float64Array(points);
  for (const { series } of outcomes) {
    for (const counts of countsIn(series!)) counts.forEach((count, i) => (mean[i]! += count / outcomes.length));
  }
  return mean;
}

function settle(
  place: string,
  measure: SeriesSettling["measure"],
  mean: Float64Array,
  times: readonly Days[],
): SeriesSettling {
  const byMser5 = mser5(mean);
  const byWelch = welch(mean, window);
  // Value i was seen at times[i]; what is to be left out ends where the value before it was seen.
  const days = (from: number): Days => (from === 0 ? 0 : times[from - 1]!);
  return {
    place,
    measure,
    mean,
    smooth: movingAverage(mean, window),
    mser5_days: days(byMser5.from),
    welch_days: days(byWelch.from),
    settled: byMser5.settled && byWelch.settled,
  };
}

/** Every value of every series, with its moving average. */
export function settlingTable({ times, series }: ScenarioSettling): Table {
  return {
    columns: ["place", "measure", "day", "mean", "moving_average"],
    *rows() {
      for (const { place, measure, mean, smooth } of series) {
        for (const [i, day] of times.entries()) yield [place, measure, day, mean[i]!, smooth[i]!];
      }
    },
  };
}
