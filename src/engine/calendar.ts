/**
 * The fast executive: a calendar of buckets.
 *
 * Each bucket is a doubly linked list of slots, through arrays indexed by slot, in no order. When the clock reaches a
 * bucket its slots become a binary heap ordered by time, phase and number. To schedule or cancel an event in a later
 * bucket takes constant time, and a cancelled event is really gone. The width of the buckets affects speed only.
 */
import type { Executive } from "./executive.ts";
import type { Days, Phase } from "./time.ts";

const bucketsPerDay = 128;
const mostBuckets = 1 << 20;
/** Values of `#bucket` for slots that are in no later bucket. */
const none = -1;
/** …or in the heap, at position `inHeap - bucket`. */
const inHeap = -2;
/** Numbers of people stay below this; a rank is phase × this + number. */
const phaseStep = 2 ** 50;

export class Calendar implements Executive {
  now: Days = 0;
  readonly #horizon: Days;
  readonly #bucketsPerDay: number;
  /** First slot of each bucket; -1: empty. */
  readonly #heads: Int32Array;
  /** The bucket the clock is in. */
  #current = 0;
  #at = new Float64Array(1024);
  #rank = new Float64Array(1024);
  #bucket = new Int32Array(1024).fill(none);
  #next = new Int32Array(1024);
  #previous = new Int32Array(1024);
  #heap = new Int32Array(64);
  #heapSize = 0;

  constructor(horizon: Days) {
    this.#horizon = horizon;
    this.#bucketsPerDay = Math.min(bucketsPerDay, mostBuckets / horizon);
    this.#heads = new Int32Array(Math.floor(horizon * this.#bucketsPerDay) + 1).fill(-1);
  }

  schedule(slot: number, at: Days, phase: Phase, number: number): void {
    if (!(at >= this.now)) throw new RangeError(`an event must not lie before ${this.now} days, got ${at}`);
    if (slot >= this.#at.length) this.#grow(slot);
    if (this.#bucket[slot] !== none) this.cancel(slot);
    if (at >= this.#horizon) return;
    this.#at[slot] = at;
    this.#rank[slot] = phase * phaseStep + number;
    const bucket = Math.floor(at * this.#bucketsPerDay);
    if (bucket <= this.#current) {
      this.#push(slot);
      return;
    }
    const head = this.#heads[bucket]!;
    this.#bucket[slot] = bucket;
    this.#next[slot] = head;
    this.#previous[slot] = -1;
    if (head >= 0) this.#previous[head] = slot;
    this.#heads[bucket] = slot;
  }

  cancel(slot: number): void {
    const bucket = slot < this.#bucket.length ? this.#bucket[slot]! : none;
    if (bucket === none) return;
    this.#bucket[slot] = none;
    if (bucket <= inHeap) {
      this.#removeFromHeap(inHeap - bucket);
      return;
    }
    const next = this.#next[slot]!;
    const previous = this.#previous[slot]!;
    if (next >= 0) this.#previous[next] = previous;
    if (previous >= 0) this.#next[previous] = next;
    else this.#heads[bucket] = next;
  }

  next(): number {
    while (this.#heapSize === 0) {
      if (this.#current + 1 >= this.#heads.length) return -1;
      this.#openBucket(++this.#current);
    }
    const slot = this.#heap[0]!;
    this.#bucket[slot] = none;
    this.now = this.#at[slot]!;
    this.#removeFromHeap(0);
    return slot;
  }

  #openBucket(bucket: number): void {
    for (let slot = this.#heads[bucket]!; slot >= 0; slot = this.#next[slot]!) this.#push(slot);
    this.#heads[bucket] = -1;
  }

  #push(slot: number): void {
    if (this.#heapSize === this.#heap.length) {
      const larger = new Int32Array(2 * this.#heapSize);
      larger.set(this.#heap);
      this.#heap = larger;
    }
    this.#siftUp(this.#heapSize++, slot);
  }

  #removeFromHeap(position: number): void {
    const last = this.#heap[--this.#heapSize]!;
    if (position === this.#heapSize) return;
    const parent = (position - 1) >> 1;
    if (position > 0 && this.#isBefore(last, this.#heap[parent]!)) this.#siftUp(position, last);
    else this.#siftDown(position, last);
  }

  #siftUp(position: number, slot: number): void {
    while (position > 0) {
      const parent = (position - 1) >> 1;
      const above = this.#heap[parent]!;
      if (!this.#isBefore(slot, above)) break;
      this.#heap[position] = above;
      this.#bucket[above] = inHeap - position;
      position = parent;
    }
    this.#heap[position] = slot;
    this.#bucket[slot] = inHeap - position;
  }

  #siftDown(position: number, slot: number): void {
    for (let child = 2 * position + 1; child < this.#heapSize; child = 2 * position + 1) {
      if (child + 1 < this.#heapSize && this.#isBefore(this.#heap[child + 1]!, this.#heap[child]!)) child++;
      const below = this.#heap[child]!;
      if (!this.#isBefore(below, slot)) break;
      this.#heap[position] = below;
      this.#bucket[below] = inHeap - position;
      position = child;
    }
    this.#heap[position] = slot;
    this.#bucket[slot] = inHeap - position;
  }

  #isBefore(a: number, b: number): boolean {
    const atA = this.#at[a]!;
    const atB = this.#at[b]!;
    return atA < atB || (atA === atB && this.#rank[a]! < this.#rank[b]!);
  }

  #grow(slot: number): void {
    const size = Math.max(2 * this.#at.length, slot + 1);
    const copy = <A extends Float64Array | Int32Array>(from: A, to: A): A => (to.set(from), to);
    this.#at = copy(this.#at, new Float64Array(size));
    this.#rank = copy(this.#rank, new Float64Array(size));
    this.#bucket = copy(this.#bucket, new Int32Array(size).fill(none));
    this.#next = copy(this.#next, new Int32Array(size));
    this.#previous = copy(this.#previous, new Int32Array(size));
  }
}
