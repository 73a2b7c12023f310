/** Problems, gathered: each told with the place, the key, the unit and the value that its author wrote. */
import { closest, distance } from "fastest-levenshtein";
import { type Key, type Origins, type Path, type Place } from "./origins.ts";
import type { Problem } from "./types.ts";
import { unitIn } from "./units.ts";

/** `nodes.triage.routing[0].to`; a name that would blur the path is quoted: `nodes["a.b"].servers`. */
export function formatPath(path: Path): string {
  const text = path.map((key) => {
    if (typeof key === "number") return `[${key}]`;
    return /^[^.[\]"'\\]+$/.test(key) && !UNSAFE.test(key) ? `.${key}` : `[${JSON.stringify(key)}]`;
  });
  return text.join("").replace(/^\./, "");
}
/** Controls, halves of characters, and line ends of the typewriter's kind and of Unicode's. */
const UNSAFE = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]/u;

/** A value in a few words, short enough for a line. */
export function describe(value: unknown): string {
  if (value === undefined) return "nothing";
  if (Array.isArray(value)) return value.length === 0 ? "an empty list" : `a list of ${value.length}`;
  if (typeof value === "object" && value !== null)
    return Object.keys(value).length === 0 ? "an empty object" : "an object";
  const text = JSON.stringify(value);
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}

/** The problems as the command line prints them: a heading, then one line for each. */
export function formatProblems(name: string, problems: readonly Problem[], what = "scenario"): string {
  const lines = problems.map(({ at, expected, got, hint }) => {
    return `  ${at}: expected ${expected}, got ${got}.${hint === undefined ? "" : ` ${hint}`}`;
  });
  return [`${name} is not a usable ${what} (${problems.length} to mend):`, ...lines].join("\n");
}

/** At most so many guesses at what was meant, since each looks at every name there is. */
const GUESSES = 200;

/** Faults that are told one by one; a file with more of them has one cause, and a last line says how many there are. */
const MOST_TOLD = 5_000;

/** Gathers what is wrong with one scenario. */
export class Report {
  readonly problems: Problem[] = [];
  readonly warnings: Problem[] = [];
  readonly #told = new Set<string>();
  readonly #root: unknown;
  readonly #place: Place;
  readonly #origins: Origins;
  #guesses = GUESSES;
  #untold = 0;

  /** For the value `root`, which came from `place`. */
  constructor(root: unknown, place: Place, origins: Origins) {
    this.#root = root;
    this.#place = place;
    this.#origins = origins;
  }

  /**
   * Notes a fault at `path` of the scenario in days. `{day}` and `{days}` in `expected` become the author's unit;
   * `got` is what stands there unless something else is said.
   */
  fault(path: Path, expected: string, got?: string, hint?: string): void {
    this.#note(this.problems, path, expected, got, hint);
  }

  /** Notes problems that are told already, such as those of another file. */
  add(problems: readonly Problem[]): void {
    this.problems.push(...problems);
  }

  /** All problems, and how many more there are than are told. */
  all(): readonly Problem[] {
    if (this.#untold === 0) return this.problems;
    const more = { at: "the whole file", expected: "fewer faults", got: `${this.#untold} more than are told here` };
    return [...this.problems, more];
  }

  /** Notes something that is allowed and probably not meant. */
  warning(path: Path, expected: string, got?: string, hint?: string): void {
    this.#note(this.warnings, path, expected, got, hint);
  }

  /** `Did you mean "…"?`, when one of the names is near enough to what was written. */
  guess(written: string, names: readonly string[]): string | undefined {
    const name = this.nearest(written, names);
    return name === undefined ? undefined : `Did you mean ${JSON.stringify(name)}?`;
  }

  /** The name that was probably meant by `written`. */
  nearest(written: string, names: readonly string[]): string | undefined {
    if (names.length === 0 || written.length > 80 || this.#guesses-- <= 0) return undefined;
    const other = names.find((name) => name.toLowerCase() === written.toLowerCase()) ?? closest(written, names);
    const far = Math.max(1, Math.floor(Math.max(written.length, other.length) / 3));
    const near = distance(written.toLowerCase(), other.toLowerCase());
    return near <= far && near < other.length ? other : undefined;
  }

  /** The last key of `path` as its author wrote it. */
  writtenKey(path: Path): Key | undefined {
    return this.#origins.trace(this.#root, this.#place, path).path.at(-1);
  }

  #note(to: Problem[], path: Path, expected: string, got?: string, hint?: string): void {
    if (to.length >= MOST_TOLD) {
      this.#untold++;
      return;
    }
    const traced = this.#origins.trace(this.#root, this.#place, path);
    const { place } = traced;
    const change: Path = place.inChange ? ["change"] : [];
    const within = formatPath([...change, ...traced.path]);
    const at = (within === "" ? "the whole file" : within) + (place.own ? "" : ` (in ${place.file})`);
    const unit = unitOf(traced.path);
    const told = expected.replaceAll("{day}", unit).replaceAll("{days}", `${unit}s`);
    if (this.#told.has(`${at}\n${told}`)) return;
    this.#told.add(`${at}\n${told}`);
    to.push({ at, expected: told, got: got ?? describe(traced.value), ...(hint === undefined ? {} : { hint }) });
  }
}

/** The unit in the innermost key of a path that has one. */
function unitOf(path: Path): string {
  const timed = path.findLast((key) => typeof key === "string" && unitIn(key) !== undefined);
  return (typeof timed === "string" ? unitIn(timed) : undefined) ?? "day";
}
