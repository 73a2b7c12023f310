/**
 * What stands in the columns of the map, and what joins neighbours. A link that passes over columns runs in a lane
 * through each; all that goes to the same place shares its lanes, as brooks share a river.
 */
import type { Shape } from "./shape.ts";

/** A place, or a lane towards the place; `layer` is its column. */
export interface Item {
  readonly kind: "place" | "lane";
  readonly place: number;
  readonly layer: number;
}

/** Joins an item to one of the next column. */
export interface Segment {
  readonly from: number;
  readonly to: number;
  /** The links that run in it, by number. */
  readonly links: readonly number[];
}

export interface Lanes {
  readonly items: readonly Item[];
  readonly segments: readonly Segment[];
  /** Links that stay in their column or go back, by number. */
  readonly arcs: readonly number[];
}

export function lanesOf({ places, links }: Shape, layers: readonly number[]): Lanes {
  const items: Item[] = places.map((_, place) => ({ kind: "place", place, layer: layers[place]! }));
  const lanes = new Map<string, number>();
  const laneAt = (place: number, layer: number): number => {
    const name = `${place} ${layer}`;
    const found = lanes.get(name) ?? items.push({ kind: "lane", place, layer }) - 1;
    lanes.set(name, found);
    return found;
  };
  const segments = new Map<string, { from: number; to: number; links: number[] }>();
  const arcs: number[] = [];
  links.forEach(({ from, to }, link) => {
    if (layers[to]! <= layers[from]!) {
      arcs.push(link);
      return;
    }
    let last = from;
    for (let layer = layers[from]! + 1; layer <= layers[to]!; layer++) {
      const next = layer === layers[to] ? to : laneAt(to, layer);
      const name = `${last} ${next}`;
      const segment = segments.get(name) ?? { from: last, to: next, links: [] };
      segment.links.push(link);
      segments.set(name, segment);
      last = next;
    }
  });
  return { items, segments: [...segments.values()], arcs };
}
