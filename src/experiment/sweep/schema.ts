/** The shape of a sweep file: which scenario, what is changed in it, which points are run, and what is looked at. */
import * as v from "valibot";
import { spreadLaws } from "../method/spread.ts";
import { designNames } from "./design.ts";
import { choice, described, fields, listOf, wholeFrom } from "../../scenario/shapes.ts";

export const mostPoints = 1_000_000;

const text = (what: string) => v.pipe(v.string(what), v.nonEmpty(what));
const number = (what: string) => v.pipe(v.number(what), v.finite(what));
const path = text("a path in the scenario");
const named = {
  name: v.optional(described(text("a name"), "Its column in the results; the path unless given.")),
  path: described(
    choice(
      "a path in the scenario, or a list of them",
      [path, listOf("a list of paths, one or more", path)],
      () => undefined,
    ),
    "What is changed, such as nodes.triage.servers or nodes.GP.arrivals[0].per_week; a list: one value for all of them.",
  ),
};
/** Null is left for "as it is in the scenario". */
const value = v.pipe(
  v.unknown(),
  v.check((input) => input !== null, "a value other than null"),
);
const factorOfList = fields("a factor with a list of values", {
  ...named,
  values: described(
    listOf("a list of values", value),
    "Numbers, or anything that can stand there; objects are merged in.",
  ),
});
const ranged = {
  whole: v.optional(described(v.boolean("true or false"), "Whether only whole numbers are meant; false unless given.")),
  levels: v.optional(
    described(
      wholeFrom(2, "a whole number, 2 or more"),
      "How many, evenly spaced, where the design needs levels; 2 unless given.",
    ),
  ),
  law: v.optional(
    described(
      v.picklist(spreadLaws, `one of ${spreadLaws.map((law) => JSON.stringify(law)).join(", ")}`),
      "How values are spread over the range in a random design; uniform unless given.",
    ),
  ),
};
const factorOfRange = fields("a factor with low and high", {
  ...named,
  low: number("a number"),
  high: number("a number"),
  value: v.optional(described(number("a number"), "The middle of the law; that of the scenario unless given.")),
  ...ranged,
});
const factorOfProvenance = fields("a factor whose range and law are those of its parameter", { ...named, ...ranged });
const factor = choice('a factor, an object with "path"', [factorOfList, factorOfRange, factorOfProvenance], (input) =>
  Object.hasOwn(input, "values")
    ? factorOfList
    : Object.hasOwn(input, "low") || Object.hasOwn(input, "high")
      ? factorOfRange
      : factorOfProvenance,
);

const points = () => wholeFrom(1, "a whole number of points, 1 or more");
const as = v.optional(
  described(
    v.picklist(designNames, `one of ${designNames.map((name) => JSON.stringify(name)).join(", ")}`),
    "Which design the points are of, for what is worked out from them.",
  ),
);
const designs = {
  full_factorial: fields("a design", { design: v.literal("full_factorial") }),
  one_at_a_time: fields("a design", { design: v.literal("one_at_a_time") }),
  latin_hypercube: fields("a design", { design: v.literal("latin_hypercube"), points: points() }),
  sobol: fields("a design", { design: v.literal("sobol"), points: points() }),
  saltelli: fields("a design", {
    design: v.literal("saltelli"),
    rows: wholeFrom(2, "a whole number of rows, 2 or more"),
  }),
  draws: fields("a design", { design: v.literal("draws"), draws: wholeFrom(2, "a whole number of draws, 2 or more") }),
  list: fields("a design", {
    design: v.literal("list"),
    points: v.array(v.array(v.unknown(), "a list of values"), "a list of points"),
    as,
  }),
  file: fields("a design", { design: v.literal("file"), file: text("the name of a CSV file"), as }),
} as const;
const unknownDesign = fields("a design", {
  design: v.picklist(
    Object.keys(designs),
    `one of ${Object.keys(designs)
      .map((name) => JSON.stringify(name))
      .join(", ")}`,
  ),
});
const design = choice('a design, an object with "design"', [...Object.values(designs), unknownDesign], (input) => {
  const name = "design" in input && typeof input.design === "string" ? input.design : "";
  return Object.hasOwn(designs, name) ? designs[name as keyof typeof designs] : unknownDesign;
});

const measure = fields("a measure, an object with at least measure", {
  window: v.optional(text("the name of a window")),
  place: v.optional(text("the name of a node")),
  group: v.optional(described(text("the name of a group"), '"all" unless given.')),
  measure: text("the name of a measure"),
  estimand: v.optional(text("the name of an estimand")),
  statistic: v.optional(text("the name of a statistic")),
});
const precision = fields("a precision, an object with relative", {
  relative: number("a number above 0"),
  minimum: v.optional(wholeFrom(2, "a whole number, 2 or more")),
  maximum: v.optional(wholeFrom(2, "a whole number, 2 or more")),
  look_ahead: v.optional(wholeFrom(0, "a whole number, 0 or more")),
});

const namedScenario = fields("a scenario, an object with file and name", {
  file: text("the name of a scenario file"),
  name: text("a name"),
});
const scenarioEntry = choice(
  "the name of a scenario file, or an object with file and name",
  [text("the name of a scenario file"), namedScenario],
  () => namedScenario,
);

export const sweepSchema = fields("a sweep, an object", {
  $schema: v.optional(v.string("text")),
  format: v.literal(1, "1"),
  kind: v.literal("sweep", '"sweep"'),
  title: text("a title in one line"),
  scenario: v.optional(described(text("the name of a scenario file"), "Relative to this file.")),
  scenarios: v.optional(
    described(
      listOf("a list of scenario files, one or more", scenarioEntry),
      "Instead of one scenario: several, each of which is run at every point.",
    ),
  ),
  factors: listOf("a list of factors, one or more", factor),
  design,
  seed: v.optional(text("text")),
  executive: v.optional(v.picklist(["fast", "simjs"], '"fast" or "simjs"')),
  replications: v.optional(wholeFrom(1, "a whole number, 1 or more")),
  precision: v.optional(precision),
  measures: listOf("a list of measures, one or more", measure),
});

export type FactorFile = v.InferOutput<typeof factor>;
export type DesignFile = v.InferOutput<(typeof designs)[keyof typeof designs]>;
export type MeasureFile = v.InferOutput<typeof measure>;
/** What has passed the check of shape: of a design that is not known nothing is left. */
export type SweepFile = Omit<v.InferOutput<typeof sweepSchema>, "design"> & { readonly design: DesignFile };
