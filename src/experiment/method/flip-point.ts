/** The value of a parameter at which the better of two scenarios changes, by bisection under common random numbers. */
import type { Estimate } from "../statistics.ts";

export interface FlipPoint {
  /** The mean difference changes its sign between these two; they are no further apart than asked for. */
  readonly low: number;
  readonly high: number;
  /** Below the first the interval of the difference is wholly on one side of 0, beyond the second on the other. */
  readonly sure_below: number;
  readonly sure_above: number;
}

export interface FlipSettings {
  readonly low: number;
  readonly high: number;
  /** How closely to find it; above 0. */
  readonly within: number;
}

/**
 * Undefined where the difference has the same sign at both ends, or either is not sure: then there is none to be found
 * between, or more replications are needed. Assumes that the sign changes once.
 * @param differenceAt of the two scenarios at a value of the parameter; the same replications each time
 */
export async function flipPoint(
  { low, high, within }: FlipSettings,
  differenceAt: (value: number) => Promise<Estimate>,
): Promise<FlipPoint | undefined> {
  if (!(high > low)) throw new RangeError(`high must be above low, ${low}, got ${high}`);
  if (!(within > 0)) throw new RangeError(`within must be above 0, got ${within}`);
  const known = new Map<number, Estimate>();
  const at = async (value: number): Promise<Estimate> => {
    const estimate = known.get(value) ?? (await differenceAt(value));
    known.set(value, estimate);
    return estimate;
  };
  const before = sureSign(await at(low));
  const after = sureSign(await at(high));
  if (before === 0 || after === 0 || before === after) return undefined;
  const mean = await bisect({ low, high, within }, async (value) => Math.sign((await at(value)).mean) === before);
  const below = await bisect({ low, high: mean.high, within }, async (value) => sureSign(await at(value)) === before);
  const above = await bisect({ low: mean.low, high, within }, async (value) => sureSign(await at(value)) !== after);
  return { low: mean.low, high: mean.high, sure_below: below.low, sure_above: above.high };
}

/** The sign of a difference whose interval leaves out 0; else 0. */
const sureSign = ({ low, high }: Estimate): number => (low > 0 ? 1 : high < 0 ? -1 : 0);

/** Where an answer that is yes at `low` becomes no. */
async function bisect(
  { low, high, within }: FlipSettings,
  isBefore: (value: number) => Promise<boolean>,
): Promise<{ readonly low: number; readonly high: number }> {
  let [from, to] = [low, high];
  while (to - from > within) {
    const middle = from + (to - from) / 2;
    if (middle <= from || middle >= to) break; // no number lies between
    if (await isBefore(middle)) from = middle;
    else to = middle;
  }
  return { low: from, high: to };
}
