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
  /** What they are, with its unit: it stands above them. */
  readonly label: string;
}

const width = 640;
/** Above the line on which the dots stand, at least, and below it. */
const least = 94;
const below = 56;
const margin = 32;
const radius = 7;
const ticks = 6;

export function Dots({ values, all, hollow = [], label }: DotsProps): JSX.Element {
  const [low = 0, high = 1] = extent([...all, ...hollow, 0]);
  const x = scaleLinear([low, high], [margin, width - margin]).nice();
  const dots = piled(values.map(x));
  const expected = piled(hollow.map(x));
  const levels = Math.max(0, ...[...dots, ...expected].map(({ level }) => level)) + 1;
  // A class that all found the same is one high pile.
  const height = Math.max(least, levels * 2 * radius) + below;
  const base = height - 40;
  const write = low < 0 ? signed : amount;
  // Ticks differ by less than numbers in a text do.
  const tickText = x.tickFormat(ticks);
  return (
    <figure class="dots-figure">
      <figcaption>{label}</figcaption>
      <svg
        viewBox={`0 0 ${width} ${height}`}
        class="dots"
        role="img"
        aria-label={`${label}: ${values.map(write).join(", ")}`}
      >
        <line class="line-chart__grid" x1={margin} x2={width - margin} y1={base + 10} y2={base + 10} />
        <line class="dots__zero" x1={x(0)} x2={x(0)} y1={16} y2={base + 10} />
        {x.ticks(ticks).map((tick) => (
          <text key={tick} x={x(tick)} y={base + 30} text-anchor="middle">
            {low < 0 && tick > 0 ? `+${tickText(tick)}` : tickText(tick)}
          </text>
        ))}
        {expected.map(({ at, level }, i) => (
          <circle key={`expected ${i}`} class="dots__hollow" cx={at} cy={base - level * 2 * radius} r={radius} />
        ))}
        {dots.map(({ at, level }, i) => (
          <circle key={i} class="dots__dot" cx={at} cy={base - level * 2 * radius} r={radius} />
        ))}
      </svg>
    </figure>
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
