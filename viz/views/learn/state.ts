/** What the view of lessons remembers: it travels with a link, like everything else. */
import type { Json, StudyState } from "../../state/state.ts";
import type { Edit } from "../../state/edits.ts";

export interface LearnState {
  /** Id of the lesson that is open; "": the list. */
  readonly lesson: string;
  readonly step: number;
  /** By id of the step: a number, or one for each point of a line. */
  readonly guesses: { readonly [id: string]: number | readonly number[] };
  /** "": the lesson's own, so that everybody sees the same. */
  readonly seed: string;
  readonly teacher: boolean;
  /** Codes of a class, as they were pasted. */
  readonly codes: string;
}

export const nothingLearned: LearnState = { lesson: "", step: 0, guesses: {}, seed: "", teacher: false, codes: "" };

/** What comes in from outside may be anything. */
export function learnStateOf({ view }: StudyState): LearnState {
  const found = view.others["learn"];
  if (!isObject(found)) return nothingLearned;
  const text = (name: string): string => (typeof found[name] === "string" ? found[name] : "");
  const step = found["step"];
  const guesses = found["guesses"];
  return {
    lesson: text("lesson"),
    step: typeof step === "number" && Number.isInteger(step) && step >= 0 ? step : 0,
    guesses: isObject(guesses) ? numbersIn(guesses) : {},
    seed: text("seed").slice(0, 200),
    teacher: found["teacher"] === true,
    codes: text("codes"),
  };
}

export function learn(changes: Partial<LearnState>): Edit {
  return (state) => {
    const next: LearnState = { ...learnStateOf(state), ...changes };
    const others = { ...state.view.others, learn: next as unknown as Json };
    return { ...state, view: { ...state.view, others } };
  };
}

type Found = { readonly [key: string]: Json };
const isObject = (value: Json | undefined): value is Found =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const isNumber = (value: unknown): value is number => typeof value === "number" && Number.isFinite(value);

function numbersIn(found: Found): LearnState["guesses"] {
  const known = Object.entries(found).filter(
    (entry): entry is [string, number | number[]] =>
      isNumber(entry[1]) || (Array.isArray(entry[1]) && entry[1].every(isNumber)),
  );
  return Object.fromEntries(known);
}

/** A link of a class opens a lesson: with the lesson's own seed, with one that all share, or each with their own. */
export function learnFrom(words: URLSearchParams): Edit {
  const lesson = words.get("lesson");
  if (lesson === null) return (state) => state;
  const seed = words.get("own") === "1" ? ownSeed() : (words.get("seed") ?? "").slice(0, 200);
  return learn({ ...nothingLearned, lesson, seed });
}

/** Chance from outside, once: from here on everything follows from this text. */
function ownSeed(): string {
  const [number] = crypto.getRandomValues(new Uint32Array(1));
  return `own-${number!.toString(36)}`;
}
