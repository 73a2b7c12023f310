/**
 * The measures of a network, from its log. The reader keeps what each segment of time needs and no more, so that memory
 * does not grow with the length of the run; figures are worked out at the end.
 */
import type { Days } from "../engine/time.ts";
import type { Legend } from "../records/legend.ts";
import { type Block, From, Kind, type Reader } from "../records/log.ts";
import { Histogram } from "./histogram.ts";
import { LevelClocks, type TimeAtLevel } from "./levels.ts";
import { segmentEnds } from "./segments.ts";

/** What is counted in each cell, in the order of `Segment.counts`. */
export const counted = [
  "from_outside",
  "from_nodes",
  "starts",
  "completions",
  "left_waiting",
  "refused",
  "blocked",
  "attended",
  "missed",
] as const;
export type Counted = (typeof counted)[number];
const Count = Object.fromEntries(counted.map((name, i) => [name, i])) as Readonly<Record<Counted, number>>;

const secondsPerDay = 86_400;

/** What happened between two cuts of time. A cell is a place with a group: place × groups + group. */
export interface Segment {
  readonly from: Days;
  readonly to: Days;
  /** By cell, then by `counted`. */
  readonly counts: Float64Array;
  /** People who went from a place to each of its destinations; by cell, then in the order of the legend. */
  readonly exits: readonly Float64Array[];
  readonly started: readonly Histogram[];
  readonly left: readonly Histogram[];
  /** Waits that were begun in the segment: how long those lasted that ended, and those that still go on. */
  readonly ended: readonly Histogram[];
  readonly censored: readonly Histogram[];
  /** By cell, then by place for all groups together. */
  queue: readonly TimeAtLevel[];
  inService: readonly TimeAtLevel[];
  /** Server-days on duty, by place. */
  readonly onDuty: Float64Array;
}

export class NetworkReader implements Reader {
  readonly legend: Legend;
  readonly segments: Segment[] = [];
  readonly #groups: number;
  readonly #cells: number;
  readonly #ends: readonly Days[];
  readonly #queue: LevelClocks;
  readonly #inService: LevelClocks;
  /** By place: servers on duty, and since when server-days have been added up. */
  readonly #servers: Float64Array;
  readonly #dutySince: Float64Array;
  /** By place: 1 where the servers on duty change. */
  readonly #rota: Uint8Array;
  /** By place, then by target: position among the destinations of the place. */
  readonly #destination: readonly Int32Array[];
  #now: Segment;
  /** End and counts of `#now`, which every row asks for. */
  #until: Days;
  #counts: Float64Array;
  /** The time of the row that is being read: a field, since as an argument a fraction costs an allocation each time. */
  #at: Days = 0;
  /** By slot: when the person joined the waiting list; NaN when not waiting. */
  #joined = new Float64Array(0);
  /** By slot: the cell that the person came to last, which is where they are and as whom. */
  #cell = new Int32Array(0);
  /** By slot: the cell in which the person's service began. */
  #servedIn = new Int32Array(0);
  /** By slot: the cell whose server the person kept after service there, while another service may have begun. */
  #keptIn = new Int32Array(0);

  constructor(legend: Legend) {
    const { places, groups, exits } = legend;
    this.legend = legend;
    this.#groups = groups.length;
    this.#cells = places.length * groups.length;
    this.#ends = segmentEnds(legend.windows, legend.horizon);
    this.#queue = new LevelClocks(this.#cells + places.length);
    this.#inService = new LevelClocks(this.#cells + places.length);
    this.#servers = new Float64Array(places.length);
    this.#dutySince = new Float64Array(places.length);
    this.#rota = Uint8Array.from(places, ({ rota }) => (rota ? 1 : 0));
    this.#destination = places.map(({ destinations }) => {
      const positions = new Int32Array(places.length + exits.length).fill(-1);
      destinations.forEach((target, position) => (positions[target] = position));
      return positions;
    });
    this.#now = this.#newSegment(0);
    this.#until = this.#now.to;
    this.#counts = this.#now.counts;
  }

  /** Every row of every log comes past here, so it is one loop; kinds that waiting lists and servers would not show fall through. */
  read({ rows, at, kind, slot, place, group, detail }: Block): void {
    for (let row = 0; row < rows; row++) {
      this.#at = at[row]!;
      while (this.#at >= this.#until) this.#cut();
      const where = place[row]!;
      const cell = where * this.#groups + group[row]!;
      switch (kind[row] as Kind) {
        case Kind.join:
          this.#arrive(slot[row]!, cell, where, detail[row]!);
          this.#joined[slot[row]!] = this.#at;
          this.#change(this.#queue, cell, where, 1);
          break;
        case Kind.waited:
          this.#joined[slot[row]!] = this.#at - detail[row]! / secondsPerDay;
          break;
        case Kind.serve:
          this.#arrive(slot[row]!, cell, where, detail[row]!);
          this.#now.started[cell]!.addZero();
          this.#now.ended[cell]!.addZero();
          this.#beginService(slot[row]!, cell, where);
          break;
        case Kind.start:
          this.#endWait(slot[row]!, cell, where, this.#now.started);
          this.#beginService(slot[row]!, cell, where);
          break;
        case Kind.leave:
          this.#count(cell, Count.left_waiting);
          this.#endWait(slot[row]!, cell, where, this.#now.left);
          break;
        case Kind.refuse:
          this.#count(cell, Count.from_outside);
          this.#count(cell, Count.refused);
          break;
        case Kind.attend:
          this.#count(cell, Count.attended);
          break;
        case Kind.miss:
          this.#count(cell, Count.missed);
          break;
        case Kind.complete:
          this.#count(cell, Count.completions);
          if (detail[row] === 0) this.#changeService(where, this.#servedIn[slot[row]!]!, -1);
          else this.#keptIn[slot[row]!] = this.#servedIn[slot[row]!]!;
          break;
        case Kind.release:
          this.#changeService(where, this.#keptIn[slot[row]!]!, -1);
          break;
        case Kind.block:
          this.#count(cell, Count.blocked);
          break;
        case Kind.exit:
          this.#countExit(this.#cell[slot[row]!]!, where, this.legend.places.length + detail[row]!);
          break;
        case Kind.servers:
          this.#addDuty(where, this.#at);
          this.#servers[where] = detail[row]! < 0 ? Infinity : detail[row]!;
          break;
        default:
          break;
      }
    }
  }

  end(horizon: Days): void {
    this.#joined.forEach((joined, slot) => {
      if (Number.isNaN(joined) || joined < 0) return;
      this.#segmentAt(joined).censored[this.#cell[slot]!]!.add(horizon - joined);
    });
    while (this.segments.length < this.#ends.length) this.#cut();
  }

  /** Somebody comes to a place. They left the last one as whom they were there, whatever group they are in now. */
  #arrive(slot: number, cell: number, place: number, from: number): void {
    this.#remember(slot);
    if (from >= 0) {
      this.#count(cell, Count.from_nodes);
      this.#countExit(this.#cell[slot]!, from, place);
    } else if (from === From.outside) {
      this.#count(cell, Count.from_outside);
    }
    this.#cell[slot] = cell;
  }

  #beginService(slot: number, cell: number, place: number): void {
    this.#count(cell, Count.starts);
    this.#servedIn[slot] = cell;
    this.#changeService(place, cell, 1);
  }

  /** A wait is over; it counts in the segment in which it ended, and for Kaplan-Meier in the one in which it began. */
  #endWait(slot: number, cell: number, place: number, histograms: readonly Histogram[]): void {
    const joined = this.#joined[slot]!;
    const wait = this.#at - joined;
    histograms[cell]!.add(wait);
    // Those who waited before the run did not begin to wait in any segment of it.
    if (joined >= 0) (joined >= this.#now.from ? this.#now : this.#segmentAt(joined)).ended[cell]!.add(wait);
    this.#joined[slot] = NaN;
    this.#change(this.#queue, cell, place, -1);
  }

  #count(cell: number, what: number): void {
    this.#counts[cell * counted.length + what]!++;
  }

  #countExit(cell: number, place: number, target: number): void {
    this.#now.exits[cell]![this.#destination[place]![target]!]!++;
  }

  #changeService(place: number, cell: number, by: 1 | -1): void {
    if (this.#rota[place] === 1) this.#addDuty(place, this.#at);
    this.#change(this.#inService, cell, place, by);
  }

  #change(clocks: LevelClocks, cell: number, place: number, by: 1 | -1): void {
    clocks.change(this.#cells + place, this.#at, by);
    // One group is everybody: its cells are never asked for their levels.
    if (this.#groups > 1) clocks.change(cell, this.#at, by);
  }

  /** Adds up server-days on duty. Those who finish after the rota has ended are on duty until then. */
  #addDuty(place: number, at: Days): void {
    const busy = this.#inService.level(this.#cells + place);
    this.#now.onDuty[place]! += Math.max(this.#servers[place]!, busy) * (at - this.#dutySince[place]!);
    this.#dutySince[place] = at;
  }

  #segmentAt(at: Days): Segment {
    return this.segments.find((segment) => at < segment.to) ?? this.#now;
  }

  /** Ends the present segment and begins the next. */
  #cut(): void {
    const { to } = this.#now;
    this.legend.places.forEach((_, place) => this.#addDuty(place, to));
    this.#now.queue = this.#queue.cut(to);
    this.#now.inService = this.#inService.cut(to);
    this.segments.push(this.#now);
    this.#now = this.#newSegment(to);
    this.#until = this.#now.to;
    this.#counts = this.#now.counts;
  }

  #newSegment(from: Days): Segment {
    const { places, groups, wait_limits_days: limits } = this.legend;
    const perCell = <T>(make: (place: number) => T): T[] => places.flatMap((_, place) => groups.map(() => make(place)));
    const histograms = (): Histogram[] => perCell(() => new Histogram(limits));
    return {
      from,
      to: this.#ends.find((end) => end > from) ?? Infinity,
      counts: new Float64Array(this.#cells * counted.length),
      exits: perCell((place) => new Float64Array(places[place]!.destinations.length)),
      started: histograms(),
      left: histograms(),
      ended: histograms(),
      censored: histograms(),
      queue: [],
      inService: [],
      onDuty: new Float64Array(places.length),
    };
  }

  /** Makes room for a slot. */
  #remember(slot: number): void {
    if (slot < this.#joined.length) return;
    const size = Math.max(1024, 2 * this.#joined.length, slot + 1);
    const joined = new Float64Array(size).fill(NaN);
    const cell = new Int32Array(size);
    const servedIn = new Int32Array(size);
    const keptIn = new Int32Array(size);
    joined.set(this.#joined);
    cell.set(this.#cell);
    servedIn.set(this.#servedIn);
    keptIn.set(this.#keptIn);
    this.#joined = joined;
    this.#cell = cell;
    this.#servedIn = servedIn;
    this.#keptIn = keptIn;
  }
}
