/** What a step shows, by its kind. */
import type { JSX } from "preact";
import type { Step } from "../../learn/lesson.ts";
import { WithTerms } from "../../parts/term.tsx";
import { DrawStep } from "./draw.tsx";
import type { StepContext } from "./lesson-page.tsx";
import { PredictStep } from "./predict.tsx";
import { RunsStep } from "./runs.tsx";
import { SeeStep } from "./see.tsx";
import { WatchStep } from "./watch.tsx";

interface StepProps {
  readonly step: Step;
  readonly context: StepContext;
}

export function StepBody({ step, context }: StepProps): JSX.Element {
  switch (step.kind) {
    case "read":
    case "think":
      return <Paragraphs text={step.text} />;
    case "predict":
      return <PredictStep key={step.id} step={step} context={context} />;
    case "draw":
      return <DrawStep key={step.id} step={step} context={context} />;
    case "see":
      return <SeeStep step={step} context={context} />;
    case "runs":
      return <RunsStep step={step} context={context} />;
    case "watch":
      return <WatchStep step={step} context={context} />;
  }
}

export const Paragraphs = ({ text }: { readonly text: readonly string[] }): JSX.Element => (
  <>
    {text.map((paragraph) => (
      <p key={paragraph}>
        <WithTerms text={paragraph} />
      </p>
    ))}
  </>
);
