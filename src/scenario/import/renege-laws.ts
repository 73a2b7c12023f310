/** Laws of chance as simulation-dts-renege writes them: lengths of service, patience, arrivals. Times are in days. */
import { shown, type Findings } from "./findings.ts";
import { anyNumber, chance, aboveZero, numberIn, numbersIn, zeroOrMore, type Bound } from "./numbers.ts";
import { addingUpToOne } from "./routes.ts";
import type { Cell } from "./table.ts";

/** `pois`: a rate a day. `const`: this many on every day. */
export interface ArrivalsADay {
  readonly distribution: "pois" | "const";
  readonly mean: number;
}

/** Small enough to be none, or large enough that the days between two people have a number. */
const everyDay: Bound = { words: zeroOrMore.words, allows: (x) => x === 0 || aboveZero.allows(x) };

/** Empty cells stand for nobody. Nobody is always `pois` 0, however it was written. */
export function arrivalsIn(distribution: Cell, parameter: Cell, findings: Findings): ArrivalsADay | undefined {
  const kind = distribution.text;
  if (kind === "" && parameter.text === "") return { distribution: "pois", mean: 0 };
  if (kind !== "pois" && kind !== "const") {
    findings.problem(distribution.at, "pois or const", shown(kind));
    return undefined;
  }
  const mean = numberIn(parameter, kind === "pois" ? zeroOrMore : everyDay, findings);
  if (mean === undefined) return undefined;
  return { distribution: mean === 0 ? "pois" : kind, mean };
}

/** The law of a length of service. */
export function serviceIn(distribution: Cell, parameters: Cell, findings: Findings): object | undefined {
  switch (distribution.text) {
    case "const": {
      const days = numberIn(parameters, zeroOrMore, findings);
      return days === undefined ? undefined : { law: "deterministic", days };
    }
    case "lnorm": {
      const wanted = { mu: anyNumber, sigma: zeroOrMore };
      const [mu_log_days, sigma_log] = numbersIn(parameters, wanted, findings) ?? [];
      return mu_log_days === undefined ? undefined : { law: "lognormal", mu_log_days, sigma_log };
    }
    case "epmf":
      return discrete(parameters, findings);
    default:
      findings.problem(distribution.at, "lnorm, const or epmf", shown(distribution.text));
      return undefined;
  }
}

/** `value;probability;value;probability…`, which the tool itself divides by the sum of the probabilities. */
function discrete({ at, text }: Cell, findings: Findings): object | undefined {
  const list = text.replace(/;$/, "");
  if (list !== text) findings.warn(at, "a list that ends with a probability", "an empty item at its end", "Left out.");
  const items = list.split(";");
  if (items.length % 2 === 1) {
    findings.problem(at, "value;probability;value;probability…", shown(text));
    return undefined;
  }
  const numbers = items.map((item, i) => {
    const words = `${zeroOrMore.words}, as ${i % 2 === 0 ? "value" : "probability"} ${(i >> 1) + 1}`;
    return numberIn({ at, text: item.trim() }, { ...zeroOrMore, words }, findings);
  });
  const pairs = numbers.flatMap((days, i) => {
    const probability = numbers[i + 1];
    return i % 2 === 1 || days === undefined || probability === undefined ? [] : [{ days, probability }];
  });
  if (2 * pairs.length < items.length) return undefined;
  const values = addingUpToOne(pairs, at, Infinity, findings);
  return values === undefined ? undefined : { law: "discrete", values };
}

/** The one formula in use, in R, of the days waited `x`; without its blanks. */
const FORMULA = "p[4]+((p[1]-p[4])/(1+(x/p[3])^p[2]))";

/** How long people wait before they leave. */
export function patienceIn(formula: Cell, parameters: Cell, findings: Findings): object | undefined {
  if (formula.text.replace(/\s/g, "") !== FORMULA) {
    findings.problem(formula.at, FORMULA, shown(formula.text), "No other formula can be read.");
    return undefined;
  }
  const wanted = { "p[1]": chance, "p[2]": aboveZero, "p[3]": aboveZero, "p[4]": chance };
  const [first, shape, scale_days, last] = numbersIn(parameters, wanted, findings) ?? [];
  return first === undefined ? undefined : { law: "daily_chance", first, shape, scale_days, last };
}
