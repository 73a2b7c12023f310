/** Checks of laws of chance that take more than one parameter to judge, and of steps through time. */
import type { Law } from "../engine/law-types.ts";
import type { Path } from "./origins.ts";
import type { Report } from "./report.ts";
import type { UserLaw } from "./schema-laws.ts";

/** How far probabilities may miss 1 together, for the sake of thirds. */
const TOLERANCE = 1e-9;

/** A normal law is truncated at most this many standard deviations from its mean; beyond, next to nothing is left. */
const FARTHEST_SD = 8;

export function checkLaw(law: UserLaw, path: Path, report: Report): void {
  switch (law.law) {
    case "uniform":
      if (!(law.high_days > law.low_days)) report.fault([...path, "high_days"], "a number of {days} above the low end");
      return;
    case "triangular":
      if (!(law.high_days > law.low_days)) report.fault([...path, "high_days"], "a number of {days} above the low end");
      if (!(law.mode_days >= law.low_days && law.mode_days <= law.high_days)) {
        report.fault([...path, "mode_days"], "a number of {days} from the low to the high end");
      }
      return;
    case "normal":
      return checkNormal(law, path, report);
    case "discrete":
      return checkSum(law.values, [...path, "values"], report);
    case "mixture":
      checkSum(law.parts, [...path, "parts"], report);
      for (const [i, part] of law.parts.entries()) checkLaw(part.of, [...path, "parts", i, "of"], report);
      return;
    case "hazard":
      return checkSteps(law.steps, undefined, path, report);
    case "gamma":
      if ("sd_days" in law && !isGamma(law.mean_days / law.sd_days, law.sd_days)) {
        report.fault([...path, "sd_days"], "a number of {days} that is not beyond all proportion to the mean");
      }
      return;
    case "deterministic":
    case "exponential":
    case "erlang":
    case "lognormal":
    case "weibull":
    case "log_logistic":
    case "empirical":
    case "daily_chance":
      return;
  }
}

/** Whether shape and scale, worked out from mean and sd, can be held as numbers. */
function isGamma(variation: number, sd: number): boolean {
  return [variation * variation, sd / variation].every((x) => x > 0 && Number.isFinite(x));
}

function checkNormal(law: UserLaw & { law: "normal" }, path: Path, report: Report): void {
  const low = law.low_days ?? 0;
  const high = law.high_days ?? Number.POSITIVE_INFINITY;
  const reach = FARTHEST_SD * law.sd_days;
  if (!(high > low)) report.fault([...path, "high_days"], "a number of {days} above the low end");
  else if (!(law.mean_days + reach >= low && law.mean_days - reach <= high)) {
    const expected = `a mean within ${FARTHEST_SD} standard deviations of the range, which begins at 0 unless low_days is given`;
    report.fault([...path, "mean_days"], expected);
  }
}

/** Probabilities that exclude one another and leave nothing out. `path` is that of the list. */
export function checkSum(items: readonly { readonly probability: number }[], path: Path, report: Report): void {
  const sum = items.reduce((total, item) => total + item.probability, 0);
  if (Math.abs(sum - 1) > TOLERANCE) {
    report.fault(path, "probabilities that add up to 1", `${Number(sum.toPrecision(12))}`);
  }
}

/** Steps in `holder.steps` (or `by_date`): the first from day 0, each after the one before, all before they repeat. */
export function checkSteps(
  steps: readonly { readonly from_day: number }[],
  repeat: number | undefined,
  path: Path,
  report: Report,
  list = "steps",
): void {
  for (const [i, step] of steps.entries()) {
    const at = [...path, list, i, "from_day"];
    const before = steps[i - 1];
    if (before === undefined) {
      if (step.from_day !== 0) report.fault(at, "0, where the first begins");
    } else if (!(step.from_day > before.from_day)) report.fault(at, "a time after the one before");
    if (repeat !== undefined && !(step.from_day < repeat)) report.fault(at, "a time before all begins again");
  }
}

/** Whether a duration of this law is always 0. */
export function isAlways0(law: UserLaw | Law): boolean {
  switch (law.law) {
    case "deterministic":
      return law.days === 0;
    case "discrete":
      return law.values.every((value) => value.days === 0 || value.probability === 0);
    case "mixture":
      return law.parts.every((part) => part.probability === 0 || isAlways0(part.of));
    case "empirical":
      return "values_days" in law && law.values_days.every((days) => days === 0);
    case "exponential":
    case "erlang":
    case "gamma":
    case "lognormal":
    case "weibull":
    case "log_logistic":
    case "uniform":
    case "triangular":
    case "normal":
    case "hazard":
    case "daily_chance":
      return false;
  }
}
