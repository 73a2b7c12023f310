/** Names of measures as they are printed; those in files are in src/measures/key.ts. */
import type { MeasureKey } from "../../index.ts";

/** Whose waits: by estimand. */
export const waitOf: Readonly<Record<string, string>> = {
  started: "those who started",
  left: "those who left unserved",
  all_ended: "all whose wait ended",
  kaplan_meier: "all who joined (Kaplan-Meier)",
};

const names: Readonly<Record<string, string>> = {
  queue_length: "waiting list",
  in_service: "in service",
  utilisation: "utilisation",
  arrivals: "arrivals",
  starts: "starts",
  completions: "completions",
  left_waiting: "left waiting",
  refused: "refused",
  blocked: "blocked",
  sessions: "sessions",
  wait: "wait",
  exits: "went on",
};

/** What a figure is, such as `wait of those who started, median`. */
export function nameOf({ measure, estimand, statistic }: MeasureKey): string {
  const name = names[measure] ?? measure;
  if (measure === "wait") return `${name} of ${waitOf[estimand] ?? estimand}, ${statistic.replaceAll("_", " ")}`;
  if (measure === "exits") return `${name} to ${estimand}`;
  return measure === "sessions" ? `${name} ${estimand}` : name;
}

/** `1 node`, `2 nodes`. */
export const count = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? "" : "s"}`;
