/** Figures as the command line names them: `wait.started.mean@triage`. */
import { figureKeys, type MeasureKey } from "../index.ts";
import { InputError } from "./errors.ts";
import { nonEmpty } from "./options.ts";
import type { OpenScenario } from "./scenarios.ts";
import { nameOf } from "./text/words.ts";

/** What `--help` says of such a name. */
export const figureHelp = `A figure is named measure.estimand.statistic@place, as in the columns of measures.csv. What is left out may be
anything; the statistic is then "mean", and it is of all groups together, in every window.
Add #window or #window#group for those: wait.started.median@IAPT assessment#after`;

/** Collects names of an option that may be given several times. */
export const another = (text: string, before: readonly string[] = []): readonly string[] => [...before, nonEmpty(text)];

/** Names may themselves hold dots and signs, so that a whole name is always understood. */
export function isMeant(text: string, key: MeasureKey): boolean {
  if (text === fullName(key)) return true;
  const [what = ""] = text.split(/[@#]/, 1);
  const [measure, estimand = key.estimand, statistic = "mean"] = what.split(".");
  if (measure !== key.measure || estimand !== key.estimand || statistic !== key.statistic) return false;
  const ends = [`#${key.window}#${key.group}`, ...(key.group === "all" ? ["", `#${key.window}`] : [])];
  return ends.some((end) => text === what + end || text === `${what}@${key.place}${end}`);
}

/** Throws an `InputError` that tells every name that a scenario has no figure for. */
export function checkFigures(opened: readonly OpenScenario[], names: readonly string[]): void {
  const faults = opened.flatMap(({ name, scenario }) => {
    const keys = figureKeys(scenario);
    return names.filter((text) => !keys.some((key) => isMeant(text, key))).map((text) => noFigure(name, text, keys));
  });
  if (faults.length > 0) throw new InputError(faults.join("\n"));
}

/** The one figure of a scenario that a name means, as it is in that scenario. */
export function oneFigure({ name, scenario }: OpenScenario, text: string): MeasureKey {
  const keys = figureKeys(scenario);
  const found = keys.filter((key) => isMeant(text, key));
  if (found.length === 0) throw new InputError(noFigure(name, text, keys));
  if (found.length > 1) {
    const some = found.slice(0, 5).map((key) => `  ${fullName(key)}`);
    throw new InputError(
      [
        `${text} means ${found.length} figures of ${name}, expected one:`,
        ...some,
        ...(found.length > 5 ? ["  …"] : []),
      ].join("\n"),
    );
  }
  return found[0]!;
}

/** The whole name, which means this figure alone. */
export const fullName = ({ window, place, group, measure, estimand, statistic }: MeasureKey): string =>
  `${measure}.${estimand}.${statistic}@${place}#${window}${group === "all" ? "" : `#${group}`}`;

/** One figure as a heading: where it is, what it is and in which unit. */
export function headingOf(key: MeasureKey): string {
  const statistic = key.measure === "wait" ? "" : ` (${key.statistic.replaceAll("_", " ")})`;
  return `${key.window}, ${key.place}: ${nameOf(key)}${statistic}, in ${key.unit}`;
}

function noFigure(scenario: string, text: string, keys: readonly MeasureKey[]): string {
  const [what = "", ...rest] = text.split("#")[0]!.split("@");
  const place = rest.join("@");
  const [measure] = what.split(".");
  const same = keys.filter((key) => key.measure === measure);
  const list = (names: readonly string[]): string => [...new Set(names)].slice(0, 20).join(", ");
  const hint =
    same.length === 0
      ? `Measures: ${list(keys.map((key) => key.measure))}.`
      : place !== "" && same.every((key) => key.place !== place)
        ? `${measure} is known at: ${list(same.map((key) => key.place))}.`
        : `Known of ${measure}: ${list(same.map((key) => `${key.measure}.${key.estimand}.${key.statistic}`))}.`;
  return `${scenario} has no figure ${text}. ${hint}`;
}
