/**
 * Parameters: numbers with their provenance beside them. A file may write any number of a pathway as an object,
 * { "value": 0.55, "low": 0.4, "high": 0.8, "unit": "…", "source": "…", "grade": "…", … }. Here each such object gives
 * way to its value, and what it says is kept.
 */
import { isObject, type Key, type Origins, type Path, type Place } from "../origins.ts";
import { formatPath, type Report } from "../report.ts";
import { inDays, isRate, type Unit, unitIn } from "../units.ts";
import { checks, grades, type Parameter } from "./types.ts";

const texts = ["unit", "law", "source", "evidence", "title", "note"] as const;
export const parameterFields: readonly string[] = ["value", "low", "high", ...texts, "grade", "checked"];

/** Digits that survive the way into days and back. */
const digits = 12;

interface Pass {
  readonly root: unknown;
  readonly place: Place;
  readonly origins: Origins;
  readonly report: Report;
  readonly found: Parameter[];
}

/** A copy of `root` with plain numbers for parameters, and the parameters in the order of the file. */
export function unwrapParameters(
  root: unknown,
  place: Place,
  origins: Origins,
  report: Report,
): { readonly value: unknown; readonly parameters: readonly Parameter[] } {
  const pass = { root, place, origins, report, found: [] };
  return { value: unwrap(root, [], pass), parameters: pass.found };
}

function unwrap(value: unknown, path: Path, pass: Pass): unknown {
  if (Array.isArray(value)) {
    const items = value.map((item, i) => unwrap(item, [...path, i], pass));
    pass.origins.copy(value, items);
    return items;
  }
  if (!isObject(value)) return value;
  if (Object.hasOwn(value, "value")) return takeParameter(value, path, pass);
  const copy: Record<string, unknown> = {};
  for (const [key, inner] of Object.entries(value)) copy[key] = unwrap(inner, [...path, key], pass);
  pass.origins.copy(value, copy);
  return copy;
}

/** Its value, whatever that is: the check of shape will judge it. */
function takeParameter(object: Record<string, unknown>, path: Path, pass: Pass): unknown {
  const { value, low, high, grade, checked } = object;
  const written = pass.origins.trace(pass.root, pass.place, path).path;
  const sound = checkParameter(object, path, written, pass.report);
  if (!sound || typeof value !== "number") return value;
  const back = (x: unknown): number | undefined => (typeof x === "number" ? inUnitOf(written, x) : undefined);
  const text = (field: (typeof texts)[number]): string => (object[field] as string | undefined) ?? "";
  pass.found.push({
    path: formatPath(written),
    value: back(value)!,
    low: back(low),
    high: back(high),
    unit: text("unit"),
    law: text("law"),
    source: text("source"),
    grade: (grade ?? "assumption") as Parameter["grade"],
    checked: (checked ?? "assumption") as Parameter["checked"],
    evidence: text("evidence"),
    title: text("title"),
    note: text("note"),
  });
  return value;
}

/** Reports what is wrong with a parameter beside its value. @param written its path with the unit that its author used */
function checkParameter(object: Record<string, unknown>, path: Path, written: Path, report: Report): boolean {
  const before = report.problems.length;
  for (const key of Object.keys(object)) {
    if (!parameterFields.includes(key))
      report.fault([...path, key], "a field of a parameter", JSON.stringify(key), report.guess(key, parameterFields));
  }
  for (const key of texts) {
    if (object[key] !== undefined && typeof object[key] !== "string") report.fault([...path, key], "text");
  }
  oneOf("grade", grades);
  oneOf("checked", checks);
  const { value, low, high } = object;
  for (const bound of ["low", "high"] as const) {
    const given = object[bound];
    if (given !== undefined && (typeof given !== "number" || !Number.isFinite(given)))
      report.fault([...path, bound], "a number");
  }
  if (
    typeof value === "number" &&
    ((typeof low === "number" && value < low) || (typeof high === "number" && value > high))
  ) {
    const hint = "Give the parameter a wider range, with a source for it, if this is meant.";
    report.fault(
      path,
      `a value within its range, ${rangeText(written, low, high)}`,
      String(inUnitOf(written, value)),
      hint,
    );
  }
  return report.problems.length === before;

  function oneOf(key: "grade" | "checked", words: readonly string[]): void {
    const given = object[key];
    if (given === undefined || (typeof given === "string" && words.includes(given))) return;
    const all = words.map((word) => JSON.stringify(word)).join(", ");
    report.fault(
      [...path, key],
      `one of ${all}`,
      undefined,
      typeof given === "string" ? report.guess(given, words) : undefined,
    );
  }
}

function rangeText(path: Path, low: unknown, high: unknown): string {
  const from = typeof low === "number" ? `from ${inUnitOf(path, low)} ` : "";
  return `${from}${typeof high === "number" ? `up to ${inUnitOf(path, high)}` : "upwards"}`;
}

/** A number in days (or per day) in the unit that the innermost key of the path names. */
export function inUnitOf(path: Path, x: number): number {
  const key = path.findLast((part: Key): part is string => typeof part === "string") ?? "";
  const unit = unitIn(key);
  if (unit === undefined || unit === "day") return x;
  return Number(fromDays(x, unit, isRate(key.replace(unit, "day"))).toPrecision(digits));
}

const fromDays = (x: number, unit: Unit, rate: boolean): number => (rate ? x * inDays(1, unit) : x / inDays(1, unit));
