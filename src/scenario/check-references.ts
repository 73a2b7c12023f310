/**
 * Names that stand for something else in a scenario: a group, a place, a service. Where they stand is a table of paths, and
 * each is looked at for itself, whatever the shape of the rest, so that no fault elsewhere hides a misspelt name.
 */
import { checkKnown, type Names } from "./check-names.ts";
import { isObject, type Key, type Path } from "./origins.ts";
import type { Report } from "./report.ts";

/** In a pattern: every item of a list, or every value of an object. */
export const each = Symbol("each");
/** At the end of a pattern: the names of the entries of an object. */
export const keys = Symbol("keys");
export type Pattern = readonly (string | typeof each | typeof keys)[];

export interface References {
  /** What the names are of; undefined where that is itself at fault and cannot be held against them. */
  readonly names: Names | undefined;
  /** In words: "a group". */
  readonly what: string;
  /** A word of the format that may stand in their place. */
  readonly or?: string;
  readonly at: readonly Pattern[];
}

/** Unknown names of one list that are told. */
const mostTold = 10;

/** Tells every name below `value`, which stands at `path`, that is none of those it should be. */
export function checkReferences(value: unknown, path: Path, { names, what, or, at }: References, report: Report): void {
  if (names === undefined) return;
  for (const pattern of at) {
    for (const found of namesAt(value, path, pattern)) {
      const unknown = [...found].filter(([name]) => name !== or && !names.has.has(name));
      for (const [name, place] of unknown.slice(0, mostTold)) checkKnown(name, names, what, place, report);
    }
  }
}

/** The names of each list or object at the end of the pattern, and where each stands first. */
function* namesAt(value: unknown, path: Path, [step, ...rest]: Pattern): Iterable<ReadonlyMap<string, Path>> {
  if (step === undefined) {
    if (typeof value === "string") yield new Map([[value, path]]);
  } else if (step === keys) {
    if (isObject(value)) yield new Map(Object.keys(value).map((key) => [key, [...path, key]]));
  } else if (typeof step === "string") {
    if (isObject(value) && Object.hasOwn(value, step)) yield* namesAt(value[step], [...path, step], rest);
  } else if (rest.length === 0) {
    yield firstOfEach(value, path);
  } else {
    for (const [key, item] of entriesOf(value)) yield* namesAt(item, [...path, key], rest);
  }
}

function firstOfEach(value: unknown, path: Path): Map<string, Path> {
  const found = new Map<string, Path>();
  for (const [key, name] of entriesOf(value))
    if (typeof name === "string" && !found.has(name)) found.set(name, [...path, key]);
  return found;
}

const entriesOf = (value: unknown): Iterable<readonly [Key, unknown]> =>
  Array.isArray(value) ? (value as unknown[]).entries() : Object.entries(isObject(value) ? value : {});

/** The names of the entries of an object; undefined where it is none. */
export const entryNames = (value: unknown): Names | undefined =>
  isObject(value) ? { list: Object.keys(value), has: new Set(Object.keys(value)) } : undefined;

/** Groups of those who are there at the start, on a list or, in `fields`, where they are counted. */
export const groupsAtStart = (...fields: readonly string[]): Pattern[] => [
  ["start", "waited", each, "group"],
  ["start", "waited", each, "groups", each],
  ...["waiting", ...fields].map((field): Pattern => ["start", field, keys]),
];
