/** A strip of dots, piled up where they are near each other. */
import { extent, scaleLinear } from "d3";
import type { JSX } from "preact";
import { amount, signed } from "../../numbers.ts";

interface DotsProps {
  readonly values: readonly number[];
  /** Of which they are some: the axis keeps its range. */
  readonly all: readonly number[];
  /** Values to mark, such as what people expected. */
  readonly hollow?: readonly number[];
  readonly label: string;
}

const size = { width: 640, height: 150 } as const;
const margin = 32;
const radius = 7;

export function Dots({ values, all, hollow = [], label }: DotsProps): JSX.Element {
  const [low = 0, high = 1] = extent([...all, ...hollow, 0]);
  const x = scaleLinear([low, high], [margin, size.width - margin]).nice();
  const base = size.height - 40;
  const write = low < 0 ? signed : amount;
  return (
    <svg
      viewBox={`0 0 ${size.width} ${size.height}`}
      class="dots"
      role="img"
      aria-label={`${label}: ${values.map(write).join(", ")}`}
    >
      <line class="line-chart__grid" x1={margin} x2={size.width - margin} y1={base + 10} y2={base + 10} />
      <line class="dots__zero" x1={x(0)} x2={x(0)} y1={16} y2={base + 10} />
      {x.ticks(6).map((tick) => (
        <text key={tick} x={x(tick)} y={base + 30} text-anchor="middle">
          {write(tick)}
        </text>
      ))}
      {piled(hollow.map(x)).map(({ at, level }, i) => (
        <circle key={`expected ${i}`} class="dots__hollow" cx={at} cy={base - level * 2 * radius} r={radius} />
      ))}
      {piled(values.map((value) => x(value))).map(({ at, level }, i) => (
        <circle key={i} class="dots__dot" cx={at} cy={base - level * 2 * radius} r={radius} />
      ))}
    </svg>
  );
}

/** Each dot stands on those before it that it would cover. */
function piled(places: readonly number[]): { at: number; level: number }[] {
  const placed: { at: number; level: number }[] = [];
  for (const at of places) {
    const level = placed.filter((other) => Math.abs(other.at - at) < 2 * radius).length;
    placed.push({ at, level });
  }
  return placed;
}
