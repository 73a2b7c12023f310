/** Learn: the list of lessons, or the lesson that is open. */
import type { JSX } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { type Listed, listLessons } from "../../learn/library.ts";
import type { ViewProps } from "../../view.ts";
import { LessonPage } from "./lesson-page.tsx";
import { learn, learnStateOf } from "./state.ts";

export function LearnView({ page }: ViewProps): JSX.Element {
  const [lessons, setLessons] = useState<readonly Listed[]>();
  useEffect(() => void listLessons().then(setLessons), []);
  const state = learnStateOf(page.state);
  useMainFocusOn(state.lesson);
  if (lessons === undefined) return <p role="status">Reading the lessons…</p>;
  const open = lessons.find(({ id }) => id === state.lesson);
  if (open) return <LessonPage key={`${open.id} ${state.seed}`} page={page} listed={open} state={state} />;
  return (
    <>
      <h1>Learn</h1>
      <p class="nhsuk-lede-text">
        Ten minutes each. You say what you expect, then you see what happens. Nothing is marked.
      </p>
      {state.lesson !== "" && (
        <p role="status">There is no lesson called “{state.lesson}” here. These are the lessons:</p>
      )}
      <ol class="lessons">
        {lessons.map(({ id, lesson }) => (
          <li key={id} class="lessons__item">
            <h2 class="nhsuk-heading-s">
              <a
                href={`#/learn?lesson=${id}`}
                onClick={(event) => {
                  event.preventDefault();
                  page.change(learn({ lesson: id, step: 0, guesses: {}, seed: "", codes: "" }));
                }}
              >
                {lesson.title}
              </a>
            </h2>
            <p>{lesson.question}</p>
            <p class="nhsuk-hint">About {lesson.minutes} minutes</p>
          </li>
        ))}
      </ol>
    </>
  );
}

/** Begins at the top of a lesson that is opened, or of the list, for those who cannot see that the page is another now. */
function useMainFocusOn(lesson: string): void {
  const before = useRef(lesson);
  useEffect(() => {
    if (before.current !== lesson) document.getElementById("main")?.focus();
    before.current = lesson;
  }, [lesson]);
}
