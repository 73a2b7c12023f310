/** The story of a person in sentences with days; of two worlds, side by side. */
import type { JSX } from "preact";
import type { StoryLine } from "../../src/index.ts";
import type { Life } from "./life.tsx";

export function Sentences({ lives }: { readonly lives: readonly Life[] }): JSX.Element {
  return (
    <details class="nhsuk-details">
      <summary class="nhsuk-details__summary">
        <span class="nhsuk-details__summary-text">Their story in sentences</span>
      </summary>
      <div class="nhsuk-details__text sentences">
        {lives.map(({ title, story }) => (
          <section key={title} aria-label={title}>
            <p class="sentences__title">{title}</p>
            <ol class="sentences__list">
              {story.lines.map((line, i) => (
                <li key={i}>
                  <span class="news__day">{when(line)}</span> {line.text}
                </li>
              ))}
            </ol>
          </section>
        ))}
      </div>
    </details>
  );
}

function when({ from_day: from, to_day: to }: StoryLine): string {
  const [first, last] = [Math.floor(from), Math.floor(to)];
  return first === last ? `Day ${first}` : `Days ${first} to ${last}`;
}
