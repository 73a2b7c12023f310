/** One life on the line: where the person is, their risk and trust in services, letters and crises, row below row. */
import type { JSX } from "preact";
import { outOf100, type CareState, type Story } from "../../src/index.ts";
import { blockTitles } from "./stations.ts";

/** Tops of the rows and how tall they are, in units of the drawing; `height` is that of the whole. */
export const lane = {
  height: 146,
  states: { top: 24, tall: 26 },
  risk: { top: 56, tall: 8 },
  trust: { top: 70, tall: 30 },
  letters: { top: 107, tall: 8 },
  crises: { top: 122, tall: 8 },
} as const;

const rows = [
  { title: "where", ...lane.states },
  { title: "risk", ...lane.risk },
  { title: "trust", ...lane.trust },
  { title: "letters", ...lane.letters },
  { title: "crises", ...lane.crises },
] as const;

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

interface LaneProps {
  readonly story: Story;
  readonly x: (day: number) => number;
  /** Where the names of the rows end. */
  readonly left: number;
}

export function Lane({ story, x, left }: LaneProps): JSX.Element {
  return (
    <>
      {rows.map(({ title, top, tall }) => (
        <text key={title} class="life__row" x={left - 6} y={top + tall / 2} aria-hidden="true">
          {title}
        </text>
      ))}
      <States story={story} x={x} />
      {story.risk.map(({ band, from_day: from, to_day: to }) => (
        <rect
          key={from}
          x={x(from)}
          width={wide(x, from, to)}
          y={lane.risk.top}
          height={lane.risk.tall}
          fill={`var(--step-${band + 1})`}
        >
          <title>{`${bands[band]} risk, ${days(from, to)}`}</title>
        </rect>
      ))}
      <Trust story={story} x={x} />
      {story.letters.map(({ day, service, outcome }) => (
        <path
          key={day}
          class={`life__letter${outcome?.kind === "rejected" ? " life__letter--back" : ""}`}
          d={`M${x(day)} ${lane.letters.top} l4 8 h-8 z`}
        >
          <title>{`A letter to ${service}, day ${Math.floor(day)}: ${outcome?.kind ?? "open"}`}</title>
        </path>
      ))}
      {story.crises.map(({ day }) => (
        <circle key={day} class="life__crisis" cx={x(day)} cy={lane.crises.top + lane.crises.tall / 2} r={3.5}>
          <title>{`A crisis, day ${Math.floor(day)}`}</title>
        </circle>
      ))}
    </>
  );
}

type RowProps = Pick<LaneProps, "story" | "x">;

function States({ story, x }: RowProps): JSX.Element {
  const { top, tall } = lane.states;
  return (
    <>
      {story.states.map(({ state, from_day: from, to_day: to }) => (
        <rect
          key={`${state} ${from}`}
          class={`life__state life__state--${state}`}
          x={x(from)}
          width={wide(x, from, to)}
          y={top}
          height={tall}
          fill={colours[state]}
        >
          <title>{`${blockTitles[state]}, ${days(from, to)}`}</title>
        </rect>
      ))}
      {story.sessions
        .filter(({ attended }) => attended)
        .map(({ day }, i) => (
          <line key={`session ${i}`} class="life__session" x1={x(day)} x2={x(day)} y1={top + 18} y2={top + tall} />
        ))}
    </>
  );
}

/** Trust from nothing, at the foot of the row, to full trust at its top. */
function Trust({ story: { trust }, x }: RowProps): JSX.Element {
  const { top, tall } = lane.trust;
  const y = (engagement: number): number => top + tall * (1 - engagement);
  const steps = trust.map(({ engagement, from_day: from, to_day: to }) => `${x(from)} ${y(engagement)} H${x(to)}`);
  const [first, last] = [trust[0], trust.at(-1)];
  if (!first || !last) return <></>;
  return (
    <>
      <rect
        class="life__trust-full"
        x={x(first.from_day)}
        width={wide(x, first.from_day, last.to_day)}
        y={top}
        height={tall}
      />
      <path class="life__trust-area" d={`M${x(first.from_day)} ${top + tall} L${steps.join(" L")} V${top + tall} Z`} />
      <path class="life__trust" d={`M${steps.join(" L")}`} />
      {trust.map(({ engagement, from_day: from, to_day: to }) => (
        <rect key={from} class="life__touch" x={x(from)} width={wide(x, from, to)} y={top} height={tall}>
          <title>{`Trust in services ${outOf100(engagement)}, ${days(from, to)}`}</title>
        </rect>
      ))}
    </>
  );
}

const wide = (x: (day: number) => number, from: number, to: number): number => Math.max(0.5, x(to) - x(from));
const days = (from: number, to: number): string => `day ${Math.floor(from)} to ${Math.floor(to)}`;
