/** The frame of a chart of one figure along a number: axes with their titles, and what is drawn inside. */
import { type ScaleLinear, scaleLinear } from "d3";
import type { ComponentChildren, JSX } from "preact";
import type { Drawing, LessonFigure } from "../../learn/lesson.ts";
import { unitOf } from "../../learn/figures.ts";
import { amount } from "../../numbers.ts";

export const size = { width: 640, height: 340 } as const;
export const margin = { top: 36, right: 16, bottom: 56, left: 64 } as const;

export interface Scales {
  readonly x: ScaleLinear<number, number>;
  readonly y: ScaleLinear<number, number>;
}

export function scalesOf({ along, low, high }: Drawing, most = high): Scales {
  const [first, last] = [Math.min(...along.values), Math.max(...along.values)];
  return {
    x: scaleLinear([first, last], [margin.left + 16, size.width - margin.right - 16]),
    y: scaleLinear([low, Math.max(high, most)], [size.height - margin.bottom, margin.top]).nice(),
  };
}

interface FrameProps {
  readonly step: Drawing;
  readonly figure: LessonFigure;
  readonly scales: Scales;
  readonly label: string;
  readonly children: ComponentChildren;
}

export function LineFrame({ step, figure, scales: { x, y }, label, children }: FrameProps): JSX.Element {
  const bottom = size.height - margin.bottom;
  return (
    <svg viewBox={`0 0 ${size.width} ${size.height}`} class="line-chart" role="group" aria-label={label}>
      {y.ticks(5).map((tick) => (
        <g key={tick}>
          <line class="line-chart__grid" x1={margin.left} x2={size.width - margin.right} y1={y(tick)} y2={y(tick)} />
          <text x={margin.left - 8} y={y(tick)} dy="0.32em" text-anchor="end">
            {amount(tick)}
          </text>
        </g>
      ))}
      {step.along.values.map((value) => (
        <text key={value} x={x(value)} y={bottom + 20} text-anchor="middle">
          {amount(value)}
        </text>
      ))}
      <text x={(margin.left + size.width - margin.right) / 2} y={size.height - 8} text-anchor="middle">
        {step.along.title}
      </text>
      <text x={4} y={12}>
        {figure.label}
        {unitOf(figure) === "" ? "" : ` (${unitOf(figure).trim()})`}
      </text>
      {children}
    </svg>
  );
}
