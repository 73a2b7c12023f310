/** The first check: every field known, of the right kind and within its bounds. */
import * as v from "valibot";
import { isObject, type Key, type Path } from "./origins.ts";
import type { Report } from "./report.ts";
import { A_SHARE } from "./shapes.ts";
import { withUnit, withoutUnit, UNIT_NAMES } from "./units.ts";

/** Reports every fault of shape in `value`, and gives the paths at which they are. */
export function checkShape(schema: v.GenericSchema, value: unknown, report: Report): Path[] {
  const issues = v.safeParse(schema, value).issues ?? [];
  const faults = issues.map((issue) => ({ issue, path: keysOf(issue) }));
  const unitless = new Map<string, string>();
  for (const { issue, path } of faults) {
    const forgotten = issue.type === "never" ? fieldWithUnit(path, issue.message, report) : undefined;
    if (forgotten === undefined) continue;
    unitless.set(JSON.stringify(path), forgotten);
    unitless.set(JSON.stringify([...path.slice(0, -1), forgotten]), forgotten);
  }
  for (const { issue, path } of faults) {
    const forgotten = unitless.get(JSON.stringify(path));
    if (issue.type !== "never") {
      // That a field is missing is no second fault when it stands there without its unit.
      if (forgotten === undefined) report.fault(path, issue.message, foundIn(issue), guessOf(issue, report));
    } else if (forgotten !== undefined) reportUnitless(path, forgotten, report);
    else reportUnknown(path, issue.message.split("\n"), report);
  }
  return faults.map(({ path }) => path);
}

function keysOf(issue: v.BaseIssue<unknown>): Key[] {
  return issue.path?.map(({ key }) => (typeof key === "number" ? key : String(key))) ?? [];
}

/** Anything but a missing field, and a list that is too long, the report describes better: it knows what the author wrote. */
function foundIn({ input, type }: v.BaseIssue<unknown>): string | undefined {
  if (type === "max_entries" && isObject(input)) return String(Object.keys(input).length);
  return input === undefined ? "nothing" : undefined;
}

/** For a word that is none of those allowed, the one that was probably meant; for a percentage, the share. */
function guessOf({ type, expected, input, message }: v.BaseIssue<unknown>, report: Report): string | undefined {
  const isPercentage = message === A_SHARE && typeof input === "number" && input > 1 && input <= 100;
  if (isPercentage) return `${input}% is written ${Number((input / 100).toPrecision(12))}.`;
  if (type !== "picklist" || typeof input !== "string") return undefined;
  return report.guess(
    input,
    [...(expected ?? "").matchAll(/"([^"]+)"/g)].map(([, word]) => word ?? ""),
  );
}

/** `mean_days`, for an unknown field `mean` where that is known. */
function fieldWithUnit(path: Path, known: string, report: Report): string | undefined {
  const written = report.writtenKey(path);
  return known.split("\n").find((field) => withoutUnit(field) !== "" && withoutUnit(field) === written);
}

function reportUnitless(path: Path, field: string, report: Report): void {
  const forms = UNIT_NAMES.map((unit) => withUnit(field, unit));
  const hint = `Name the unit in the key: ${forms.slice(0, -1).join(", ")} or ${forms.at(-1)}.`;
  report.fault(path, "a field that names its unit", JSON.stringify(report.writtenKey(path)), hint);
}

function reportUnknown(path: Path, known: readonly string[], report: Report): void {
  const written = String(report.writtenKey(path));
  const inAllUnits = known.flatMap((field) => UNIT_NAMES.map((unit) => withUnit(field, unit)));
  const hint = report.guess(written, [...new Set([...known, ...inAllUnits])]) ?? `Known here: ${known.join(", ")}.`;
  report.fault(path, "a known field", JSON.stringify(written), hint);
}
