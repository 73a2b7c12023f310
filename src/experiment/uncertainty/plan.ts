/** From scenarios to draws of all that is uncertain in them, in pieces between which a page can breathe. */
import { breathe } from "../breathe.ts";
import { drawer } from "../sweep/drawer.ts";
import { type Factor, parseAt, type SweptScenario } from "../sweep/sweep.ts";
import { drawPoint, type Draws } from "./draws.ts";
import { choosingQuantities, type Quantity } from "./quantities.ts";

export interface DrawsWanted {
  /** The first is what the others are compared with. */
  readonly scenarios: readonly SweptScenario[];
  readonly draws: number;
  readonly seed: string;
}

export interface DrawsPlan extends Draws {
  /** One for each value of a point. */
  readonly factors: readonly Factor[];
  /** All that have a range, drawn or not. */
  readonly quantities: readonly Quantity[];
}

/**
 * Everything that has a range in its provenance is drawn from it: the draws of `chooseQuantities` and `drawPoints`. The same for
 * the same scenarios, number and seed.
 *
 * @param onStep told how many steps are done, of how many; what it throws ends the work
 * @throws RangeError where a scenario has faults, nothing has a range, or ranges contradict each other
 */
export async function planDraws(
  { scenarios, draws, seed }: DrawsWanted,
  onStep: (done: number, of: number) => void,
): Promise<DrawsPlan> {
  const uncertain = scenarios.map(({ name, source }) => {
    const parsed = parseAt(source, [], []);
    if (!parsed.ok) throw new RangeError(`${name} has faults`);
    return { name, source, scenario: parsed.scenario };
  });
  const steps = choosingQuantities(uncertain, {});
  let step = steps.next();
  let looked = 0;
  while (!step.done) {
    looked = step.value.of;
    onStep(step.value.done, looked + draws);
    await breathe();
    step = steps.next();
  }
  const { factors, all } = step.value;
  if (factors.length === 0) throw new RangeError("no number of these scenarios has a range to be drawn from");
  const draw = drawer(seed);
  const drawn: ReturnType<typeof drawPoint>[] = [];
  for (let point = 0; point < draws; point++) {
    onStep(looked + point, looked + draws);
    await breathe();
    drawn.push(drawPoint(factors, scenarios, draw, point));
  }
  return {
    points: drawn.map(({ point }) => point),
    again: drawn.reduce((sum, { again }) => sum + again, 0),
    factors: factors.map(({ name, paths, keys }) => ({ name, paths, keys })),
    quantities: all,
  };
}
