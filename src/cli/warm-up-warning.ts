/** The warning, after a run, that its warm-up was too short; and what its manifest says of it. */
import {
  type AnyScenario,
  type Drift,
  judgeWarmUp,
  type Outcome,
  parseAnyScenario,
  runStudy,
  type Sweep,
  type WarmUpJudgement,
} from "../index.ts";
import { spawn } from "./spawn.ts";
import { decimal, decimalsFor } from "./text/numbers.ts";

interface Ran {
  readonly name: string;
  readonly result: { readonly scenario: AnyScenario; readonly outcomes: readonly Outcome[] };
}

/** Of each scenario, from what its replications tell. */
export const judgementsOf = (results: readonly Ran[]): WarmUpJudgement[] =>
  results.map(({ result: { scenario, outcomes } }) =>
    judgeWarmUp(
      scenario,
      outcomes.flatMap(({ trend }) => (trend ? [trend] : [])),
    ),
  );

/** A line on standard error for each scenario whose warm-up is too short. */
export function warnOfWarmUp(results: readonly Ran[], judgements = judgementsOf(results)): void {
  judgements.forEach((judgement, i) => {
    const text = warningOf(results[i]!.name, judgement);
    if (text !== undefined) console.error(text);
  });
}

/** At most so many replications, and no more than this share of the work of a sweep, are run to see. */
const mostToSee = 20;
const shareToSee = 0.025;

/**
 * The same of the scenarios of a sweep as they are without its factors. A sweep keeps no more of its runs than the figures
 * that it was asked for, so that a few replications are run for this alone.
 */
export async function warnOfSweep(sweep: Sweep, workers: number): Promise<void> {
  const each = typeof sweep.replications === "number" ? sweep.replications : sweep.replications.minimum;
  const runs = sweep.points.length * each;
  const replications = Math.min(mostToSee, Math.floor(shareToSee * runs));
  if (replications < 3) return;
  const opened = sweep.scenarios.flatMap(({ name, source }) => {
    const parsed = parseAnyScenario(JSON.stringify(source), { name });
    return parsed.ok ? [{ name, scenario: parsed.scenario }] : [];
  });
  const scenarios = opened.map(({ scenario }) => scenario);
  const { seed, executive } = sweep;
  const study = { scenarios, seed, replications, executive, trend: true };
  const ran = await runStudy(study, { spawn, workers }).done;
  warnOfWarmUp(ran.scenarios.map((result, i) => ({ name: opened[i]!.name, result })));
}

function warningOf(name: string, judgement: WarmUpJudgement): string | undefined {
  const text = tooShort(judgement);
  return text && `${name}: warning: ${text} Raise warm_up_days, or see: caregap warm-up ${name}`;
}

/** What was too short, and which counts tell; undefined where nothing was. */
export function tooShort({ drifts, recommended_days, warm_up_days }: WarmUpJudgement): string | undefined {
  const [largest] = drifts;
  if (largest === undefined) return undefined;
  const has = `the warm-up of ${decimal(warm_up_days, 0)} days (warm_up_days)`;
  const what =
    recommended_days === undefined
      ? `${has} leaves counts that never settle in this run, which is too short to tell what they need.`
      : `${has} is shorter than the ${decimal(recommended_days, 0)} recommended.`;
  const last = drifts.find(({ settles_by_day }) => settles_by_day === recommended_days)!;
  const named = last === largest ? [largest] : [last, largest];
  const more = drifts.length - named.length;
  const others = more === 0 ? "" : ` ${more} more ${more === 1 ? "count drifts" : "counts drift"}.`;
  return `${what} ${named.map(told).join(" ")}${others}`;
}

function told(drift: Drift): string {
  const { place, measure, before, after, low, high, settles_by_day, off } = drift;
  const decimals = decimalsFor(after, (high - low) / 2);
  const until = settles_by_day === undefined ? "in the earlier half" : `until day ${decimal(settles_by_day, 0)}`;
  const what = measure === "queue_length" ? "waiting list" : measure.replaceAll("_", " ");
  const share = `${(100 * Math.abs(off)).toFixed(1)}%`;
  return `${place}, ${what}: ${decimal(before, decimals)} people ${until}, ${decimal(after, decimals)} after, so that its mean is ${share} too ${off < 0 ? "low" : "high"}.`;
}
