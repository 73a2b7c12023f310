/**
 * The pathway as a map: places, the flows of people between them, and for each the figure that says how wide it is. The
 * widths are ordinary figures of a run, so that a map has the same estimates, intervals and differences as any table.
 */
import type { Legend, LegendService } from "../../records/legend.ts";
import type { MeasureKey } from "../key.ts";
import { practicePlaces } from "./part.ts";

/** Ends of a flow that are no service. `GP`: whoever nobody else cares for. */
export const flowEnds = ["GP", "themselves", "crisis", "end of care", "disengaged"] as const;
export type FlowEnd = (typeof flowEnds)[number];

export interface Flow {
  /** The name of a service, or a `FlowEnd`. */
  readonly from: string;
  readonly to: string;
  readonly what:
    | "referral"
    | "rejection on paper"
    | "rejection at assessment"
    | "passed on"
    | "completed course"
    | "held"
    | "disengagement"
    | "crisis";
  /** Of this figure the value is the number of people who went this way in the window. */
  readonly figure: Omit<MeasureKey, "window" | "group" | "unit">;
}

/**
 * Every flow there can be, service by service. A rejection that was passed on counts as both. For rejections by reason the
 * same measures have an estimand for each reason. Throws a RangeError for a network, whose flows are the measure `exits`.
 */
export function flowsOf({ places, pathway }: Legend): Flow[] {
  if (pathway === undefined) throw new RangeError("flows need a pathway; those of a network are the measure exits");
  const names = places.map(({ name }) => name);
  return [
    ...pathway.services.flatMap((service, number) => flowsOfService(names[number]!, service, names)),
    flow("crisis", "GP", "crisis", practicePlaces.all, "crises", "met_by_gp"),
  ];
}

function flowsOfService(name: string, service: LegendService, names: readonly string[]): Flow[] {
  const into = (from: FlowEnd, what: Flow["what"], measure: string, estimand: string): Flow =>
    flow(from, name, what, name, measure, estimand);
  const out = (to: string, what: Flow["what"], measure: string, estimand: string): Flow =>
    flow(name, to, what, name, measure, estimand);
  if (!service.has_referrals) return [into("crisis", "crisis", "crises", "met")];
  return [
    into("GP", "referral", "referrals", "by_gp"),
    into("themselves", "referral", "referrals", "by_self"),
    into("crisis", "referral", "referrals", "by_crisis"),
    out("GP", "rejection on paper", "rejections_on_paper", "all"),
    out("GP", "rejection at assessment", "rejections_at_assessment", "all"),
    ...service.passes_on_to.map((to) => out(names[to]!, "passed on", "passed_on", names[to]!)),
    out("end of care", "completed course", "courses", "completed"),
    out(name, "held", "holds", "events"),
    out("disengaged", "disengagement", "disengaged", "all"),
  ];
}

function flow(from: string, to: string, what: Flow["what"], place: string, measure: string, estimand: string): Flow {
  return { from, to, what, figure: { place, measure, estimand, statistic: "count" } };
}
