/** What can be said of the factors of a finished sweep, by its design: tornado, rank correlations, or Sobol' indices. */
import type { MeasureKey } from "../../../measures/key.ts";
import { estimate } from "../../statistics.ts";
import type { FinishedSweep } from "../../sweep/read-results.ts";
import type { Table } from "../../tables.ts";
import { saltelliOutputs } from "../designs/saltelli.ts";
import { partialRankCorrelations, type RankCorrelation } from "./partial-rank.ts";
import { type Bootstrap, type SobolIndices, sobolIndices } from "./sobol-indices.ts";
import { type Bar, tornado } from "./tornado.ts";

/** A bar, and where its ends are. */
export interface PlacedBar extends Bar {
  readonly low_value: number;
  readonly high_value: number;
}

export type Sensitivity = { readonly scenario: string; readonly key: MeasureKey } & (
  | { readonly method: "tornado"; readonly base: number; readonly bars: readonly PlacedBar[] }
  | { readonly method: "rank"; readonly correlations: readonly RankCorrelation[] }
  | { readonly method: "sobol"; readonly indices: SobolIndices }
);

export const methodOf = ({ design }: FinishedSweep): Sensitivity["method"] =>
  design === "one_at_a_time" ? "tornado" : design === "saltelli" ? "sobol" : "rank";

/** Why its design says nothing of the factors, or undefined. */
export function faultOfSweep(sweep: FinishedSweep): string | undefined {
  const { factors, points, values, measures, scenarios } = sweep;
  const wrong = factors.findIndex((_, factor) => points.some((point) => Number.isNaN(point[factor])));
  if (wrong >= 0) return `factor ${factors[wrong]} must be a number at every point`;
  if (methodOf(sweep) === "rank" && !(points.length > factors.length + 3)) {
    return `rank correlations of ${factors.length} factors need more than ${factors.length + 3} points, got ${points.length}`;
  }
  for (const [s, scenario] of scenarios.entries()) {
    for (const [m, { place, measure, statistic }] of measures.entries()) {
      const nowhere = values[s]![m]!.findIndex((replications) => Number.isNaN(estimate(replications).mean));
      if (nowhere >= 0) return `${measure} ${statistic} at ${place} of ${scenario} does not exist at point ${nowhere}`;
    }
  }
  return undefined;
}

/** One for each scenario and measure. Throws a RangeError where `faultOfSweep` has something to say. */
export function analyse(sweep: FinishedSweep, bootstrap: Bootstrap): Sensitivity[] {
  const fault = faultOfSweep(sweep);
  if (fault !== undefined) throw new RangeError(fault);
  return sweep.scenarios.flatMap((scenario, s) =>
    sweep.measures.map((key, m): Sensitivity => ({
      scenario,
      key,
      ...analyseOne(sweep, sweep.values[s]![m]!, bootstrap),
    })),
  );
}

function analyseOne(sweep: FinishedSweep, values: readonly (readonly number[])[], bootstrap: Bootstrap) {
  const means = values.map((replications) => estimate(replications).mean);
  switch (methodOf(sweep)) {
    case "tornado":
      return { method: "tornado" as const, base: means[0]!, bars: bars(sweep, values) };
    case "sobol":
      return {
        method: "sobol" as const,
        indices: sobolIndices(saltelliOutputs(means, sweep.factors.length), bootstrap),
      };
    case "rank":
      return { method: "rank" as const, correlations: partialRankCorrelations(sweep.points, means) };
  }
}

/** The first point is the base. The ends of a factor are its lowest and highest value among points that change it alone. */
function bars({ factors, points }: FinishedSweep, values: readonly (readonly number[])[]): PlacedBar[] {
  const base = points[0]!;
  const ends = factors.map((factor, f) => {
    const own = points.flatMap((point, number) =>
      point.every((value, other) => other === f || value === base[other]) ? [number] : [],
    );
    const sorted = own.toSorted((one, other) => points[one]![f]! - points[other]![f]!);
    const [low, high] = [sorted[0]!, sorted.at(-1)!];
    return {
      factor,
      low: values[low]!,
      high: values[high]!,
      low_value: points[low]![f]!,
      high_value: points[high]![f]!,
    };
  });
  const placed = new Map(ends.map((end) => [end.factor, end]));
  return tornado(values[0]!, ends).map((bar) => {
    const { low_value, high_value } = placed.get(bar.factor)!;
    return { ...bar, low_value, high_value };
  });
}

const what = ["window", "place", "group", "measure", "estimand", "statistic"] as const;

const ends = (name: string): string[] => [name, `${name}_ci_low`, `${name}_ci_high`];

/** One row for each scenario, measure and factor. All are of one method. */
export function sensitivityTable(sweep: FinishedSweep, found: readonly Sensitivity[]): Table {
  const method = methodOf(sweep);
  const columns = {
    tornado: [
      "base",
      "low_value",
      "high_value",
      ...ends("change_at_low"),
      ...ends("change_at_high"),
      ...ends("swing"),
      "unit",
    ],
    rank: ["partial_rank_correlation", "ci_low", "ci_high"],
    sobol: [...ends("first"), ...ends("total")],
  }[method];
  return {
    columns: ["scenario", ...what, "factor", ...columns],
    *rows() {
      for (const each of found) {
        const before = [each.scenario, ...what.map((part) => each.key[part])];
        for (const [factor, numbers] of rowsOf(sweep, each)) yield [...before, factor, ...numbers];
      }
    },
  };
}

function rowsOf({ factors }: FinishedSweep, each: Sensitivity): [string, (number | string)[]][] {
  switch (each.method) {
    case "tornado":
      return each.bars.map(({ factor, low_value, high_value, low, high, swing }) => {
        const three = [low, high, swing].flatMap(({ mean, low: from, high: to }) => [mean, from, to]);
        return [factor, [each.base, low_value, high_value, ...three, each.key.unit]];
      });
    case "rank":
      return factors.map((factor, f) => {
        const { value, low, high } = each.correlations[f]!;
        return [factor, [value, low, high]];
      });
    case "sobol":
      return factors.map((factor, f) => {
        const both = [each.indices.first[f]!, each.indices.total[f]!];
        return [factor, both.flatMap(({ value, low, high }) => [value, low, high])];
      });
  }
}
