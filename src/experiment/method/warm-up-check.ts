/**
 * Whether the warm-up of a run was long enough, from the run itself: how its counts went, over all replications that there
 * are. It says so only where it can be told: see `judgeWarmUp`.
 */
import { tQuantile } from "../../engine/maths/beta.ts";
import type { Schedule } from "../../engine/schedule.ts";
import type { Days } from "../../engine/time.ts";
import { type Counted, countedIn } from "../../measures/trend.ts";
import { legendOf } from "../../model/legend.ts";
import type { PathwayScenario } from "../../scenario/pathway/types.ts";
import type { AnyScenario, NetworkScenario } from "../../scenario/types.ts";

/** A count that was still on its way after the warm-up. */
export interface Drift extends Counted {
  /** From where on no drift can be told; undefined: not in the first half of the run, which is too short to tell. */
  readonly settles_by_day: Days | undefined;
  /** Mean number of people from the end of the warm-up to that day (undefined: to the middle of what is measured) … */
  readonly before: number;
  /** … and from there to the end. */
  readonly after: number;
  /** Of `before` - `after`: an interval, with 99% for all counts at once. */
  readonly low: number;
  readonly high: number;
  /** By which share of `after` the mean of all that is measured is off. */
  readonly off: number;
}

export interface WarmUpJudgement {
  readonly warm_up_days: Days;
  /** Why nothing can be told; undefined where it can. */
  readonly untold: string | undefined;
  /** The longest that a drift asks for; what there is where none does; undefined: cannot be told, or not settled. */
  readonly recommended_days: Days | undefined;
  /** The largest, as a share, first. */
  readonly drifts: readonly Drift[];
}

/** Into so many stretches a run is cut, or a few more. */
const stretchesWanted = 60;
const fewestStretches = 20;
const fewestReplications = 3;
/** Of all counts together: that one of them is told to drift that does not. */
const wrongly = 0.01;
/** Less than this does not matter: the mean of what is measured is off by such a share. */
const leastShare = 0.01;

/** How a run is cut into stretches to see how its counts went; undefined where that says nothing. */
export interface Stretches {
  readonly count: number;
  readonly days: Days;
}

/**
 * Up to where the scenario changes by design, which no warm-up is for, and each of whole rounds of what repeats. Undefined
 * where it begins with people who are there (that is no transient to be cut off), changes all the time, or leaves too little.
 */
export function stretchesOf(scenario: AnyScenario): Stretches | undefined {
  const { until, round, starts } =
    scenario.kind === "network" ? designOfNetwork(scenario) : { ...designOfPathway(scenario), round: 0 };
  const end = Math.min(until, scenario.warm_up_days + scenario.run_days);
  const wanted = end / stretchesWanted;
  const days = round > 0 ? round * Math.ceil(wanted / round) : wanted;
  const count = Math.floor(end / days + 1e-9);
  return starts || !(count >= fewestStretches) ? undefined : { count, days };
}

interface Design {
  readonly starts: boolean;
  /** The first day on which something changes for good. */
  readonly until: Days;
  /** The longest time after which something repeats. */
  readonly round: Days;
}

function designOfNetwork({ nodes }: NetworkScenario): Design {
  const schedules = nodes.flatMap(({ servers, arrivals }): Schedule[] => [
    servers,
    ...arrivals.flatMap((each) => (each.kind === "poisson" ? [each.per_day] : [])),
  ]);
  const changes = schedules.filter(({ steps }) => steps.length > 1);
  const dates = [
    ...changes.flatMap(({ steps, repeat_every_days }) => (repeat_every_days < Infinity ? [] : [steps[1]!.from_day])),
    ...nodes
      .flatMap(({ routing, leavers }) => [routing, leavers].flatMap((dated) => dated.slice(1, 2)))
      .map(({ from_day }) => from_day),
  ];
  const rounds = changes.flatMap(({ repeat_every_days }) => (repeat_every_days < Infinity ? [repeat_every_days] : []));
  const starts = nodes.some(
    ({ start_waiting, start_in_service, start_waited }) =>
      start_waited.length > 0 || [...start_waiting, ...start_in_service].some((count) => count > 0),
  );
  return { starts, until: Math.min(Infinity, ...dates), round: Math.max(0, ...rounds) };
}

function designOfPathway({ services, population }: PathwayScenario): Omit<Design, "round"> {
  const grows = services.some(({ staff }) => staff.some(({ growth_per_day }) => growth_per_day !== 0));
  const starts =
    population.groups.some(({ start }) => start !== undefined) ||
    services.some(
      ({ start, programmes }) => start !== undefined || programmes.some((each) => each.start !== undefined),
    );
  return { starts, until: grows ? 0 : Infinity };
}

/**
 * For each count what is measured first is set against what comes after, replication by replication, with the first of
 * 1, 2, 4, 8, … stretches up to half of them. It drifts if one of these differences cannot be chance (99% for all counts at
 * once, by Student's t and Bonferroni), and makes the mean of what is measured wrong by 1% or more. It settles on the first
 * day from which on that is no longer so; if not in the first half of the run, then that is too short to tell. So few
 * replications tell of large drifts only.
 *
 * MSER-5 and Welch's rule (`settlingOf`) look at the mean over replications alone. On counts that change slowly they take
 * noise for a beginning: of 34 counts of a steady run one or another would always ask for more.
 * @param trends of each replication, from `TrendReader`
 */
export function judgeWarmUp(scenario: AnyScenario, trends: readonly Float32Array[]): WarmUpJudgement {
  const { warm_up_days } = scenario;
  const stretches = stretchesOf(scenario);
  const nothing = (untold: string): WarmUpJudgement => ({
    warm_up_days,
    untold,
    recommended_days: undefined,
    drifts: [],
  });
  if (stretches === undefined) return nothing("it begins with people who are there, or changes by design");
  if (trends.length < fewestReplications) return nothing(`fewer than ${fewestReplications} replications`);
  const first = Math.ceil(warm_up_days / stretches.days - 1e-9);
  if (first > stretches.count - 5) return nothing("too little is measured before the scenario changes by design");
  const counted = countedIn(legendOf(scenario));
  const tests = counted.length * lengthsFrom(first, stretches.count).length;
  const t = tQuantile(1 - wrongly / 2 / tests, trends.length - 1);
  const drifts = counted
    .flatMap((what, i) =>
      driftOf(
        what,
        trends.map((each) => sumsOf(each, i, stretches)),
        { stretches, first, t },
      ),
    )
    .toSorted((one, other) => Math.abs(other.off) - Math.abs(one.off));
  const days = drifts.map(({ settles_by_day }) => settles_by_day);
  const recommended = days.includes(undefined) ? undefined : Math.max(warm_up_days, ...(days as Days[]));
  return { warm_up_days, untold: undefined, recommended_days: recommended, drifts };
}

/** Sums of one count from day 0 up to each stretch, so that any mean is a difference. */
function sumsOf(trend: Float32Array, i: number, { count }: Stretches): Float64Array {
  const sums = new Float64Array(count + 1);
  for (let stretch = 0; stretch < count; stretch++) sums[stretch + 1] = sums[stretch]! + trend[i * count + stretch]!;
  return sums;
}

const meanOf = (sums: Float64Array, from: number, to: number): number => (sums[to]! - sums[from]!) / (to - from);

interface Looking {
  readonly stretches: Stretches;
  /** The first stretch that is measured whole. */
  readonly first: number;
  readonly t: number;
}

function driftOf(what: Counted, sums: readonly Float64Array[], { stretches, first, t }: Looking): Drift[] {
  const { count, days } = stretches;
  const latest = Math.max(first, Math.floor(count / 2));
  if (!isDrifting(sums, first, t)) return [];
  let from = first + 1;
  while (from <= latest && isDrifting(sums, from, t)) from++;
  const settled = from <= latest;
  const cut = settled ? from : Math.floor((first + count) / 2);
  const drift = differenceAt(cut, first, sums, t);
  if (!(Math.abs(drift.off) >= leastShare)) return [];
  return [{ ...what, settles_by_day: settled ? Math.ceil(from * days - 1e-9) : undefined, ...drift }];
}

function isDrifting(sums: readonly Float64Array[], from: number, t: number): boolean {
  return lengthsFrom(from, sums[0]!.length - 1).some((length) => {
    const { low, high, off } = differenceAt(from + length, from, sums, t);
    return (low > 0 || high < 0) && Math.abs(off) >= leastShare;
  });
}

/** How many of the stretches from one on are set against the others. */
function lengthsFrom(from: number, count: number): number[] {
  const lengths: number[] = [];
  for (let length = 1; length <= (count - from) / 2; length *= 2) lengths.push(length);
  return lengths;
}

/** What comes before a cut, from some stretch on, against what comes after. */
function differenceAt(
  cut: number,
  from: number,
  sums: readonly Float64Array[],
  t: number,
): Omit<Drift, keyof Counted | "settles_by_day"> {
  const count = sums[0]!.length - 1;
  const before = average(sums.map((each) => meanOf(each, from, cut)));
  const after = average(sums.map((each) => meanOf(each, cut, count)));
  const mean = before - after;
  const squares = sums.reduce((sum, each) => {
    const off = meanOf(each, from, cut) - meanOf(each, cut, count) - mean;
    return sum + off * off;
  }, 0);
  const half = t * Math.sqrt(squares / (sums.length - 1) / sums.length);
  const off = average(sums.map((each) => meanOf(each, from, count))) / after - 1;
  return { before, after, low: mean - half, high: mean + half, off };
}

const average = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
