/**
 * Variants: a scenario that `extends` another gives only its `change`, a JSON Merge Patch (RFC 7396). Objects merge,
 * null removes, anything else replaces. One exception: an object that is one of several forms (a law, steps, a course
 * of sessions, by group, by date) replaces the old one whole, since half of one form and half of another make no sense.
 */
import { isObject, keysAt, type KeysAre, type Origins, type Path, type Place } from "./origins.ts";
import { parameterFields } from "./pathway/parameters.ts";
import type { Report } from "./report.ts";

const WHOLE_FORMS = ["law", "steps", "sessions", "by_group", "by_date"] as const;

/** Fields that a node cannot do without; a change that lacks them is meant for a node that exists. */
const NEEDED_BY_NODE = ["servers", "service", "routing"] as const;

export interface Merging {
  readonly origins: Origins;
  /** The file whose `change` is made. */
  readonly place: Place;
  readonly baseName: string;
  readonly report: Report;
}

/** `base` with `change` made. Reports a change to something that the base does not have. */
export function mergeScenario(
  base: Record<string, unknown>,
  change: Record<string, unknown>,
  merging: Merging,
): Record<string, unknown> {
  return merge(base, change, { keysAre: "fields", path: [] }, merging);
}

interface At {
  readonly keysAre: KeysAre;
  readonly path: Path;
}

function merge(
  base: Record<string, unknown>,
  change: Record<string, unknown>,
  at: At,
  merging: Merging,
): Record<string, unknown> {
  const merged: Record<string, unknown> = { ...base };
  merging.origins.copy(base, merged);
  for (const [key, value] of Object.entries(change)) {
    const inner = { keysAre: keysAt(at.keysAre, key), path: [...at.path, key] };
    const old = Object.hasOwn(base, key) ? base[key] : undefined;
    if (value === null) {
      if (old === undefined) reportMissing(inner.path, base, merging);
      delete merged[key];
    } else if (isParameter(old) && (typeof value === "number" || isParameter(value))) {
      merged[key] = mergeParameter(old, value, merging);
      merging.origins.set(merged, key, { ...merging.origins.of(change, key), place: merging.place });
    } else if (isObject(value) && isObject(old) && !replacesWhole(value, old, inner.keysAre)) {
      merged[key] = merge(old, value, inner, merging);
    } else {
      if (old === undefined && isHalfNode(value, at.path)) reportMissing(inner.path, base, merging);
      merged[key] = value;
      merging.origins.set(merged, key, { ...merging.origins.of(change, key), place: merging.place });
    }
  }
  return merged;
}

/** A number of a pathway with its provenance beside it. */
const isParameter = (value: unknown): value is Record<string, unknown> =>
  isObject(value) && Object.hasOwn(value, "value");

/**
 * Another value for a parameter. What it is and its range stay; where the old value came from says nothing of the new
 * one, which is an assumption of the file that changes it unless that says more.
 */
function mergeParameter(
  old: Record<string, unknown>,
  change: number | Record<string, unknown>,
  { place }: Merging,
): Record<string, unknown> {
  const kept = ["title", "unit", "low", "high", "law", "evidence"].filter((key) => Object.hasOwn(old, key));
  const assumed = { source: `Changed in ${place.file}`, grade: "assumption", checked: "assumption" };
  const given = typeof change === "number" ? { value: change } : change;
  return { ...Object.fromEntries(kept.map((key) => [key, old[key]])), ...assumed, ...given };
}

/** One number for all gives way to one for each group; and a form gives way to another. */
function replacesWhole(value: Record<string, unknown>, old: Record<string, unknown>, keysAre: KeysAre): boolean {
  if (isParameter(old) && !Object.keys(value).some((key) => parameterFields.includes(key))) return true;
  return keysAre === "fields" && WHOLE_FORMS.some((key) => Object.hasOwn(value, key));
}

function isHalfNode(value: unknown, holder: Path): boolean {
  if (holder.length !== 1 || holder[0] !== "nodes" || !isObject(value)) return false;
  return NEEDED_BY_NODE.some((key) => !Object.hasOwn(value, key));
}

function reportMissing(path: Path, base: Record<string, unknown>, { report, baseName }: Merging): void {
  const name = String(report.writtenKey(["change", ...path]) ?? path.at(-1));
  const hint = report.guess(name, Object.keys(base));
  report.fault(["change", ...path], `something that ${baseName} has`, JSON.stringify(name), hint);
}
