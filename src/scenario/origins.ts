/**
 * Where each value of a scenario came from: under which key its author wrote it, in which unit, and in which file.
 *
 * Units and `extends` rewrite a scenario before it is checked; this is what lets a problem still name what stands in
 * the file. Kept beside the values, by the identity of the object that holds them, so that the values stay plain JSON.
 */

export type Key = string | number;
export type Path = readonly Key[];

/** A file of a chain of `extends`, and whether its own words or its `change` are meant. */
export interface Place {
  /** Relative to the folder of the scenario that was asked for. */
  readonly file: string;
  /** Whether that is the scenario that was asked for, which needs no naming. */
  readonly own: boolean;
  readonly inChange: boolean;
}

/** What is known of one entry of an object; what is left out is as it seems. */
export interface Origin {
  /** The key as written: `mean_hours` for `mean_days`. */
  readonly key?: string;
  /** The value as written, before its unit was changed. */
  readonly wrote?: unknown;
  /** For this entry and all within it. */
  readonly place?: Place;
}

export class Origins {
  readonly #entries = new WeakMap<object, Map<string, Origin>>();

  of(holder: object, key: Key): Origin | undefined {
    return this.#entries.get(holder)?.get(String(key));
  }

  set(holder: object, key: string, origin: Origin): void {
    const entries = this.#entries.get(holder);
    if (entries === undefined) this.#entries.set(holder, new Map([[key, origin]]));
    else entries.set(key, origin);
  }

  /** All that is known of the entries of `from` also holds for `to`, its copy. */
  copy(from: object, to: object): void {
    const entries = this.#entries.get(from);
    if (entries !== undefined) this.#entries.set(to, new Map(entries));
  }

  /** The place, path and value in its author's words of what is now at `path` in `root`, which came from `place`. */
  trace(root: unknown, place: Place, path: Path): { place: Place; path: Key[]; value: unknown } {
    const found = { place, path: [] as Key[], value: root };
    let holder = root;
    for (const key of path) {
      const origin = isHolder(holder) ? this.of(holder, key) : undefined;
      found.place = origin?.place ?? found.place;
      found.path.push(origin?.key ?? key);
      found.value = origin !== undefined && "wrote" in origin ? origin.wrote : entry(found.value, key);
      holder = entry(holder, key);
    }
    return found;
  }
}

/** An object of JSON, and not a list or null. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return isHolder(value) && !Array.isArray(value);
}

function isHolder(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}

function entry(holder: unknown, key: Key): unknown {
  if (Array.isArray(holder)) return (holder as unknown[])[Number(key)];
  return isObject(holder) && Object.hasOwn(holder, key) ? holder[key] : undefined;
}

/**
 * Whether the keys of an object are fields of the format or names that the author chose. Names are left as they
 * stand, even one like `per_week`. `of` is the same question for the object that holds it under `key`.
 */
export type KeysAre = "fields" | "names";
export function keysAt(of: KeysAre, key: Key): KeysAre {
  return of === "fields" && typeof key === "string" && NAME_MAPS.has(key) ? "names" : "fields";
}
const NAME_MAPS = new Set([
  "nodes",
  "by_group",
  "waiting",
  "in_service",
  "in_treatment",
  "groups",
  "services",
  "staff",
  "programmes",
  "policy",
  "routes",
]);
