/** The states of care that are drawn, from the bottom up: need without a service first, then waiting, then care. */
export const stateOrder = [
  "gap",
  "gp",
  "disengaged",
  "lost",
  "referred",
  "waiting_assessment",
  "waiting_treatment",
  "held",
  "in_treatment",
  "crisis",
] as const;
export type StateName = (typeof stateOrder)[number];

export const stateNames: Readonly<Record<StateName, string>> = {
  gap: "in the gap",
  gp: "with the GP alone",
  disengaged: "disengaged",
  lost: "lost to all services",
  referred: "referred",
  waiting_assessment: "waiting, assessment",
  waiting_treatment: "waiting, treatment",
  held: "held",
  in_treatment: "in treatment",
  crisis: "crisis care",
};
