/** What a figure is: the columns that stand beside every value. */

export interface MeasureKey {
  readonly window: string;
  readonly place: string;
  /** A group, or "all". */
  readonly group: string;
  readonly measure: string;
  /** What the figure estimates, among several that share a name; see `estimands`. */
  readonly estimand: string;
  readonly statistic: string;
  readonly unit: string;
}

/** The key without its window and unit, as one text: what makes two figures of two scenarios the same figure. */
export const keyText = (key: MeasureKey): string =>
  [key.window, key.place, key.group, key.measure, key.estimand, key.statistic].join("\u001f");

/** In a sentence each, what the measures count. */
export const measures: Readonly<Record<string, string>> = {
  queue_length: "People on the waiting list.",
  in_service: "People who hold a server: being served, or kept there because the next place has no room or is delayed.",
  utilisation: "Time servers are held, as a share of the time they are on duty; finishing late counts as on duty.",
  arrivals: "People who came to the place, whether or not there was room for them.",
  starts: "People whose service began.",
  completions: "People whose service was completed.",
  left_waiting: "People who left the waiting list unserved.",
  refused: "People from outside who were turned away because there was no room; they leave the network.",
  blocked: "People who were ready to move on from the place and had to stay because the next had no room.",
  sessions: "Sessions of courses.",
  wait: "Time on the waiting list, from joining it; 0 for those served at once.",
  exits: "People who moved on from the place, by where they went.",
};

/** In a sentence each, what is estimated. For `exits` the estimand is the destination. */
export const estimands: Readonly<Record<string, string>> = {
  time_weighted: "An average over the time of the window.",
  events: "All such events in the window.",
  all: "From outside and from other places.",
  from_outside: "From outside the network.",
  from_nodes: "From other places of the network.",
  attended: "Sessions attended.",
  missed: "Sessions not attended (DNA).",
  started: "Of people whose service began in the window. Those still waiting, and those who left, are not in it.",
  left: "Of people who left the waiting list unserved in the window.",
  all_ended: "Of people whose wait ended in the window, by service or by leaving.",
  kaplan_meier:
    "Of all who joined in the window or were served at once, until the wait ended either way; those who still wait at the end of the run count as censored (Kaplan and Meier 1958).",
};
