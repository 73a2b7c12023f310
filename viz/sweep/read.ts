/** A sweep file of the command line, as far as the page can show it: one lever or two, over a range, and a figure that it has. */
import type { Headline, Problem } from "../../src/index.ts";
import type { Lever } from "../levers/numbers.ts";
import type { SweepView } from "../state/state.ts";
import { measuresOf } from "./file.ts";

type Read =
  | { readonly ok: true; readonly view: SweepView }
  | { readonly ok: false; readonly problems: readonly Problem[] };

const refuse = (at: string, expected: string, got: string, hint?: string): Read => ({
  ok: false,
  problems: [{ at, expected, got, ...(hint !== undefined && { hint }) }],
});
const elsewhere = "The command line runs it as it is: caregap sweep run FILE --out DIR.";

type Fields = { readonly [key: string]: unknown };
const isFields = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);

export function readSweepFile(text: string, levers: readonly Lever[], headlines: readonly Headline[]): Read {
  const file = fieldsIn(text);
  if (file === undefined || file["kind"] !== "sweep" || !Array.isArray(file["factors"]))
    return refuse("the file", 'a sweep file, with "kind": "sweep"', "something else");
  const read = (file["factors"] as unknown[]).filter(isFields).map(rangeOf);
  const moved = read.filter((one) => one !== undefined && one.levels > 1) as SweepView["levers"];
  if (read.includes(undefined))
    return refuse("factors", "numbers, low and high or a list", "something else", elsewhere);
  if (moved.length === 0 || moved.length > 2)
    return refuse("factors", "one or two that take several values", String(moved.length), elsewhere);
  const strange = moved.find(({ path }) => !levers.some(({ parameter }) => parameter.path === path));
  if (strange !== undefined)
    return refuse(
      strange.path,
      "a number of the design that is being changed",
      "none of that name",
      "Choose the design that the sweep is of.",
    );
  const headline = headlines.find((one) => isOf(one, file["measures"]));
  if (headline === undefined)
    return refuse(
      "measures",
      "a figure that the page shows",
      JSON.stringify(file["measures"]).slice(0, 200),
      elsewhere,
    );
  const runs = file["replications"];
  return {
    ok: true,
    view: {
      levers: moved,
      measure: headline.key,
      runs: typeof runs === "number" && runs >= 2 ? Math.min(runs, 1000) : 5,
    },
  };
}

function fieldsIn(text: string): Fields | undefined {
  try {
    const value: unknown = JSON.parse(text.replace(/^\uFEFF/, ""));
    return isFields(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** A list of numbers stands for its range and its length. */
function rangeOf({ path, low, high, levels, values }: Fields): SweepView["levers"][number] | undefined {
  if (typeof path !== "string") return undefined;
  if (Array.isArray(values)) {
    const numbers = values.filter((value) => typeof value === "number");
    if (values.length === 1) return { path, low: 0, high: 0, levels: 1 };
    return numbers.length === values.length
      ? { path, low: Math.min(...numbers), high: Math.max(...numbers), levels: numbers.length }
      : undefined;
  }
  if (typeof low !== "number" || typeof high !== "number") return undefined;
  return { path, low, high, levels: typeof levels === "number" ? levels : 2 };
}

function isOf(headline: Headline, measures: unknown): boolean {
  const wanted = measuresOf(headline);
  if (!Array.isArray(measures) || measures.length !== wanted.length) return false;
  return wanted.every((part) =>
    measures.some(
      (one) =>
        isFields(one) &&
        one["measure"] === part.measure &&
        (one["estimand"] ?? part.estimand) === part.estimand &&
        (one["statistic"] ?? part.statistic) === part.statistic &&
        one["place"] === part.place &&
        (one["group"] ?? "all") === (part.group ?? "all"),
    ),
  );
}
