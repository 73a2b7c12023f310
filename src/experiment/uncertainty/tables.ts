/** Tables of a probabilistic comparison. */
import type { MeasureKey } from "../../measures/key.ts";
import type { Cell } from "../../records/csv-text.ts";
import type { Table } from "../tables.ts";
import type { Probabilistic } from "./compare.ts";
import type { Quantity } from "./quantities.ts";
import type { Acceptability, PlaneDot } from "./worth.ts";

const what = ["window", "place", "group", "measure", "estimand", "statistic"] as const;
const whatCells = (key: MeasureKey): string[] => what.map((part) => key[part]);

/** Every quantity with a range: how it is drawn, or why it is not. */
export function quantitiesTable(all: readonly Quantity[]): Table {
  return {
    columns: ["quantity", "paths", "low", "value", "high", "law_stated", "law_used", "drawn", "why_not"],
    *rows() {
      for (const { name, paths, spread, stated, law, left } of all) {
        const { low, value, high } = spread;
        yield [name, paths.join("; "), low, value, high, stated, law, left === undefined ? "yes" : "no", left ?? ""];
      }
    },
  };
}

const figures = [
  "difference",
  "standard_error",
  "parameters_low",
  "parameters_high",
  "probability_more",
  "probability_ci_low",
  "probability_ci_high",
  "surely_more",
  "cannot_tell",
  "surely_less",
  "parameter_variance",
  "luck_variance",
  "rest_variance",
] as const;

/** Each scenario after the first against the first, on each measure. */
export function uncertaintyTable(base: string, rows: readonly Probabilistic[]): Table {
  return {
    columns: ["base", "other", ...what, ...figures, "draws", "unit"],
    *rows() {
      for (const row of rows) {
        const { mean, standard_error, draw_variance, luck_variance, rest_variance } = row.components;
        const chance = [row.probability_more, row.probability_low, row.probability_high];
        const shares = [row.surely_more, row.cannot_tell, row.surely_less];
        const variances = [draw_variance, luck_variance, rest_variance];
        const before: Cell[] = [base, row.scenario, ...whatCells(row.key), mean, standard_error, row.low, row.high];
        yield [...before, ...chance, ...shares, ...variances, row.draws.length, row.key.unit];
      }
    },
  };
}

/** Each draw: the difference over replications with its Monte-Carlo interval, and without the spread of few of them. */
export function drawDifferencesTable(base: string, rows: readonly Probabilistic[]): Table {
  return {
    columns: ["base", "other", "draw", ...what, "difference", "ci_low", "ci_high", "n", "adjusted", "unit"],
    *rows() {
      for (const { scenario, key, draws, components } of rows) {
        for (const [draw, { mean, low, high, n }] of draws.entries()) {
          yield [base, scenario, draw, ...whatCells(key), mean, low, high, n, components.adjusted[draw]!, key.unit];
        }
      }
    },
  };
}

export function planeTable(base: string, dots: readonly PlaneDot[]): Table {
  return {
    columns: ["base", "other", "draw", "cost", "effect", "adjusted_cost", "adjusted_effect"],
    *rows() {
      for (const { scenario, draw, cost, effect, adjusted_cost, adjusted_effect } of dots)
        yield [base, scenario, draw, cost, effect, adjusted_cost, adjusted_effect];
    },
  };
}

export function acceptabilityTable(scenarios: readonly string[], curve: readonly Acceptability[]): Table {
  return {
    columns: ["willingness_to_pay", "scenario", "probability_best", "mean_net_benefit", "perfect_information"],
    *rows() {
      for (const { willingness, probability, net_benefit, perfect_information } of curve) {
        for (const [s, name] of scenarios.entries())
          yield [willingness, name, probability[s]!, net_benefit[s]!, perfect_information];
      }
    },
  };
}
