/** Class mode: links for everybody, a code for each student, and what the codes of a class add up to. No server. */
import { estimate } from "../../../src/index.ts";
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { collect, encodeFound } from "../../learn/class-code.ts";
import { answerOf, written, writtenWithRange } from "../../learn/figures.ts";
import type { Listed } from "../../learn/library.ts";
import type { Lesson, Prediction } from "../../learn/lesson.ts";
import type { LessonResults } from "../../learn/run.ts";
import { Button } from "../../parts/field.tsx";
import type { Page } from "../../view.ts";
import { Dots } from "./dots.tsx";
import { learn, type LearnState } from "./state.ts";

interface ClassProps {
  readonly page: Page;
  readonly listed: Listed;
  readonly state: LearnState;
  readonly results: LessonResults;
}

/** What a class collects: the first prediction of a number. */
const askedOf = ({ steps }: Lesson): Prediction | undefined => steps.find((step) => step.kind === "predict");

export function ClassPanel(props: ClassProps): JSX.Element {
  const { listed, page, state } = props;
  const base = `${location.href.split("#")[0]}#/learn?lesson=${listed.id}`;
  const own = `${base}&own=1`;
  return (
    <details class="nhsuk-details class-mode">
      <summary class="nhsuk-details__summary">
        <span class="nhsuk-details__summary-text">In a class</span>
      </summary>
      <div class="nhsuk-details__text">
        <CopyLink label="Everybody sees the same" url={base} announce={page.announce} />
        <CopyLink label="Each student gets luck of their own" url={own} announce={page.announce} />
        {state.seed !== "" && <p>Your own seed is “{state.seed}”.</p>}
        <MyCode {...props} />
        <Collected {...props} />
      </div>
    </details>
  );
}

interface CopyProps {
  readonly label: string;
  readonly url: string;
  readonly announce: (text: string) => void;
}

function CopyLink({ label, url, announce }: CopyProps): JSX.Element {
  const id = `link-${label.replace(/\W+/g, "-")}`;
  const copy = (): void => {
    navigator.clipboard.writeText(url).then(
      () => announce("The link is copied."),
      () => announce("The browser does not let the page copy: select the link and copy it yourself."),
    );
  };
  return (
    <div class="nhsuk-form-group">
      <label class="nhsuk-label" for={id}>
        {label}
      </label>
      <input class="nhsuk-input" id={id} readOnly value={url} onFocus={({ currentTarget }) => currentTarget.select()} />
      <Button small secondary onClick={copy} label={`Copy the link: ${label}`}>
        Copy
      </Button>
    </div>
  );
}

/** The first run alone is what a student found: with luck of their own, each finds another answer. */
function foundIn(lesson: Lesson, asked: Prediction, results: LessonResults): number | undefined {
  const first = new Map(
    [...results].map(([name, result]) => [name, { ...result, outcomes: result.outcomes.slice(0, 1) }] as const),
  );
  const mean = answerOf(lesson, asked, first)?.mean;
  return mean === undefined || Number.isNaN(mean) ? undefined : mean;
}

function MyCode({ listed: { id, lesson }, state, results }: ClassProps): JSX.Element | null {
  const asked = askedOf(lesson);
  const guess = asked && state.guesses[asked.id];
  if (!asked || typeof guess !== "number")
    return <p class="nhsuk-hint">Your code is here once you have said what you expect.</p>;
  const found = foundIn(lesson, asked, results);
  if (found === undefined) return <p role="status">Your code is here when the first run is ready…</p>;
  return (
    <p>
      Your code: <strong class="class-mode__code">{encodeFound(id, { predicted: guess, found })}</strong>
      <br />
      <span class="nhsuk-hint">
        It says what you expected ({written(lesson.figures[asked.figure]!, guess, asked.against !== undefined)}) and
        what your first run gave ({written(lesson.figures[asked.figure]!, found, asked.against !== undefined)}), and
        nothing else.
      </span>
    </p>
  );
}

function Collected({ page, listed: { id, lesson }, state }: ClassProps): JSX.Element | null {
  const asked = askedOf(lesson);
  const [text, setText] = useState(state.codes);
  if (!asked) return null;
  const { found: good, doubles, refused } = collect(id, text);
  const figure = lesson.figures[asked.figure]!;
  const isDifference = asked.against !== undefined;
  const take = (value: string): void => {
    setText(value);
    page.change(learn({ codes: value }));
  };
  return (
    <div class="nhsuk-form-group">
      <label class="nhsuk-label" for="class-codes">
        Codes of the class, one on a line
      </label>
      <textarea
        class="nhsuk-textarea"
        id="class-codes"
        rows={4}
        spellcheck={false}
        value={text}
        onInput={({ currentTarget }) => take(currentTarget.value)}
      />
      {refused.map(({ code, message }, i) => (
        <p key={i} class="nhsuk-error-message">
          {code}: {message}
        </p>
      ))}
      {doubles.length > 0 && (
        <p class="nhsuk-hint" role="status">
          Here more than once, and counted once: {doubles.join(", ")}. Where all have the same seed, students who
          expected the same have the same code.
        </p>
      )}
      {good.length > 0 && (
        <>
          <Dots
            values={good.map(({ found }) => found)}
            all={good.map(({ found }) => found)}
            hollow={good.map(({ predicted }) => predicted)}
            label={isDifference ? `${figure.label}: the change` : figure.label}
          />
          <p role="status">
            Full dots: what {good.length} {good.length === 1 ? "student" : "students"} found, each with luck of their
            own; all together {writtenWithRange(figure, estimate(good.map(({ found }) => found)), isDifference)}. Hollow
            dots: what they expected,{" "}
            {written(figure, estimate(good.map(({ predicted }) => predicted)).mean, isDifference)} on average.
          </p>
        </>
      )}
    </div>
  );
}
