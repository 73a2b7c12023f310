/** Measures of a network's places; the lists and caseloads of a pathway are such places too. */
import type { Measure } from "../definition.ts";

const events = "All such events in the window.";
const overTime = { time_weighted: "Over the time of the window." };

export const network: Readonly<Record<string, Measure>> = {
  queue_length: {
    title: "Waiting list",
    theme: "access",
    counts: "People on the waiting list. In a pathway: for an assessment at a service, for treatment at a programme.",
    better: "less",
    estimands: overTime,
  },
  in_service: {
    title: "In service",
    theme: "access",
    counts:
      "People who hold a server: being served, or kept there because the next place has no room or is delayed. In a pathway: with a date for an assessment, or in a course.",
    better: undefined,
    estimands: overTime,
  },
  utilisation: {
    title: "Utilisation",
    theme: "money",
    counts: "Time servers are held, as a share of the time they are on duty; finishing late counts as on duty.",
    better: undefined,
    estimands: overTime,
  },
  arrivals: {
    title: "Arrivals",
    theme: "access",
    counts: "People who came to the place, whether or not there was room for them.",
    better: undefined,
    estimands: {
      all: "From outside and from other places.",
      from_outside: "From outside the network.",
      from_nodes: "From other places of the network.",
    },
  },
  starts: {
    title: "Starts",
    theme: "access",
    counts: "People whose service began.",
    better: undefined,
    estimands: { events },
  },
  completions: {
    title: "Completions",
    theme: "access",
    counts: "People whose service was completed.",
    better: undefined,
    estimands: { events },
  },
  left_waiting: {
    title: "Left the waiting list",
    theme: "access",
    counts: "People who left the waiting list unserved.",
    better: "less",
    estimands: { events },
  },
  refused: {
    title: "Refused",
    theme: "access",
    counts: "People from outside who were turned away because there was no room; they leave the network.",
    better: "less",
    estimands: { events },
  },
  blocked: {
    title: "Blocked",
    theme: "access",
    counts: "People who were ready to move on from the place and had to stay because the next had no room.",
    better: "less",
    estimands: { events },
  },
  sessions: {
    title: "Sessions",
    theme: "access",
    counts: "Sessions of courses; in a pathway appointments for assessment too.",
    better: undefined,
    estimands: { attended: "Sessions attended.", missed: "Sessions not attended (DNA)." },
  },
  wait: {
    title: "Wait on this list",
    theme: "access",
    counts: "Time on the waiting list, from joining it; 0 for those served at once.",
    better: "less",
    estimands: {
      started: "Of people whose service began in the window. Those still waiting, and those who left, are not in it.",
      left: { told: "Of people who left the waiting list unserved in the window.", better: undefined },
      all_ended: { told: "Of people whose wait ended in the window, by service or by leaving.", better: undefined },
      kaplan_meier:
        "Of all who joined in the window or were served at once, until the wait ended either way; those who still wait at the end of the run count as censored (Kaplan and Meier 1958).",
    },
  },
  exits: {
    title: "Moved on",
    theme: "access",
    counts: "People who moved on from the place, by where they went.",
    better: undefined,
    estimands: {},
    named: "To the place or exit of this name.",
  },
};
