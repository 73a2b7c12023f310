/** What a figure of a lesson was in each run, and how it is written. */
import { type Estimate, estimate, estimateDifference, keyText, type ScenarioResult } from "../../src/index.ts";
import { amount, range, signed } from "../numbers.ts";
import type { Lesson, LessonFigure, Prediction } from "./lesson.ts";

const daysPerYear = 365;
const hundred = 100;
const daysPerWeek = 7;

/** By replication, in the unit in which the figure is written. Counts are brought to the full number of people. */
export function valuesOf(lesson: Lesson, name: string, result: ScenarioResult): readonly number[] {
  const figure = lesson.figures[name]!;
  const { keys, outcomes, scenario } = result;
  const wanted = keyText({ ...figure, window: "", unit: "" });
  const at = keys.findIndex((key) => keyText({ ...key, window: "" }) === wanted);
  const window = scenario.windows.find((one) => one.name === keys[at]?.window);
  const years = window ? (window.to_day - window.from_day) / daysPerYear : NaN;
  const isOfPeople = figure.statistic === "count" || figure.statistic === "sum";
  const unscaled = isOfPeople && scenario.kind === "pathway" ? 1 / lesson.scale : 1;
  const factor = (unscaled * inUnit(figure)) / (figure.per === "year" ? years : 1);
  return outcomes.map(({ values }) => (values[at] ?? NaN) * factor);
}

function inUnit({ as, per }: LessonFigure): number {
  if (as === "percent" || per === "100 people") return hundred;
  return as === "weeks" ? 1 / daysPerWeek : 1;
}

/** Of one, and of any other number. */
const units = {
  number: ["", ""],
  percent: ["%", "%"],
  days: [" day", " days"],
  weeks: [" week", " weeks"],
  pounds: ["", ""],
  people: [" person", " people"],
  places: [" place", " places"],
  crises: [" crisis", " crises"],
} as const satisfies Readonly<Record<LessonFigure["as"], readonly [string, string]>>;

/** As it stands after a number, with its space; of a number as it is written, where that is given. */
export function unitOf({ as }: LessonFigure, isDifference = false, text = ""): string {
  const [one, many] = as === "percent" && isDifference ? [" point", " points"] : units[as];
  return /^[+−]?1$/.test(text) ? one : many;
}

const pounds = ({ as }: LessonFigure): string => (as === "pounds" ? "£" : "");

/** `12.3 days`; with its sign where it is a difference. */
export function written(figure: LessonFigure, value: number, isDifference = false): string {
  const text = isDifference ? signed(value) : amount(value);
  return `${text}${unitOf(figure, isDifference, text)}`.replace(/^([+−]?)/, `$1${pounds(figure)}`);
}

/** `12.3 days (11 to 13.6)`, of which the interval stays on one line. */
export function writtenWithRange(figure: LessonFigure, of: Estimate, isDifference = false): string {
  if (of.n === 0) return "no such people";
  if (Number.isNaN(of.low)) return `${written(figure, of.mean, isDifference)} (interval not known yet)`;
  const interval = range(of, isDifference ? signed : amount).replaceAll(" ", "\u00a0");
  return `${written(figure, of.mean, isDifference)} (${interval})`;
}

/** What a prediction was about, as far as it is known. */
export function answerOf(
  lesson: Lesson,
  { figure, world, against }: Pick<Prediction, "figure" | "world" | "against">,
  results: ReadonlyMap<string, ScenarioResult>,
): Estimate | undefined {
  const [of, base] = [results.get(world), against === undefined ? undefined : results.get(against)];
  if (!of || (against !== undefined && !base)) return undefined;
  const values = valuesOf(lesson, figure, of);
  return base ? estimateDifference(valuesOf(lesson, figure, base), values) : estimate(values);
}

/** How near a guess came, in words. */
export function verdictOn(guess: number, answer: Estimate, isDifference: boolean): string {
  const { low, high, mean } = answer;
  if (Number.isNaN(low)) return "Not enough runs yet to tell.";
  if (guess >= low && guess <= high) return "Your prediction lies within the interval: as near as these runs can tell.";
  if (!isDifference) return guess < low ? "More than you expected." : "Less than you expected.";
  if (low <= 0 && high >= 0)
    return "The interval reaches over zero: these runs cannot tell that there is a difference.";
  if (guess === 0 || Math.sign(guess) === Math.sign(mean)) {
    return Math.abs(guess) < Math.abs(mean)
      ? "A larger change than you expected."
      : "A smaller change than you expected.";
  }
  return "It went the other way. What weighed more than you thought?";
}
