/** A prediction with a slider, made before anything is shown. */
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { unitOf, written } from "../../learn/figures.ts";
import type { Prediction } from "../../learn/lesson.ts";
import { Button } from "../../parts/field.tsx";
import { WithTerms } from "../../parts/term.tsx";
import type { StepContext } from "./lesson-page.tsx";

interface PredictProps {
  readonly step: Prediction;
  readonly context: StepContext;
}

export function PredictStep({ step, context }: PredictProps): JSX.Element {
  const figure = context.listed.lesson.figures[step.figure]!;
  const kept = context.state.guesses[step.id];
  const [value, setValue] = useState(typeof kept === "number" ? kept : step.start);
  const isDifference = step.against !== undefined;
  const inWords = (guess: number): string =>
    isDifference && guess === 0 ? "no change" : written(figure, guess, isDifference);
  return (
    <div class="predict">
      <p>
        <WithTerms text={step.ask} />
      </p>
      <label class="nhsuk-label" for={`guess-${step.id}`}>
        {isDifference ? "Change" : figure.label}
        {unitOf(figure, isDifference) !== "" && (
          <span class="nhsuk-u-visually-hidden"> in{unitOf(figure, isDifference)}</span>
        )}
      </label>
      <output class="predict__value" for={`guess-${step.id}`}>
        {inWords(value)}
      </output>
      <input
        id={`guess-${step.id}`}
        type="range"
        min={step.low}
        max={step.high}
        step={step.step}
        value={value}
        aria-valuetext={inWords(value)}
        onInput={({ currentTarget }) => setValue(currentTarget.valueAsNumber)}
      />
      <p class="predict__ends" aria-hidden="true">
        <span>{written(figure, step.low, isDifference)}</span>
        <span>{written(figure, step.high, isDifference)}</span>
      </p>
      <Button onClick={() => context.guess(step.id, value)}>That is what I expect</Button>
      {typeof kept === "number" && <p role="status">Noted: {inWords(kept)}. You can change it until you go on.</p>}
    </div>
  );
}
