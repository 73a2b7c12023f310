/** Who fares worse: ratios of the main figures, of two groups of people. */
import type { Estimand, Measure } from "../definition.ts";

/** No side is taken: fair is 1, and the way to it may lead up or down. */
const mains: Readonly<Record<string, Estimand>> = {
  gap: "Of the part of days with need that were spent in the gap.",
  knock_backs: "Of knock-backs per person.",
  accepted: "Of acceptances as a share of referrals decided.",
  entered_treatment: "Of first treatment contacts per referral sent.",
  recovered: "Of recovery among courses finished that began at caseness.",
  crises: "Of crises per year in view.",
  gp_minutes: "Of minutes of consultations per year in view.",
};
const treated = "Of those treated within so many days of their first referral, among all searches that began.";

const ratio = (title: string, counts: string): Measure => ({
  title,
  theme: "fairness",
  counts,
  better: undefined,
  estimands: mains,
  named: treated,
});

export const fairness: Readonly<Record<string, Measure>> = {
  pd_to_cmd: ratio(
    "PD against common mental disorder",
    "The figure of people with a personality disorder, divided by that of people with a common mental disorder. The latter are in view only while they are ill.",
  ),
  more_to_less_deprived: ratio(
    "More against less deprived practices",
    "The figure of people at practices in the four most deprived tenths of England, divided by that of the others.",
  ),
};
