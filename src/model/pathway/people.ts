/** Everybody who is in view: a struct of arrays, indexed by slot. A slot is used again after its person has gone. */
import { clocks, hazards } from "./clocks.ts";

/** People of a source are numbered from here: source × this + number within the source. */
const numbersPerSource = 1e9;

/** What a person has open with a service; how they stand apart from that is in `away`, `plan` and `stay`. */
export const Open = { nothing: 0, referral: 1, assessmentList: 2, treatmentList: 3, course: 4, hold: 5 } as const;

/** Whether a person has turned their back on services. */
export const Away = { no: 0, disengaged: 1, lost: 2 } as const;

const firstCapacity = 1024;

/** The people of a run as they are on a day. */
export interface SavedPeople {
  readonly slots: number;
  readonly free: readonly number[];
  readonly columns: Readonly<Record<string, Column>>;
}

export class People {
  readonly #firstSlot: number;
  #slots: number;
  #capacity = firstCapacity;
  readonly #free: number[] = [];
  #columns: Column[] = [];

  /** Which person of all: the same in every scenario and never used again. */
  number = new Float64Array(firstCapacity);
  /** Source and number within it: the keys of the person's luck. */
  source = new Int32Array(firstCapacity);
  index = new Int32Array(firstCapacity);
  group = new Int16Array(firstCapacity);
  practice = new Int16Array(firstCapacity);
  /** How often each question was asked, slot by slot. */
  asked: Uint16Array;

  /** When each clock rings, slot by slot. */
  rings = new Float64Array(firstCapacity * clocks);
  /** The rate of each hazard, and the exposure that was left when it last changed. */
  rate = new Float64Array(firstCapacity * hazards);
  left = new Float64Array(firstCapacity * hazards);

  // What a person is and brings.
  /** Severity at `severityAt`; see `severity.ts`. */
  severity = new Float64Array(firstCapacity);
  severityAt = new Float64Array(firstCapacity);
  level = new Float64Array(firstCapacity);
  /** 1: at caseness. */
  isCase = new Uint8Array(firstCapacity);
  /** 0 low … 3 very high. */
  band = new Uint8Array(firstCapacity);
  ownRisk = new Float64Array(firstCapacity);
  difficulty = new Float64Array(firstCapacity);
  engagement = new Float64Array(firstCapacity);
  /** 1: the GP perceives a personality disorder. */
  recognised = new Uint8Array(firstCapacity);

  // Where a person stands.
  /** The state of care last written down. */
  care = new Uint8Array(firstCapacity);
  open = new Uint8Array(firstCapacity);
  away = new Uint8Array(firstCapacity);
  /** 1: the GP was told that the person is away. */
  known = new Uint8Array(firstCapacity);
  /** The service where something is open, and the programme (of all) for which they wait or in which they are. */
  service = new Int16Array(firstCapacity);
  programme = new Int16Array(firstCapacity);
  step = new Uint8Array(firstCapacity);
  /** 1: an assessment is booked. */
  booked = new Uint8Array(firstCapacity);
  /** When the person joined their waiting list. */
  joined = new Float64Array(firstCapacity);
  /** Patience: exposure left until they leave it, the law's hazard and the ratio when that was last counted. */
  exposureLeft = new Float64Array(firstCapacity);
  exposedTo = new Float64Array(firstCapacity);
  leavingRatio = new Float64Array(firstCapacity);
  /** The crisis service where they stay; -1: nowhere. */
  stay = new Int16Array(firstCapacity);
  /** When the GP's plan ends; 0: there is none. */
  planUntil = new Float64Array(firstCapacity);
  /** Crises and consultations as a multiple, until the clock `calm`. */
  unrest = new Float64Array(firstCapacity);
  holdUntil = new Float64Array(firstCapacity);

  // The letter, and the course.
  score = new Float64Array(firstCapacity);
  /** `Letter`: the sender, written up or down, with the label. */
  letter = new Uint8Array(firstCapacity);
  advised = new Uint8Array(firstCapacity);
  missed = new Uint8Array(firstCapacity);
  attended = new Uint16Array(firstCapacity);
  planned = new Uint16Array(firstCapacity);
  courseFrom = new Float64Array(firstCapacity);
  gain = new Float64Array(firstCapacity);

  // What is remembered.
  tries = new Uint8Array(firstCapacity);
  /** Services that rejected the person in this spell, and programmes that they declined; a bit each. */
  rejectedBy = new Int32Array(firstCapacity);
  declined = new Uint8Array(firstCapacity);
  lastReferral = new Float64Array(firstCapacity);
  /** No referral by the GP before then. */
  notBefore = new Float64Array(firstCapacity);

  /** @param firstSlot slots below this belong to others */
  constructor(firstSlot: number, questions: number) {
    this.#firstSlot = firstSlot;
    this.#slots = firstSlot;
    this.asked = new Uint16Array(firstCapacity * questions);
    this.#columns = this.#listColumns();
    while (this.#capacity <= firstSlot) this.#grow();
  }

  /** How many are in view. */
  get present(): number {
    return this.#slots - this.#firstSlot - this.#free.length;
  }

  /** Lets a person in and returns their slot, with everything at its beginning. */
  enter(source: number, index: number): number {
    const slot = this.#free.pop() ?? this.#slots++;
    if (slot >= this.#capacity) this.#grow();
    for (const column of this.#columns) {
      const width = column.length / this.#capacity;
      column.fill(0, slot * width, (slot + 1) * width);
    }
    this.number[slot] = (source + 1) * numbersPerSource + index;
    this.source[slot] = source;
    this.index[slot] = index;
    this.service[slot] = -1;
    this.programme[slot] = -1;
    this.stay[slot] = -1;
    this.unrest[slot] = 1;
    this.lastReferral[slot] = -Infinity;
    this.rings.fill(Infinity, slot * clocks, (slot + 1) * clocks);
    return slot;
  }

  leave(slot: number): void {
    this.#free.push(slot);
  }

  /** Slots of those who are in view. */
  presentSlots(): number[] {
    const free = new Set(this.#free);
    const slots = Array.from({ length: this.#slots - this.#firstSlot }, (_, i) => this.#firstSlot + i);
    return slots.filter((slot) => !free.has(slot));
  }

  /** Everything, in copies. */
  save(): SavedPeople {
    const columns = Object.fromEntries(this.#namedColumns().map(([name, column]) => [name, column.slice()]));
    return { slots: this.#slots, free: [...this.#free], columns };
  }

  /** Makes this what was saved; of people who answer the same questions. */
  load({ slots, free, columns }: SavedPeople): void {
    while (this.number.length < columns["number"]!.length) this.#grow();
    for (const [name, column] of this.#namedColumns()) column.set(columns[name]!);
    this.#slots = slots;
    this.#free.push(...free);
  }

  #namedColumns(): [string, Column][] {
    return Object.entries(this).filter((entry): entry is [string, Column] => ArrayBuffer.isView(entry[1]));
  }

  #listColumns(): Column[] {
    return this.#namedColumns().map(([, column]) => column);
  }

  #grow(): void {
    for (const [name, old] of this.#namedColumns()) {
      const larger = new (old.constructor as new (length: number) => Column)(2 * old.length);
      larger.set(old);
      Object.assign(this, { [name]: larger });
    }
    this.#capacity *= 2;
    this.#columns = this.#listColumns();
  }
}

type Column = Float64Array | Int32Array | Int16Array | Uint16Array | Uint8Array;
