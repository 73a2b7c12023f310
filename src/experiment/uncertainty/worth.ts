/**
 * Cost-effectiveness under uncertain parameters: the plane, the acceptability curve, and what it would be worth to know
 * the parameters (Briggs, Claxton and Sculpher 2006, Decision Modelling for Health Economic Evaluation, chapters 4 and 6).
 *
 * With a willingness to pay of w for a unit of effect, the net benefit of a scenario over the first is w times the
 * difference in effect minus the difference in cost. Monte-Carlo noise is taken out of it draw by draw as in
 * method/crossed.ts, at each w, so that few replications do not pass for uncertain parameters.
 */
import { crossedComponents } from "../method/crossed.ts";
import type { FinishedSweep } from "../sweep/read-results.ts";
import { differencesByDraw } from "./compare.ts";

/** Numbers of two measures of the sweep. */
export interface Worth {
  readonly costs: number;
  readonly effects: number;
}

/** A dot of the plane: a draw, over replications and without the spread that few of them give. */
export interface PlaneDot {
  readonly scenario: string;
  readonly draw: number;
  readonly cost: number;
  readonly effect: number;
  readonly adjusted_cost: number;
  readonly adjusted_effect: number;
}

export function costEffectivenessPlane(sweep: FinishedSweep, { costs, effects }: Worth): PlaneDot[] {
  const { scenarios, values } = sweep;
  return scenarios.slice(1).flatMap((scenario, i) => {
    const part = (measure: number) =>
      crossedComponents(differencesByDraw(values[0]![measure]!, values[i + 1]![measure]!));
    const [cost, effect] = [part(costs), part(effects)];
    return cost.means.map((mean, draw) => ({
      scenario,
      draw,
      cost: mean,
      effect: effect.means[draw]!,
      adjusted_cost: cost.adjusted[draw]!,
      adjusted_effect: effect.adjusted[draw]!,
    }));
  });
}

export interface Acceptability {
  /** What one more unit of effect may cost. */
  readonly willingness: number;
  /** By scenario, the first too: share of draws in which it has the highest net benefit; they add up to 1. */
  readonly probability: readonly number[];
  /** By scenario: mean net benefit over the first. */
  readonly net_benefit: readonly number[];
  /** What knowing all parameters would add to the net benefit of the best choice without knowing them; 0 or more. */
  readonly perfect_information: number;
}

export function acceptability(
  sweep: FinishedSweep,
  { costs, effects }: Worth,
  willingness: readonly number[],
): Acceptability[] {
  const { scenarios, values, points } = sweep;
  const ofBase = points.map(() => 0);
  return willingness.map((w): Acceptability => {
    const benefits = scenarios.map((_, s) => {
      if (s === 0) return ofBase;
      const cost = differencesByDraw(values[0]![costs]!, values[s]![costs]!);
      const effect = differencesByDraw(values[0]![effects]!, values[s]![effects]!);
      return crossedComponents(cost.map((row, p) => row.map((each, k) => w * effect[p]![k]! - each))).adjusted;
    });
    const best = points.map((_, p) => Math.max(...benefits.map((own) => own[p]!)));
    const probability = benefits.map((own) =>
      mean(own.map((value, p) => (value === best[p] ? 1 / ties(benefits, p, value) : 0))),
    );
    const net_benefit = benefits.map(mean);
    return {
      willingness: w,
      probability,
      net_benefit,
      perfect_information: Math.max(0, mean(best) - Math.max(...net_benefit)),
    };
  });
}

const mean = (list: readonly number[]): number => list.reduce((total, value) => total + value, 0) / list.length;
const ties = (benefits: readonly (readonly number[])[], draw: number, value: number): number =>
  benefits.filter((own) => own[draw] === value).length;
