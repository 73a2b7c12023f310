/**
 * Tuning: free parameters are moved, within their own ranges, until the targets are met as nearly as they can be.
 *
 * Each parameter is put on a line from minus to plus infinity by the logarithm of (value - low) / (high - value), so that it
 * never leaves its range. Each round moves every parameter a little, one at a time, to see what it does to every target;
 * then takes the damped step of least squares (Levenberg and Marquardt), with a weak pull to where it began, in several lengths,
 * and a part of all moves that helped alone. The best of all that was run is kept; the search ends when nothing was better,
 * up and down. All runs have the same seed and replications, so that what differs is the change.
 * Falsifiers and comparators have no part in it. The same call gives the same values.
 */
import { exp } from "../../engine/maths/exp.ts";
import { log as ln } from "../../engine/maths/log.ts";
import type { Parameter, PathwayScenario } from "../../scenario/pathway/types.ts";
import type { CalibrationRow } from "./calibrate.ts";
import { withValues } from "./change.ts";
import { freeIn, takenBy } from "./free.ts";
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

/** Length of the step by which each parameter is tried, on its line. */
const trial = 0.5;
/** Pull to the start: moving a parameter by 1 on its line costs as much as a target at this distance, squared. */
const prior = 0.02;
const dampings = [0.01, 0.1, 0.5, 2, 10];
/** A parameter at an end of its range is taken to be this share of the range away from it. */
const margin = 0.002;
const digits = 3;
/** Most that a parameter may move on its line in a round. */
const longest = 1;

export async function tune(scenario: PathwayScenario, source: unknown, settings: TuneSettings): Promise<TuneProgress> {
  const parameters = freeIn(scenario);
  const start = parameters.map(toLine);
  const taken = parameters.map(({ path }) => takenBy(path, scenario));
  const build = (u: readonly number[]): PathwayScenario | undefined => {
    const values = [...valuesAt(parameters, u).values()];
    return withValues(source, new Map(values.flatMap((value, i) => taken[i]!.map((path) => [path, value]))));
  };
  const run = async (points: readonly (readonly number[])[]): Promise<(readonly CalibrationRow[] | undefined)[]> => {
    const built = points.map(build);
    const rows = await settings.evaluate(built.filter((one) => one !== undefined));
    let next = 0;
    return built.map((one) => (one === undefined ? undefined : rows[next++]));
  };
  const report = (round: number, u: readonly number[], rows: readonly CalibrationRow[]): TuneProgress => {
    const values = valuesAt(parameters, u);
    const tuned = parameters.map((parameter) => ({ parameter, value: values.get(parameter.path)! }));
    return { round, loss: lossOf(rows), values: tuned, rows };
  };

  let u = start;
  let [rows] = await run([u]);
  if (rows === undefined) throw new RangeError("the scenario cannot be tuned: its values do not go together");
  let progress = report(0, u, rows);
  settings.onRound?.(progress);
  let failures = 0;
  for (let round = 1; round <= settings.rounds; round++) {
    const here = distancesOf(rows);
    const cost = costOf(rows, u, start);
    const weights = here.map((distance) => Math.sqrt(weightAt(distance)));
    // Up in one round, down in the next.
    const by = round % 2 === 1 ? trial : -trial;
    const alone = parameters.map((_, i) => u.map((x, j) => (i === j ? x + by : x)));
    const moved = await run(alone);
    const jacobian = moved.map((other) =>
      here.map((distance, t) => (other === undefined ? 0 : (weights[t]! * (distancesOf(other)[t]! - distance)) / by)),
    );
    const from = u.map((x, i) => x - start[i]!);
    const residuals = here.map((distance, t) => weights[t]! * distance);
    const together = dampings.map((damping) => {
      const step = dampedStep(residuals, jacobian, from, prior, damping);
      return u.map((x, i) => x + Math.min(longest, Math.max(-longest, step[i]!)));
    });
    const helpful = moved.map((other, i) => other !== undefined && costOf(other, alone[i]!, start) < cost);
    const all = [0.2, 0.5, 1].map((part) => u.map((x, i) => (helpful[i] ? x + part * by : x)));
    const candidates = [...together, ...all, ...alone];
    const tried = [...(await run([...together, ...all])), ...moved];
    const costs = tried.map((one, i) => (one === undefined ? Infinity : costOf(one, candidates[i]!, start)));
    const best = costs.indexOf(Math.min(...costs));
    if (!(costs[best]! < cost)) {
      if (++failures === 2) break;
      continue;
    }
    failures = 0;
    u = candidates[best]!;
    rows = tried[best]!;
    progress = report(round, u, rows);
    settings.onRound?.(progress);
  }
  return progress;
}

/** Where a parameter stands on its line. */
function toLine({ value, low, high }: Parameter): number {
  const share = Math.min(1 - margin, Math.max(margin, (value - low!) / (high! - low!)));
  return ln(share / (1 - share));
}

function valuesAt(parameters: readonly Parameter[], u: readonly number[]): Map<string, number> {
  return new Map(
    parameters.map(({ path, low, high }, i) => {
      const value = low! + (high! - low!) / (1 + exp(-u[i]!));
      return [path, Math.min(high!, Math.max(low!, Number(value.toPrecision(digits))))];
    }),
  );
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
const costOf = (rows: readonly CalibrationRow[], u: readonly number[], start: readonly number[]): number =>
  lossOf(rows) + prior * total(u.map((x, i) => (x - start[i]!) * (x - start[i]!)));
