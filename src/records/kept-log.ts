/** A whole log, kept: for those who look at one run again and again, such as a film of it or the story of one person. */
import type { Days } from "../engine/time.ts";
import type { Block, Reader } from "./log.ts";

/** Every row of a run, in columns of equal length. Plain data, so that a worker can send it. */
export type Rows = Omit<Block, "rows">;

type Column = Rows[keyof Rows];
const firstCapacity = 1 << 16;

export class KeptLog implements Reader {
  #rows = 0;
  #columns: Record<keyof Rows, Column> = {
    at: new Float64Array(firstCapacity),
    kind: new Uint8Array(firstCapacity),
    person: new Float64Array(firstCapacity),
    slot: new Int32Array(firstCapacity),
    place: new Int16Array(firstCapacity),
    group: new Int16Array(firstCapacity),
    detail: new Int32Array(firstCapacity),
  };

  read(block: Block): void {
    while (this.#rows + block.rows > this.#columns.at.length) this.#grow();
    for (const name of names) this.#columns[name].set(block[name].subarray(0, block.rows), this.#rows);
    this.#rows += block.rows;
  }

  end(): void {}

  /** What has been read so far, without room to spare. */
  rows(): Rows {
    return this.#map((column) => column.slice(0, this.#rows));
  }

  #grow(): void {
    this.#columns = this.#map((column) => {
      const larger = new (column.constructor as new (length: number) => Column)(2 * column.length);
      larger.set(column);
      return larger;
    });
  }

  #map(change: (column: Column) => Column): Rows & Record<keyof Rows, Column> {
    return Object.fromEntries(names.map((name) => [name, change(this.#columns[name])])) as unknown as Rows &
      Record<keyof Rows, Column>;
  }
}

const names = ["at", "kind", "person", "slot", "place", "group", "detail"] as const satisfies readonly (keyof Rows)[];

/** How many rows there are up to the end of that moment. */
export function rowsUpTo({ at }: Pick<Rows, "at">, day: Days): number {
  let [low, high] = [0, at.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (at[middle]! <= day) low = middle + 1;
    else high = middle;
  }
  return low;
}
