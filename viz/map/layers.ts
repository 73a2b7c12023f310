/** Columns of the map: how many steps a place is from where most people come in. Ways out are the last column. */
import type { Shape } from "./shape.ts";

/** The column of each place, from 0 on the left. */
export function layersOf({ places, links }: Shape): number[] {
  const layer = places.map(() => -1);
  const doors = places.map((_, at) => at).toSorted((a, b) => places[b]!.arrivals - places[a]!.arrivals || a - b);
  for (const door of doors) {
    if (layer[door] === -1 && !places[door]!.isExit) walkFrom(door);
  }
  const exits = Math.max(0, ...layer) + 1;
  return layer.map((at, place) => (places[place]!.isExit ? exits : at));

  function walkFrom(door: number): void {
    layer[door] = 0;
    for (let reached = [door], depth = 1; reached.length > 0; depth++) {
      const next = links.filter(({ from, to }) => reached.includes(from) && layer[to] === -1 && !places[to]!.isExit);
      reached = [...new Set(next.map(({ to }) => to))];
      for (const to of reached) layer[to] = depth;
    }
  }
}
