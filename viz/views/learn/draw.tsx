/** A line is drawn by dragging its points up and down, or with the arrow keys. */
import { line } from "d3";
import type { JSX } from "preact";
import { useRef, useState } from "preact/hooks";
import { written } from "../../learn/figures.ts";
import type { Drawing } from "../../learn/lesson.ts";
import { Button } from "../../parts/field.tsx";
import { amount } from "../../numbers.ts";
import type { StepContext } from "./lesson-page.tsx";
import { LineFrame, scalesOf, size } from "./line-frame.tsx";

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
  const svg = useRef<HTMLDivElement>(null);
  const scales = scalesOf(step);
  const set = (point: number, value: number): void =>
    setGuess(guess.map((old, i) => (i === point ? Math.min(high, Math.max(low, value)) : old)));
  const drag =
    (point: number) =>
    (event: PointerEvent): void => {
      if (event.buttons === 0) return;
      const box = svg.current!.getBoundingClientRect();
      set(point, scales.y.invert(((event.clientY - box.top) / box.height) * size.height));
    };
  const path = line<number>(
    (_, i) => scales.x(along.values[i]!),
    (value) => scales.y(value),
  )([...guess]);
  return (
    <div class="draw">
      <p>{step.ask}</p>
      <div ref={svg}>
        <LineFrame
          step={step}
          figure={figure}
          scales={scales}
          label={`${figure.label}: your line, a slider for each point`}
        >
          <path class="line-chart__guess" d={path ?? ""} />
          {guess.map((value, point) => (
            <circle
              key={along.values[point]}
              class="line-chart__handle"
              cx={scales.x(along.values[point]!)}
              cy={scales.y(value)}
              r={11}
              tabIndex={0}
              role="slider"
              aria-orientation="vertical"
              aria-label={`${along.title}: ${amount(along.values[point]!)}`}
              aria-valuemin={low}
              aria-valuemax={high}
              aria-valuenow={value}
              aria-valuetext={written(figure, value)}
              onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
              onPointerMove={drag(point)}
              onKeyDown={(event) => {
                const by = stepsOf(event.key) * ((high - low) / 50);
                if (by === 0) return;
                event.preventDefault();
                set(point, value + by);
              }}
            />
          ))}
        </LineFrame>
      </div>
      <Button onClick={() => context.guess(step.id, guess)}>That is what I expect</Button>
      {Array.isArray(kept) && <p role="status">Noted. You can change it until you go on.</p>}
    </div>
  );
}

function stepsOf(key: string): number {
  if (key === "ArrowUp" || key === "ArrowRight") return 1;
  if (key === "ArrowDown" || key === "ArrowLeft") return -1;
  if (key === "PageUp") return 10;
  return key === "PageDown" ? -10 : 0;
}
