/**
 * The fast executive: a calendar of buckets.
 *
 * Each bucket is a doubly linked list of slots, in no order. When the clock reaches a bucket its slots are put in order
 * of time, phase and number, and are then taken from the end. To schedule or cancel an event in a later bucket takes
 * constant time, and a cancelled event is really gone. The width of the buckets affects speed only.
 *
 * What belongs to one slot stands side by side, so that it comes into the processor's cache together.
 */
import type { Executive } from "./executive.ts";
import type { Days, Phase } from "./time.ts";

const bucketsPerDay = 64;
const mostBuckets = 1 << 20;
/** Numbers of people stay below this; a rank is phase × this + number. */
const phaseStep = 2 ** 50;

/** Bucket of a slot without an event, and of one whose event is due in the present bucket. */
const none = -1;
const present = -2;
/** What stands where in the four numbers of a slot in `#links`. */
const bucketOf = 0;
const nextOf = 1;
const previousOf = 2;

/** Distances over which the events of a bucket are put in order, largest first (Ciura 2001, LNCS 2138:106-117). */
const gaps = [1750, 701, 301, 132, 57, 23, 10, 4] as const;
/** Up to so many the last distance alone, 1, is fastest. */
const few = 12;

export class Calendar implements Executive {
  now: Days = 0;
  readonly #horizon: Days;
  readonly #bucketsPerDay: number;
  /** First slot of each bucket; -1: empty. */
  readonly #heads: Int32Array;
  /** The bucket the clock is in. */
  #current = 0;
  /** Two numbers a slot: time and rank of its event. */
  #keys = new Float64Array(2 * 1024);
  /** Four numbers a slot: its bucket, and the next and the previous slot there. */
  #links = new Int32Array(4 * 1024).fill(none);
  /** The slots that are due in the present bucket, the first of them last. */
  #due = new Int32Array(64);
  #dueCount = 0;

  constructor(horizon: Days) {
    this.#horizon = horizon;
    this.#bucketsPerDay = Math.min(bucketsPerDay, mostBuckets / horizon);
    this.#heads = new Int32Array(Math.floor(horizon * this.#bucketsPerDay) + 1).fill(-1);
  }

  schedule(slot: number, at: Days, phase: Phase, number: number): void {
    if (!(at >= this.now)) throw new RangeError(`an event must not lie before ${this.now} days, got ${at}`);
    if (4 * slot >= this.#links.length) this.#grow(slot);
    if (this.#links[4 * slot]! !== none) this.cancel(slot);
    if (at >= this.#horizon) return;
    this.#keys[2 * slot] = at;
    this.#keys[2 * slot + 1] = phase * phaseStep + number;
    // Cuts off the fraction, as `Math.floor` would, but stays a small whole number all the way.
    const bucket = (at * this.#bucketsPerDay) | 0;
    if (bucket <= this.#current) {
      this.#insert(slot);
      return;
    }
    const links = this.#links;
    const head = this.#heads[bucket]!;
    links[4 * slot + bucketOf] = bucket;
    links[4 * slot + nextOf] = head;
    links[4 * slot + previousOf] = -1;
    if (head >= 0) links[4 * head + previousOf] = slot;
    this.#heads[bucket] = slot;
  }

  cancel(slot: number): void {
    const links = this.#links;
    const bucket = 4 * slot < links.length ? links[4 * slot + bucketOf]! : none;
    if (bucket === none) return;
    links[4 * slot + bucketOf] = none;
    if (bucket === present) {
      this.#remove(slot);
      return;
    }
    const next = links[4 * slot + nextOf]!;
    const previous = links[4 * slot + previousOf]!;
    if (next >= 0) links[4 * next + previousOf] = previous;
    if (previous >= 0) links[4 * previous + nextOf] = next;
    else this.#heads[bucket] = next;
  }

  next(): number {
    while (this.#dueCount === 0) {
      if (this.#current + 1 >= this.#heads.length) return -1;
      this.#openBucket(++this.#current);
    }
    const slot = this.#due[--this.#dueCount]!;
    this.#links[4 * slot + bucketOf] = none;
    this.now = this.#keys[2 * slot]!;
    return slot;
  }

  /** Makes the slots of a bucket the ones that are due, and puts them in order. */
  #openBucket(bucket: number): void {
    const links = this.#links;
    let count = 0;
    for (let slot = this.#heads[bucket]!; slot >= 0; slot = links[4 * slot + nextOf]!) {
      if (count === this.#due.length) this.#growDue();
      this.#due[count++] = slot;
      links[4 * slot + bucketOf] = present;
    }
    this.#heads[bucket] = -1;
    this.#dueCount = count;
    if (count > few) for (const gap of gaps) if (gap < count) this.#sort(gap);
    this.#sort(1);
  }

  /** Puts slots that stand `gap` apart in order, latest first. */
  #sort(gap: number): void {
    const due = this.#due;
    const keys = this.#keys;
    for (let i = gap; i < this.#dueCount; i++) {
      const slot = due[i]!;
      const at = keys[2 * slot]!;
      let hole = i;
      for (; hole >= gap; hole -= gap) {
        const other = due[hole - gap]!;
        const otherAt = keys[2 * other]!;
        if (otherAt > at || (otherAt === at && keys[2 * other + 1]! > keys[2 * slot + 1]!)) break;
        due[hole] = other;
      }
      due[hole] = slot;
    }
  }

  /** Puts a slot among those that are due. */
  #insert(slot: number): void {
    if (this.#dueCount === this.#due.length) this.#growDue();
    const due = this.#due;
    const place = this.#placeOf(slot);
    for (let i = this.#dueCount++; i > place; i--) due[i] = due[i - 1]!;
    due[place] = slot;
    this.#links[4 * slot + bucketOf] = present;
  }

  /** Takes a slot from among those that are due. */
  #remove(slot: number): void {
    const due = this.#due;
    const place = this.#placeOf(slot);
    this.#dueCount--;
    for (let i = place; i < this.#dueCount; i++) due[i] = due[i + 1]!;
  }

  /** How many of those that are due come after a slot: its place among them. */
  #placeOf(slot: number): number {
    let low = 0;
    for (let high = this.#dueCount; low < high;) {
      const middle = (low + high) >> 1;
      if (this.#isBefore(slot, this.#due[middle]!)) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #isBefore(a: number, b: number): boolean {
    const keys = this.#keys;
    const atA = keys[2 * a]!;
    const atB = keys[2 * b]!;
    return atA < atB || (atA === atB && keys[2 * a + 1]! < keys[2 * b + 1]!);
  }

  #growDue(): void {
    const larger = new Int32Array(2 * this.#due.length);
    larger.set(this.#due);
    this.#due = larger;
  }

  #grow(slot: number): void {
    const slots = Math.max(this.#links.length / 2, slot + 1);
    const keys = new Float64Array(2 * slots);
    const links = new Int32Array(4 * slots).fill(none);
    keys.set(this.#keys);
    links.set(this.#links);
    this.#keys = keys;
    this.#links = links;
  }
}
