/** What a study says: figures with their uncertainty, and how scenarios differ. */
import { keyText, type MeasureKey } from "../measures/key.ts";
import { type Estimate, estimate, estimateDifference } from "./statistics.ts";
import type { ScenarioResult, StudyResult } from "./study.ts";

export interface SummaryRow extends Estimate {
  readonly key: MeasureKey;
}

export interface DifferenceRow extends Estimate {
  readonly key: MeasureKey;
  readonly base: Estimate;
  readonly other: Estimate;
}

const valuesOf = ({ outcomes }: ScenarioResult, figure: number): number[] =>
  outcomes.map((outcome) => outcome.values[figure]!);

/** Every figure of a scenario over its replications. */
export function summarise(result: ScenarioResult): SummaryRow[] {
  return result.keys.map((key, figure) => ({ key, ...estimate(valuesOf(result, figure)) }));
}

/** Every figure that both scenarios have: `other` minus `base`, over pairs of replications. */
export function differences(base: ScenarioResult, other: ScenarioResult): DifferenceRow[] {
  const figureInOther = new Map(other.keys.map((key, figure) => [keyText(key), figure]));
  return base.keys.flatMap((key, figure) => {
    const twin = figureInOther.get(keyText(key));
    if (twin === undefined) return [];
    const ofBase = valuesOf(base, figure);
    const ofOther = valuesOf(other, twin);
    return { key, base: estimate(ofBase), other: estimate(ofOther), ...estimateDifference(ofBase, ofOther) };
  });
}

/** Each scenario after the first against the first. */
export function comparisons(result: StudyResult): { scenario: ScenarioResult; rows: DifferenceRow[] }[] {
  const [base, ...others] = result.scenarios;
  return others.map((scenario) => ({ scenario, rows: differences(base!, scenario) }));
}
