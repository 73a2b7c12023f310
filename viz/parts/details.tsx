/** A door in the manner of the NHS: a summary, and what is behind it. */
import type { ComponentChildren, JSX } from "preact";
import { useState } from "preact/hooks";

interface DetailsProps {
  readonly summary: string;
  readonly children: ComponentChildren;
  readonly class?: string;
}

/** What is behind a door is drawn once it has been opened. */
export function Details({ summary, children, class: name = "" }: DetailsProps): JSX.Element {
  const [wasOpened, setOpened] = useState(false);
  return (
    <details class={`nhsuk-details ${name}`} onToggle={({ currentTarget }) => currentTarget.open && setOpened(true)}>
      <summary class="nhsuk-details__summary">
        <span class="nhsuk-details__summary-text">{summary}</span>
      </summary>
      <div class="nhsuk-details__text">{wasOpened && children}</div>
    </details>
  );
}
