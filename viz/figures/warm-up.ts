/** Whether the runs on screen warmed up for long enough, as `judgeWarmUp` of the library finds it, in a manager's words. */
import { type AnyScenario, type Drift, judgeWarmUp, stretchesOf, type WarmUpJudgement } from "../../src/index.ts";
import { stateNames } from "../charts/states/names.ts";
import { amount, ofPeople, range } from "../numbers.ts";
import type { Known, Results } from "../study/results.ts";

export interface WarmUpOf {
  readonly id: string;
  readonly title: string;
  readonly scenario: AnyScenario;
  /** Undefined while there are rough runs only. */
  readonly judgement: WarmUpJudgement | undefined;
  /** Runs that it rests on. */
  readonly runs: number;
}

/** Of each scenario that can be run; from full runs of the question on screen only. */
export function warmUpsOf({ scenarios, scale }: Results): WarmUpOf[] {
  return scenarios.flatMap(({ asked, title, scenario, result }: Known): WarmUpOf[] => {
    if (scenario === undefined) return [];
    const trends = scale < 1 ? [] : (result?.outcomes ?? []).flatMap(({ trend }) => (trend ? [trend] : []));
    const isJudged = stretchesOf(scenario) !== undefined;
    const judgement = isJudged && trends.length === 0 ? undefined : judgeWarmUp(scenario, trends);
    return [{ id: asked.id, title, scenario, judgement, runs: trends.length }];
  });
}

/** `730 days (2 years)`. */
export const days = (many: number): string =>
  many < 365 ? plain(many) : `${plain(many)} (${Number((many / 365).toPrecision(2))} years)`;

const whole = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 1 });
const plain = (many: number): string => (many === 1 ? "1 day" : `${whole.format(many)} days`);

/** What is found, in a few words, and what that means. */
export interface Verdict {
  readonly short: string;
  readonly long: string;
}

export function verdictOn({ judgement, runs }: WarmUpOf): Verdict {
  if (judgement === undefined)
    return { short: "cannot be told yet", long: "It takes three full runs at least; rough ones are not judged." };
  const { untold, drifts, recommended_days } = judgement;
  if (untold !== undefined)
    return untold.startsWith("fewer than")
      ? { short: "cannot be told yet", long: `It takes three full runs at least: there ${areRuns(runs)}.` }
      : { short: "not judged", long: `${untold.charAt(0).toUpperCase()}${untold.slice(1)}.` };
  if (drifts.length === 0)
    return {
      short: `long enough, as far as ${runs} runs can tell`,
      long: `No waiting list, no number of people in care or in need was still on its way by so much that its mean would be 1% off. More runs tell of smaller drifts.`,
    };
  if (recommended_days === undefined)
    return {
      short: "too short, and the runs too short to tell what it takes",
      long: `Some of what follows is still on its way in the second half of the run, so that no warm-up within it would do. Read these figures as those of the years that are counted, not of a steady state.`,
    };
  return {
    short: `too short: ${days(recommended_days)} are recommended`,
    long: `When counting begins, what follows is still on its way. ${runs} runs show that it is not chance.`,
  };
}

const areRuns = (runs: number): string => (runs === 1 ? "is 1" : `are ${runs}`);

/** For a report: what was found and, of what is still on its way, the count that is furthest off. */
export function warmUpSentence(found: WarmUpOf): string {
  const { title, scenario, judgement } = found;
  const [largest] = judgement?.drifts ?? [];
  const most =
    largest === undefined
      ? ""
      : ` The furthest off is ‘${countName(largest)}’: its mean is ${driftRow(largest).at(-1)}.`;
  return `‘${title}’ warms up for ${days(scenario.warm_up_days)}; then ${days(scenario.run_days)} are counted. Warm-up ${verdictOn(found).short}.${most}`;
}

/** What is counted, as the subject of a sentence: `People waiting: CMHT`. */
export function countName({ place, measure }: Pick<Drift, "place" | "measure">): string {
  if (measure === "queue_length") return `People waiting: ${place}`;
  if (measure === "in_service") return `People in care: ${place}`;
  return measure === "well" ? "People well" : `People ${stateNames[measure]}`;
}

/** One row for each count: what it is, how many people until when, how many after, how sure, how wrong its mean is. */
export function driftRow(drift: Drift): readonly string[] {
  const { before, after, low, high, off, settles_by_day } = drift;
  const [least, most] = before < after ? [-high, -low] : [low, high];
  return [
    countName(drift),
    `${ofPeople(before)} ${settles_by_day === undefined ? "in the first half" : `until day ${whole.format(settles_by_day)}`}`,
    ofPeople(after),
    apart(least, most, before < after ? ["fewer", "more"] : ["more", "fewer"]),
    `${amount(100 * Math.abs(off))}% too ${off < 0 ? "low" : "high"}`,
  ];
}

/** `8.9 to 32 fewer at first`, `0.1 more to 3.1 fewer at first`. */
const apart = (least: number, most: number, [word, opposite]: readonly [string, string]): string =>
  least < 0
    ? `${ofPeople(-least)} ${opposite} to ${ofPeople(most)} ${word} at first`
    : `${range({ low: least, high: most }, ofPeople)} ${word} at first`;
