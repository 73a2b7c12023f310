/** A door in the manner of the NHS: a summary, and what is behind it. */
import type { ComponentChildren, JSX } from "preact";

interface DetailsProps {
  readonly summary: string;
  readonly children: ComponentChildren;
  readonly class?: string;
}

export function Details({ summary, children, class: name = "" }: DetailsProps): JSX.Element {
  return (
    <details class={`nhsuk-details ${name}`}>
      <summary class="nhsuk-details__summary">
        <span class="nhsuk-details__summary-text">{summary}</span>
      </summary>
      <div class="nhsuk-details__text">{children}</div>
    </details>
  );
}
