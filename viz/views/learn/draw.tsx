/** A line is drawn across the chart with a finger, a pen or the mouse, or point by point with the arrow keys. */
import { line } from "d3";
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { written } from "../../learn/figures.ts";
import type { Drawing } from "../../learn/lesson.ts";
import { Button } from "../../parts/field.tsx";
import { amount } from "../../numbers.ts";
import type { StepContext } from "./lesson-page.tsx";
import { LineFrame, margin, scalesOf, size } from "./line-frame.tsx";
import { drawn, useStroke } from "./stroke.ts";

interface DrawProps {
  readonly step: Drawing;
  readonly context: StepContext;
}

export function DrawStep({ step, context }: DrawProps): JSX.Element {
  const figure = context.listed.lesson.figures[step.figure]!;
  const kept = context.state.guesses[step.id];
  const { along, low, high } = step;
  const [guess, setGuess] = useState<readonly number[]>(
    Array.isArray(kept) && kept.length === along.values.length ? kept : along.values.map(() => low + (high - low) / 10),
  );
  const scales = scalesOf(step);
  const places = along.values.map((value) => scales.x(value));
  const set = (point: number, value: number): void =>
    setGuess((before) => before.map((old, i) => (i === point ? within(step, value) : old)));
  const stroke = useStroke((from, to) =>
    setGuess((before) => drawn(before, places, from, to, (y) => within(step, scales.y.invert(y)))),
  );
  const path = line<number>(
    (_, i) => scales.x(along.values[i]!),
    (value) => scales.y(value),
  )([...guess]);
  return (
    <div class="draw">
      <p>{step.ask}</p>
      <p class="nhsuk-hint">
        Draw across the chart with a finger or the mouse, or move each point with the arrow keys.
      </p>
      <div>
        <LineFrame
          step={step}
          figure={figure}
          scales={scales}
          label={`${figure.label}: your line, a slider for each point`}
        >
          <g class="line-chart__drawn" {...stroke}>
            <rect
              class="line-chart__plot"
              x={margin.left}
              y={margin.top}
              width={size.width - margin.left - margin.right}
              height={size.height - margin.top - margin.bottom}
            />
            <path class="line-chart__guess" d={path ?? ""} />
            {guess.map((value, point) => (
              <circle
                key={along.values[point]}
                class="line-chart__handle"
                cx={scales.x(along.values[point]!)}
                cy={scales.y(value)}
                r={11}
                tabindex={0}
                role="slider"
                aria-orientation="vertical"
                aria-label={`${along.title}: ${amount(along.values[point]!)}`}
                aria-valuemin={low}
                aria-valuemax={high}
                aria-valuenow={value}
                aria-valuetext={written(figure, value)}
                onKeyDown={(event) => {
                  const by = stepsOf(event.key) * ((high - low) / 50);
                  if (by === 0) return;
                  event.preventDefault();
                  set(point, value + by);
                }}
              />
            ))}
          </g>
        </LineFrame>
      </div>
      <Button onClick={() => context.guess(step.id, guess)}>That is what I expect</Button>
      {Array.isArray(kept) && <p role="status">Noted. You can change it until you go on.</p>}
    </div>
  );
}

const within = ({ low, high }: Drawing, value: number): number => Math.min(high, Math.max(low, value));

function stepsOf(key: string): number {
  if (key === "ArrowUp" || key === "ArrowRight") return 1;
  if (key === "ArrowDown" || key === "ArrowLeft") return -1;
  if (key === "PageUp") return 10;
  return key === "PageDown" ? -10 : 0;
}
