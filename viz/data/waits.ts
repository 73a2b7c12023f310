/** Waits at one place under every estimand, as the chart draws them. */
import type { WaitRow } from "../charts/waits-by-estimand.ts";
import { scaled } from "../numbers.ts";
import { timeUnit, type Unit } from "../units.ts";
import { capital, whose } from "../words.ts";
import { type Comparison, pair } from "./comparison.ts";

/** In the order in which they are drawn: the fullest first. */
const estimandOrder = ["kaplan_meier", "all_ended", "started", "left"] as const;

export interface Where {
  readonly window: string;
  readonly place: string;
  readonly statistic: "mean" | "median";
}

export function waitRowsOf(comparison: Comparison, where: Where): { rows: WaitRow[]; unit: Unit } {
  const pairs = estimandOrder.map((estimand) => ({
    estimand,
    ...pair(comparison, { ...where, measure: "wait", estimand }),
  }));
  const largest = Math.max(0, ...pairs.flatMap(({ base, other }) => [base.mean, other.mean]).filter(Number.isFinite));
  const unit = timeUnit(largest);
  const rows = pairs.map(({ estimand, base, other }) => ({
    estimand,
    label: capital(whose[estimand] ?? estimand),
    base: scaled(base, unit.factor),
    other: scaled(other, unit.factor),
  }));
  return { rows, unit };
}
