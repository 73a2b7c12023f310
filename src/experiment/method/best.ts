/**
 * Which of several scenarios is the best on one measure, or that it cannot be told: multiple comparisons with the best
 * (Hsu 1984, Ann Statist 12:1136-1144) under common random numbers (Nelson and Matejcik 1995, Manage Sci 41:1935-1945).
 *
 * For every scenario i the interval holds theta_i - max_(j != i) theta_j, all of them at once with 95%:
 *   [min(0, min_j (D_ij - w_ij)), max(0, min_j (D_ij + w_ij))],  D_ij = mean_i - mean_j,
 *   w_ij = t(1 - 0.05 / (k - 1), n - 1) S_ij / sqrt(n),
 * with S_ij the standard deviation of the paired differences. Only the k - 1 comparisons of the true best with the others
 * have to hold (Nelson and Matejcik's lemma), so that Bonferroni's share is 0.05 / (k - 1), one-sided, as in Clark and Yang
 * 1986 (Proc Winter Simulation Conf 228-234). Unlike Nelson and Matejcik's own procedure this asks nothing of how the
 * scenarios are correlated, at the price of somewhat wider intervals.
 */
import { tQuantile } from "../../engine/maths/beta.ts";

export interface AgainstBest {
  /** Mean over replications. */
  readonly mean: number;
  /** 95% simultaneous interval of how much better it is than the best of the others; never wholly above or below 0. */
  readonly low: number;
  readonly high: number;
  /** Whether it may be the best: false where the interval does not reach above 0, unless for a tie in every replication. */
  readonly possible: boolean;
}

export interface Choice {
  /** In the order given. */
  readonly scenarios: readonly AgainstBest[];
  /** Number of the best; undefined where it cannot be told. */
  readonly best: number | undefined;
}

const level = 0.95;

/**
 * @param values by scenario, then by replication: replication k of all scenarios has the same luck
 * @param better whether more is better, or less
 */
export function chooseBest(values: readonly (readonly number[])[], better: "more" | "less"): Choice {
  const k = values.length;
  const n = values[0]?.length ?? 0;
  if (k < 2) throw new RangeError(`choosing needs 2 or more scenarios, got ${k}`);
  if (n < 2 || values.some((each) => each.length !== n)) {
    throw new RangeError("choosing needs the same replications of every scenario, 2 or more");
  }
  const t = tQuantile(1 - (1 - level) / (k - 1), n - 1);
  const sign = better === "more" ? 1 : -1;
  const scenarios = values.map((own, i): AgainstBest => {
    const others = values.flatMap((other, j) => (j === i ? [] : [difference(own, other, t)]));
    const lowest = Math.min(...others.map(({ mean, half }) => sign * mean - half));
    const highest = Math.min(...others.map(({ mean, half }) => sign * mean + half));
    const mean = own.reduce((sum, value) => sum + value, 0) / n;
    // Two that are the same in every replication are as good as one another.
    const isWorse = others.some(
      (other) => sign * other.mean + other.half <= 0 && !(other.mean === 0 && other.half === 0),
    );
    return { mean, low: Math.min(0, lowest), high: Math.max(0, highest), possible: !isWorse };
  });
  const possible = scenarios.flatMap((each, i) => (each.possible ? [i] : []));
  return { scenarios, best: possible.length === 1 ? possible[0] : undefined };
}

/** The mean of paired differences, and how far it may be off to one side. */
function difference(own: readonly number[], other: readonly number[], t: number): { mean: number; half: number } {
  const n = own.length;
  const differences = own.map((value, i) => value - other[i]!);
  const mean = differences.reduce((sum, value) => sum + value, 0) / n;
  const squares = differences.reduce((sum, value) => sum + (value - mean) * (value - mean), 0);
  return { mean, half: t * Math.sqrt(squares / (n - 1) / n) };
}
