/** The order of the items in each column: swaps that leave fewer crossings are made until none is left. */
import type { Lanes } from "./lanes.ts";
import type { Shape } from "./shape.ts";

/** Rounds of swapping; a few are enough, and a limit keeps large networks quick. */
const rounds = 12;

/** For each column its items, from the top. The same network always gets the same order. */
export function orderOf(shape: Shape, { items, segments, arcs }: Lanes): number[][] {
  const columns: number[][] = [];
  items.forEach(({ layer }, item) => (columns[layer] ??= []).push(item));
  const position = items.map(() => 0);
  const settle = (column: readonly number[]): void => column.forEach((item, at) => (position[item] = at));
  columns.forEach(settle);

  const cost = (): number => {
    let sum = 0;
    for (let a = 0; a < segments.length; a++) {
      const one = segments[a]!;
      for (let b = a + 1; b < segments.length; b++) {
        const two = segments[b]!;
        if (items[one.from]!.layer !== items[two.from]!.layer) continue;
        const start = position[one.from]! - position[two.from]!;
        const end = position[one.to]! - position[two.to]!;
        if (start * end < 0) sum += 1;
      }
    }
    for (const { from, to } of segments) {
      const [start, end] = [from, to].map((item) => position[item]! / columns[items[item]!.layer]!.length);
      sum += 0.5 * Math.abs(start! - end!);
    }
    // Places that send people to a neighbour in their own column should stand close to it.
    for (const arc of arcs) sum += 0.4 * Math.abs(position[shape.links[arc]!.from]! - position[shape.links[arc]!.to]!);
    return sum;
  };

  let best = cost();
  for (let round = 0, better = true; better && round < rounds; round++) {
    better = false;
    for (const column of columns) {
      for (let a = 0; a < column.length; a++) {
        for (let b = a + 1; b < column.length; b++) {
          [column[a], column[b]] = [column[b]!, column[a]!];
          settle(column);
          const now = cost();
          if (now < best - 1e-9) {
            best = now;
            better = true;
          } else {
            [column[a], column[b]] = [column[b]!, column[a]!];
            settle(column);
          }
        }
      }
    }
  }
  return columns;
}
