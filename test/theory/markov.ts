/** Steady states of small Markov chains: the referee of the closed forms, which knows nothing of them. */

/**
 * The steady state of a chain on states 0 … size - 1, by the elimination of Grassmann, Taksar and Heyman 1985
 * (Oper Res 33:1107-1116), in which nothing is subtracted. Rates are per day; rates from a state to itself are ignored.
 */
export function steadyState(
  size: number,
  rates: (from: number) => readonly (readonly [to: number, rate: number])[],
): number[] {
  const flow = Array.from({ length: size }, (_, from) => {
    const row = new Float64Array(size);
    for (const [to, rate] of rates(from)) if (to !== from) row[to]! += rate;
    return row;
  });
  for (let last = size - 1; last > 0; last--) {
    const out = flow[last]!.subarray(0, last);
    const all = out.reduce((sum, rate) => sum + rate, 0);
    for (let from = 0; from < last; from++) {
      const share = (flow[from]![last]! /= all);
      if (share === 0) continue;
      for (let to = 0; to < last; to++) flow[from]![to]! += share * out[to]!;
    }
  }
  const chance = [1];
  for (let state = 1; state < size; state++) {
    chance.push(chance.reduce((sum, p, from) => sum + p * flow[from]![state]!, 0));
  }
  const total = chance.reduce((sum, p) => sum + p, 0);
  return chance.map((p) => p / total);
}

/** The mean of a figure over a steady state. */
export const meanOver = (chance: readonly number[], figure: (state: number) => number): number =>
  chance.reduce((sum, p, state) => sum + p * figure(state), 0);
