/** Figures in the units and words in which people say them. */
import type { Estimate, Headline } from "../../src/index.ts";
import { amount, range, roughly, scaled, signed, twoFigures, verdictOf } from "../numbers.ts";
import type { Row } from "./rows.ts";

/** How a figure is written: what it is multiplied by, what stands before and after it. */
interface Manner {
  readonly factor: number;
  readonly before: string;
  readonly one: string;
  readonly many: string;
}

/** What is told, whatever its figures. */
type Named = Pick<Row, "headline" | "isLater">;

/** A wait shorter than this is told in days. */
const inWeeksFrom = 3;

function mannerOf({ shown }: Headline, largest: number): Manner {
  const plain = { factor: 1, before: "", one: "", many: "" };
  switch (shown) {
    case "year":
      return { ...plain, one: "a year", many: "a year" };
    case "hours a year":
      return { ...plain, one: "hour a year", many: "hours a year" };
    case "people":
      return { ...plain, one: "person", many: "people" };
    case "pounds a year":
      return { ...plain, before: "£", one: "a year", many: "a year" };
    case "days":
      return { ...plain, one: "day", many: "days" };
    case "weeks":
      return largest < inWeeksFrom
        ? { ...plain, factor: 7, one: "day", many: "days" }
        : { ...plain, one: "week", many: "weeks" };
    case "share":
      return { ...plain, factor: 100, one: "%", many: "%" };
    case "number":
      return plain;
  }
}

/** The size that decides the unit: the same for a figure in all scenarios and for its differences. */
export const largestOf = (values: readonly Estimate[]): number =>
  Math.max(0, ...values.map(({ mean }) => Math.abs(mean)).filter(Number.isFinite));

const withPounds = (before: string, text: string): string =>
  before === "" ? text : text.replace(/^([+−]?)/, `$1${before}`);
const after = (manner: Manner, text: string): string => {
  const unit = /^[+−]?£?1$/.test(text) ? manner.one : manner.many;
  return unit === "" ? text : unit === "%" ? `${text}%` : `${text} ${unit}`;
};

/** What stands where a figure is told by full runs only. */
export const later = "comes with the full runs";

/** `1,380 a year (1,370 to 1,390)`. */
export function tellValue({ headline, isLater }: Named, value: Estimate, largest: number): string {
  if (value.n === 0) return isLater ? later : "no such figure";
  const manner = mannerOf(headline, largest);
  const write = (x: number): string => withPounds(manner.before, amount(x));
  const shown = scaled(value, manner.factor);
  return `${after(manner, write(shown.mean))} (${range(shown, write)})`;
}

/** `−41 a year (−49 to −33)`, `no difference`. */
export function tellDifference({ headline, isLater }: Named, difference: Estimate, largest: number): string {
  if (difference.n === 0) return isLater ? later : "not in both";
  if (verdictOf(difference) === "same") return "no difference";
  const manner = mannerOf(headline, largest);
  const write = (x: number): string => withPounds(manner.before, signed(x));
  const shown = scaled(difference, manner.factor);
  const points = headline.shown === "share" ? { ...manner, one: "point", many: "points" } : manner;
  return `${after(points, write(shown.mean))} (${range(shown, write)})`;
}

/** What a label says of the unit where the numbers beside it are bare: ", a year". */
export const unitInLabel = ({ shown }: Headline): string =>
  ({ year: ", a year", "pounds a year": ", a year", "hours a year": " a year" })[shown as string] ?? "";

/** `−41 (−49 to −33)`: the unit that the label says is left out. */
export function tellBare(row: Named, difference: Estimate, largest: number): string {
  const told = tellDifference(row, difference, largest);
  return unitInLabel(row.headline) === "" ? told : told.replace(/ (?:hours? )?a year(?= \()/, "");
}

/** A finding in pieces: what is bold is the figure. */
export interface Told {
  readonly before: string;
  readonly figure: string;
  readonly after: string;
  /** `33 to 49`. */
  readonly range: string;
}

/** The size of a difference without its sign: the lower end of the interval first. */
const size = ({ mean, low, high, n }: Estimate): Estimate =>
  mean < 0 ? { mean: -mean, low: -high, high: -low, n } : { mean, low, high, n };

/** A clear difference in plain words, as part of a sentence; numbers in two figures. */
export function tellFinding(headline: Headline, difference: Estimate, largest: number): Told {
  const manner = mannerOf(headline, largest);
  const sized = scaled(size(difference), manner.factor);
  const rises = difference.mean > 0;
  const about = roughly(sized.mean, sized);
  const written = range(sized, twoFigures);
  if (headline.key === "costs") {
    const before = rises ? "it costs about" : "it saves about";
    return { before, figure: `£${about}`, after: "a year", range: range(sized, (x) => `£${twoFigures(x)}`) };
  }
  if (headline.phrase !== undefined) {
    const words = rises ? headline.phrase.more : headline.phrase.less;
    return { before: "", figure: `about ${about}`, after: words, range: written };
  }
  const subject = headline.subject ?? headline.label.charAt(0).toLowerCase() + headline.label.slice(1);
  return {
    before: `${subject} ${rises ? "rises" : "falls"} by`,
    figure: after(manner, about),
    after: "",
    range: written,
  };
}
