/** Figures of referrals: who sent them, what was in them, and what became of them. */
import { reasons, senders, ways } from "../../records/pathway-codes.ts";
import type { Figure } from "../figures.ts";
import type { ServiceCount } from "./counts.ts";
import type { ServiceTotal } from "./part.ts";

export function emitReferrals(total: ServiceTotal, figure: Figure): void {
  const sum = (measure: string, of: readonly (readonly [string, ServiceCount])[]): number => {
    const all = of.reduce((so_far, [, what]) => so_far + total(what), 0);
    for (const [estimand, what] of of) figure(measure, estimand, "count", "events", total(what));
    figure(measure, "all", "count", "events", all);
    return all;
  };
  const sent = sum(
    "referrals",
    senders.map((sender) => [`by_${sender}`, `sent by ${sender}`]),
  );
  figure("referrals", "by_self", "share", "proportion", total("sent by self") / sent);
  for (const what of ["written up", "written down", "labelled"] as const) {
    figure("letters", what.replace(" ", "_"), "count", "events", total(what));
  }
  const paper = sum(
    "rejections_on_paper",
    reasons.map((reason) => [reason, `rejected on paper ${reason}`]),
  );
  const seen = sum(
    "rejections_at_assessment",
    reasons.map((reason) => [reason, `rejected at assessment ${reason}`]),
  );
  figure("passed_on", "all", "count", "events", total("passed on"));
  sum(
    "withdrawals",
    ways.map((way) => [way, `withdrawn ${way}`]),
  );
  sum(
    "disengaged",
    ways.map((way) => [way, `disengaged ${way}`]),
  );
  const accepted = total("accepted");
  const passed = total("passed triage");
  figure("acceptances", "events", "count", "events", accepted);
  figure("acceptances", "advised_only", "count", "events", total("advised only"));
  figure("acceptances", "decided", "share", "proportion", accepted / (accepted + paper + seen));
  figure("acceptances", "on_paper", "count", "events", passed);
  figure("acceptances", "on_paper", "share", "proportion", passed / (passed + paper));
  figure("entered_treatment", "sent", "count", "events", total("first contacts"));
  figure("entered_treatment", "sent", "share", "proportion", total("first contacts") / sent);
  figure("finished_treatment", "sent", "share", "proportion", total("courses finished") / sent);
}
