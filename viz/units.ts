/** Units in which figures are shown: people, people a year, days or weeks, shares. */
import type { MeasureKey } from "../src/index.ts";

export interface Unit {
  /** Shown figure = figure of the measure × factor. */
  readonly factor: number;
  readonly one: string;
  readonly many: string;
}

const people: Unit = { factor: 1, one: "person", many: "people" };
/** 365 days, as everywhere in the simulator. */
export const peopleAYear: Unit = { factor: 365, one: "person a year", many: "people a year" };
export const days: Unit = { factor: 1, one: "day", many: "days" };
export const weeks: Unit = { factor: 1 / 7, one: "week", many: "weeks" };
const percent: Unit = { factor: 100, one: "%", many: "%" };
export const percentagePoints: Unit = { factor: 100, one: "percentage point", many: "percentage points" };

/** From this many days on a wait is told in weeks. */
const inWeeksFrom = 21;

export const timeUnit = (largestDays: number): Unit => (largestDays >= inWeeksFrom ? weeks : days);

/** The unit for a figure of which the largest value to be shown is `largest`, in the measure's own unit. */
export function unitOf({ statistic, unit }: Pick<MeasureKey, "statistic" | "unit">, largest: number): Unit {
  if (unit === "days") return timeUnit(largest);
  if (unit === "proportion") return percent;
  return statistic === "per_day" ? peopleAYear : people;
}

/** `people`, or `person` after exactly 1. */
export const unitWord = (unit: Unit, shown: string): string => (shown === "1" ? unit.one : unit.many);

/** `3.2 weeks`, `93%`. */
export const withUnit = (shown: string, unit: Unit): string =>
  unit === percent ? `${shown}%` : `${shown} ${unitWord(unit, shown)}`;
