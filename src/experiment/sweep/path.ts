/** Paths into a scenario as its author writes it, `nodes.IAPT assessment.arrivals[0].per_week`, and changes made there. */
import { isObject, type Key } from "../../scenario/origins.ts";
import { inUnitOf } from "../../scenario/pathway/parameters.ts";
import { timesInDays, unitIn, withUnit } from "../../scenario/units.ts";

const step = /\.?([^.[\]"'\\]+)|\[(\d{1,9})\]|\[("(?:[^"\\]|\\.)*")\]/y;

/** The keys of a path, or undefined where it is none. A name with a dot or bracket is quoted: `nodes["a.b"].servers`. */
export function readPath(text: string): Key[] | undefined {
  const keys: Key[] = [];
  for (step.lastIndex = 0; step.lastIndex < text.length;) {
    const from = step.lastIndex;
    const found = step.exec(text);
    if (!found || (from > 0 && found[1] !== undefined && text[from] !== ".") || (from === 0 && text[0] === ".")) return;
    const [, plain, index, quoted] = found;
    try {
      keys.push(index === undefined ? (plain ?? String(JSON.parse(quoted!))) : Number(index));
    } catch {
      return;
    }
  }
  return keys.length > 0 ? keys : undefined;
}

/** What stands at a path; undefined if nothing does. */
export function valueAtPath(root: unknown, path: readonly Key[]): unknown {
  return path.reduce<unknown>((holder, key) => {
    if (Array.isArray(holder) && typeof key === "number") return (holder as unknown[])[key];
    return isObject(holder) && Object.hasOwn(holder, key) ? holder[key] : undefined;
  }, root);
}

/** A number with its provenance, in the unit of the path that led to it; or a number alone. */
export interface QuantityAt {
  readonly value: number;
  readonly low?: number | undefined;
  readonly high?: number | undefined;
  readonly law?: string | undefined;
  readonly evidence?: string | undefined;
  readonly title?: string | undefined;
}

/** The number at a path, in whatever unit the path names; undefined if there is none. `root` has every time in days. */
export function quantityAt(root: unknown, path: readonly Key[]): QuantityAt | undefined {
  const found = valueAtPath(root, path.map(keyInDays));
  const object = isParameter(found) ? found : { value: found };
  const number = (field: string): number | undefined => {
    const given = object[field];
    return typeof given === "number" ? inUnitOf(path, given) : undefined;
  };
  const text = (field: string): string | undefined => {
    const given = object[field];
    return typeof given === "string" ? given : undefined;
  };
  const value = number("value");
  if (value === undefined) return undefined;
  const [low, high, law] = [number("low"), number("high"), text("law")];
  return { value, low, high, law, evidence: text("evidence"), title: text("title") };
}

const keyInDays = (key: Key): Key =>
  typeof key === "string" && unitIn(key) !== undefined ? withUnit(key, "day") : key;

/** Whether something stands at a path, or could be put there: what should hold it is there, under any unit. */
export function isPlaceIn(root: unknown, path: readonly Key[]): boolean {
  const last = path.at(-1);
  const holder = path.slice(0, -1).reduce<unknown>((from, key) => {
    const unit = typeof key === "string" ? unitIn(key) : undefined;
    return (
      valueAtPath(from, [key]) ?? (unit === undefined ? undefined : valueAtPath(from, [withUnit(String(key), "day")]))
    );
  }, root);
  return Array.isArray(holder) ? typeof last === "number" && last < holder.length : isObject(holder);
}

/**
 * A copy of `root` with `patch` merged in at a path (RFC 7396: objects merge, null removes, anything else replaces). A number
 * over a parameter of a pathway keeps what the parameter is, and its range; where the number is from, it says anew.
 */
export function changedAt(root: unknown, path: readonly Key[], patch: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined)
    return isParameter(root) && typeof patch === "number" ? renumbered(root, patch) : mergePatch(root, patch);
  if (Array.isArray(root)) return root.with(Number(key), changedAt((root as unknown[])[Number(key)], rest, patch));
  if (!isObject(root)) return root;
  // The base is in days; a quantity given in another unit takes its place, or is turned into days where it is only a part.
  const name = String(key);
  const unit = unitIn(name);
  const inDays = unit === undefined ? name : withUnit(name, "day");
  const old = Object.hasOwn(root, name) ? root[name] : undefined;
  const held = Object.hasOwn(root, inDays) ? root[inDays] : undefined;
  if (unit !== undefined && old === undefined && (isParameter(held) || (held !== undefined && rest.length > 0))) {
    return { ...root, [inDays]: changedAt(held, rest, timesInDays(patch, inDays, unit)) };
  }
  const value = rest.length === 0 && patch === null ? undefined : changedAt(old, rest, patch);
  // In its old place, since the order of services and groups is that of the file.
  const others = Object.entries(root).filter(([other]) => other === name || other !== inDays || rest.length > 0);
  const put = Object.hasOwn(root, name) ? others : [...others, [name, value] as const];
  return Object.fromEntries(
    put.map(([other, was]) => [other, other === name ? value : was] as const).filter(([, now]) => now !== undefined),
  );
}

/** A number of a pathway with its provenance beside it. */
export const isParameter = (value: unknown): value is Record<string, unknown> =>
  isObject(value) && Object.hasOwn(value, "value");

const renumbered = (parameter: Record<string, unknown>, value: number): Record<string, unknown> => ({
  ...parameter,
  value,
  source: "Changed for this run",
  grade: "assumption",
  checked: "assumption",
  note: "",
});

function mergePatch(target: unknown, patch: unknown): unknown {
  if (!isObject(patch)) return patch;
  const merged: Record<string, unknown> = isObject(target) ? { ...target } : {};
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) delete merged[key];
    else merged[key] = mergePatch(merged[key], value);
  }
  return merged;
}
