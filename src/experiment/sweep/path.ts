/** Paths into a scenario as its author writes it, `nodes.IAPT assessment.arrivals[0].per_week`, and changes made there. */
import { isObject, type Key } from "../../scenario/origins.ts";
import { unitIn, withUnit } from "../../scenario/units.ts";

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

/** A copy of `root` with `patch` merged in at a path (RFC 7396: objects merge, null removes, anything else replaces). */
export function changedAt(root: unknown, path: readonly Key[], patch: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return mergePatch(root, patch);
  if (Array.isArray(root)) return root.with(Number(key), changedAt((root as unknown[])[Number(key)], rest, patch));
  if (!isObject(root)) return root;
  // The base is in days; a quantity given in another unit takes its place.
  const name = String(key);
  const inDays = unitIn(name) === undefined ? name : withUnit(name, "day");
  const others = Object.entries(root).filter(([other]) => other !== name && (other !== inDays || rest.length > 0));
  const old = Object.hasOwn(root, name) ? root[name] : undefined;
  const value = rest.length === 0 && patch === null ? undefined : changedAt(old, rest, patch);
  return Object.fromEntries(value === undefined ? others : [...others, [name, value]]);
}

function mergePatch(target: unknown, patch: unknown): unknown {
  if (!isObject(patch)) return patch;
  const merged: Record<string, unknown> = isObject(target) ? { ...target } : {};
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) delete merged[key];
    else merged[key] = mergePatch(merged[key], value);
  }
  return merged;
}
