/** Each factor on its own, the others as they are: what a tornado is drawn from. */

/**
 * Numbers of levels, from 0, for each point; `undefined` stands for "as it is". The first point changes nothing; then
 * come the levels of the first factor, of the second, and so on.
 * @param levels how many each factor has
 */
export function oneAtATime(levels: readonly number[]): (number | undefined)[][] {
  const unchanged = levels.map(() => undefined);
  const changes = levels.flatMap((count, factor) =>
    Array.from({ length: count }, (_, level) => unchanged.map((none, other) => (other === factor ? level : none))),
  );
  return [unchanged, ...changes];
}
