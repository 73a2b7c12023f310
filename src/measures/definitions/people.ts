/** Measures of people, by practice deprivation and group. Person-years are those that people were in view. */
import { type CareState, careStates } from "../../records/pathway-codes.ts";
import type { Better, Estimand, Measure } from "../definition.ts";

const events = "All of them in the window.";

/** In the words of the design, with the side to take of more days in it. */
const states: Readonly<Record<CareState, readonly [told: string, better: Better]>> = {
  crisis: ["Staying with a crisis team or on a ward.", "less"],
  in_treatment: ["In a course of treatment.", undefined],
  held: ["Held by a service after a course: low-frequency contact.", undefined],
  waiting_treatment: ["On a waiting list for treatment, the hidden wait.", "less"],
  waiting_assessment: ["On a waiting list for assessment, or with a date for one.", "less"],
  referred: ["A letter is out and has not been judged.", "less"],
  lost: ["In need, nothing open, lost to all services.", "less"],
  disengaged: ["In need, nothing open, turned their back on a service and not seen since.", "less"],
  gp: ["In need, no service, and in a GP's own plan of fixed dates.", undefined],
  gap: ["In need, and nothing at all.", "less"],
  well: ["No need and nothing open.", "more"],
};

const personDays: Readonly<Record<string, Estimand>> = {
  ...Object.fromEntries(
    careStates.map((state): [string, Estimand] => [state, { told: states[state][0], better: states[state][1] }]),
  ),
  all: { told: "In any state: people times days.", better: undefined },
};

export const people: Readonly<Record<string, Measure>> = {
  person_days: {
    title: "Days in each state of care",
    theme: "gap",
    counts:
      "Days of all people in view, by the state of care they were in. States are exclusive; shares are of all their days.",
    better: undefined,
    estimands: personDays,
  },
  days_in_the_gap: {
    title: "Days in the gap",
    theme: "gap",
    counts:
      "Days with need (PHQ-9 of 10 or more, or risk above low) and no open referral, treatment or hold; a GP's own plan, disengaged and lost included.",
    better: "less",
    estimands: { events: "All such days in the window.", days_with_need: "As a share of all days with need." },
  },
  hidden_risk_days: {
    title: "Days of hidden risk",
    theme: "gap",
    counts: "Days with risk above low on which nobody had seen the person for 28 days or more.",
    better: "less",
    estimands: { events: "All such days in the window." },
  },
  gp_consultations: {
    title: "GP consultations",
    theme: "GP work",
    counts: "Consultations of the people who are simulated, not of everybody on the list.",
    better: undefined,
    estimands: {
      attended: "Consultations that took place.",
      planned: "Of these, at the fixed dates of a GP's own plan.",
      unplanned: "Of these, all others.",
      crisis: "Of the unplanned, in a crisis.",
      missed: { told: "Not attended (DNA); the share is of all that were due.", better: "less" },
      in_treatment: "At any practice, of people in a course at this service, per year in such a course.",
    },
  },
  gp_minutes: {
    title: "GP minutes",
    theme: "GP work",
    counts: "Time of GPs for the people who are simulated.",
    better: undefined,
    estimands: {
      consultations: "In consultations that took place.",
      advice: "In taking advice before a referral, and in team meetings.",
    },
  },
  crises: {
    title: "Crises",
    theme: "crisis",
    counts: "Crises, by where they were met.",
    better: "less",
    estimands: {
      events: "All of them in the window, wherever they were met.",
      met_by_gp: { told: "Met by the GP.", better: undefined },
      met: { told: "Met by this service.", better: undefined },
      diverted: {
        told: "Settled by a call to the service that holds the person, rather than at A&E.",
        better: undefined,
      },
      held: "Of people held by this service, wherever they were met; also per year held.",
      in_treatment: "Of people in a course at this service, wherever they were met, per year in such a course.",
      in_treatment_at_a_and_e:
        "Of people in a course at this service, met by a service that keeps nobody, such as A&E; per year in such a course.",
    },
  },
  life_events: {
    title: "Events of life",
    theme: "crisis",
    counts: "Debt, violence, loss: events that make things worse. No service changes them.",
    better: undefined,
    estimands: { events },
  },
  severity: {
    title: "Days by severity",
    theme: "outcome",
    counts: "Days of all people in view, by PHQ-9 on them, as a share of all their days.",
    better: undefined,
    estimands: {
      "0_to_4": { told: "PHQ-9 of 0 to 4.", better: "more" },
      "5_to_9": "PHQ-9 of 5 to 9.",
      "10_to_14": "PHQ-9 of 10 to 14.",
      "15_to_19": { told: "PHQ-9 of 15 to 19.", better: "less" },
      "20_to_27": { told: "PHQ-9 of 20 to 27.", better: "less" },
    },
  },
  qalys: {
    title: "Quality-adjusted life years",
    theme: "outcome",
    counts:
      "Years in view, each weighted with the scenario's utility for its severity. Utilities by severity are published, for depression; what PD takes off beyond it is an assumption.",
    better: "more",
    estimands: { all: "All people in view. Compare totals only where the same people are in view." },
  },
  disengaged: {
    title: "Disengaged",
    theme: "access",
    counts:
      "Times that somebody turned their back on a service: left its list, declined its offer, missed or dropped out.",
    better: "less",
    estimands: {
      events,
      all: "From this service, in whatever way.",
      left_waiting: "By leaving the waiting list.",
      missed: "By missing appointments.",
      declined: "By declining what was offered.",
      dropped_out: "By dropping out of a course.",
      no_longer_needed: { told: "With no need any more.", better: undefined },
    },
  },
  lost: {
    title: "Lost to all services",
    theme: "gap",
    counts: "Times that somebody who disengaged was lost to all services, the GP included.",
    better: "less",
    estimands: { events },
  },
  recalls: {
    title: "Recalls",
    theme: "GP work",
    counts: "Times that a GP called back somebody who had disengaged.",
    better: undefined,
    estimands: { events },
  },
  plans: {
    title: "GPs' own plans",
    theme: "GP work",
    counts: "Plans of fixed dates with the same clinician that GPs began.",
    better: undefined,
    estimands: { events },
  },
  knock_backs: {
    title: "Knock-backs",
    theme: "gap",
    counts:
      "Rejections after which the GP was left holding the person; one that another service took on at once is none.",
    better: "less",
    estimands: { people: "Of everybody who was in view in the window, by their knock-backs in it." },
  },
};
