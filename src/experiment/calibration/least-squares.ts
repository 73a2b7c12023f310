/** One step of Levenberg and Marquardt, for few unknowns. */

/**
 * The step d that makes |r + J d|² + prior |u + d|² + damping |d|² least.
 * @param jacobian by unknown, then by residual
 * @param u where the unknowns stand, from where they are drawn back to
 */
export function dampedStep(
  residuals: readonly number[],
  jacobian: readonly (readonly number[])[],
  u: readonly number[],
  prior: number,
  damping: number,
): number[] {
  const dot = (a: readonly number[], b: readonly number[]): number => a.reduce((sum, x, i) => sum + x * b[i]!, 0);
  const matrix = jacobian.map((row, i) =>
    jacobian.map((other, j) => dot(row, other) + (i === j ? prior + damping : 0)),
  );
  const right = jacobian.map((row, i) => -dot(row, residuals) - prior * u[i]!);
  return solve(matrix, right);
}

/** Gauss with the largest pivot. The matrix is symmetric and has a positive diagonal added, so that it has an inverse. */
function solve(matrix: number[][], right: number[]): number[] {
  const n = right.length;
  const rows = matrix.map((row, i) => [...row, right[i]!]);
  for (let column = 0; column < n; column++) {
    let pivot = column;
    for (let i = column + 1; i < n; i++) {
      if (Math.abs(rows[i]![column]!) > Math.abs(rows[pivot]![column]!)) pivot = i;
    }
    [rows[column], rows[pivot]] = [rows[pivot]!, rows[column]!];
    for (let i = column + 1; i < n; i++) {
      const factor = rows[i]![column]! / rows[column]![column]!;
      for (let j = column; j <= n; j++) rows[i]![j]! -= factor * rows[column]![j]!;
    }
  }
  const solution = Array.from({ length: n }, () => 0);
  for (let i = n - 1; i >= 0; i--) {
    let sum = rows[i]![n]!;
    for (let j = i + 1; j < n; j++) sum -= rows[i]![j]! * solution[j]!;
    solution[i] = sum / rows[i]![i]!;
  }
  return solution;
}
