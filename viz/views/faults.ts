/** What is wrong with a file, in place: where, what was expected, what was found, and a hint. */
import type { Problem } from "../../src/index.ts";
import { make } from "../dom.ts";

export interface Faulty {
  readonly name: string;
  readonly problems: readonly Problem[];
}

/** Most faults of one file that are listed. */
const most = 50;

/** Shows the faults and moves there, or clears the place where they stand. */
export function showFaults(parent: HTMLElement, faulty: readonly Faulty[], onDismiss: () => void): void {
  const document = parent.ownerDocument;
  if (faulty.length === 0) {
    parent.replaceChildren();
    return;
  }
  const lists = faulty.flatMap(({ name, problems }) => [
    make(document, "h3", { class: "nhsuk-heading-s" }, `${name}: ${problems.length} to mend`),
    make(
      document,
      "ol",
      { class: "nhsuk-list faults" },
      ...problems.slice(0, most).map((problem) => item(document, problem)),
    ),
    problems.length > most ? make(document, "p", {}, `and ${problems.length - most} more`) : undefined,
  ]);
  const dismiss = make(
    document,
    "button",
    { type: "button", class: "nhsuk-button nhsuk-button--secondary nhsuk-button--small" },
    "Close this message",
  );
  dismiss.addEventListener("click", onDismiss);
  const body = make(document, "div", { class: "nhsuk-error-summary__body" }, ...lists, dismiss);
  const alert = make(
    document,
    "div",
    { role: "alert" },
    make(document, "h2", { class: "nhsuk-error-summary__heading" }, "This cannot be used yet"),
    make(document, "p", {}, "Nothing else on the page has changed."),
    body,
  );
  parent.replaceChildren(make(document, "div", { class: "nhsuk-error-summary" }, alert));
  parent.focus();
}

function item(document: Document, { at, expected, got, hint }: Problem): HTMLElement {
  return make(
    document,
    "li",
    {},
    make(document, "code", {}, at),
    make(document, "p", {}, `Expected ${expected}, got ${got}.${hint === undefined ? "" : ` ${hint}`}`),
  );
}
