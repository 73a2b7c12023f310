/** Numbers as people read them. Files have all digits; these have as many as mean something. */
import type { Estimate } from "../../index.ts";

export const missing = "–";

/** A number with so many decimals and commas between thousands. */
export function decimal(value: number, decimals: number): string {
  if (!Number.isFinite(value)) return missing;
  const text = value.toLocaleString("en-GB", { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
  return /^-[0.,]+$/.test(text) ? text.slice(1) : text;
}

/** Decimals that leave two digits of the uncertainty, or three of the value where there is none; `most` decimals, and one digit more of the value, at most. */
export function decimalsFor(value: number, uncertainty: number, most = 3): number {
  if (!(uncertainty > 0) && Number.isInteger(value)) return 0;
  const ofValue = (digits: number): number => digits - 1 - magnitude(value);
  const wanted = uncertainty > 0 ? Math.min(1 - magnitude(uncertainty), ofValue(most + 1)) : ofValue(3);
  return Math.min(most, Math.max(0, wanted));
}

/** The power of ten of a number's first digit. */
const magnitude = (value: number): number => (value === 0 ? -Infinity : Math.floor(Math.log10(Math.abs(value))));

/** `12.34 ± 0.56`: a mean and half its 95% confidence interval. Fewer replications than the study has are told. */
export function withSpread(estimate: Estimate, replications: number, scale = 1): string {
  const mean = estimate.mean * scale;
  const half = ((estimate.high - estimate.low) / 2) * scale;
  const decimals = decimalsFor(mean, half);
  const shown = decimal(half, decimals);
  const spread = Number(shown) === 0 || shown === missing ? "" : ` ± ${shown}`;
  const some = estimate.n > 0 && estimate.n < replications ? ` (n=${estimate.n})` : "";
  return `${decimal(mean, decimals)}${spread}${some}`;
}
