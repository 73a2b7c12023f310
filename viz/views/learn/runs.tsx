/** The runs one by one: a dot for each, and how many would have led to another conclusion. */
import { estimateDifference, estimate } from "../../../src/index.ts";
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { valuesOf, written, writtenWithRange } from "../../learn/figures.ts";
import type { Step } from "../../learn/lesson.ts";
import { Button } from "../../parts/field.tsx";
import { Dots } from "./dots.tsx";
import type { StepContext } from "./lesson-page.tsx";
import { Paragraphs } from "./step-body.tsx";

interface RunsProps {
  readonly step: Extract<Step, { readonly kind: "runs" }>;
  readonly context: StepContext;
}

export function RunsStep({ step, context }: RunsProps): JSX.Element {
  const [shown, setShown] = useState(1);
  const { lesson } = context.listed;
  const figure = lesson.figures[step.figure]!;
  const isDifference = step.against !== undefined;
  const [of, base] = [context.results.get(step.world), context.results.get(step.against ?? step.world)];
  if (!of?.outcomes.length || !base?.outcomes.length) return <p role="status">The runs are not ready yet…</p>;
  const values = valuesOf(lesson, step.figure, of);
  const bases = valuesOf(lesson, step.figure, base);
  const dots = values.map((value, run) => (isDifference ? value - bases[run]! : value));
  const all = isDifference ? estimateDifference(bases, values) : estimate(values);
  const up = dots.filter((dot) => dot > 0).length;
  const visible = dots.slice(0, shown);
  return (
    <>
      <Paragraphs text={step.text} />
      <Dots values={visible} all={dots} label={isDifference ? `${figure.label}: the change` : figure.label} />
      <p role="status">
        {shown === 1
          ? `The first run: ${written(figure, dots[0]!, isDifference)}.`
          : `${visible.length} runs, the last: ${written(figure, visible.at(-1)!, isDifference)}.`}
      </p>
      {shown < dots.length ? (
        <>
          <Button onClick={() => setShown(shown + 1)}>Show one more run</Button>{" "}
          <Button secondary onClick={() => setShown(lesson.runs)}>
            Show all
          </Button>
        </>
      ) : (
        <p>
          {dots.length < lesson.runs ? `The ${dots.length} runs that are ready` : `All ${dots.length} runs`} together:{" "}
          {writtenWithRange(figure, all, isDifference)}.
          {isDifference && ` It went up in ${up} of them and down in ${dots.filter((dot) => dot < 0).length}.`}
        </p>
      )}
    </>
  );
}
