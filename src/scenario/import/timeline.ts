/** How long a run lasts, and figures that change on the way. */
import type { Findings } from "./findings.ts";

/** What holds from a point of time on, and the cell that says so. */
export interface Step<T> {
  readonly from: number;
  readonly value: T;
  readonly at: string;
}

export interface Stretch<T> extends Step<T> {
  readonly to: number;
}

/**
 * What holds from 0 to `horizon`: each stretch, and `own` wherever there is none. The stretches are in order and do not
 * overlap; steps that change nothing are left out.
 */
export function timeline<T>(
  own: Omit<Step<T>, "from">,
  stretches: readonly Stretch<T>[],
  horizon: number,
): readonly [Step<T>, ...Step<T>[]] {
  const pieces: Step<T>[] = [];
  let end = 0;
  for (const { from, to, value, at } of stretches) {
    if (from > end) pieces.push({ ...own, from: end });
    pieces.push({ from, value, at });
    end = to;
  }
  pieces.push({ ...own, from: end });
  const [first, ...later] = pieces;
  const others = later.filter((step, i) => step.from < horizon && !same(step.value, pieces[i]?.value));
  return [first ?? { ...own, from: 0 }, ...others];
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

export interface Lengths {
  readonly warmUp: number;
  readonly run: number;
}

/** A length of time as its caller gave it: the option's name, and the value if there was one. */
interface Option {
  readonly name: string;
  readonly value: number | undefined;
}

/**
 * Warm-up and run in one unit of time, such as "days". Where they are not given, there is no warm-up and the run ends at
 * `end`; a warning says so. `undefined`, with a problem, when a length is not usable.
 */
export function readLengths(
  { warmUp, run }: { readonly warmUp: Option; readonly run: Option },
  end: number,
  unit: string,
  findings: Findings,
): Lengths | undefined {
  if (warmUp.value !== undefined && !(warmUp.value >= 0 && warmUp.value < Infinity)) {
    findings.problem(warmUp.name, `a number of ${unit}, 0 or more`, `${warmUp.value}`);
    return undefined;
  }
  const start = warmUp.value ?? 0;
  const length = run.value ?? end - start;
  if (!(length > 0 && length < Infinity)) {
    const hint = run.value === undefined ? `Without it the run would end at ${end} ${unit}.` : undefined;
    findings.problem(run.name, `a number of ${unit} above 0`, `${run.value ?? "nothing"}`, hint);
    return undefined;
  }
  if (warmUp.value === undefined) findings.warn(warmUp.name, `a number of ${unit}`, "nothing", "No warm-up is taken.");
  if (run.value === undefined)
    findings.warn(run.name, `a number of ${unit}`, "nothing", `${length} ${unit} are taken.`);
  return { warmUp: start, run: length };
}
