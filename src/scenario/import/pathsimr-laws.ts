/** Laws of chance as PathSimR writes them: a name and parameters, in the file's unit of time. */
import { quoted, shown, type Findings } from "./findings.ts";
import { aboveZero, anyNumber, numbersIn, zeroOrMore, type Bound } from "./numbers.ts";
import type { Cell } from "./table.ts";

export type Unit = "hour" | "day";

interface LawForm {
  readonly takes: Readonly<Record<string, Bound>>;
  /** The law of two parameters, or of one. */
  readonly law: (unit: Unit, first: number, second: number) => object;
}

const exponential: LawForm = {
  takes: { rate: aboveZero },
  law: (unit, rate) => ({ law: "exponential", [`mean_${unit}s`]: 1 / rate }),
};

const uniform: LawForm = {
  takes: { min: zeroOrMore, max: zeroOrMore },
  law: (unit, low, high) =>
    low === high
      ? { law: "deterministic", [`${unit}s`]: low }
      : { law: "uniform", [`low_${unit}s`]: low, [`high_${unit}s`]: high },
};

const lognormal: LawForm = {
  takes: { mu: anyNumber, sigma: zeroOrMore },
  law: (unit, mu, sigma) => ({ law: "lognormal", [`mu_log_${unit}s`]: mu, sigma_log: sigma }),
};

const weibull: LawForm = {
  takes: { shape: aboveZero, scale: aboveZero },
  law: (unit, shape, scale) => ({ law: "weibull", shape, [`scale_${unit}s`]: scale }),
};

const gamma: LawForm = {
  takes: { shape: aboveZero, rate: aboveZero },
  law: (unit, shape, rate) => ({ law: "gamma", shape, [`scale_${unit}s`]: 1 / rate }),
};

const normal: LawForm = {
  takes: { mean: anyNumber, sd: zeroOrMore },
  law: (unit, mean, sd) => ({ law: "normal", [`mean_${unit}s`]: mean, [`sd_${unit}s`]: sd }),
};

const FORMS: ReadonlyMap<string, LawForm> = new Map([
  ["exp", exponential],
  ["unif", uniform],
  ["lnorm", lognormal],
  ["weibull", weibull],
  ["gamma", gamma],
  ["norm", normal],
]);

/** The law in two cells; `undefined`, with a problem, where they hold none. */
export function lawIn(distribution: Cell, parameters: Cell, unit: Unit, findings: Findings): object | undefined {
  const name = distribution.text;
  const form = FORMS.get(name);
  if (form === undefined) {
    findings.problem(distribution.at, [...FORMS.keys()].join(", "), shown(name));
    return undefined;
  }
  const [first, second = 0] = numbersIn(parameters, form.takes, findings) ?? [];
  if (first === undefined) return undefined;
  if (name === "unif" && first > second) {
    findings.problem(parameters.at, "min;max, min not above max", quoted(parameters.text));
    return undefined;
  }
  if (name === "norm") findings.warn(distribution.at, "a law of times of 0 or more", '"norm"', "It is cut off at 0.");
  return form.law(unit, first, second);
}
