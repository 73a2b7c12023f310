/** What is wrong, in place: where, what was expected, what was found, and a hint. */
import type { JSX } from "preact";
import type { Problem } from "../../src/index.ts";

/** Most faults of one file that are listed. */
const most = 50;

interface FaultsProps {
  readonly heading: string;
  readonly problems: readonly Problem[];
}

export function Faults({ heading, problems }: FaultsProps): JSX.Element {
  return (
    <div class="nhsuk-error-summary" role="alert">
      <h2 class="nhsuk-error-summary__heading">{heading}</h2>
      <div class="nhsuk-error-summary__body">
        <ol class="nhsuk-list faults">
          {problems.slice(0, most).map(({ at, expected, got, hint }) => (
            <li>
              <code>{at}</code>
              <p>{`Expected ${expected}, got ${got}.${hint === undefined ? "" : ` ${hint}`}`}</p>
            </li>
          ))}
        </ol>
        {problems.length > most && <p>and {problems.length - most} more</p>}
      </div>
    </div>
  );
}
