/** A link for the keyboard, seen while it has the focus, which moves the focus past what stands between. */
import type { ComponentChildren, JSX } from "preact";

interface SkipLinkProps {
  /** Elements by their id; the first that is on the screen gets the focus. */
  readonly to: readonly string[];
  readonly children: ComponentChildren;
}

export function SkipLink({ to, children }: SkipLinkProps): JSX.Element {
  const skip = (event: Event): void => {
    // The address keeps the study: it must not become that of the element.
    event.preventDefault();
    const elements = to.flatMap((id) => document.getElementById(id) ?? []);
    elements.find((element) => element.offsetParent !== null)?.focus();
  };
  return (
    <a class="nhsuk-skip-link" href={`#${to[0]}`} onClick={skip}>
      {children}
    </a>
  );
}
