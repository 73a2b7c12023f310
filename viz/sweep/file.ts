/** A sweep of the page as a sweep file of the command line, and back. */
import { everyone, type Headline } from "../../src/index.ts";
import type { Lever } from "../levers/numbers.ts";
import { isWhole } from "../levers/numbers.ts";
import type { ScenarioState, SweepView } from "../state/state.ts";

export interface AskedSweep {
  /** The design whose levers are moved: its own changes stay as they are at every point. */
  readonly scenario: ScenarioState;
  readonly title: string;
  readonly levers: readonly Lever[];
  readonly view: SweepView;
  readonly headline: Headline;
  readonly seed: string;
}

/** Format 1 of sweeps. A change of the reader's that is not swept is a factor with one value. */
export function sweepFileOf({ scenario, title, levers, view, headline, seed }: AskedSweep): object {
  const swept = new Set(view.levers.map(({ path }) => path));
  const titleOf = (path: string): string =>
    levers.find(({ parameter }) => parameter.path === path)?.parameter.title || path;
  const fixed = scenario.changes
    .filter(({ path, value }) => !swept.has(path) && value !== null)
    .map(({ path, value }) => ({ name: titleOf(path), path, values: [value] }));
  const moved = view.levers.map(({ path, low, high, levels }) => {
    const parameter = levers.find((one) => one.parameter.path === path)?.parameter;
    const whole = parameter !== undefined && isWhole(parameter) && Number.isInteger(low) && Number.isInteger(high);
    return { name: titleOf(path), path, low, high, levels, ...(whole && { whole }) };
  });
  return {
    format: 1,
    kind: "sweep",
    title: `${title}: ${headline.label} by ${view.levers.map(({ path }) => titleOf(path)).join(" and ")}`,
    scenario: scenario.base,
    factors: [...moved, ...unlikeNames(fixed, moved)],
    design: { design: "full_factorial" },
    seed,
    replications: view.runs,
    measures: measuresOf(headline),
  };
}

/** The figures of a run that a main figure is made of, as a sweep file asks for them. */
export function measuresOf({ parts }: Headline) {
  return parts.flatMap(({ measure, estimand, statistic, place = everyone, group, total }) =>
    (total === true ? [statistic, "count"] : [statistic]).map((one) => ({
      measure,
      estimand,
      statistic: one,
      place,
      ...(group !== undefined && { group }),
    })),
  );
}

/** Factors need names of their own. */
function unlikeNames<F extends { readonly name: string; readonly path: string }>(
  factors: readonly F[],
  others: readonly { readonly name: string }[],
): F[] {
  const taken = new Set(others.map(({ name }) => name));
  return factors.map((factor) => {
    const name = taken.has(factor.name) ? factor.path : factor.name;
    taken.add(name);
    return { ...factor, name };
  });
}
