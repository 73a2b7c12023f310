/** Waits that begin and end, by cell and segment; in the shape that `emitWaits` takes. */
import type { Days } from "../../engine/time.ts";
import { Histogram } from "../histogram.ts";

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
  readonly #ends: readonly Days[];
  readonly #limits: readonly Days[];
  readonly #horizon: Days;
  #began = new Float64Array(0);
  #cell = new Int32Array(0);

  constructor(ends: readonly Days[], limits: readonly Days[], cells: number, horizon: Days) {
    this.#ends = ends;
    this.#limits = limits;
    this.#horizon = horizon;
    const histograms = (): Histogram[] => Array.from({ length: cells }, () => new Histogram(limits));
    this.segments = ends.map(() => ({
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

  /** @param at below 0 for somebody who had waited before the run: only the end of such a wait is counted, with all of it */
  begin(at: Days, slot: number, cell: number): void {
    this.#makeRoom(slot);
    this.#began[slot] = at;
    this.#cell[slot] = cell;
    if (at < 0) return;
    const { followed } = this.#segmentAt(at);
    this.#limits.forEach((limit, i) => {
      if (at + limit <= this.#horizon) followed[cell * this.#limits.length + i]!++;
    });
  }

  /** Ends a wait; nothing if there is none. Returns how long it was, NaN if there was none. */
  end(at: Days, slot: number, how: "started" | "left"): Days {
    if (!this.isWaiting(slot)) return NaN;
    const began = this.#began[slot]!;
    const cell = this.#cell[slot]!;
    const days = at - began;
    this.#began[slot] = NaN;
    this.#segmentAt(at)[how][cell]!.add(days);
    if (began < 0) return days;
    const segment = this.#segmentAt(began);
    segment.ended[cell]!.add(days);
    if (how === "started") {
      this.#limits.forEach((limit, i) => {
        if (days <= limit && began + limit <= this.#horizon) segment.startedBy[cell * this.#limits.length + i]!++;
      });
    }
    return days;
  }

  /** A course for which somebody had waited so long has been finished. */
  finish(at: Days, cell: number, days: Days): void {
    if (!Number.isNaN(days)) this.#segmentAt(at).finished[cell]!.add(days);
  }

  /** The run is over: those who still wait are censored. */
  censor(): void {
    this.#began.forEach((began, slot) => {
      if (began >= 0) this.#segmentAt(began).censored[this.#cell[slot]!]!.add(this.#horizon - began);
    });
  }

  #segmentAt(at: Days): WaitSegment {
    return this.segments[this.#ends.findIndex((end) => at < end)] ?? this.segments.at(-1)!;
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
