/** The shapes of laws of chance and of courses of sessions, as users write them. Times are already in days. */
import * as v from "valibot";
import {
  above0,
  atLeast0,
  between0And1,
  choice,
  days,
  daysAbove0,
  described,
  fields,
  listOf,
  number,
  probability,
  wholeFrom,
} from "./shapes.ts";
import { UNIT_NAMES } from "./units.ts";

const named = <const N extends string>(name: N) => v.literal(name, `"${name}"`);
const mean = () => described(daysAbove0(), "Mean of the duration.");
const shape = () => described(above0("a shape above 0"), "Shape, without a unit.");
const scale = () => described(daysAbove0(), "Scale.");

const deterministic = fields("a law", {
  law: named("deterministic"),
  days: described(days(), "Always this long."),
});
const exponential = fields("a law", { law: named("exponential"), mean_days: mean() });
const erlang = fields("a law", {
  law: named("erlang"),
  stages: described(wholeFrom(1, "a whole number of stages, 1 or more"), "Exponential stages in a row."),
  mean_days: described(daysAbove0(), "Mean of the whole duration, over all stages."),
});
const gammaByShape = fields("a law", { law: named("gamma"), shape: shape(), scale_days: scale() });
const gammaByMean = fields("a law", {
  law: named("gamma"),
  mean_days: mean(),
  sd_days: described(daysAbove0(), "Standard deviation of the duration."),
});
const lognormalByMean = fields("a law", {
  law: named("lognormal"),
  mean_days: mean(),
  sd_days: described(days(), "Standard deviation of the duration."),
});
const lognormalByLog = fields("a law", {
  law: named("lognormal"),
  mu_log_days: described(number("a number"), "Mean of the natural logarithm of the duration in days."),
  sigma_log: described(atLeast0("a number, 0 or more"), "Standard deviation of the natural logarithm; without a unit."),
});
const weibull = fields("a law", { law: named("weibull"), shape: shape(), scale_days: scale() });
const logLogistic = fields("a law", {
  law: named("log_logistic"),
  shape: shape(),
  scale_days: described(daysAbove0(), "Scale, which is the median."),
});
const low = () => described(days(), "Shortest duration.");
const high = () => described(daysAbove0(), "Longest duration.");
const uniform = fields("a law", { law: named("uniform"), low_days: low(), high_days: high() });
const triangular = fields("a law", {
  law: named("triangular"),
  low_days: low(),
  mode_days: described(days(), "Likeliest duration."),
  high_days: high(),
});
const normal = fields("a law", {
  law: named("normal"),
  mean_days: described(number("a number of {days}"), "Mean before truncation to the range from low to high."),
  sd_days: described(daysAbove0(), "Standard deviation before truncation."),
  low_days: v.optional(described(days(), "Shortest duration; 0 unless given.")),
  high_days: v.optional(described(daysAbove0(), "Longest duration; no limit unless given.")),
});
const discrete = fields("a law", {
  law: named("discrete"),
  values: listOf(
    "a list of values, each with days and a probability",
    fields("an object with days and a probability", {
      days: described(days(), "A duration that can occur."),
      probability: described(probability(), "How likely it is; adds up to 1 over the values."),
    }),
  ),
});
const mixture = fields("a law", {
  law: named("mixture"),
  parts: listOf(
    'a list of parts, each with a probability and a law under "of"',
    fields('an object with a probability and a law under "of"', {
      probability: described(probability(), "How likely this part is; adds up to 1 over the parts."),
      of: v.lazy((): v.GenericSchema<UserLaw> => law),
    }),
  ),
});
const empiricalByValues = fields("a law", {
  law: named("empirical"),
  values_days: described(
    listOf("a list of numbers of {days}", days()),
    "Observed durations, each of which is equally likely.",
  ),
});
const empiricalByFile = fields("a law", {
  law: named("empirical"),
  file: described(v.string("the name of a CSV file"), "A CSV file with a header, named relative to this file."),
  column: described(v.string("the name of a column"), "The column that holds the observed durations."),
  unit: described(
    v.picklist(
      UNIT_NAMES.map((unit) => `${unit}s` as const),
      `one of ${UNIT_NAMES.map((unit) => `"${unit}s"`).join(", ")}`,
    ),
    "The unit of the column.",
  ),
});
const hazard = fields("a law", {
  law: named("hazard"),
  steps: listOf(
    "a list of steps, each with from_day and per_day",
    fields("an object with from_day and per_day", {
      from_day: described(days(), "Since the start of the duration; the first step is from 0."),
      per_day: described(atLeast0("a number per {day}, 0 or more"), "Hazard from here to the next step."),
    }),
  ),
});
const dailyChance = fields("a law", {
  law: named("daily_chance"),
  first: described(between0And1("a chance from 0 to 1"), "The chance just after the start, each day."),
  last: described(between0And1("a chance from 0 to 1"), "The chance that each day comes to in the end."),
  shape: shape(),
  scale_days: described(daysAbove0(), "When the chance is half way from first to last."),
});

type MixtureLaw = { law: "mixture"; parts: { probability: number; of: UserLaw }[] };
const simple = [
  deterministic,
  exponential,
  erlang,
  gammaByShape,
  gammaByMean,
  lognormalByMean,
  lognormalByLog,
  weibull,
  logLogistic,
  uniform,
  triangular,
  normal,
  discrete,
  empiricalByValues,
  empiricalByFile,
  hazard,
  dailyChance,
] as const;
export type UserLaw = v.InferOutput<(typeof simple)[number]> | MixtureLaw;

const has = (input: object, ...keys: readonly string[]): boolean => keys.some((key) => Object.hasOwn(input, key));

/** For each name of a law, which of its forms an object is meant to be. */
const BY_NAME: Readonly<Record<UserLaw["law"], (input: object) => v.GenericSchema>> = {
  deterministic: () => deterministic,
  exponential: () => exponential,
  erlang: () => erlang,
  gamma: (input) => (has(input, "mean_days", "sd_days", "mean", "sd") ? gammaByMean : gammaByShape),
  lognormal: (input) => (has(input, "mu_log_days", "sigma_log", "mu_log") ? lognormalByLog : lognormalByMean),
  weibull: () => weibull,
  log_logistic: () => logLogistic,
  uniform: () => uniform,
  triangular: () => triangular,
  normal: () => normal,
  discrete: () => discrete,
  mixture: () => mixture,
  empirical: (input) => (has(input, "file", "column", "unit") ? empiricalByFile : empiricalByValues),
  hazard: () => hazard,
  daily_chance: () => dailyChance,
};
const FORMS: ReadonlyMap<string, (input: object) => v.GenericSchema> = new Map(Object.entries(BY_NAME));
const LAW_NAMES = [...FORMS.keys()];
const A_LAW_NAME = `the name of a law (${LAW_NAMES.join(", ")})`;
const nameless = v.looseObject({ law: v.picklist(LAW_NAMES, A_LAW_NAME) }, A_LAW_NAME);

const A_LAW = 'a law, such as { "law": "exponential", "mean_days": 14 }';
/** A duration that varies from person to person. */
export const law: v.GenericSchema<UserLaw> = choice(A_LAW, [...simple, mixture], (input) => {
  const name = "law" in input && typeof input.law === "string" ? input.law : "";
  return (FORMS.get(name) ?? (() => nameless))(input);
});

const A_DNA = "a chance of not attending, 0 or more and below 1";
/** `sessions` attended, one every interval, each missed with a chance and then made up for. */
export const course = fields("a course of sessions", {
  sessions: described(wholeFrom(1, "a whole number of sessions, 1 or more"), "Sessions attended in the whole course."),
  interval_days: described(daysAbove0(), "From one session to the next."),
  dna: described(
    v.pipe(v.number(A_DNA), v.minValue(0, A_DNA), v.ltValue(1, A_DNA)),
    "The chance that a session is missed (did not attend) and has to be made up for.",
  ),
});

export type UserCourse = v.InferOutput<typeof course>;
export const isCourse = (user: UserLaw | UserCourse): user is UserCourse => "sessions" in user;

export const lawOrCourse = choice("a law or a course of sessions", [law, course], (input) =>
  has(input, "sessions", "interval_days", "interval", "dna") && !has(input, "law") ? course : law,
);
