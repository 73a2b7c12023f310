/**
 * First-come-first-served queues of slots: doubly linked lists through arrays indexed by slot, so that joining, being
 * served and leaving from the middle take constant time. A slot stands in at most one queue.
 */
export class Queues {
  readonly #first: Int32Array;
  readonly #last: Int32Array;
  #next = new Int32Array(1024);
  #previous = new Int32Array(1024);

  /** @param queues how many queues there are */
  constructor(queues: number) {
    this.#first = new Int32Array(queues).fill(-1);
    this.#last = new Int32Array(queues).fill(-1);
  }

  /** The slot at the front; -1 if nobody is there. */
  first(queue: number): number {
    return this.#first[queue]!;
  }

  join(queue: number, slot: number): void {
    if (slot >= this.#next.length) this.#grow(slot);
    const last = this.#last[queue]!;
    this.#previous[slot] = last;
    this.#next[slot] = -1;
    if (last >= 0) this.#next[last] = slot;
    else this.#first[queue] = slot;
    this.#last[queue] = slot;
  }

  /** Takes out a slot that stands in this queue. */
  leave(queue: number, slot: number): void {
    const next = this.#next[slot]!;
    const previous = this.#previous[slot]!;
    if (previous >= 0) this.#next[previous] = next;
    else this.#first[queue] = next;
    if (next >= 0) this.#previous[next] = previous;
    else this.#last[queue] = previous;
  }

  /** Everything, in copies: first, last, next, previous. */
  save(): readonly Int32Array[] {
    return [this.#first, this.#last, this.#next, this.#previous].map((column) => column.slice());
  }

  /** Makes this what was saved; of the same number of queues. */
  load([first, last, next, previous]: readonly Int32Array[]): void {
    this.#first.set(first!);
    this.#last.set(last!);
    this.#next = next!.slice();
    this.#previous = previous!.slice();
  }

  #grow(slot: number): void {
    const size = Math.max(2 * this.#next.length, slot + 1);
    const next = new Int32Array(size);
    const previous = new Int32Array(size);
    next.set(this.#next);
    previous.set(this.#previous);
    this.#next = next;
    this.#previous = previous;
  }
}
