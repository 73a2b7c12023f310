/**
 * Tuning: free parameters are moved, within their own ranges, until the targets are met as nearly as they can be.
 *
 * Each parameter is put on a line from minus to plus infinity by the logarithm of (value - low) / (high - value), so that it
 * never leaves its range, and is counted there in steps of its own: one changes the value by a tenth of itself, or of its
 * range if that is less. The first round moves every parameter by a step, one at a time, to see what it does to every
 * target. Each round takes the damped step of least squares (Levenberg and Marquardt), with a weak pull to where it began, in
 * several lengths, and keeps the best of all that was run. What every run showed corrects the slopes (Broyden), so that
 * the parameters need be tried one at a time again only when a round brings nothing, then the other way; it ends when
 * that brings nothing either. All runs have the same seed and replications, so that what differs is the change. Falsifiers
 * and comparators have no part in it. The same call gives the same values.
 */
import { exp } from "../../engine/maths/exp.ts";
import { log as ln } from "../../engine/maths/log.ts";
import type { Parameter, PathwayScenario } from "../../scenario/pathway/types.ts";
import type { CalibrationRow } from "./calibrate.ts";
import { withValues } from "./change.ts";
import { freeIn } from "./free.ts";
import { dampedStep } from "./least-squares.ts";

export interface Tuned {
  readonly parameter: Parameter;
  readonly value: number;
}

export interface TuneProgress {
  readonly round: number;
  readonly loss: number;
  readonly values: readonly Tuned[];
  readonly rows: readonly CalibrationRow[];
}

export interface TuneSettings {
  readonly rounds: number;
  /** Runs all these scenarios alike, and gives their rows in the same order. */
  readonly evaluate: (scenarios: readonly PathwayScenario[]) => Promise<readonly (readonly CalibrationRow[])[]>;
  readonly onRound?: (progress: TuneProgress) => void;
}

/** A step of a parameter changes its value by this share of itself, or of its range if that is less. */
const trial = 0.1;
/** Pull to the start: moving a parameter by one step costs as much as a target at this distance, squared. */
const prior = 0.001;
const dampings = [0.003, 0.03, 0.3, 1, 3, 10];
/** A parameter at an end of its range is taken to be this share of the range away from it. */
const margin = 0.002;
const digits = 3;
/** Most steps that a parameter may move in a round. */
const longest = 3;

interface Point {
  /** Steps of each parameter from where it began. */
  readonly steps: readonly number[];
  readonly rows: readonly CalibrationRow[];
}

export async function tune(scenario: PathwayScenario, source: unknown, settings: TuneSettings): Promise<TuneProgress> {
  const lines = freeIn(scenario).map(lineOf);
  const run = async (tried: readonly (readonly number[])[]): Promise<(Point | undefined)[]> => {
    const built = tried.map((steps) => withValues(source, valuesAt(lines, steps)));
    const rows = await settings.evaluate(built.filter((one) => one !== undefined));
    let next = 0;
    return built.map((one, i) => (one === undefined ? undefined : { steps: tried[i]!, rows: rows[next++]! }));
  };
  const report = (round: number, { steps, rows }: Point): TuneProgress => {
    const values = lines.map((line, i) => ({ parameter: line.parameter, value: valueAt(line, steps[i]!) }));
    return { round, loss: lossOf(rows), values, rows };
  };

  let [here] = await run([lines.map(() => 0)]);
  if (here === undefined) throw new RangeError("the scenario cannot be tuned: its values do not go together");
  let progress = report(0, here);
  settings.onRound?.(progress);
  let slopes: number[][] | undefined;
  let direction = 1;
  for (let round = 1; round <= settings.rounds; round++) {
    const isFresh = slopes === undefined;
    const alone = isFresh ? await run(lines.map((_, i) => moved(here!.steps, i, direction))) : [];
    slopes ??= alone.map((point) => slopeOf(here!, point, direction));
    const together = await run(dampings.map((damping) => stepFrom(here!, slopes!, damping)));
    for (const point of together) if (point !== undefined) correct(slopes, here, point);
    const best = bestOf([...alone, ...together], costOf(here));
    if (best === undefined) {
      // Slopes that were corrected on the way may be wrong: look again, the other way. If they are new, this is the end.
      if (isFresh && direction < 0) break;
      if (isFresh) direction = -1;
      slopes = undefined;
      continue;
    }
    here = best;
    progress = report(round, here);
    settings.onRound?.(progress);
  }
  return progress;
}

interface Line {
  readonly parameter: Parameter;
  readonly start: number;
  /** Length of a step on the line. */
  readonly step: number;
}

function lineOf(parameter: Parameter): Line {
  const [low, high] = [parameter.low!, parameter.high!];
  const range = high - low;
  const share = Math.min(1 - margin, Math.max(margin, (parameter.value - low) / range));
  const change = trial * Math.min(range, Math.max(Math.abs(parameter.value), trial * range));
  return { parameter, start: ln(share / (1 - share)), step: change / (range * share * (1 - share)) };
}

/** To so many digits, so that what is printed is what was run. */
function valueAt({ parameter, start, step }: Line, steps: number): number {
  if (steps === 0) return parameter.value;
  const [low, high] = [parameter.low!, parameter.high!];
  const value = low + (high - low) / (1 + exp(-(start + steps * step)));
  return Math.min(high, Math.max(low, Number(value.toPrecision(digits))));
}

const valuesAt = (lines: readonly Line[], steps: readonly number[]): Map<string, number> =>
  new Map(lines.map((line, i) => [line.parameter.path, valueAt(line, steps[i]!)]));

const moved = (steps: readonly number[], parameter: number, by: number): number[] =>
  steps.map((x, i) => (i === parameter ? x + by : x));

/** What a step of one parameter does to the distance of each target. */
function slopeOf(here: Point, point: Point | undefined, direction: number): number[] {
  const from = distancesOf(here.rows);
  if (point === undefined) return from.map(() => 0);
  return distancesOf(point.rows).map((distance, t) => (distance - from[t]!) / direction);
}

function stepFrom(here: Point, slopes: readonly (readonly number[])[], damping: number): number[] {
  const distances = distancesOf(here.rows);
  const weights = distances.map((distance) => Math.sqrt(weightAt(distance)));
  const weigh = (row: readonly number[]): number[] => row.map((x, t) => x * weights[t]!);
  const step = dampedStep(weigh(distances), slopes.map(weigh), here.steps, prior, damping);
  return here.steps.map((x, i) => x + Math.min(longest, Math.max(-longest, step[i]!)));
}

/** Broyden's update: the least change of the slopes that makes them foretell what was seen at this point. */
function correct(slopes: number[][], here: Point, point: Point): void {
  const step = point.steps.map((x, i) => x - here.steps[i]!);
  const length = total(step.map((x) => x * x));
  if (length === 0) return;
  const from = distancesOf(here.rows);
  distancesOf(point.rows).forEach((distance, t) => {
    const error = distance - from[t]! - total(step.map((x, i) => x * slopes[i]![t]!));
    step.forEach((x, i) => (slopes[i]![t]! += (error * x) / length));
  });
}

/** The point that costs least, if it costs less than so much. */
function bestOf(points: readonly (Point | undefined)[], cost: number): Point | undefined {
  let best: Point | undefined;
  for (const point of points) if (point !== undefined && costOf(point) < costOr(best, cost)) best = point;
  return best;
}

/** Rows that count: targets with a figure. */
const counted = (rows: readonly CalibrationRow[]): readonly CalibrationRow[] =>
  rows.filter(({ target }) => target.role === "target");

/** How far each target is from the middle of its tolerance, in half-widths: within ±1 it is met. 0 where there is no figure. */
export const distancesOf = (rows: readonly CalibrationRow[]): number[] =>
  counted(rows).map(({ target: { low, high }, model: { mean } }) =>
    Number.isNaN(mean) ? 0 : (2 * mean - low - high) / (high - low),
  );

/** Inside little is gained by going on; outside the loss grows in a line, so that one target out of reach does not outweigh the rest. */
const lossAt = (distance: number): number =>
  Math.abs(distance) <= 1 ? distance * distance * inside : inside + (Math.abs(distance) - 1);
const inside = 1 / 9;
/** The weight that gives least squares the slope of that loss. */
const weightAt = (distance: number): number => (Math.abs(distance) <= 1 ? inside : 1 / (2 * Math.abs(distance)));

const total = (numbers: readonly number[]): number => numbers.reduce((sum, x) => sum + x, 0);
export const lossOf = (rows: readonly CalibrationRow[]): number => total(distancesOf(rows).map(lossAt));
const costOf = ({ rows, steps }: Point): number => lossOf(rows) + prior * total(steps.map((x) => x * x));
const costOr = (point: Point | undefined, otherwise: number): number =>
  point === undefined ? otherwise : costOf(point);
