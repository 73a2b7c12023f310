/** A lesson: worlds to compare, and steps that read, ask for a prediction, show what came out, and ask to think. */
import * as v from "valibot";

const text = v.pipe(v.string("a text"), v.nonEmpty("a text that is not empty"));
const texts = v.pipe(v.array(text, "a list of texts"), v.minLength(1, "one text or more"));
const number = v.pipe(v.number("a number"), v.finite("a number"));
const count = v.pipe(number, v.integer("a whole number"), v.minValue(1, "1 or more"));

/** Ways of writing a figure: a proportion as percent, days as days or weeks, pounds with their sign, anything else with its unit. */
const writings = ["number", "percent", "days", "weeks", "pounds", "people", "places", "crises"] as const;

const figure = v.strictObject(
  {
    label: text,
    place: text,
    group: text,
    measure: text,
    estimand: text,
    statistic: text,
    as: v.picklist(writings, `one of ${writings.join(", ")}`),
    /** Counts are of the whole window; "year" divides by its years. What is of one person is told of "100 people". */
    per: v.optional(v.picklist(["year", "100 people"], `"year" or "100 people"`)),
  },
  "a figure",
);

const world = v.strictObject(
  {
    title: text,
    /** Name of a shipped scenario, without ".json". */
    scenario: text,
    changes: v.optional(v.array(v.strictObject({ path: text, value: v.any() }, "a change"), "a list of changes"), []),
  },
  "a world",
);

/** A guess at one figure, by a slider. Of the difference, where another world is named. */
const predict = v.strictObject({
  kind: v.literal("predict"),
  id: text,
  title: text,
  ask: text,
  figure: text,
  world: text,
  against: v.optional(text),
  low: number,
  high: number,
  step: v.pipe(number, v.gtValue(0, "above 0")),
  start: number,
});

/** A guess at a whole line: the figure for each value of one number of a world. */
const draw = v.strictObject({
  kind: v.literal("draw"),
  id: text,
  title: text,
  ask: text,
  figure: text,
  world: text,
  along: v.strictObject(
    {
      path: text,
      title: text,
      values: v.pipe(v.array(number, "a list of numbers"), v.minLength(3, "3 numbers or more")),
    },
    "what changes along the line",
  ),
  low: number,
  high: number,
});

/** What came out, beside what was predicted. */
const see = v.strictObject({
  kind: v.literal("see"),
  title: text,
  /** Predictions that are answered here, by id. */
  answers: v.optional(v.array(text, "a list of ids"), []),
  figures: v.optional(v.array(text, "a list of figures"), []),
  worlds: v.optional(v.array(text, "a list of worlds"), []),
  text: texts,
});

/** The runs one by one instead of their mean: each dot is one. */
const runs = v.strictObject({
  kind: v.literal("runs"),
  title: text,
  figure: text,
  world: text,
  against: v.optional(text),
  text: texts,
});

/** Press play. */
const watch = v.strictObject({
  kind: v.literal("watch"),
  title: text,
  worlds: v.pipe(
    v.array(text, "a list of worlds"),
    v.minLength(1, "1 world or more"),
    v.maxLength(2, "2 worlds at most"),
  ),
  /** Who is followed: a choice of the view that follows one person. */
  follow: v.optional(text),
  text: texts,
});

const read = v.strictObject({ kind: v.literal("read"), title: text, text: texts });
const think = v.strictObject({ kind: v.literal("think"), title: text, text: texts });

const kinds = ["read", "predict", "draw", "see", "runs", "watch", "think"];
const step = v.variant(
  "kind",
  [read, predict, draw, see, runs, watch, think],
  `a step whose kind is one of ${kinds.join(", ")}`,
);

export const lessonSchema = v.strictObject(
  {
    format: v.literal(1, "1"),
    title: text,
    /** In a sentence: what the lesson finds out. */
    question: text,
    minutes: count,
    aims: texts,
    /** What people often think, that is not so. */
    misconception: text,
    /** Themes of the paper, or mechanisms: "M27". */
    from: texts,
    seed: text,
    runs: v.pipe(count, v.minValue(2, "2 or more")),
    /** People simulated for each one there is, so that an old laptop keeps up. */
    scale: v.optional(v.pipe(number, v.gtValue(0, "above 0"), v.maxValue(1, "1 at most")), 1),
    worlds: v.record(text, world, "worlds by name"),
    figures: v.record(text, figure, "figures by name"),
    steps: v.pipe(v.array(step, "a list of steps"), v.minLength(3, "3 steps or more")),
    teacher: v.strictObject(
      {
        before: text,
        minutes: v.array(v.strictObject({ minutes: count, what: text }, "a time"), "a list of times"),
        questions: v.pipe(
          v.array(v.strictObject({ ask: text, listen_for: text }, "a question"), "a list of questions"),
          v.minLength(2, "2 questions or more"),
        ),
      },
      "a page for the teacher",
    ),
  },
  "a lesson",
);

export type Lesson = v.InferOutput<typeof lessonSchema>;
export type Step = Lesson["steps"][number];
export type LessonFigure = Lesson["figures"][string];
export type World = Lesson["worlds"][string];
export type Prediction = Extract<Step, { readonly kind: "predict" }>;
export type Drawing = Extract<Step, { readonly kind: "draw" }>;
