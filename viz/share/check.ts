/**
 * A study that comes from outside (an address, a file, the browser's store) is checked before it becomes the state: every
 * field of the right kind and no other. What the scenarios in it say is checked later, by the parser, as always.
 */
import * as v from "valibot";
import { type Json, mostTried, routes, stateFormat, type StudyState } from "../state/state.ts";

export type Checked =
  | { readonly ok: true; readonly state: StudyState }
  /** `message` says what to do. */
  | { readonly ok: false; readonly message: string };

const mostChanges = 2_000;
const mostText = 400;
const text = v.pipe(v.string(), v.maxLength(mostText));
const count = (most: number) => v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(most));
const json: v.GenericSchema<Json> = v.union([
  v.null(),
  v.boolean(),
  v.pipe(v.number(), v.finite()),
  v.string(),
  v.array(v.lazy(() => json)),
  v.record(
    v.string(),
    v.lazy(() => json),
  ),
]);

const scenario = v.strictObject({
  id: v.pipe(v.string(), v.regex(/^[a-z]$/)),
  name: text,
  base: text,
  changes: v.pipe(v.array(v.strictObject({ path: text, value: json })), v.maxLength(mostChanges)),
});

const view = v.strictObject({
  route: v.picklist(routes),
  focus: text,
  compare: v.strictObject({
    show: v.picklist(["differences", "values"]),
    open: v.array(v.string()),
    part: text,
    all: v.boolean(),
  }),
  explore: v.strictObject({
    tab: v.picklist(["map", "people", "waits", "sweep", "worth"]),
    map: text,
    place: text,
    sweep: v.strictObject({
      levers: v.pipe(
        v.array(v.strictObject({ path: text, low: v.number(), high: v.number(), levels: count(1_000) })),
        v.maxLength(2),
      ),
      measure: text,
      runs: count(100_000),
    }),
  }),
  evidence: v.strictObject({
    tab: v.picklist(["numbers", "calibration", "checks", "run"]),
    search: text,
    grade: text,
  }),
  others: v.record(v.string(), json),
});

const state = v.strictObject({
  format: v.literal(stateFormat),
  scenarios: v.pipe(
    v.array(scenario),
    v.minLength(1),
    v.maxLength(mostTried + 1),
    v.check((all) => new Set(all.map(({ id }) => id)).size === all.length, "each scenario has an id of its own"),
  ),
  seed: text,
  runs: count(100_000),
  files: v.record(text, v.string()),
  view,
}) satisfies v.GenericSchema<StudyState>;

/** Deepest that lists and objects may lie in one another. */
const deepest = 40;

export function checkState(value: unknown): Checked {
  const format = typeof value === "object" && value !== null && "format" in value ? value.format : undefined;
  if (typeof format === "number" && format > stateFormat) return { ok: false, message: tooNew };
  if (depthOf(value) > deepest)
    return { ok: false, message: "This study is not one that caregap has written. Open another." };
  const { success, output, issues } = v.safeParse(state, value, { abortPipeEarly: true });
  if (success) return { ok: true, state: output };
  const [first] = issues;
  const where = v.getDotPath(first) ?? "the study";
  return {
    ok: false,
    message: `This study cannot be read: ${where} should be ${first.expected ?? "something else"}, got ${first.received}. Ask its sender for a new copy.`,
  };
}

export const tooNew =
  "This study was written by a newer caregap than this one. Load the page again, or ask for the newest file, and open it there.";

/** How deep it is nested, as far as `deepest` + 1. */
function depthOf(value: unknown, depth = 0): number {
  if (typeof value !== "object" || value === null || depth > deepest) return depth;
  return Object.values(value).reduce((most: number, inner) => Math.max(most, depthOf(inner, depth + 1)), depth + 1);
}
