/** What `caregap uncertainty` prints: how the scenarios differ when the parameters are not known. */
import type { Acceptability, Probabilistic } from "../../index.ts";
import { headingOf } from "../figures.ts";
import { layOut } from "./layout.ts";
import { decimal, decimalsFor } from "./numbers.ts";

export function comparisonReport(base: string, rows: readonly Probabilistic[]): string {
  const scenarios = [...new Set(rows.map(({ scenario }) => scenario))];
  return scenarios
    .map((scenario) => {
      const own = rows.filter((row) => row.scenario === scenario);
      return `${scenario} minus ${base}\n${own.map(oneReport).join("\n")}`;
    })
    .join("\n\n");
}

function oneReport(row: Probabilistic): string {
  const { mean, standard_error, draw_variance, rest_variance, luck_variance } = row.components;
  const decimals = decimalsFor(mean, (row.high - row.low) / 2 || 2 * standard_error);
  const show = (value: number): string => (value > 0 ? "+" : "") + decimal(value, decimals);
  const percent = (share: number): string => `${decimal(100 * share, 0)}%`;
  const spread = draw_variance > 0 ? decimal(Math.sqrt(draw_variance), decimals) : "not to be told from 0";
  const noise = decimal(Math.sqrt(Math.max(0, luck_variance) + rest_variance), decimals);
  return [
    `  ${headingOf(row.key)}`,
    `    difference ${show(mean)} (standard error ${decimal(standard_error, decimals)})${draw_variance > 0 ? `; ${show(row.low)} to ${show(row.high)} over 95% of the parameters\u2019 draws` : ""}`,
    `    more in ${scenarioShare(row)} of draws; in ${percent(row.surely_more)} surely more, in ${percent(row.surely_less)} surely less, in ${percent(row.cannot_tell)} it cannot be told from chance`,
    `    standard deviation from the parameters ${spread}, from chance in one replication ${noise}`,
  ].join("\n");
}

const scenarioShare = ({
  probability_more: share,
  probability_low: low,
  probability_high: high,
}: Probabilistic): string => `${decimal(100 * share, 0)}% (${decimal(100 * low, 0)} to ${decimal(100 * high, 0)})`;

/** Of many willingnesses, some that are spread out. */
const shown = 9;

export function acceptabilityReport(
  scenarios: readonly string[],
  curve: readonly Acceptability[],
  unit: string,
): string {
  const every = Math.max(1, Math.ceil(curve.length / shown));
  const rows = curve
    .filter((_, i) => i % every === 0)
    .map(({ willingness, probability, perfect_information }) => [
      decimal(willingness, 0),
      ...probability.map((share) => decimal(100 * share, 0)),
      decimal(perfect_information, 0),
    ]);
  const head = [
    `pounds for one of ${unit}`,
    ...scenarios.map((name) => `${name}, %`),
    "to know all parameters, pounds",
  ];
  return `Has the highest net benefit, in % of draws\n${layOut(head, rows)}`;
}
