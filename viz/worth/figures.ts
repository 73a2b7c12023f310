/** What designs cost and bring over draws of what is not known, as the charts draw it. */
import {
  acceptability,
  type Acceptability,
  compareDraws,
  costEffectivenessPlane,
  type Parameter,
  type Probabilistic,
  wilson,
} from "../../src/index.ts";
import type { CostFigures } from "../charts/costs.ts";
import { type Effect, effects, type WorthResult } from "./run.ts";

/** Prices at which the curve is drawn, from 0 to three times what is held to be worth paying. */
const steps = 60;

export function costFigures({ sweep, asked }: WorthResult, effect: Effect, pounds: number): CostFigures {
  const measure = 1 + effects.indexOf(effect);
  const places = { costs: 0, effects: measure };
  const dots = costEffectivenessPlane(sweep, places);
  const rows = compareDraws(sweep);
  const [, ...tried] = asked.designs;
  const rowOf = (design: number, figure: number): Probabilistic => rows[design * sweep.measures.length + figure]!;
  const levels = Array.from({ length: steps + 1 }, (_, step) => (3 * pounds * step) / steps);
  return {
    baseline: asked.designs[0]!.title,
    effect: `${effect.label}, a year`,
    one: effect.one,
    isAssumed: effect.key === "qalys" && assumedIn(asked).length > 0,
    worth: pounds,
    scenarios: tried.map(({ title }, at) => ({
      title,
      draws: dots
        .filter(({ scenario }) => scenario === String(at + 1))
        .map(({ adjusted_cost: cost, adjusted_effect: gain }) => ({ cost, effect: gain })),
      cost: spread(rowOf(at, 0)),
      effect: spread(rowOf(at, measure)),
      chance: { cost: chance(rowOf(at, 0)), effect: chance(rowOf(at, measure)) },
    })),
    curve: acceptability(sweep, places, levels).map(shareOf(sweep.points.length)),
  };
}

/** The mean of the draws, and the middle 95% of them. */
const spread = ({ components: { mean }, low, high, draws }: Probabilistic) => ({ mean, low, high, n: draws.length });

/** How far the mean may be off by luck in so few runs, to either side. */
const chance = ({ components }: Probabilistic): number => 1.96 * components.chance_error;

const shareOf =
  (draws: number) =>
  ({ willingness, probability }: Acceptability) => ({
    worth: willingness,
    shares: probability.map((mean) => {
      const [low, high] = wilson(mean, draws);
      return { mean, low, high, n: draws };
    }),
  });

/** The numbers that turn severity into quality of life. */
export const utilitiesIn = ({ designs }: Pick<WorthResult["asked"], "designs">): readonly Parameter[] => {
  const scenario = designs[0]?.scenario;
  return scenario?.kind === "pathway"
    ? scenario.parameters.filter(({ path }) => path.startsWith("quality_of_life"))
    : [];
};

const assumedIn = (asked: WorthResult["asked"]): readonly Parameter[] =>
  utilitiesIn(asked).filter(({ grade }) => grade === "assumption");
