/** Linear equations. */

/**
 * The x with `matrix` x = `right`: Gaussian elimination with partial pivoting. The arguments are left as they are.
 * RangeError where the equations have no single solution.
 */
export function solveLinear(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const size = right.length;
  const rows = matrix.map((row, i) => Float64Array.of(...row, right[i]!));
  for (let column = 0; column < size; column++) {
    const pivot = largestBelow(rows, column);
    if (!(Math.abs(rows[pivot]![column]!) > 1e-12)) {
      throw new RangeError(`the equations must have one solution, got a pivot of ${rows[pivot]![column]}`);
    }
    [rows[column], rows[pivot]] = [rows[pivot]!, rows[column]!];
    for (let row = column + 1; row < size; row++) subtract(rows[row]!, rows[column]!, column);
  }
  const x = Array.from({ length: size }, () => 0);
  for (let row = size - 1; row >= 0; row--) {
    let sum = rows[row]![size]!;
    for (let column = row + 1; column < size; column++) sum -= rows[row]![column]! * x[column]!;
    x[row] = sum / rows[row]![row]!;
  }
  return x;
}

function largestBelow(rows: readonly Float64Array[], column: number): number {
  let best = column;
  for (let row = column + 1; row < rows.length; row++) {
    if (Math.abs(rows[row]![column]!) > Math.abs(rows[best]![column]!)) best = row;
  }
  return best;
}

/** Takes away the multiple of `by` that makes `row` 0 at `column`. */
function subtract(row: Float64Array, by: Float64Array, column: number): void {
  const times = row[column]! / by[column]!;
  if (times === 0) return;
  for (let at = column; at < row.length; at++) row[at]! -= times * by[at]!;
}
