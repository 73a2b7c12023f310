/** Main figures of pathways as the command line prints them. */
import type { Estimate, HeadlineRow } from "../../index.ts";

type Shown = HeadlineRow["headline"]["shown"];

/** The unit in which a main figure is told. */
export const unitOf: Readonly<Record<Shown, string>> = {
  year: "a year",
  "hours a year": "hours a year",
  "pounds a year": "£ a year",
  people: "people",
  days: "days",
  weeks: "weeks",
  share: "%",
  number: "",
};

/** A figure in that unit. */
export function inUnit({ mean, low, high, n }: Estimate, shown: Shown): Estimate {
  const factor = shown === "share" ? 100 : 1;
  return { mean: mean * factor, low: low * factor, high: high * factor, n };
}

/** What the waits among them are of. */
export const ofWaits = `A wait lasts until the person is seen or off the list, and is of all whose wait began, those still waiting too (Kaplan and Meier): half
are no longer. docs/measures.md defines every figure`;
