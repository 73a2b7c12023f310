/** What each statistic is, and how it turns the side that a measure takes. */
import type { Better } from "../definition.ts";

export interface Statistic {
  readonly told: string;
  /** The side of the figure, from that of its measure and estimand. */
  readonly better: (side: Better, unit: string) => Better;
}

const same = (side: Better): Better => side;
const neither = (): Better => undefined;
const other = (side: Better): Better => (side === undefined ? undefined : side === "less" ? "more" : "less");
const statistic = (told: string, better: Statistic["better"] = same): Statistic => ({ told, better });

export const statistics: Readonly<Record<string, Statistic>> = {
  // How many people a mean wait is of is neither good nor bad; how many rejections there were is.
  count: statistic("How many there were in the window.", (side, unit) => (unit === "people" ? undefined : side)),
  sum: statistic("The total over the window."),
  per_day: statistic("The number in the window, divided by its days."),
  per_person_year: statistic("The number in the window, divided by the years that these people were in view in it."),
  per_recovery: statistic("The total over the window, divided by the recoveries in it."),
  share: statistic("The part of the denominator that the estimand names, from 0 to 1."),
  ratio: statistic("The figure of the first, divided by that of the second; 1 where they fare alike."),
  mean: statistic("The arithmetic mean."),
  median: statistic("Half are no longer, or no higher."),
  p90: statistic("Nine in ten are no longer, or no higher."),
  p95: statistic("Nineteen in twenty are no longer, or no higher."),
  max: statistic("The longest, or highest."),
  share_0: statistic("The part of them with none.", other),
  share_1: statistic("The part of them with one.", neither),
  share_2: statistic("The part of them with two.", neither),
  share_3_or_more: statistic("The part of them with three or more."),
};

/** `undefined` for a name that no run emits. */
export function statisticOf(name: string): Statistic | undefined {
  const within = /^share_within_(.+)$/.exec(name);
  if (within) return statistic(`The part of them that waited no longer than ${within[1]!} days, from 0 to 1.`, other);
  return Object.hasOwn(statistics, name) ? statistics[name] : undefined;
}
