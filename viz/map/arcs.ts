/** Ways that stay in their column or go back: where they run so that they can be followed. */
import type { Lanes } from "./lanes.ts";
import type { Shape } from "./shape.ts";

/** `beside`: out and in again on the right. `between`: through the gap between neighbours. `over`, `under`: around the map. */
export type Way = "beside" | "between" | "over" | "under";

export interface Arc {
  /** Places, by number. */
  readonly from: number;
  readonly to: number;
  readonly way: Way;
  /** Counts the arcs of one way, so that none runs on another. */
  readonly slot: number;
  /** Whether nothing stands between the target and that edge of the map around which the way runs. */
  readonly free: boolean;
}

export function arcsOf({ links }: Shape, { items, arcs }: Lanes, columns: readonly (readonly number[])[]): Arc[] {
  const slots = new Map<Way, number>();
  return arcs.map((arc) => {
    const { from, to } = links[arc]!;
    const steps = items[from]!.layer - items[to]!.layer;
    const column = columns[items[from]!.layer]!;
    const isHigh = column.indexOf(from) < column.length / 2;
    const way = steps === 0 ? "beside" : steps === 1 ? "between" : isHigh ? "over" : "under";
    const slot = slots.get(way) ?? 0;
    slots.set(way, slot + 1);
    const beyond = columns[items[to]!.layer]!;
    return { from, to, way, slot, free: (way === "over" ? beyond[0] : beyond.at(-1)) === to };
  });
}

/** Room that the arcs of one way need outside the map. */
export const slotHeight = 16;
export const roomFor = (arcs: readonly Arc[], way: Way): number =>
  slotHeight * arcs.filter((arc) => arc.way === way).length;
