/** Waits that begin and end, by cell and segment; in the shape that `emitWaits` takes. */
import type { Days } from "../../engine/time.ts";
import { Histogram } from "../histogram.ts";
import type { SegmentClock } from "./segment-clock.ts";

export interface WaitSegment {
  readonly started: readonly Histogram[];
  readonly left: readonly Histogram[];
  readonly ended: readonly Histogram[];
  readonly censored: readonly Histogram[];
  /** Waits that ended in a start and belong to a course that was finished in the segment: as IAPT counts. */
  readonly finished: readonly Histogram[];
  /** By cell, then by limit: waits begun whose length up to the limit is known, and those that ended in a start by then. */
  readonly followed: Float64Array;
  readonly startedBy: Float64Array;
}

/** One kind of wait. A slot has at most one of them. */
export class Waits {
  readonly segments: readonly WaitSegment[];
  readonly #clock: SegmentClock;
  readonly #limits: readonly Days[];
  #began = new Float64Array(0);
  #cell = new Int32Array(0);

  constructor(clock: SegmentClock, limits: readonly Days[], cells: number) {
    this.#clock = clock;
    this.#limits = limits;
    const histograms = (): Histogram[] => Array.from({ length: cells }, () => new Histogram(limits));
    this.segments = clock.ends.map(() => ({
      started: histograms(),
      left: histograms(),
      ended: histograms(),
      censored: histograms(),
      finished: histograms(),
      followed: new Float64Array(cells * limits.length),
      startedBy: new Float64Array(cells * limits.length),
    }));
  }

  isWaiting(slot: number): boolean {
    return slot < this.#began.length && !Number.isNaN(this.#began[slot]);
  }

  /** @param began below 0 for somebody who had waited before the run: only the end of such a wait is counted, with all of it */
  begin(slot: number, cell: number, began = this.#clock.at): void {
    this.#makeRoom(slot);
    const { now, horizon } = this.#clock;
    this.#began[slot] = began;
    this.#cell[slot] = cell;
    if (began < 0) return;
    const { followed } = this.segments[now]!;
    const limits = this.#limits;
    for (let i = 0; i < limits.length; i++) if (began + limits[i]! <= horizon) followed[cell * limits.length + i]!++;
  }

  /** Ends a wait; nothing if there is none. Returns how long it was, NaN if there was none. */
  end(slot: number, how: "started" | "left"): Days {
    if (!this.isWaiting(slot)) return NaN;
    const { at, now } = this.#clock;
    const began = this.#began[slot]!;
    const cell = this.#cell[slot]!;
    const days = at - began;
    this.#began[slot] = NaN;
    this.segments[now]![how][cell]!.add(days);
    if (began < 0) return days;
    const segment = this.segments[this.#clock.segmentAt(began)]!;
    segment.ended[cell]!.add(days);
    if (how === "started") this.#countStarted(segment, cell, began, days);
    return days;
  }

  #countStarted({ startedBy }: WaitSegment, cell: number, began: Days, days: Days): void {
    const { horizon } = this.#clock;
    const limits = this.#limits;
    for (let i = 0; i < limits.length; i++) {
      const limit = limits[i]!;
      if (days <= limit && began + limit <= horizon) startedBy[cell * limits.length + i]!++;
    }
  }

  /** A course for which somebody had waited so long has been finished. */
  finish(cell: number, days: Days): void {
    if (!Number.isNaN(days)) this.segments[this.#clock.now]!.finished[cell]!.add(days);
  }

  /** The run is over: those who still wait are censored. */
  censor(): void {
    this.#began.forEach((began, slot) => {
      if (!(began >= 0)) return;
      this.segments[this.#clock.segmentAt(began)]!.censored[this.#cell[slot]!]!.add(this.#clock.horizon - began);
    });
  }

  #makeRoom(slot: number): void {
    if (slot < this.#began.length) return;
    const size = Math.max(1024, 2 * slot);
    const began = new Float64Array(size).fill(NaN);
    const cell = new Int32Array(size);
    began.set(this.#began);
    cell.set(this.#cell);
    this.#began = began;
    this.#cell = cell;
  }
}
