/** Columns by slot, which grow together, and to which cells the person in a slot belongs. */

type Column = Float64Array | Int32Array | Int16Array | Int8Array | Uint16Array | Uint8Array;

export function enlarged<A extends Column>(from: A, to: A): A {
  to.set(from);
  return to;
}

const smallest = 1024;

export class Slots {
  size = 0;
  /** Practice × groups + group. */
  personCell = new Int32Array(0);
  /** (Whether the practice is among the less deprived) × groups + group. */
  kin = new Int32Array(0);
  readonly #growing: ((size: number) => void)[] = [];

  /** Is told the new size whenever there are more slots. */
  onGrow(grow: (size: number) => void): void {
    this.#growing.push(grow);
  }

  makeRoom(slot: number): void {
    if (slot < this.size) return;
    this.size = Math.max(smallest, 2 * slot);
    this.personCell = enlarged(this.personCell, new Int32Array(this.size));
    this.kin = enlarged(this.kin, new Int32Array(this.size));
    for (const grow of this.#growing) grow(this.size);
  }
}
