/** Those on the move: from where, since when, and whether they go back in an arc. Columns by slot, so that thousands cost little. */

/** How long a move takes to look at, in milliseconds. */
const moveTime = 450;
const arcHeight = 40;

export class Moves {
  /** Slots of those on the move, in no order; only the first `count` mean anything. */
  readonly slots: Int32Array;
  count = 0;
  /** By slot: place in `slots`; -1: not on the move. */
  readonly #place: Int32Array;
  readonly #x: Float32Array;
  readonly #y: Float32Array;
  readonly #since: Float64Array;
  readonly #arc: Uint8Array;

  constructor(slots: number) {
    this.slots = new Int32Array(slots);
    this.#place = new Int32Array(slots).fill(-1);
    this.#x = new Float32Array(slots);
    this.#y = new Float32Array(slots);
    this.#since = new Float64Array(slots);
    this.#arc = new Uint8Array(slots);
  }

  has(slot: number): boolean {
    return this.#place[slot]! >= 0;
  }

  begin(slot: number, x: number, y: number, now: number, arc: boolean): void {
    if (!this.has(slot)) {
      this.#place[slot] = this.count;
      this.slots[this.count++] = slot;
    }
    this.#x[slot] = x;
    this.#y[slot] = y;
    this.#since[slot] = now;
    this.#arc[slot] = arc ? 1 : 0;
  }

  stop(slot: number): void {
    const place = this.#place[slot]!;
    if (place < 0) return;
    const last = this.slots[--this.count]!;
    this.slots[place] = last;
    this.#place[last] = place;
    this.#place[slot] = -1;
  }

  clear(): void {
    this.#place.fill(-1);
    this.count = 0;
  }

  /** Those who have arrived are on the move no longer. */
  settle(now: number): void {
    for (let i = this.count - 1; i >= 0; i--) {
      const slot = this.slots[i]!;
      if (now - this.#since[slot]! >= moveTime) this.stop(slot);
    }
  }

  /** How much of the way lies behind them, from 0 to 1: slow, fast, slow. */
  #part(slot: number, now: number): number {
    const done = Math.min(1, Math.max(0, (now - this.#since[slot]!) / moveTime));
    return done * done * (3 - 2 * done);
  }

  /** On the way to `to`. */
  x(slot: number, to: number, now: number): number {
    return this.#x[slot]! + (to - this.#x[slot]!) * this.#part(slot, now);
  }

  y(slot: number, to: number, now: number): number {
    const part = this.#part(slot, now);
    const up = this.#arc[slot] === 1 ? arcHeight * 4 * part * (1 - part) : 0;
    return this.#y[slot]! + (to - this.#y[slot]!) * part - up;
  }
}
