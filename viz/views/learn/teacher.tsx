/** The teacher's page of a lesson. */
import type { JSX } from "preact";
import type { Lesson } from "../../learn/lesson.ts";
import { Button } from "../../parts/field.tsx";
import type { Page } from "../../view.ts";
import { learn } from "./state.ts";

interface TeacherProps {
  readonly page: Page;
  readonly lesson: Lesson;
  readonly open: boolean;
}

export function TeacherPage({ page, lesson, open }: TeacherProps): JSX.Element {
  const { before, minutes, questions } = lesson.teacher;
  return (
    <section class="teacher" aria-labelledby="teacher-title">
      <h2 id="teacher-title" class="nhsuk-heading-m">
        For teachers
      </h2>
      <Button secondary small onClick={() => page.change(learn({ teacher: !open }))}>
        {open ? "Hide the teacher’s page" : "Show the teacher’s page"}
      </Button>
      {open && (
        <>
          <h3>Aims</h3>
          <ul>
            {lesson.aims.map((aim) => (
              <li key={aim}>{aim}</li>
            ))}
          </ul>
          <h3>What people often think</h3>
          <p>{lesson.misconception}</p>
          <h3>Before you begin</h3>
          <p>{before}</p>
          <h3>Times: {lesson.minutes} minutes in all</h3>
          <ol>
            {minutes.map(({ minutes: long, what }) => (
              <li key={what}>
                {what}: {long} {long === 1 ? "minute" : "minutes"}
              </li>
            ))}
          </ol>
          <h3>Questions, and what to listen for</h3>
          <dl>
            {questions.map(({ ask, listen_for: listen }) => (
              <div key={ask}>
                <dt>{ask}</dt>
                <dd>{listen}</dd>
              </div>
            ))}
          </dl>
          <h3>Where it comes from</h3>
          <ul>
            {lesson.from.map((theme) => (
              <li key={theme}>{theme}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
