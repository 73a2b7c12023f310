/** Factors as a sweep file gives them, made ready: paths taken apart, ranges and laws from the provenance where not given. */
import type { Key } from "../../scenario/origins.ts";
import type { Report } from "../../scenario/report.ts";
import { lawOfProvenance, type Spread, spreadOver } from "../method/spread.ts";
import { isPlaceIn, quantityAt, readPath } from "./path.ts";
import type { ReadyFactor, Values } from "./design.ts";
import type { FactorFile } from "./schema.ts";
import { type Factor, parseAt, type SweptScenario } from "./sweep.ts";

/** Reports every fault of the factors. Those that are wrong come without values. */
export function readFactors(
  factors: readonly FactorFile[],
  scenarios: readonly SweptScenario[],
  report: Report,
): ReadyFactor[] {
  const names = new Map<string, number>();
  return factors.map((file, i): ReadyFactor => {
    const paths = typeof file.path === "string" ? [file.path] : file.path;
    const name = file.name ?? paths[0]!;
    const first = names.get(name);
    if (first !== undefined) report.fault(["factors", i, "name"], `another name than that of factors[${first}]`);
    names.set(name, i);
    const before = report.problems.length;
    const keys = paths.map((path, which) => keysOf(path, pathAt(file, i, which), scenarios, report));
    const isSound = report.problems.length === before;
    const take = isSound ? readValues(file, i, { keys, scenarios, report }) : nothing;
    return { name, paths, keys, take };
  });
}

const nothing: Values = { kind: "list", values: [] };
const pathAt = ({ path }: FactorFile, i: number, which: number): Key[] =>
  typeof path === "string" ? ["factors", i, "path"] : ["factors", i, "path", which];

function keysOf(path: string, at: Key[], scenarios: readonly SweptScenario[], report: Report): Key[] {
  const keys = readPath(path) ?? [];
  if (keys.length === 0 || !scenarios.every(({ source }) => isPlaceIn(source, keys))) {
    report.fault(at, "a path to something that the scenario has");
  }
  return keys;
}

interface Where {
  readonly keys: readonly (readonly Key[])[];
  readonly scenarios: readonly SweptScenario[];
  readonly report: Report;
}

function readValues(file: FactorFile, i: number, where: Where): Values {
  if ("values" in file) return { kind: "list", values: file.values };
  const { report } = where;
  const spread = "low" in file ? givenSpread(file, i, where) : provenanceSpread(file, i, where);
  if (spread === undefined) return nothing;
  const { low, high } = spread;
  const before = report.problems.length;
  if (!(high > low)) report.fault(["factors", i, "high"], `a number above low, ${low}`);
  const { whole = "low" in file ? false : isWhole(where.scenarios[0]!.source, where.keys, spread) } = file;
  if (whole && !(Number.isSafeInteger(low) && Number.isSafeInteger(high))) {
    report.fault(["factors", i, "whole"], "whole numbers for low and high", `${low} and ${high}`);
  }
  if (spread.law !== "uniform" && !(spread.value >= low && spread.value <= high)) {
    report.fault(
      ["factors", i, "value"],
      `a value from ${low} to ${high} for the middle of the law`,
      `${spread.value}`,
    );
  }
  if (report.problems.length > before) return nothing;
  return rangeOf(spread, whole, file.levels);
}

/** @param levels how many a design takes that has levels */
export function rangeOf(spread: Spread, whole: boolean, levels = 2): Values {
  const { low, high } = spread;
  // Of a uniform range each whole number has an equal share, its ends too.
  const wide = whole && spread.law === "uniform" ? { ...spread, low: low - 0.5, high: high + 0.5 } : spread;
  return { kind: "range", low, high, whole, levels, quantile: spreadOver(wide).quantile };
}

function givenSpread(file: Extract<FactorFile, { low: number }>, i: number, { keys, scenarios, report }: Where) {
  const { low, high, law = "uniform" } = file;
  const value = file.value ?? quantityAt(scenarios[0]?.source, keys[0]!)?.value;
  if (law === "uniform" || value !== undefined) return { law, low, high, value: value ?? low };
  report.fault(["factors", i, "value"], "a number for the middle of the law, since the scenario has none there");
  return undefined;
}

function provenanceSpread({ law }: FactorFile & { law?: Spread["law"] | undefined }, i: number, where: Where) {
  const { keys, scenarios, report } = where;
  if (scenarios.length === 0) return undefined;
  const found = quantityAt(scenarios[0]!.source, keys[0]!);
  if (found?.low === undefined || found.high === undefined) {
    const hint = 'Give "values", or "low" and "high".';
    report.fault(
      ["factors", i],
      "a range, or the path of a parameter that has one",
      found ? `${found.value} without a range` : "neither",
      hint,
    );
    return undefined;
  }
  const { value, low, high } = found;
  return { law: law ?? lawOfProvenance(found.law ?? "") ?? "uniform", low, high, value };
}

/** Whether the format takes only whole numbers there: a number between two of them is refused, the one below it is not. */
export function isWhole(source: unknown, keys: readonly (readonly Key[])[], { low, value, high }: Spread): boolean {
  if (![low, value, high].every(Number.isSafeInteger)) return false;
  const below = Math.floor((low + high) / 2);
  const factor: Factor = { name: "", paths: [], keys };
  return !parseAt(source, [factor], [below + 0.5]).ok && parseAt(source, [factor], [below]).ok;
}

/** The value at `u` of the way through the law; of a list, each has an equal share of the way. */
export function valueAt(take: Values, u: number): unknown {
  if (take.kind === "list") return take.values[Math.floor(u * take.values.length)];
  const { low, high, whole, quantile } = take;
  const value = quantile(u);
  return whole ? Math.max(low, Math.min(high, Math.floor(value + 0.5))) : value;
}

/** The values of a design with levels. */
export function levelsOf(take: Values): readonly unknown[] {
  if (take.kind === "list") return take.values;
  const { low, high, levels, whole } = take;
  const even = Array.from({ length: levels }, (_, i) => low + ((high - low) * i) / (levels - 1));
  return whole ? [...new Set(even.map((value) => Math.floor(value + 0.5)))] : even;
}
