/**
 * Who stands in which cell of their block. Whoever comes takes the first free one and keeps it until they go, so that nobody
 * moves on the map who does not move in the pathway.
 */
import type { Scene } from "../../src/index.ts";

const nowhere = -1;

export class Cells {
  /** By slot: the spot where the person was last seen, and their cell in its block. */
  readonly spot: Int16Array;
  readonly cell: Int32Array;
  readonly #person: Float64Array;
  /** By spot: slots by cell; -1: free. */
  readonly #taken: readonly number[][];
  /** By spot: no cell before this one is free. */
  readonly #firstFree: number[];

  constructor(scene: Scene) {
    const slots = scene.people.spot.length;
    this.spot = new Int16Array(slots).fill(nowhere);
    this.cell = new Int32Array(slots);
    this.#person = new Float64Array(slots).fill(-1);
    this.#taken = scene.spots.map(() => []);
    this.#firstFree = scene.spots.map(() => 0);
  }

  /** Takes in where everybody is now. Tells of each who moved: their slot, and the spot they come from (-1: they were not there). */
  follow({ people }: Scene, moved: (slot: number, from: number) => void): void {
    const { spot: spots, person } = people;
    const movers: number[] = [];
    for (let slot = 0; slot < spots.length; slot++) {
      const isSame = person[slot] === this.#person[slot];
      if (spots[slot] === this.spot[slot] && (isSame || spots[slot] === nowhere)) continue;
      movers.push(slot);
    }
    // All leave before anybody comes, so that cells that come free are taken again.
    const froms = movers.map((slot) => this.#leave(slot, person[slot] === this.#person[slot]));
    movers.forEach((slot, i) => {
      this.#person[slot] = person[slot]!;
      this.#come(slot, spots[slot]!);
      moved(slot, froms[i]!);
    });
  }

  /** Gives the spot that a person left; -1 where the slot was somebody else's. */
  #leave(slot: number, isSame: boolean): number {
    const from = this.spot[slot]!;
    if (from === nowhere) return nowhere;
    const cell = this.cell[slot]!;
    this.#taken[from]![cell] = nowhere;
    this.#firstFree[from] = Math.min(this.#firstFree[from]!, cell);
    return isSame ? from : nowhere;
  }

  #come(slot: number, to: number): void {
    this.spot[slot] = to;
    if (to === nowhere) return;
    const taken = this.#taken[to]!;
    let cell = this.#firstFree[to]!;
    while (cell < taken.length && taken[cell]! !== nowhere) cell++;
    taken[cell] = slot;
    this.cell[slot] = cell;
    this.#firstFree[to] = cell + 1;
  }
}
