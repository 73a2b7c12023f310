/** Every combination of levels, the last factor changing fastest. */

/**
 * Numbers of levels, from 0, for each point.
 * @param levels how many each factor has
 */
export function fullFactorial(levels: readonly number[]): number[][] {
  return levels.reduce<number[][]>(
    (points, count) => points.flatMap((point) => Array.from({ length: count }, (_, level) => [...point, level])),
    [[]],
  );
}
