/** One place: its waiting list over time, and its waits told in four ways. */
import { definitionOf } from "../../src/index.ts";
import { bandOverTime } from "../charts/band-over-time.ts";
import { waitsByEstimand } from "../charts/waits-by-estimand.ts";
import { bandOf, stretchesOf } from "../data/band.ts";
import type { Comparison } from "../data/comparison.ts";
import { waitRowsOf, type Where } from "../data/waits.ts";
import { make } from "../dom.ts";
import { amount, range, withRange } from "../numbers.ts";
import { drawInto, showTwin, widthOf } from "./chart.ts";

export interface Titles {
  readonly base: string;
  readonly other: string;
}

export function showQueue(parent: HTMLElement, comparison: Comparison, place: string, titles: Titles): void {
  const bands = (["base", "other"] as const).map((which) => bandOf(comparison[which], which, titles[which], place));
  const label = `People waiting at ${place}, week by week, for ${titles.base} and ${titles.other}`;
  const figures = { bands, stretches: stretchesOf(comparison.base) };
  drawInto(
    parent,
    figures,
    bandOverTime({ width: widthOf(parent), label, title: "People waiting: mean, 95% interval" }),
  );
  const [base, other] = bands;
  const months = (base?.points ?? []).filter((_, at) => at % 4 === 0);
  showTwin(parent, "This chart as a table", {
    caption: `People waiting at ${place}, every fourth week, with 95% intervals`,
    dense: true,
    columns: [
      { head: "Weeks since counting began" },
      { head: "Baseline", numeric: true },
      { head: "With the change", numeric: true },
    ],
    rows: months.map((point) => {
      const twin = other?.points.find(({ day }) => day === point.day);
      const cell = (one: typeof twin): string => (one ? `${amount(one.mean)} (${range(one)})` : "not known");
      return [amount((point.day - months[0]!.day) / 7), cell(point), cell(twin)];
    }),
  });
}

export function showWaits(parent: HTMLElement, comparison: Comparison, where: Where): void {
  const document = parent.ownerDocument;
  const { rows, unit } = waitRowsOf(comparison, where);
  const label = `${where.statistic} wait at ${where.place} in ${unit.many}, told in four ways`;
  const title = `${where.statistic} and 95% interval`;
  drawInto(parent, rows, waitsByEstimand({ width: widthOf(parent), label, unit, title }));
  if (!parent.querySelector(":scope > dl")) {
    const told = rows.flatMap(({ estimand, label: name }) => [
      make(document, "dt", {}, name),
      make(document, "dd", {}, definitionOf({ measure: "wait", estimand, statistic: "mean", unit: "days" }).estimand),
    ]);
    parent.append(make(document, "dl", { class: "estimands" }, ...told));
  }
  showTwin(parent, "These waits as a table", {
    caption: `${where.statistic} wait at ${where.place}, ${unit.many}, with 95% intervals`,
    dense: true,
    columns: [{ head: "Whose waits" }, { head: "Baseline", numeric: true }, { head: "With the change", numeric: true }],
    rows: rows.map(({ label: name, base, other }) => [name, withRange(base), withRange(other)]),
  });
}
