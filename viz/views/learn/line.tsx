/** A line that was drawn, beside what came out. */
import { line } from "d3";
import type { JSX } from "preact";
import { type Estimate, estimate } from "../../../src/index.ts";
import { valuesOf, written, writtenWithRange } from "../../learn/figures.ts";
import type { Drawing, Lesson } from "../../learn/lesson.ts";
import { lineName, type LessonResults } from "../../learn/run.ts";
import { amount } from "../../numbers.ts";
import { Table } from "../../parts/table.tsx";
import { LineFrame, scalesOf } from "./line-frame.tsx";

/** The estimate at each point; undefined while there is none. */
export function lineOf(lesson: Lesson, step: Drawing, results: LessonResults): readonly Estimate[] | undefined {
  const found = step.along.values.map((_, point) => results.get(lineName(step, point)));
  if (found.some((result) => (result?.outcomes.length ?? 0) < 2)) return undefined;
  return found.map((result) => estimate(valuesOf(lesson, step.figure, result!)));
}

interface LineChartProps {
  readonly lesson: Lesson;
  readonly step: Drawing;
  readonly guess: readonly number[];
  readonly found: readonly Estimate[];
}

export function LineChart({ lesson, step, guess, found }: LineChartProps): JSX.Element {
  const figure = lesson.figures[step.figure]!;
  const { along } = step;
  const scales = scalesOf(step, Math.max(...found.map(({ high }) => high)));
  const path = line<number>(
    (_, i) => scales.x(along.values[i]!),
    (value) => scales.y(value),
  );
  return (
    <>
      <LineFrame
        step={step}
        figure={figure}
        scales={scales}
        label={`${figure.label}: your line and what came out. The table below has the numbers.`}
      >
        {guess.length === along.values.length && <path class="line-chart__guess" d={path([...guess]) ?? ""} />}
        <path class="line-chart__found" d={path(found.map(({ mean }) => mean)) ?? ""} />
        {found.map(({ mean, low, high }, i) => (
          <g key={along.values[i]}>
            <line
              class="line-chart__range"
              x1={scales.x(along.values[i]!)}
              x2={scales.x(along.values[i]!)}
              y1={scales.y(low)}
              y2={scales.y(high)}
            />
            <circle class="line-chart__dot" cx={scales.x(along.values[i]!)} cy={scales.y(mean)} r={5} />
          </g>
        ))}
      </LineFrame>
      <p class="nhsuk-hint">Dashed: your line. Solid, with 95% intervals: what came out.</p>
      <Table
        caption={`${figure.label}: your line and what came out`}
        columns={[
          { head: along.title },
          { head: "You expected", numeric: true },
          { head: "It came out as", numeric: true },
        ]}
        rows={along.values.map((value, i) => [
          amount(value),
          guess[i] === undefined ? "nothing" : written(figure, guess[i]),
          writtenWithRange(figure, found[i]!),
        ])}
      />
    </>
  );
}
