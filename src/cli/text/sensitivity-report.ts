/** What `caregap sensitivity` prints: for each figure its factors, those that matter most first. */
import type { RankCorrelation, Sensitivity } from "../../index.ts";
import { headingOf } from "../figures.ts";
import { layOut } from "./layout.ts";
import { decimal, decimalsFor } from "./numbers.ts";

export function sensitivityReport(factors: readonly string[], found: readonly Sensitivity[]): string {
  const several = new Set(found.map(({ scenario }) => scenario)).size > 1;
  const parts = found.map((each) => {
    const head = `${several ? `${each.scenario}: ` : ""}${headingOf(each.key)}`;
    return `${head}\n${tableOf(factors, each)}`;
  });
  return parts.join("\n\n");
}

function tableOf(factors: readonly string[], each: Sensitivity): string {
  switch (each.method) {
    case "tornado":
      return tornadoTable(each);
    case "rank":
      return bySize(factors, each.correlations, "partial rank correlation");
    case "sobol": {
      const { first, total } = each.indices;
      const order = factors.map((_, i) => i).toSorted((i, j) => total[j]!.value - total[i]!.value);
      const rows = order.map((i) => [factors[i]!, ...shown(first[i]!), ...shown(total[i]!)]);
      return layOut(["factor", "first order", "95% interval", "total", "95% interval"], rows);
    }
  }
}

function bySize(factors: readonly string[], values: readonly RankCorrelation[], name: string): string {
  const size = (i: number): number => (Number.isNaN(values[i]!.value) ? -1 : Math.abs(values[i]!.value));
  const order = factors.map((_, i) => i).toSorted((i, j) => size(j) - size(i));
  const rows = order.map((i) => [
    factors[i]!,
    ...shown(values[i]!),
    barOf(Math.min(0, values[i]!.value), Math.max(0, values[i]!.value), 1),
  ]);
  return layOut(["factor", name, "95% interval", ""], rows);
}

const shown = ({ value, low, high }: RankCorrelation): string[] => [
  decimal(value, 2),
  Number.isNaN(low) ? "" : `${decimal(low, 2)} to ${decimal(high, 2)}`,
];

function tornadoTable({ base, bars }: Extract<Sensitivity, { method: "tornado" }>): string {
  const ends = bars.flatMap(({ low, high }) => [low.mean, high.mean]);
  const widest = Math.max(...ends.map((end) => (Number.isNaN(end) ? 0 : Math.abs(end))));
  const rows = bars.map(({ factor, low_value, high_value, low, high, swing }) => {
    const decimals = decimalsFor(swing.mean, (swing.high - swing.low) / 2);
    const show = (value: number): string => (value > 0 ? "+" : "") + decimal(value, decimals);
    const plain = (value: number): string => String(Number(value.toPrecision(6)));
    const interval = Number.isNaN(swing.low) ? "" : `${show(swing.low)} to ${show(swing.high)}`;
    const bar = barOf(Math.min(low.mean, high.mean, 0), Math.max(low.mean, high.mean, 0), widest);
    return [factor, plain(low_value), show(low.mean), plain(high_value), show(high.mean), interval, bar];
  });
  const header = ["factor", "at", "changes it by", "at", "changes it by", "low to high, 95% interval", ""];
  return `  Base: ${decimal(base, decimalsFor(base, 0))}\n${layOut(header, rows)}`;
}

const half = 12;

/** From `low` to `high` about a middle line, `widest` to either side. */
function barOf(low: number, high: number, widest: number): string {
  const at = (value: number): number => (widest > 0 ? Math.round((value / widest) * half) : 0);
  const [from, to] = [at(low), at(high)];
  const cells = Array.from({ length: 2 * half + 1 }, (_, i) => {
    const place = i - half;
    return place === 0 ? "|" : place >= from && place <= to ? "█" : "·";
  });
  return Number.isNaN(low) || Number.isNaN(high) ? "" : cells.join("");
}
