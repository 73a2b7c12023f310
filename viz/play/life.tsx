/** The line of a life: states of care, risk and trust over time, letters and crises; the same person in two worlds, day below day. */
import { scaleLinear } from "d3";
import type { JSX } from "preact";
import { useMemo } from "preact/hooks";
import { type CareState, outOf100, type Story } from "../../src/index.ts";
import { Lane, lane } from "./lane.tsx";

export interface Life {
  readonly title: string;
  readonly story: Story;
}

interface LifeLinesProps {
  readonly lives: readonly Life[];
  /** The day on the clock; a line stands there. */
  readonly day: number;
  readonly horizon: number;
}

const width = 900;
/** Of the first day; the names of the rows stand before it. */
const left = 72;
const right = 8;
const yearLength = 365;

export function LifeLines({ lives, day, horizon }: LifeLinesProps): JSX.Element {
  const x = scaleLinear([0, horizon], [left, width - right]);
  // The lives stay as they are while days go by.
  const lanes = useMemo(() => <Lanes lives={lives} x={x} />, [lives, horizon]);
  const height = lives.length * lane.height + 28;
  const years = Array.from({ length: Math.ceil(horizon / yearLength) }, (_, year) => year);
  return (
    <svg viewBox={`0 0 ${width} ${height}`} class="life" role="img" aria-label={labelOf(lives)}>
      {years.map((year) => (
        <g key={year}>
          <line class="line-chart__grid" x1={x(year * yearLength)} x2={x(year * yearLength)} y1={0} y2={height - 22} />
          <text x={x(year * yearLength) + 3} y={height - 6}>
            year {year + 1}
          </text>
        </g>
      ))}
      {lanes}
      <line class="life__now" x1={x(day)} x2={x(day)} y1={0} y2={height - 22} />
    </svg>
  );
}

function Lanes({ lives, x }: { readonly lives: readonly Life[]; readonly x: (day: number) => number }): JSX.Element {
  return (
    <>
      {lives.map(({ title, story }, number) => (
        <g key={title} transform={`translate(0 ${number * lane.height})`}>
          <text class="life__title" x={0} y={16}>
            {title}
          </text>
          <Lane story={story} x={x} left={left} />
        </g>
      ))}
      {differencesOf(lives).map(({ from, to }) => (
        <rect
          key={from}
          class="life__differs"
          x={x(from)}
          width={Math.max(1, x(to) - x(from))}
          y={lane.height - 6}
          height={5}
        />
      ))}
    </>
  );
}

/** Days on which the two lives are in different states of care. */
export function differencesOf(lives: readonly Life[]): { readonly from: number; readonly to: number }[] {
  const [one, other] = lives;
  if (!one || !other) return [];
  const changes = [one, other].flatMap(({ story }) =>
    story.states.flatMap(({ from_day, to_day }) => [from_day, to_day]),
  );
  const days = [...new Set(changes)].toSorted((a, b) => a - b);
  const stateAt = ({ story }: Life, day: number): CareState | undefined =>
    story.states.findLast(({ from_day, to_day }) => from_day <= day && day < to_day)?.state;
  const spans: { from: number; to: number }[] = [];
  for (let i = 0; i + 1 < days.length; i++) {
    const [from, to] = [days[i]!, days[i + 1]!];
    if (stateAt(one, from) === stateAt(other, from)) continue;
    if (spans.at(-1)?.to === from) spans.at(-1)!.to = to;
    else spans.push({ from, to });
  }
  return spans;
}

/** Where trust began, fell and ended, in a sentence. */
export function trustTold({ trust }: Story): string {
  const values = trust.map(({ engagement }) => engagement);
  const [first, last, lowest] = [values[0]!, values.at(-1)!, Math.min(...values)];
  const between = lowest < Math.min(first, last) ? `, falls as low as ${outOf100(lowest)}` : "";
  return `Trust in services begins at ${outOf100(first)}${between} and ends at ${outOf100(last)}.`;
}

function labelOf(lives: readonly Life[]): string {
  const told = lives.map(({ title, story }) => {
    const knocks = story.letters.filter(({ outcome }) => outcome?.kind === "rejected").length;
    const sessions = story.sessions.filter(({ attended }) => attended).length;
    const counts = `${story.letters.length} letters, ${knocks} knock-backs, ${sessions} sessions, ${story.crises.length} crises`;
    return `${title}: ${counts}. ${trustTold(story)}`;
  });
  return `The line of one life. ${told.join(" ")} The sentences below tell it in order.`;
}
