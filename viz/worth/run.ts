/** Runs designs over draws of all that is uncertain in them, and puts together what they cost and bring, draw by draw. */
import {
  type AnyScenario,
  figureKeys,
  type Finished,
  type FinishedSweep,
  type Headline,
  keyText,
  mainWindow,
  type MeasureKey,
  pathwayHeadlines,
  planDraws,
  type Quantity,
  runSweep,
  shownValues,
  type Sweep,
} from "../../src/index.ts";
import type { Running } from "../parts/task.ts";
import { spawnHere, workersHere } from "../spawn.ts";
import { measuresOf } from "../sweep/file.ts";

/** What money may buy, a year. More of it is better; `sign` turns what is to be less. */
export interface Effect {
  readonly key: "qalys" | "recovered" | "crises";
  readonly label: string;
  /** What one of them is called. */
  readonly one: string;
  readonly sign: 1 | -1;
  /** Pounds held to be worth paying for one, until the reader says another; 0: nobody has said. */
  readonly pounds: number;
}

/** England's threshold for a QALY: £20,000 to £30,000, and £25,000 to £35,000 from April 2026 (NICE). Others have none. */
export const effects: readonly Effect[] = [
  { key: "qalys", label: "QALYs gained", one: "a QALY", sign: 1, pounds: 25_000 },
  { key: "recovered", label: "Recoveries gained", one: "a recovery", sign: 1, pounds: 2_000 },
  { key: "crises", label: "Crises avoided", one: "a crisis avoided", sign: -1, pounds: 500 },
];

const qalys: Headline = {
  key: "qalys",
  theme: "outcome",
  label: "QALYs",
  better: "more",
  shown: "year",
  parts: [{ measure: "qalys", estimand: "all", statistic: "sum" }],
};

/** Costs first, then each effect. */
const headlines: readonly Headline[] = ((all) => {
  const found = (key: string): Headline => all.find((one) => one.key === key)!;
  return [found("costs"), ...effects.map(({ key }) => (key === "qalys" ? qalys : found(key)))];
})(pathwayHeadlines([]));

export interface WorthAsked {
  /** The baseline first. */
  readonly designs: readonly { readonly title: string; readonly source: unknown; readonly scenario: AnyScenario }[];
  readonly draws: number;
  /** Of each draw. */
  readonly runs: number;
  readonly seed: string;
}

export interface WorthResult {
  /** Its measures are the costs and then each effect, by the year; what is to be less counts as avoided. */
  readonly sweep: FinishedSweep;
  readonly asked: WorthAsked;
  readonly quantities: readonly Quantity[];
}

class Stopped extends Error {
  override readonly name = "Cancelled";
}

/** @param tell told how far it is, in thousandths */
export function startWorth(asked: WorthAsked, tell: (finished: number, of: number) => void): Running<WorthResult> {
  let isStopped = false;
  let stop: (error: Error) => void = () => {};
  const stopped = new Promise<never>((_, reject) => (stop = reject));
  stopped.catch(() => {});
  const { designs, draws, seed, runs } = asked;
  const work = async (): Promise<WorthResult> => {
    const scenarios = designs.map(({ source }, at) => ({ name: String(at), source }));
    const plan = await planDraws({ scenarios, draws, seed }, (done, of) => {
      if (isStopped) throw new Stopped();
      tell((1000 * looking * done) / of, 1000);
    });
    const sweep: Sweep = {
      title: "Is it worth the money?",
      scenarios,
      factors: plan.factors,
      design: "draws",
      points: plan.points,
      seed,
      executive: "fast",
      replications: runs,
      measures: keysIn(designs[0]!.scenario),
    };
    const finished: Finished = new Map();
    await runSweep(sweep, {
      spawn: spawnHere,
      workers: workersHere(),
      finished,
      stopped,
      onFinished: () => undefined,
      onProgress: (done, of) => tell(1000 * (looking + ((1 - looking) * done) / of), 1000),
    });
    return { asked, quantities: plan.quantities, sweep: valuesIn(sweep, finished, asked) };
  };
  const cancel = (): void => {
    isStopped = true;
    stop(new Stopped());
  };
  return { done: work(), cancel };
}

/** Share of the way that goes by until the draws are made, about. */
const looking = 0.2;

function keysIn(scenario: AnyScenario): MeasureKey[] {
  const window = mainWindow(scenario).name;
  const wanted = new Set(
    headlines.flatMap(measuresOf).map((key) => keyText({ group: "all", unit: "", window, ...key })),
  );
  return figureKeys(scenario).filter((key) => wanted.has(keyText({ ...key, unit: "" })));
}

/** By design, figure, draw and run. */
function valuesIn(sweep: Sweep, finished: Finished, { designs }: WorthAsked): FinishedSweep {
  const { measures: keys, points, factors, title, scenarios } = sweep;
  const values = designs.map(({ scenario }, design) =>
    headlines.map((headline, at) =>
      points.map((_, point) => {
        const replications = finished.get(point * designs.length + design) ?? [];
        const outcomes = replications.map((row) => ({ values: Float64Array.from(row ?? []) }));
        const sign = at === 0 ? 1 : effects[at - 1]!.sign;
        return (shownValues(headline, { scenario, keys, outcomes }) ?? []).map((value) => sign * value);
      }),
    ),
  );
  return {
    title,
    design: "draws",
    factors: factors.map(({ name }) => name),
    points: points.map((point) => point.map(Number)),
    scenarios: scenarios.map(({ name }) => name),
    measures: headlines.map(({ key }) => ({ ...keys[0]!, measure: key })),
    values,
  };
}
