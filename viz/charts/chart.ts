/**
 * What every chart is: a drawing of numbers, the same numbers in words for those who cannot see it, as a table, and bare
 * for a file. A chart runs no model, reads no clock, and keeps nothing but what is on the page.
 */
import type { Selection } from "d3";
import type { Cell } from "../../src/index.ts";
import type { TableOptions } from "../table.ts";

export type Svg<Datum> = Selection<SVGSVGElement, Datum, null, undefined>;

export interface ChartOptions {
  /** In pixels; the height follows. */
  readonly width: number;
  /** Makes the names of patterns unique in the document, where a chart stands on a page more than once. */
  readonly id?: string;
}

/** Numbers with all their digits, one figure a row; a cell that is NaN is empty in the file. */
export interface Tidy {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

export interface Chart<Datum, Options extends ChartOptions = ChartOptions> {
  /** Class of its drawing, and name of its files. */
  readonly name: string;
  /** Drawn again into the same place with the same numbers it is the same drawing; nothing is double or left over. */
  readonly draw: (options: Options) => (svg: Svg<Datum>) => void;
  /** The text alternative: what is shown, and what it says. */
  readonly label: (datum: Datum) => string;
  /** The table twin, in the words and digits of the chart. */
  readonly twin: (datum: Datum) => TableOptions;
  readonly tidy: (datum: Datum) => Tidy;
}

/** Prepares the drawing: its size, its name, and what it is for those who listen to it. */
export function frame<Datum>(
  svg: Svg<Datum>,
  { name, label, width, height, role = "img" }: FrameOptions,
): { readonly width: number; readonly height: number } {
  svg.attr("viewBox", `0 0 ${width} ${height}`).attr("width", width).attr("height", height);
  svg.attr("role", role).attr("aria-label", label).attr("class", `chart ${name}`);
  return { width, height };
}

interface FrameOptions {
  readonly name: string;
  readonly label: string;
  readonly width: number;
  readonly height: number;
  /** `group`: parts of it can have the focus. */
  readonly role?: "img" | "group";
}

/**
 * How far an axis reaches, from a few round steps: far enough for what is to be shown, and no less far than the same
 * drawing reached for the same question before, so that nothing jumps while numbers settle.
 * @param question what the drawing answers; another question begins anew
 */
export function keptReach<Datum>(svg: Svg<Datum>, question: string, wanted: number, steps: readonly number[]): number {
  const before = svg.attr("data-question") === question ? Number(svg.attr("data-reach")) : 0;
  const step = steps.find((reach) => reach >= wanted) ?? steps.at(-1) ?? wanted;
  const reach = Math.max(before, step);
  svg.attr("data-question", question).attr("data-reach", reach);
  return reach;
}

/** The next of 1, 1.5, 2, 3, 5, 7 × a power of ten: steps so small that little room is wasted, and few enough to keep still. */
export function roundUp(value: number): number {
  if (!(value > 0)) return 1;
  const power = 10 ** Math.floor(Math.log10(value));
  return ([1, 1.5, 2, 3, 5, 7].find((step) => step * power >= value * 0.999_999) ?? 10) * power;
}

/** How hard the ink is that a figure from so many runs is drawn with, from 0.4 (two runs) to 1 (twenty). */
export const inkOf = (runs: number): number =>
  Math.min(1, 0.4 + 0.6 * (Math.log(Math.max(2, runs) / 2) / Math.log(10)));

/** How dark a band of intervals over layers is: faint while it rests on so few runs that it would cover them, and 0.35 from eight. */
export const bandInkOf = (runs: number): number => 0.35 * Math.min(1, Math.max(0.1, (runs - 1) / 7));
