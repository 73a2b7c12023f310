/** Curves of competing endings of a scenario's waits, with their uncertainty over replications. */
import type { Days } from "../../engine/time.ts";
import { legendOf } from "../../model/legend.ts";
import { runOnce, type RunSettings } from "../../model/run.ts";
import type { Legend } from "../../records/legend.ts";
import type { AnyScenario } from "../../scenario/types.ts";
import { type Estimate, estimate } from "../statistics.ts";
import type { Table } from "../tables.ts";
import { cumulativeIncidence, type Incidence } from "./aalen-johansen.ts";
import { EndingsReader, type Wait, type Which } from "./endings.ts";
import { ReferralEndingsReader } from "./referral-endings.ts";

/**
 * Aalen and Johansen: the share that by a day has started, left or been rejected (refused, where there is no room), and that
 * still waits; they add up to 1. Kaplan and Meier of the start, with those who left or were rejected censored: the share
 * that would have started if nobody could leave or be rejected, and those who did are like those who did not.
 */
export const curveNames = ["started", "left", "rejected", "still_waiting", "kaplan_meier_started"] as const;
export type CurveName = (typeof curveNames)[number];

export interface IncidenceRow extends Estimate {
  readonly window: string;
  readonly place: string;
  /** A group, or "all". */
  readonly group: string;
  readonly curve: CurveName;
  readonly day: Days;
}

export interface IncidenceSettings extends Omit<RunSettings, "replication"> {
  readonly replications: number;
  /** Days waited at which the curves are wanted, ascending. */
  readonly days: readonly Days[];
  /** Awaited after each replication; what it throws stops the work. */
  readonly onProgress?: ((finished: number, of: number) => Promise<void>) | undefined;
}

/**
 * Mean and pointwise 95% interval over replications of each curve, on each day. Of a network: waits on the list of each node.
 * Of a pathway: from a referral to a service to the first treatment contact there. Runs in this thread.
 */
export async function incidenceOf(scenario: AnyScenario, settings: IncidenceSettings): Promise<IncidenceRow[]> {
  const { replications, days, onProgress, ...run } = settings;
  const legend = legendOf(scenario);
  const subjects = subjectsOf(legend);
  const curves: Record<CurveName, Float64Array>[][] = [];
  for (let replication = 0; replication < replications; replication++) {
    await onProgress?.(replication, replications);
    const reader = legend.pathway ? new ReferralEndingsReader(legend.pathway) : new EndingsReader();
    await runOnce(scenario, { ...run, replication }, [reader]);
    curves.push(subjects.map(({ which }) => curvesOf(reader.waits(legend, which), days)));
  }
  return subjects.flatMap(({ names }, subject) =>
    curveNames.flatMap((curve) =>
      days.map((day, i) => ({ ...names, curve, day, ...estimate(curves.map((each) => each[subject]![curve][i]!)) })),
    ),
  );
}

function subjectsOf({ windows, places, groups, pathway }: Legend) {
  const all = pathway
    ? pathway.services.flatMap((service, i) => (service.has_referrals ? [i] : []))
    : [...places.keys()];
  return windows.flatMap((window, w) =>
    all.flatMap((place) => {
      const names = { window: window.name, place: places[place]!.name, group: "all" };
      const everybody: { which: Which; names: typeof names } = { which: { window: w, place }, names };
      const apart = groups.map((group, g) => ({ which: { window: w, place, group: g }, names: { ...names, group } }));
      return groups.length > 1 ? [everybody, ...apart] : [everybody];
    }),
  );
}

function curvesOf(waits: readonly Wait[], days: readonly Days[]): Record<CurveName, Float64Array> {
  const { started, left, refused }: Incidence = cumulativeIncidence(waits, days);
  const alone = waits.map((wait) => (wait.ending === "started" ? wait : { ...wait, ending: undefined }));
  return {
    started,
    left,
    rejected: refused,
    still_waiting: started.map((share, i) => 1 - share - left[i]! - refused[i]!),
    kaplan_meier_started: cumulativeIncidence(alone, days).started,
  };
}

export function incidenceTable(rows: readonly IncidenceRow[]): Table {
  return {
    columns: ["window", "place", "group", "curve", "day", "share", "ci_low", "ci_high", "n"],
    *rows() {
      for (const { window, place, group, curve, day, mean, low, high, n } of rows) {
        yield [window, place, group, curve, day, mean, low, high, n];
      }
    },
  };
}
