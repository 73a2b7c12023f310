/** Figures from what a reader has collected: each window is a sum of segments, and every figure says what it is. */
import type { Legend } from "../records/legend.ts";
import { Histogram } from "./histogram.ts";
import { curveMean, curveQuantile, curveShare, kaplanMeier } from "./kaplan-meier.ts";
import type { MeasureKey } from "./key.ts";
import { addTimes, summariseLevels, type TimeAtLevel } from "./levels.ts";
import { type Counted, counted, type NetworkReader, type Segment } from "./network.ts";
import { segmentEnds, segmentsOf } from "./segments.ts";

export type Emit = (key: MeasureKey, value: number) => void;

/** Statistics of a distribution beside its mean, and the shares they stand for. */
const quantiles = { median: 0.5, p90: 0.9, p95: 0.95 } as const;
const shares = Object.values(quantiles);

/** Which counts make up each measure of events, and by which estimand. */
const events: readonly { measure: string; estimand: string; counts: readonly Counted[] }[] = [
  { measure: "arrivals", estimand: "all", counts: ["from_outside", "from_nodes"] },
  { measure: "arrivals", estimand: "from_outside", counts: ["from_outside"] },
  { measure: "arrivals", estimand: "from_nodes", counts: ["from_nodes"] },
  { measure: "starts", estimand: "events", counts: ["starts"] },
  { measure: "completions", estimand: "events", counts: ["completions"] },
  { measure: "left_waiting", estimand: "events", counts: ["left_waiting"] },
  { measure: "refused", estimand: "events", counts: ["refused"] },
  { measure: "blocked", estimand: "events", counts: ["blocked"] },
];
const sessions = [
  { measure: "sessions", estimand: "attended", counts: ["attended"] },
  { measure: "sessions", estimand: "missed", counts: ["missed"] },
] as const;

/** What a set of figures is about: a place, with some or all of its groups. */
interface Subject {
  readonly place: number;
  /** Cells of the reader that it is the sum of, and the one that has its levels. */
  readonly cells: readonly number[];
  readonly levelCell: number;
  readonly names: { readonly window: string; readonly place: string; readonly group: string };
}

/**
 * Emits every figure of a run, always in the same order for the same legend. A figure that does not exist (the mean wait
 * of nobody) is NaN.
 */
export function networkFigures({ legend, segments }: NetworkReader, emit: Emit): void {
  const { places, groups, windows } = legend;
  const ends = segmentEnds(windows, legend.horizon);
  for (const { name: window, from_day, to_day } of windows) {
    const parts = segmentsOf({ from_day, to_day }, ends).map((segment) => segments[segment]!);
    places.forEach(({ name }, place) => {
      const cells = groups.map((_, group) => place * groups.length + group);
      const levelCell = places.length * groups.length + place;
      const everybody = { place, cells, levelCell, names: { window, place: name, group: "all" } };
      emitSubject(legend, parts, everybody, to_day - from_day, emit);
      if (groups.length === 1) return;
      groups.forEach((group, i) => {
        const cell = cells[i]!;
        const names = { window, place: name, group };
        emitSubject(legend, parts, { place, cells: [cell], levelCell: cell, names }, to_day - from_day, emit);
      });
    });
  }
}

function emitSubject(legend: Legend, parts: readonly Segment[], subject: Subject, days: number, emit: Emit): void {
  const { cells, levelCell, names, place } = subject;
  const { limited, courses, destinations } = legend.places[place]!;
  const figure: Figure = (measure, estimand, statistic, unit, value) =>
    emit({ ...names, measure, estimand, statistic, unit }, value);
  const counts = (measure: string, estimand: string, count: number): void => {
    figure(measure, estimand, "count", "people", count);
    figure(measure, estimand, "per_day", "people per day", count / days);
  };
  const total = (value: (part: Segment, cell: number) => number): number =>
    sum(parts, (part) => sum(cells, (cell) => value(part, cell)));

  emitLevels(
    "queue_length",
    parts.map((part) => part.queue[levelCell]!),
    figure,
  );
  const inService = emitLevels(
    "in_service",
    parts.map((part) => part.inService[levelCell]!),
    figure,
  );
  if (limited) {
    const onDuty = sum(parts, (part) => part.onDuty[place]!);
    figure("utilisation", "time_weighted", "mean", "proportion", (inService * days) / onDuty);
  }
  for (const { measure, estimand, counts: kinds } of courses ? [...events, ...sessions] : events) {
    const count = sum(kinds, (kind) =>
      total((part, cell) => part.counts[cell * counted.length + counted.indexOf(kind)]!),
    );
    counts(measure, estimand, count);
  }
  emitWaits(legend.wait_limits_days, parts, cells, figure);
  destinations.forEach((target, position) => {
    const name = legend.places[target]?.name ?? legend.exits[target - legend.places.length]!;
    const count = total((part, cell) => part.exits[cell]![position]!);
    counts("exits", name, count);
  });
}

export type Figure = (measure: string, estimand: string, statistic: string, unit: string, value: number) => void;

/** Emits how long a count of people stood at which level, and returns its mean. */
function emitLevels(measure: string, times: readonly TimeAtLevel[], figure: Figure): number {
  const summary = summariseLevels(times.length === 1 ? times[0]! : addTimes(times), shares);
  figure(measure, "time_weighted", "mean", "people", summary.mean);
  Object.keys(quantiles).forEach((statistic, i) => {
    figure(measure, "time_weighted", statistic, "people", summary.quantiles[i]!);
  });
  figure(measure, "time_weighted", "max", "people", summary.max);
  return summary.mean;
}

/** Emits the waits of some cells, under every estimand. `measure` names them. */
export function emitWaits(
  limits: readonly number[],
  parts: readonly Pick<Segment, "started" | "left" | "ended" | "censored">[],
  cells: readonly number[],
  figure: Figure,
  measure = "wait",
): void {
  const together = (which: "started" | "left" | "ended" | "censored"): Histogram =>
    merge(
      limits,
      parts.flatMap((part) => cells.map((cell) => part[which][cell]!)),
    );
  const started = together("started");
  const left = together("left");
  for (const [estimand, waits] of [
    ["started", started],
    ["left", left],
    ["all_ended", merge(limits, [started, left])],
  ] as const) {
    const found = waits.quantiles(shares);
    figure(measure, estimand, "count", "people", waits.count);
    figure(measure, estimand, "mean", "days", waits.mean);
    Object.keys(quantiles).forEach((statistic, i) => figure(measure, estimand, statistic, "days", found[i]!));
    figure(measure, estimand, "max", "days", waits.count > 0 ? waits.max : NaN);
    limits.forEach((limit, i) => {
      figure(measure, estimand, `share_within_${limit}`, "proportion", waits.within[i]! / waits.count);
    });
  }
  const ended = together("ended");
  const censored = together("censored");
  const curve = kaplanMeier(ended, censored);
  figure(measure, "kaplan_meier", "count", "people", ended.count + censored.count);
  figure(measure, "kaplan_meier", "mean", "days", curveMean(curve));
  Object.entries(quantiles).forEach(([statistic, share]) => {
    figure(measure, "kaplan_meier", statistic, "days", curveQuantile(curve, share));
  });
  limits.forEach((limit) => {
    figure(measure, "kaplan_meier", `share_within_${limit}`, "proportion", curveShare(curve, limit));
  });
}

/** Many a cell is empty, since not every group comes to every place; what has one part only need not be copied. */
export function merge(limits: readonly number[], parts: readonly Histogram[]): Histogram {
  const filled = parts.filter((part) => part.count > 0);
  if (filled.length === 1) return filled[0]!;
  const all = new Histogram(limits);
  for (const part of filled) all.addAll(part);
  return all;
}

const sum = <T>(items: readonly T[], value: (item: T) => number): number =>
  items.reduce((total, item) => total + value(item), 0);
