/** One lesson, a step at a time. The runs begin with the lesson, and are there when they are needed. */
import type { JSX } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { help } from "../../learn/glossary.ts";
import type { Listed } from "../../learn/library.ts";
import { type LessonResults, runLesson } from "../../learn/run.ts";
import { Button } from "../../parts/field.tsx";
import { WithTerms } from "../../parts/term.tsx";
import type { Page } from "../../view.ts";
import { ClassPanel } from "./class.tsx";
import { type LearnState, learn } from "./state.ts";
import { StepBody } from "./step-body.tsx";
import { TeacherPage } from "./teacher.tsx";

interface LessonPageProps {
  readonly page: Page;
  readonly listed: Listed;
  readonly state: LearnState;
}

/** What every step of a lesson is given. */
export interface StepContext {
  readonly page: Page;
  readonly listed: Listed;
  readonly state: LearnState;
  readonly results: LessonResults;
  readonly seed: string;
  readonly guess: (id: string, value: number | readonly number[]) => void;
}

interface Progress {
  readonly results: LessonResults;
  readonly done: number;
  readonly of: number;
}

export function LessonPage({ page, listed, state }: LessonPageProps): JSX.Element {
  const { lesson } = listed;
  const seed = state.seed === "" ? lesson.seed : state.seed;
  const [{ results, done, of }, setProgress] = useState<Progress>({ results: new Map(), done: 0, of: 0 });
  const [failure, setFailure] = useState("");
  useEffect(
    () =>
      runLesson(
        lesson,
        seed,
        (known, finished, all) => setProgress({ results: known, done: finished, of: all }),
        setFailure,
      ),
    [lesson, seed],
  );
  const heading = useFocusOn(state.step);
  const at = Math.min(state.step, lesson.steps.length - 1);
  const step = lesson.steps[at]!;
  const guess: StepContext["guess"] = (id, value) => page.change(learn({ guesses: { ...state.guesses, [id]: value } }));
  const goTo = (to: number): void => page.change(learn({ step: to }));
  const isAnswered = !("id" in step) || state.guesses[step.id] !== undefined;
  return (
    <article class="lesson">
      <nav aria-label="Lessons">
        <Button secondary small onClick={() => page.change(learn({ lesson: "", step: 0 }))}>
          All lessons
        </Button>
      </nav>
      <h1>{lesson.title}</h1>
      <p class="nhsuk-lede-text">
        <WithTerms text={lesson.question} />
      </p>
      {failure !== "" && <p role="alert">The runs stopped: {failure}. Load the page again, or go on reading.</p>}
      <section class="lesson__step" aria-labelledby="step-title">
        <p class="nhsuk-hint" aria-live="polite">
          Step {at + 1} of {lesson.steps.length}
          {of === 0 ? " · starting the runs" : done < of && ` · ${done} of ${of} runs are ready`}
        </p>
        <h2 id="step-title" ref={heading} tabIndex={-1}>
          {step.title}
        </h2>
        <StepBody step={step} context={{ page, listed, state, results, seed, guess }} />
        <div class="lesson__buttons">
          {at > 0 && (
            <Button secondary onClick={() => goTo(at - 1)}>
              Back
            </Button>
          )}
          {at + 1 < lesson.steps.length && (
            <Button disabled={!isAnswered} onClick={() => goTo(at + 1)}>
              {isAnswered ? "Next" : "Say what you expect first"}
            </Button>
          )}
        </div>
      </section>
      <ClassPanel page={page} listed={listed} state={state} results={results} />
      <TeacherPage page={page} lesson={lesson} open={state.teacher} />
      <aside class="lesson__help" aria-label="Where to find help">
        <p>{help.text}</p>
        <p>{help.sources}</p>
      </aside>
    </article>
  );
}

/** Moves the focus to the heading whenever the step changes, but not when the page opens. */
function useFocusOn(step: number): { readonly current: HTMLHeadingElement | null } {
  const heading = useRef<HTMLHeadingElement>(null);
  const before = useRef(step);
  useEffect(() => {
    if (before.current !== step) heading.current?.focus();
    before.current = step;
  }, [step]);
  return heading;
}
