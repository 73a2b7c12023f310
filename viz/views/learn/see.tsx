/** What came out: each prediction beside its answer, and the figures of the worlds with their intervals. */
import { estimate, estimateDifference } from "../../../src/index.ts";
import type { ComponentChildren, JSX } from "preact";
import { answerOf, valuesOf, verdictOn, writtenWithRange, written } from "../../learn/figures.ts";
import type { Drawing, Prediction, Step } from "../../learn/lesson.ts";
import { Table } from "../../parts/table.tsx";
import { LineChart, lineOf } from "./line.tsx";
import type { StepContext } from "./lesson-page.tsx";
import { Paragraphs } from "./step-body.tsx";

interface SeeProps {
  readonly step: Extract<Step, { readonly kind: "see" }>;
  readonly context: StepContext;
}

export function SeeStep({ step, context }: SeeProps): JSX.Element {
  const { lesson } = context.listed;
  const asked = step.answers.flatMap((id) => lesson.steps.filter((one) => "id" in one && one.id === id));
  return (
    <>
      {asked.map((one) =>
        one.kind === "predict" ? (
          <Answer key={one.id} step={one} context={context} />
        ) : one.kind === "draw" ? (
          <DrawnAnswer key={one.id} step={one} context={context} />
        ) : null,
      )}
      {step.figures.length > 0 && <Figures step={step} context={context} />}
      <Paragraphs text={step.text} />
    </>
  );
}

function Answer({ step, context }: { readonly step: Prediction; readonly context: StepContext }): JSX.Element {
  const { lesson } = context.listed;
  const figure = lesson.figures[step.figure]!;
  const answer = answerOf(lesson, step, context.results);
  const guess = context.state.guesses[step.id];
  const isDifference = step.against !== undefined;
  if (answer === undefined || answer.n < 2) return <p role="status">The runs are not ready yet…</p>;
  return (
    <div class="answer">
      <p>{step.ask}</p>
      <dl class="answer__pair">
        <dt>You expected</dt>
        <dd>{typeof guess === "number" ? written(figure, guess, isDifference) : "nothing: no prediction was made"}</dd>
        <dt>The model says, from {answer.n} runs</dt>
        <dd>{writtenWithRange(figure, answer, isDifference)}</dd>
      </dl>
      {typeof guess === "number" && <p>{verdictOn(guess, answer, isDifference)}</p>}
    </div>
  );
}

function DrawnAnswer({ step, context }: { readonly step: Drawing; readonly context: StepContext }): JSX.Element {
  const guess = context.state.guesses[step.id];
  const { lesson } = context.listed;
  const found = lineOf(lesson, step, context.results);
  if (found === undefined) return <p role="status">The runs are not ready yet…</p>;
  return <LineChart lesson={lesson} step={step} guess={Array.isArray(guess) ? guess : []} found={found} />;
}

function Figures({ step, context }: SeeProps): JSX.Element {
  const { lesson } = context.listed;
  const ready = step.worlds.every((world) => (context.results.get(world)?.outcomes.length ?? 0) > 1);
  if (!ready) return <p role="status">The runs are not ready yet…</p>;
  const first = step.worlds[0]!;
  const valuesIn = (figure: string, world: string): readonly number[] =>
    valuesOf(lesson, figure, context.results.get(world)!);
  const cell = (figure: string, world: string): ComponentChildren => {
    const [how, values] = [lesson.figures[figure]!, valuesIn(figure, world)];
    const level = writtenWithRange(how, estimate(values));
    if (world === first) return level;
    const change = writtenWithRange(how, estimateDifference(valuesIn(figure, first), values), true);
    return (
      <>
        {level}
        <br />
        <span class="lesson__change">change {change}</span>
      </>
    );
  };
  const runs = `Means of ${context.results.get(first)!.outcomes.length} runs, and 95% intervals`;
  return (
    <Table
      caption={step.worlds.length > 1 ? `${runs}; changes from “${lesson.worlds[first]!.title}”` : runs}
      columns={[
        { head: "What" },
        ...step.worlds.map((world) => ({ head: lesson.worlds[world]!.title, numeric: true })),
      ]}
      rows={step.figures.map((figure) => [
        lesson.figures[figure]!.label,
        ...step.worlds.map((world) => cell(figure, world)),
      ])}
    />
  );
}
