/** One replication, from scenario to figures. */
import type { Days } from "../engine/time.ts";
import type { MeasureKey } from "../measures/key.ts";
import { TrendReader } from "../measures/trend.ts";
import { addTimes } from "../measures/levels.ts";
import { measurementOf } from "../measures/measure.ts";
import type { NetworkReader } from "../measures/network.ts";
import { segmentEnds, segmentsOf } from "../measures/segments.ts";
import { FatesReader, type Followed } from "../measures/pathway/fates.ts";
import { type Flow, flowsOf } from "../measures/pathway/flows.ts";
import { StatesReader } from "../measures/pathway/states-over-time.ts";
import { SeriesReader } from "../measures/series.ts";
import { legendOf } from "../model/legend.ts";
import { type RunSettings, runOnce } from "../model/run.ts";
import type { Reader } from "../records/log.ts";
import type { PathwayScenario } from "../scenario/pathway/types.ts";
import type { AnyScenario } from "../scenario/types.ts";
import { stretchesOf } from "./method/warm-up-check.ts";
import { type Stays, StaysReader } from "./theory/little.ts";

/** What is wanted of a replication. */
export interface Task extends RunSettings {
  /** Days at which to look at waiting lists and people in service; none if left out. */
  readonly times?: readonly number[] | undefined;
  /** Whether the time at each level of the waiting lists and of the people in service is wanted. */
  readonly levels?: boolean | undefined;
  /** Whether the days that people spent waiting and served are wanted, put together person by person. Of networks only. */
  readonly stays?: boolean | undefined;
  /** Whether it is wanted how the counts went, to see whether the warm-up was long enough. */
  readonly trend?: boolean | undefined;
  /** Days since the referral by which the fates of the referrals of a pathway are wanted; none if left out. */
  readonly waits?: readonly Days[] | undefined;
}

/** Time at each level, by window, then by place: index is the level, value is days. */
export interface LevelTimes {
  readonly queue_length: readonly (readonly Float64Array[])[];
  readonly in_service: readonly (readonly Float64Array[])[];
}

export interface Series {
  /** People on the waiting list, and in service: place × times + time. */
  readonly queue: Float64Array;
  readonly inService: Float64Array;
  /** Of a pathway: people in view, (group × states + state) × times + time, states in the order of `careStates`. */
  readonly states?: Float64Array;
}

export interface Outcome {
  /** Figures in the order of `figureKeys`; NaN where a figure does not exist. */
  readonly values: Float64Array;
  /** At the times of the task. */
  readonly series?: Series;
  readonly levels?: LevelTimes;
  readonly stays?: readonly Stays[];
  /** Of `TrendReader`, over the stretches of `stretchesOf`; none where the scenario has none of these. */
  readonly trend?: Float32Array;
  /** Of a pathway, where the task asks for it. */
  readonly fates?: Followed;
  readonly events: number;
}

/** Keys by legend: the thousands of points of a sweep mostly share theirs, and to work them out takes longer than to read one. */
const keysOf = new Map<string, readonly MeasureKey[]>();
const mostKept = 20;

/** What each value of an outcome is. */
export function figureKeys(scenario: AnyScenario): MeasureKey[] {
  const legend = legendOf(scenario);
  const text = JSON.stringify(legend);
  const known = keysOf.get(text);
  if (known) return [...known];
  const { readers, figures } = measurementOf(legend);
  for (const reader of readers) reader.end(legend.horizon);
  const keys: MeasureKey[] = [];
  figures((key) => keys.push(key));
  if (keysOf.size >= mostKept) keysOf.clear();
  keysOf.set(text, keys);
  return [...keys];
}

/** The flows between the places of a pathway, each with the figure that is its width. */
export const flowsIn = (scenario: PathwayScenario): Flow[] => flowsOf(legendOf(scenario));

/**
 * Runs once. Further readers may listen in, such as one that writes the log to a file.
 * @param turn called now and then while a pathway runs; what it throws ends the run: see `runOnce`
 */
export async function replicate(
  scenario: AnyScenario,
  task: Task,
  listeners: readonly Reader[] = [],
  turn?: () => Promise<void>,
): Promise<Outcome> {
  const legend = legendOf(scenario);
  const { readers, lists, figures } = measurementOf(legend);
  const series = task.times && new SeriesReader(legend, task.times);
  const states = task.times && legend.pathway && new StatesReader(legend, task.times);
  const stays = task.stays ? new StaysReader(legend) : undefined;
  const fates = task.waits && legend.pathway && new FatesReader(legend, task.waits);
  const stretches = task.trend ? stretchesOf(scenario) : undefined;
  const trend = stretches && new TrendReader(legend, stretches.count, stretches.days);
  const looking = [series, states, stays, fates, trend].filter((reader) => reader !== undefined);
  const events = await runOnce(scenario, task, [...readers, ...looking, ...listeners], turn);
  const values: number[] = [];
  figures((_, value) => values.push(value));
  return {
    values: Float64Array.from(values),
    ...(series && {
      series: { queue: series.queue, inService: series.inService, ...(states && { states: states.people }) },
    }),
    ...(trend && { trend: trend.means }),
    ...(stays && { stays: stays.stays() }),
    ...(fates && { fates: { received: fates.received, ended: fates.ended } }),
    ...(task.levels && { levels: levelTimes(lists) }),
    events,
  };
}

function levelTimes(reader: NetworkReader): LevelTimes {
  const { legend } = reader;
  const ends = segmentEnds(legend.windows, legend.horizon);
  const cells = legend.places.length * legend.groups.length;
  const times = (which: "queue" | "inService"): Float64Array[][] =>
    legend.windows.map((window) =>
      legend.places.map((_, place) =>
        addTimes(segmentsOf(window, ends).map((segment) => reader.segments[segment]![which][cells + place]!)),
      ),
    );
  return { queue_length: times("queue"), in_service: times("inService") };
}
