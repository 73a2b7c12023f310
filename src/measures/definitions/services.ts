/** Measures of services, by group: referrals, care, staff and money. */
import type { RejectionReason } from "../../records/pathway-codes.ts";
import type { Measure } from "../definition.ts";

const events = "All of them in the window.";
const days = "Days of all people together, and people on average.";

const reasons: Readonly<Record<RejectionReason | "all", string>> = {
  too_risky: "As too risky: the score above the service's ceiling.",
  not_risky_enough: "As not risky enough: the score below the service's floor.",
  too_complex: "As too complex for the staff there are.",
  label: "For the label in the letter, or since the service does not take the group.",
  does_not_fit: "Since the person did not fit the box.",
  service_full: "Since the service was full.",
  incomplete: "Since the letter was incomplete.",
  all: "For any reason.",
};

export const services: Readonly<Record<string, Measure>> = {
  referrals: {
    title: "Referrals",
    theme: "access",
    counts: "Referrals sent to the service, or to any.",
    better: undefined,
    estimands: {
      all: "By anybody.",
      by_gp: "By GPs.",
      by_self: "By the person; the share is of all referrals.",
      by_crisis: "After a crisis.",
      by_service: "By another service that passed the person on.",
    },
  },
  letters: {
    title: "Letters and what is in them",
    theme: "gap",
    counts: "GPs' letters to the service, by how they were framed.",
    better: undefined,
    estimands: {
      written_up: "With risk written up.",
      written_down: "With risk written down, and the label left out.",
      labelled: "With the label of a personality disorder.",
    },
  },
  rejections_on_paper: {
    title: "Rejected on paper",
    theme: "access",
    counts: "Referrals rejected at triage, by reason.",
    better: "less",
    estimands: reasons,
  },
  rejections_at_assessment: {
    title: "Turned away at assessment",
    theme: "access",
    counts: "People turned away at assessment, the wait wasted, by reason.",
    better: "less",
    estimands: reasons,
  },
  passed_on: {
    title: "Passed on",
    theme: "access",
    counts: "Referrals that the service rejected and passed on to another service at once.",
    better: undefined,
    estimands: { all: "To any service." },
    named: "To the service of this name.",
  },
  withdrawals: {
    title: "Withdrawn before acceptance",
    theme: "access",
    counts: "Referrals that ended before they were accepted or rejected.",
    better: "less",
    estimands: {
      all: "In whatever way.",
      left_waiting: "The person left the waiting list.",
      missed: "The person missed the assessment.",
      declined: "The person declined.",
      dropped_out: "The person dropped out.",
      no_longer_needed: { told: "The person had no need any more.", better: undefined },
    },
  },
  acceptances: {
    title: "Accepted",
    theme: "access",
    counts: "Referrals accepted for treatment.",
    better: "more",
    estimands: {
      events,
      advised_only: { told: "Of these, seen once, advised and discharged.", better: undefined },
      decided: "Of all referrals that were accepted or rejected, on paper or at assessment.",
      on_paper: "Passed at triage; the share is of all letters judged.",
    },
  },
  entered_treatment: {
    title: "Entered treatment",
    theme: "access",
    counts: "First attended treatment contacts of referrals.",
    better: "more",
    estimands: { sent: "In the window; the share is for each referral sent in it, whenever those treated were sent." },
  },
  finished_treatment: {
    title: "Finished a course",
    theme: "access",
    counts: "Courses finished with two contacts or more.",
    better: "more",
    estimands: { sent: "For each referral sent in the window, whenever those treated were sent." },
  },
  assessments: {
    title: "Assessments",
    theme: "access",
    counts: "Appointments for assessment.",
    better: undefined,
    estimands: { attended: "Attended.", missed: { told: "Not attended (DNA).", better: "less" } },
  },
  treatment_sessions: {
    title: "Sessions of treatment",
    theme: "outcome",
    counts: "Sessions of courses.",
    better: undefined,
    estimands: {
      attended: "Attended.",
      missed: { told: "Not attended (DNA); the share is of all sessions due.", better: "less" },
    },
  },
  courses: {
    title: "Courses ended",
    theme: "outcome",
    counts: "Courses that ended, by how they did.",
    better: undefined,
    estimands: {
      completed: "With the last session that was planned.",
      dropped_out: {
        told: "By dropping out. The share is of courses that were not stepped up or down, and counts those discharged for missing too.",
        better: "less",
      },
      discharged_for_missing: { told: "By discharge after missed sessions.", better: "less" },
      stepped_up: "On to a heavier programme.",
      stepped_down: "On to a lighter programme.",
      finished: { told: "With two treatment contacts or more since the referral, and not stepped on.", better: "more" },
    },
  },
  contacts_per_course: {
    title: "Contacts in a course",
    theme: "outcome",
    counts: "Treatment contacts attended since the referral.",
    better: undefined,
    estimands: { finished: "Of courses finished with two contacts or more." },
  },
  recovered: {
    title: "Recovered",
    theme: "outcome",
    counts: "Below caseness (PHQ-9 of 10) at the end of a course, and not so at its start.",
    better: "more",
    estimands: {
      events,
      denominator: { told: "Courses finished, with two contacts or more, that began at caseness.", better: undefined },
      finished_at_caseness: "Of courses finished, with two contacts or more, that began at caseness.",
    },
  },
  abandoned: {
    title: "Abandoned",
    theme: "outcome",
    counts: "Courses that came to their end with the person still at caseness, who was not held after it.",
    better: "less",
    estimands: { completed_unresolved: events, completed: "As a share of courses that came to their end." },
  },
  returns: {
    title: "Returns after ending",
    theme: "outcome",
    counts:
      "Referrals again, to any service, within 365 days of the end of care: of a course, or of the hold after it. An episode of illness that is over is seen no more, so a later one is no return.",
    better: "less",
    estimands: {
      endings_followed:
        "Of care that ended in the window, no less than 365 days before the end of the run; counted at the service where it ended.",
    },
  },
  declined: {
    title: "Declined",
    theme: "access",
    counts: "Offers that people declined.",
    better: "less",
    estimands: { events: "Places in a programme.", referrals: "Referrals that a GP proposed." },
  },
  outreach: {
    title: "Kept by outreach",
    theme: "access",
    counts: "Times that outreach kept somebody who was about to leave the waiting list.",
    better: undefined,
    estimands: { events },
  },
  holds: {
    title: "Held",
    theme: "outcome",
    counts: "People held by the service after a course.",
    better: undefined,
    estimands: { events: "Holds that began.", days },
  },
  feedback: {
    title: "Feedback to GPs",
    theme: "GP work",
    counts: "Times that the service told a GP.",
    better: "more",
    estimands: { non_engagement: "That somebody had not engaged.", progress: "Of progress." },
  },
  treatment_days: {
    title: "Days in treatment",
    theme: "outcome",
    counts: "Days of people in courses at the service.",
    better: undefined,
    estimands: { events: "All such days in the window." },
  },
  contact_hours: {
    title: "Hours of contact",
    theme: "money",
    counts: "Staff time with patients: assessments, sessions (shared out within a group) and contacts of holds.",
    better: undefined,
    estimands: { attended: "Of appointments attended." },
  },
  stays: {
    title: "Stays in crisis",
    theme: "crisis",
    counts: "People taken on by the crisis team, or admitted.",
    better: "less",
    estimands: {
      events: "Stays that began.",
      days: "Days of all people together (bed-days of a ward), and people on average.",
    },
  },
  staff_hours: {
    title: "Staff hours",
    theme: "money",
    counts: "Staff time for patients at the service.",
    better: undefined,
    estimands: {
      available: "What there was.",
      committed: "Committed to assessments, courses and holds under way.",
    },
  },
  staff_utilisation: {
    title: "Staff utilisation",
    theme: "money",
    counts: "Staff time committed, as a share of what there was.",
    better: undefined,
    estimands: { time_weighted: "Over the time of the window." },
  },
  costs: {
    title: "Costs",
    theme: "money",
    counts:
      "Costs of consultations, contacts, stays and crises of the people who are simulated, in pounds of the scenario's price year.",
    better: "less",
    estimands: { all: "To all payers." },
    named: "To the payer of this name; money moved from one payer to another is not saved.",
  },
};
