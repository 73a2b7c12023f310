/** The line of a life: states of care and risk over time, letters and crises; the same person in two worlds, day below day. */
import { scaleLinear } from "d3";
import type { JSX } from "preact";
import type { CareState, Story } from "../../src/index.ts";
import { blockTitles } from "./stations.ts";

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
const left = 8;
const lane = { height: 96, states: 26, risk: 8 } as const;
const yearLength = 365;

const colours: Readonly<Record<CareState, string>> = {
  gap: "var(--gap)",
  referred: "var(--care-third)",
  waiting_assessment: "var(--care-third)",
  waiting_treatment: "var(--care-third)",
  in_treatment: "var(--care-iapt)",
  held: "var(--care-cmht)",
  gp: "var(--care-gp)",
  crisis: "var(--crisis)",
  disengaged: "var(--disengaged)",
  lost: "var(--paper)",
  well: "var(--wash)",
};
const bands = ["low", "moderate", "high", "very high"] as const;

export function LifeLines({ lives, day, horizon }: LifeLinesProps): JSX.Element {
  const x = scaleLinear([0, horizon], [left, width - left]);
  const height = lives.length * lane.height + 28;
  const years = Array.from({ length: Math.floor(horizon / yearLength) + 1 }, (_, year) => year);
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
      {lives.map(({ title, story }, number) => (
        <g key={title} transform={`translate(0 ${number * lane.height})`}>
          <text class="life__title" x={left} y={16}>
            {title}
          </text>
          <Lane story={story} x={x} />
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
      <line class="life__now" x1={x(day)} x2={x(day)} y1={0} y2={height - 22} />
    </svg>
  );
}

function Lane({ story, x }: { readonly story: Story; readonly x: (day: number) => number }): JSX.Element {
  const wide = (from: number, to: number): number => Math.max(0.5, x(to) - x(from));
  return (
    <>
      {story.states.map(({ state, from_day: from, to_day: to }) => (
        <rect
          key={`${state} ${from}`}
          class={`life__state life__state--${state}`}
          x={x(from)}
          width={wide(from, to)}
          y={24}
          height={lane.states}
          fill={colours[state]}
        >
          <title>{`${blockTitles[state]}, day ${Math.floor(from)} to ${Math.floor(to)}`}</title>
        </rect>
      ))}
      {story.sessions
        .filter(({ attended }) => attended)
        .map(({ day }, i) => (
          <line key={`session ${i}`} class="life__session" x1={x(day)} x2={x(day)} y1={42} y2={24 + lane.states} />
        ))}
      {story.risk.map(({ band, from_day: from, to_day: to }) => (
        <rect key={from} x={x(from)} width={wide(from, to)} y={54} height={lane.risk} fill={`var(--step-${band + 1})`}>
          <title>{`${bands[band]} risk, day ${Math.floor(from)} to ${Math.floor(to)}`}</title>
        </rect>
      ))}
      {story.letters.map(({ day, service, outcome }) => (
        <path
          key={day}
          class={`life__letter${outcome?.kind === "rejected" ? " life__letter--back" : ""}`}
          d={`M${x(day)} 66 l4 8 h-8 z`}
        >
          <title>{`A letter to ${service}, day ${Math.floor(day)}: ${outcome?.kind ?? "open"}`}</title>
        </path>
      ))}
      {story.crises.map(({ day }) => (
        <circle key={day} class="life__crisis" cx={x(day)} cy={82} r={3.5}>
          <title>{`A crisis, day ${Math.floor(day)}`}</title>
        </circle>
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

function labelOf(lives: readonly Life[]): string {
  const told = lives.map(({ title, story }) => {
    const knocks = story.letters.filter(({ outcome }) => outcome?.kind === "rejected").length;
    return `${title}: ${story.letters.length} letters, ${knocks} knock-backs, ${story.sessions.filter(({ attended }) => attended).length} sessions, ${story.crises.length} crises`;
  });
  return `The line of one life. ${told.join(". ")}. The sentences below tell it in order.`;
}
