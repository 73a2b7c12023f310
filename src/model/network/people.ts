/** Everybody who is in the network now: a struct of arrays, indexed by slot. A slot is used again after its person has gone. */

/** People of a source are numbered from here: source × this + number within the source. */
export const numbersPerSource = 1e9;

/** What the person's pending event will be. `run.ts` says which step it leads to. */
export const Pending = { leaveWaiting: 0, completeService: 1, keepSession: 2, endDelay: 3, growImpatient: 4 } as const;
export type Pending = (typeof Pending)[keyof typeof Pending];

export class People {
  readonly #firstSlot: number;
  readonly #nodes: number;
  #capacity = 0;
  #slots: number;
  readonly #free: number[] = [];

  /** Which person of all: the same in every scenario and never used again. */
  number = new Float64Array(0);
  /** Source and number within it: the keys of the person's luck. */
  source = new Int32Array(0);
  index = new Int32Array(0);
  group = new Int16Array(0);
  /** The node where the person is, or which they left last. */
  node = new Int16Array(0);
  pending = new Uint8Array(0);
  /** When the person joined the waiting list they are on. */
  joined = new Float64Array(0);
  /** Where the person came to their node from: an `Origin`. */
  origin = new Uint8Array(0);
  /** Sessions attended and booked in the present course. */
  attended = new Int32Array(0);
  booked = new Int32Array(0);
  /** Where a person who is blocked or delayed is going: a node, or nodes + an exit. */
  target = new Int32Array(0);
  /** The node whose server the person has; -1: none. */
  holds = new Int16Array(0);
  /** How often each node has been entered, slot by slot. */
  #visits = new Uint16Array(0);

  /** @param firstSlot slots below this belong to others */
  constructor(firstSlot: number, nodes: number) {
    this.#firstSlot = firstSlot;
    this.#slots = firstSlot;
    this.#nodes = nodes;
    this.#grow(1024);
  }

  /** How many there are now. */
  get present(): number {
    return this.#slots - this.#firstSlot - this.#free.length;
  }

  /** Lets a person in and returns their slot. */
  enter(source: number, index: number, group: number): number {
    const slot = this.#free.pop() ?? this.#slots++;
    if (slot >= this.#capacity) this.#grow(2 * this.#capacity);
    this.number[slot] = (source + 1) * numbersPerSource + index;
    this.source[slot] = source;
    this.index[slot] = index;
    this.group[slot] = group;
    this.holds[slot] = -1;
    for (let node = 0; node < this.#nodes; node++) this.#visits[slot * this.#nodes + node] = 0;
    return slot;
  }

  leave(slot: number): void {
    this.#free.push(slot);
  }

  visitsOf(slot: number, node: number): number {
    return this.#visits[slot * this.#nodes + node]!;
  }

  countVisit(slot: number, node: number): void {
    this.#visits[slot * this.#nodes + node]!++;
  }

  #grow(capacity: number): void {
    const larger = <A extends Float64Array | Int32Array | Int16Array | Uint16Array | Uint8Array>(from: A, to: A): A => {
      to.set(from);
      return to;
    };
    this.number = larger(this.number, new Float64Array(capacity));
    this.source = larger(this.source, new Int32Array(capacity));
    this.index = larger(this.index, new Int32Array(capacity));
    this.group = larger(this.group, new Int16Array(capacity));
    this.node = larger(this.node, new Int16Array(capacity));
    this.joined = larger(this.joined, new Float64Array(capacity));
    this.pending = larger(this.pending, new Uint8Array(capacity));
    this.origin = larger(this.origin, new Uint8Array(capacity));
    this.attended = larger(this.attended, new Int32Array(capacity));
    this.booked = larger(this.booked, new Int32Array(capacity));
    this.target = larger(this.target, new Int32Array(capacity));
    this.holds = larger(this.holds, new Int16Array(capacity));
    this.#visits = larger(this.#visits, new Uint16Array(capacity * this.#nodes));
    this.#capacity = capacity;
  }
}
