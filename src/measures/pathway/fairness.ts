/** Who fares worse: ratios of figures of two groups of people, for the main ones. Works on figures as they are emitted. */
import type { Legend } from "../../records/legend.ts";
import type { Emit } from "../figures.ts";
import type { MeasureKey } from "../key.ts";
import { practicePlaces } from "./part.ts";

interface Main {
  /** What the ratio is called among its estimands. */
  readonly name: string;
  readonly measure: string;
  readonly estimand: string;
  readonly statistic: string;
}

/** Whose group is compared with people with a personality disorder. */
const compared = "cmd";

function mainFigures({ wait_limits_days: limits }: Legend): Main[] {
  return [
    { name: "gap", measure: "days_in_the_gap", estimand: "days_with_need", statistic: "share" },
    { name: "knock_backs", measure: "knock_backs", estimand: "people", statistic: "mean" },
    { name: "accepted", measure: "acceptances", estimand: "decided", statistic: "share" },
    { name: "entered_treatment", measure: "entered_treatment", estimand: "sent", statistic: "share" },
    ...limits.map((limit) => ({
      name: `treated_within_${limit}`,
      measure: "wait_from_first_referral",
      estimand: "all_begun",
      statistic: `share_within_${limit}`,
    })),
    { name: "recovered", measure: "recovered", estimand: "finished_at_caseness", statistic: "share" },
    { name: "crises", measure: "crises", estimand: "events", statistic: "per_person_year" },
    { name: "gp_minutes", measure: "gp_minutes", estimand: "consultations", statistic: "per_person_year" },
  ];
}

export interface Comparison {
  /** Emits a figure, and remembers it if it is one of those that are compared. */
  readonly emit: Emit;
  /** Emits the ratios, once all figures of the window have been. */
  readonly ratios: () => void;
}

/** @param window the name of the window of which they are */
export function compareGroups(legend: Legend, window: string, emit: Emit): Comparison {
  const mains = mainFigures(legend);
  const found = new Map<string, number>();
  const sides = sidesOf(legend);
  const nameOf = ({ measure, estimand, statistic }: Main | MeasureKey): string =>
    [measure, estimand, statistic].join("\u001f");
  const wanted = new Set(mains.map(nameOf));
  return {
    emit: (key, value) => {
      const name = nameOf(key);
      if (wanted.has(name)) found.set([key.place, key.group, name].join("\u001f"), value);
      emit(key, value);
    },
    ratios: () => {
      for (const { measure, one, other } of sides) {
        for (const main of mains) {
          const of = (side: Side): number => found.get([...side, nameOf(main)].join("\u001f")) ?? NaN;
          const key = { window, place: practicePlaces.all, group: "all", measure, estimand: main.name };
          emit({ ...key, statistic: "ratio", unit: "ratio" }, of(one) / of(other));
        }
      }
    },
  };
}

/** A place and a group. */
type Side = readonly [place: string, group: string];

function sidesOf({ groups, pathway }: Legend): { measure: string; one: Side; other: Side }[] {
  const deprived = {
    measure: "more_to_less_deprived",
    one: [practicePlaces.more, "all"],
    other: [practicePlaces.less, "all"],
  } as const;
  const pd = groups.find((_, group) => pathway!.pd_groups[group]);
  if (pd === undefined || !groups.includes(compared)) return [deprived];
  return [{ measure: "pd_to_cmd", one: [practicePlaces.all, pd], other: [practicePlaces.all, compared] }, deprived];
}
