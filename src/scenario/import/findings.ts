/** What an import leaves behind: a scenario with warnings, or every problem at once, and where each one stands. */
import type { Problem } from "../types.ts";

export interface NamedText {
  /** The file's name, for the places of problems. */
  readonly name: string;
  readonly text: string;
}

/** `scenario` is what a user would write (format 1): `parseScenario` has the last word on it. */
export type Imported =
  | { readonly ok: true; readonly scenario: object; readonly warnings: readonly Problem[] }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** Findings told one by one; a file with more has one cause, and a last line says how many there are. */
const TOLD = 100;

/** A hint that takes work to find is given as a function, which is called only where the finding is told. */
type Hint = string | (() => string | undefined) | undefined;

/** Collects problems (the file cannot be used) and warnings (it can, but not quite as it stands). */
export class Findings {
  readonly #problems: Problem[] = [];
  readonly #warnings: Problem[] = [];
  #problemsFound = 0;
  #warningsFound = 0;

  problem(at: string, expected: string, got: string, hint?: Hint): void {
    this.#problemsFound++;
    if (this.#problems.length < TOLD) this.#problems.push(finding(at, expected, got, hint));
  }

  warn(at: string, expected: string, got: string, hint?: Hint): void {
    this.#warningsFound++;
    if (this.#warnings.length < TOLD) this.#warnings.push(finding(at, expected, got, hint));
  }

  get clean(): boolean {
    return this.#problemsFound === 0;
  }

  outcome(scenario: () => object): Imported {
    if (!this.clean) return { ok: false, problems: withCount(this.#problems, this.#problemsFound, "problems") };
    return { ok: true, scenario: scenario(), warnings: withCount(this.#warnings, this.#warningsFound, "warnings") };
  }
}

function finding(at: string, expected: string, got: string, hint: Hint): Problem {
  const words = typeof hint === "function" ? hint() : hint;
  return words === undefined ? { at, expected, got } : { at, expected, got, hint: words };
}

function withCount(told: readonly Problem[], found: number, what: string): readonly Problem[] {
  if (found <= told.length) return told;
  const at = told[0]?.at.split(",")[0] ?? "";
  return [...told, { at, expected: "files that fit together", got: `${found - told.length} more ${what}` }];
}

/** What was found in a cell. */
export const shown = (text: string): string => (text === "" ? "an empty cell" : quoted(text));

/** Text from a file as it is shown in a problem: in quotes, control characters escaped, not too long to read. */
export function quoted(text: string): string {
  return JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text);
}
