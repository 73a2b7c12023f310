/** Numbers as people say them: three significant figures at most, never without a unit or an interval. */
import type { Estimate } from "../src/index.ts";

/** The longest row of digits that is any use to a reader. */
const figures = 3;
const large = new Intl.NumberFormat("en-GB", { maximumSignificantDigits: figures });
const small = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 1 });
const tiny = new Intl.NumberFormat("en-GB", { maximumSignificantDigits: 1, maximumFractionDigits: 3 });

/** `1,380`, `3.2`, `0.04`, `−12,300`; with a true minus sign. */
export function amount(value: number): string {
  if (!Number.isFinite(value)) return "not known";
  const size = Math.abs(value);
  const text = size >= 99.5 ? large.format(size) : size >= 0.1 ? small.format(size) : tiny.format(size);
  return value < 0 && /[1-9]/.test(text) ? `−${text}` : text;
}

const rough = new Intl.NumberFormat("en-GB", { maximumSignificantDigits: 2 });

/** `49`, `210,000`, `3.2`: as far as anybody remembers a number. */
export const twoFigures = (value: number): string =>
  Math.abs(value) >= 9.95 ? rough.format(value).replace("-", "−") : amount(value);

/** As people say it, in two figures (`about 8,200`), unless that would lead out of the interval. Nothing is below 0. */
export function roughly(value: number, { low, high }: Pick<Estimate, "low" | "high">): string {
  const digits = 10 ** (Math.floor(Math.log10(value)) - 1);
  const rounded = Math.round(value / digits) * digits;
  return value >= 9.95 && rounded >= low && rounded <= high ? rough.format(rounded) : amount(value);
}

/** People come whole, unless there are few of them. */
export function ofPeople(value: number): string {
  const size = Math.abs(value);
  return amount(size >= 9.95 && size < 99.5 ? Math.round(value) : value);
}

/** With its sign, also when positive: `+1,380`. */
export const signed = (value: number): string => withSign(value, amount(value));

export const signedPeople = (value: number): string => withSign(value, ofPeople(value));

const withSign = (value: number, text: string): string => (value > 0 && text !== "0" ? `+${text}` : text);

/** `3,650 to 3,680`; nothing is known of it with fewer than two runs. */
export function range(
  { low, high }: Pick<Estimate, "low" | "high">,
  write: (value: number) => string = amount,
): string {
  return Number.isNaN(low) ? "not known yet" : `${write(low)} to ${write(high)}`;
}

/** `3,660 (3,650 to 3,680)`, and `none` where the figure does not exist. */
export function withRange(estimate: Estimate, write: (value: number) => string = amount): string {
  if (estimate.n === 0) return "no such people";
  return `${write(estimate.mean)} (${range(estimate, write)})`;
}

/** An estimate in another unit. */
export const scaled = (estimate: Estimate, factor: number): Estimate => ({
  mean: estimate.mean * factor,
  low: estimate.low * factor,
  high: estimate.high * factor,
  n: estimate.n,
});

/** What the interval of a difference says. */
export type Verdict =
  /** In every run the two were the same. */
  | "same"
  /** The interval holds zero, or is not known yet. */
  | "close"
  /** The whole interval is on one side of zero. */
  | "clear";

export function verdictOf({ mean, low, high }: Estimate): Verdict {
  if (mean === 0 && !(low < 0) && !(high > 0)) return "same";
  return low > 0 || high < 0 ? "clear" : "close";
}
