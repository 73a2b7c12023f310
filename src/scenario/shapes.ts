/**
 * Building blocks of the schema: valibot's, with one rule added. The message of each says what was expected, in
 * words that `expected …, got …` can take; `{days}` in it stands for the unit that the author uses.
 */
import * as v from "valibot";

/** Remarks, allowed on every object; none reaches the model. */
const remarks = {
  source: v.optional(v.pipe(v.string("text"), v.description("Where these figures come from. Free text."))),
  note: v.optional(v.pipe(v.string("text"), v.description("A remark. Free text; never read by the model."))),
};
type Fields<E extends Readonly<Record<string, v.GenericSchema>>> = v.GenericSchema<
  v.InferOutput<v.ObjectSchema<E & typeof remarks, undefined>>
>;

/** What a number between 0 and 1 is called: a percentage in its place is told apart by this. */
export const A_SHARE = "a share from 0 to 1";

/** An object with these fields, `source` and `note`, and no others. `what` names it: "an object with …". */
export function fields<const E extends Readonly<Record<string, v.GenericSchema>>>(what: string, entries: E): Fields<E> {
  const all: Readonly<Record<string, v.GenericSchema>> = { ...entries, ...remarks };
  const known = Object.keys(all).join("\n");
  const missing = (issue: v.BaseIssue<unknown>): string => {
    const schema = all[String(issue.path?.at(-1)?.key)];
    return schema === undefined ? what : wordsOf(schema);
  };
  // Not `strictObject`, which stops at the first unknown field; `translate` in schema.ts reads `known`.
  return notLists(v.objectWithRest(all, v.never(known), missing)) as unknown as Fields<E>;
}

/** An object whose keys are names that the author chose. */
export function namesTo<S extends v.GenericSchema>(
  what: string,
  value: S,
): v.GenericSchema<Record<string, v.InferOutput<S>>> {
  return notLists(v.record(v.string(), value, what));
}

/**
 * One of several forms, told apart before they are checked, so that a fault in one is told as such and not as "none
 * of five forms fits": a list is the form that is a list, `pick` says which form an object is meant to be, and
 * anything else is held against all.
 */
export function choice<const S extends readonly v.GenericSchema[]>(
  what: string,
  forms: S,
  pick: (input: object) => v.GenericSchema | undefined,
): v.GenericSchema<v.InferOutput<S[number]>> {
  const union = v.union(forms, what);
  const lists = forms.find((form) => form.type === "array") ?? union;
  const picked = (input: unknown): v.GenericSchema => {
    if (typeof input !== "object" || input === null) return union;
    return Array.isArray(input) ? lists : (pick(input) ?? union);
  };
  return v.lazy(picked);
}

/** A list of at least one. `what` says so. */
export const listOf = <S extends v.GenericSchema>(what: string, item: S): v.GenericSchema<v.InferOutput<S>[]> =>
  v.pipe(v.array(item, what), v.minLength(1, what));

export const described = <S extends v.GenericSchema>(schema: S, text: string): v.GenericSchema<v.InferOutput<S>> =>
  v.pipe(schema, v.description(text));

/** A finite number of any sign. */
export const number = (what: string) => v.pipe(v.number(what), v.finite(what));
export const atLeast0 = (what: string) => v.pipe(v.number(what), v.finite(what), v.minValue(0, what));
export const above0 = (what: string) => v.pipe(v.number(what), v.finite(what), v.gtValue(0, what));
export const wholeFrom = (least: number, what: string) =>
  v.pipe(v.number(what), v.safeInteger(what), v.minValue(least, what));

/** A length or point of time, 0 or more. */
export const days = () => atLeast0("a number of {days}, 0 or more");
export const daysAbove0 = () => above0("a number of {days} above 0");
export const probability = () => between0And1("a probability from 0 to 1");
export const between0And1 = (what: string) => v.pipe(v.number(what), v.minValue(0, what), v.maxValue(1, what));

/** What a schema expects, in the words of its own message. */
function wordsOf(schema: v.GenericSchema): string {
  return v.safeParse(schema, undefined).issues?.[0].message ?? "a value";
}

/** To valibot a list is an object without fields; here it is simply the wrong thing. */
function notLists<S extends v.GenericSchema>(schema: S): S {
  const strict = {
    ...schema,
    "~run": (dataset: { value: unknown }, config: v.Config<v.BaseIssue<unknown>>) =>
      schema["~run"](Array.isArray(dataset.value) ? { value: null } : { value: dataset.value }, config),
  };
  return strict;
}
