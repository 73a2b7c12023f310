/** What the two charts of costs and effects draw: what it is, the words around them, and the names of the designs. */
import type { Estimate } from "../../src/index.ts";
import { amount } from "../numbers.ts";
import type { Svg } from "./chart.ts";
import { layer } from "./parts.ts";

export interface CostsOfScenario {
  readonly title: string;
  /** Differences from the baseline, a draw each: pounds a year, and units of effect a year. */
  readonly draws: readonly { readonly cost: number; readonly effect: number }[];
  /** Mean of the draws, and the middle 95% of them. */
  readonly cost: Estimate;
  readonly effect: Estimate;
  /** How far the means may be off by luck, to either side: few runs, or few draws. */
  readonly chance: { readonly cost: number; readonly effect: number };
}

export interface CostFigures {
  readonly baseline: string;
  /** What is gained, with its unit: "QALYs a year". */
  readonly effect: string;
  /** "a QALY". */
  readonly one: string;
  /** Whether the effect rests on an assumption: it is drawn as one. */
  readonly isAssumed: boolean;
  readonly scenarios: readonly CostsOfScenario[];
  /** Pounds held to be worth paying for a unit of effect. */
  readonly worth: number;
  /** By price, the share of draws in which each is the best choice: the baseline first, then the scenarios. */
  readonly curve: readonly { readonly worth: number; readonly shares: readonly Estimate[] }[];
}

export const pounds = (value: number): string => `${value < 0 ? "−" : value > 0 ? "+" : ""}£${amount(Math.abs(value))}`;
const two = new Intl.NumberFormat("en-GB", { maximumSignificantDigits: 2, signDisplay: "exceptZero" });
/** `+0.064`, `−12`: effects are small numbers, of which two digits tell. */
export const gain = (value: number): string => two.format(value).replace("-", "−");
export const percent = (share: number): string => `${Math.round(share * 100)}%`;

/** Share of draws in which what is gained over the baseline is worth more than it costs, at so many pounds a unit. */
export const shareWorth = ({ draws }: CostsOfScenario, worth: number): number =>
  draws.length === 0 ? NaN : draws.filter(({ cost, effect }) => effect * worth > cost).length / draws.length;

interface Words {
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  /** Titles of the axes. */
  readonly up: string;
  readonly across: string;
  /** In the order of their colours, each behind the mark that stands for it; `scenario`: 0 is the baseline. */
  readonly names: readonly { readonly title: string; readonly mark: string; readonly scenario: number }[];
}

/** Room above the chart that the names take. */
export const roomForNames = (names: number): number => 24 * names;

export function drawWords(svg: Svg<CostFigures>, { left, right, bottom, up, across, names }: Words): void {
  const words = [
    { key: "up", text: up, x: 0, y: 18, anchor: "start", kind: "unit" },
    { key: "across", text: across, x: right, y: bottom + 48, anchor: "end", kind: "unit" },
    ...names.map(({ title, mark, scenario }, at) => ({
      key: title,
      text: `${mark} ${title}`,
      x: left,
      y: 46 + at * 24,
      anchor: "start",
      kind: `scenario-${scenario}`,
    })),
  ];
  layer(svg, "g", "titles")
    .selectAll<SVGTextElement, (typeof words)[number]>("text")
    .data(words, ({ key }) => key)
    .join("text")
    .attr("class", (item) => item.kind)
    .attr("x", (item) => item.x)
    .attr("y", (item) => item.y)
    .attr("text-anchor", (item) => item.anchor)
    .text((item) => item.text);
}
