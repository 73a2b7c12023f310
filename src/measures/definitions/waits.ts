/** Waits along the pathway, each under every estimand. */
import type { Estimand, Measure } from "../definition.ts";

/** Of waits that end in a first contact, however the wait is begun. */
const waitEstimands: Readonly<Record<string, Estimand>> = {
  started:
    "Of people whose wait ended in that contact in the window. Those still waiting, and those who left, are not in it.",
  left: {
    told: "Of people whose wait ended without that contact in the window: rejected, left, no longer in need.",
    better: undefined,
  },
  all_ended: {
    told: "Of people whose wait ended in the window, with that contact or without it.",
    better: undefined,
  },
  kaplan_meier:
    "Of all whose wait began in the window, until it ended either way; those who still wait at the end of the run count as censored (Kaplan and Meier 1958).",
  finished_courses:
    "The official way: of courses of two contacts or more that were finished in the window. Nobody who never got that far is in it.",
  all_begun:
    "Of all waits that began in the window, treated or not, and could be followed for so long before the run ended: who had that contact by then. Within a longer limit these are earlier waits, so that its share can be the lower one.",
};

const wait = (title: string, counts: string): Measure => ({
  title,
  theme: "access",
  counts,
  better: "less",
  estimands: waitEstimands,
});

export const waits: Readonly<Record<string, Measure>> = {
  wait_to_first_treatment: wait(
    "Wait to first treatment",
    "From the referral to the first attended treatment contact in the service it was sent to. An assessment is one where the service counts it so, as IAPT does.",
  ),
  hidden_wait: wait("Hidden wait", "From the first attended treatment contact of a referral to the second."),
  wait_from_help_seeking: wait(
    "Wait from first help-seeking",
    "From the first consultation with need, or the first referral of oneself, to the first attended treatment contact in any service, through all rejections between. It ends without one when need ends.",
  ),
  wait_from_first_referral: wait(
    "Wait from the first referral",
    "From the first referral of a search to the first attended treatment contact in any service, through all rejections between. It ends without one when need ends.",
  ),
};
