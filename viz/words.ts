/** The measures in plain words, and which way is better. */
import type { MeasureKey } from "../src/index.ts";

/** The whole network, where a figure is a total over its places. */
export const everywhere = "All places together";

/** Whether fewer (or shorter) is better, more is, or no side is taken. */
export type Better = "less" | "more" | "neither";

const lessIsBetter = new Set(["queue_length", "left_waiting", "refused", "blocked"]);

export function betterOf({ measure, estimand, statistic }: MeasureKey): Better {
  if (lessIsBetter.has(measure)) return "less";
  if (measure !== "wait" || estimand === "left") return "neither";
  return statistic.startsWith("share_within_") ? "more" : "less";
}

/** How a reader may take a clear difference. */
export type Side = "better" | "worse" | "different";

export function sideOf(better: Better, difference: number): Side {
  if (better === "neither" || difference === 0) return "different";
  return difference < 0 === (better === "less") ? "better" : "worse";
}

/** Whose waits an estimand counts, in a few words. */
export const whose: Readonly<Record<string, string>> = {
  started: "those who were seen",
  left: "those who left unseen",
  all_ended: "those seen or left",
  kaplan_meier: "everyone, those still waiting too",
};

const nouns: Readonly<Record<string, string>> = {
  queue_length: "People waiting",
  in_service: "People in care",
  utilisation: "Capacity in use",
  starts: "People who began care",
  completions: "People who completed care",
  left_waiting: "People who left the list unseen",
  refused: "People turned away for want of room",
  blocked: "People held up because the next place was full",
};

const arrivals: Readonly<Record<string, string>> = {
  all: "People who came",
  from_outside: "People who came from outside",
  from_nodes: "People sent from other places",
};

const statistics: Readonly<Record<string, string>> = {
  mean: "mean",
  median: "median",
  p90: "9 in 10 within",
  p95: "19 in 20 within",
  max: "most",
};

/** What a figure counts, in a phrase: `People waiting, mean`. */
export function phrase({ place, measure, estimand, statistic }: MeasureKey): string {
  if (measure === "exits")
    return place === everywhere ? `People who ended at ‘${estimand}’` : `People who went on to ‘${estimand}’`;
  if (measure === "arrivals") return arrivals[estimand] ?? measure;
  if (measure === "sessions") return `Sessions ${estimand}`;
  if (measure === "wait") return `${ofWaits(statistic)}, ${whose[estimand] ?? estimand}`;
  const noun = nouns[measure] ?? measure;
  return statistic === "per_day" || measure === "utilisation" ? noun : `${noun}, ${statistics[statistic] ?? statistic}`;
}

const waits: Readonly<Record<string, string>> = {
  mean: "Mean wait",
  median: "Median wait",
  p90: "Wait that 9 in 10 stay within",
  p95: "Wait that 19 in 20 stay within",
  max: "Longest wait",
  count: "Waits counted",
};

function ofWaits(statistic: string): string {
  const limit = /^share_within_([\d.]+)$/.exec(statistic)?.[1];
  if (limit === undefined) return waits[statistic] ?? statistic;
  const limitDays = Number(limit);
  return limitDays % 7 === 0
    ? `Share who wait at most ${limitDays / 7} weeks`
    : `Share who wait at most ${limitDays} days`;
}

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Families of measures by which the table is filtered, in the order in which they are offered. */
export const families: Readonly<Record<string, string>> = {
  queue_length: "People waiting",
  wait: "Waits",
  left_waiting: "People who left the list",
  exits: "Where people went",
  in_service: "People in care",
  utilisation: "Capacity in use",
  arrivals: "People who came",
  starts: "People who began care",
  completions: "People who completed care",
  sessions: "Sessions",
  refused: "People turned away",
  blocked: "People held up",
};

const groups: Readonly<Record<string, string>> = {
  pd: "personality disorder",
  cmd: "common mental disorder",
  smi: "severe mental illness",
};

/** What a group of people is called; one of the user's own has its own name. */
export const groupInWords = (name: string): string => groups[name] ?? name;
