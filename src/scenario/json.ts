/**
 * JSON as the standard has it, read with the line and column of each fault, the same in every JavaScript engine.
 *
 * Stricter than `JSON.parse`: a key given twice, a number too large to hold, names that are special to JavaScript,
 * and very long or very deep texts are refused. Knows nothing of scenarios.
 */
import { createScanner, printParseErrorCode, visit, type ParseErrorCode, type SyntaxKind } from "jsonc-parser";
import type { Problem } from "./types.ts";

/** Longest text that is read at all, in characters. */
const LENGTH_LIMIT = 16 * 1024 * 1024;
/** Deepest nesting of lists and objects. */
const DEPTH_LIMIT = 100;

/** Refused as names everywhere: in JavaScript they stand for the machinery of every object. */
export const SPECIAL_NAMES: readonly string[] = ["__proto__", "constructor", "prototype"];

export type Json =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly problems: readonly Problem[] };

const EXPECTED: Readonly<Record<string, string>> = {
  InvalidSymbol: "a JSON value",
  InvalidNumberFormat: "a number",
  PropertyNameExpected: "a name in double quotes",
  ValueExpected: "a value",
  ColonExpected: "a colon",
  CommaExpected: "a comma",
  CloseBraceExpected: 'a comma or "}"',
  CloseBracketExpected: 'a comma or "]"',
  EndOfFileExpected: "the end of the file",
  InvalidCommentToken: "JSON without comments",
  UnexpectedEndOfComment: "JSON without comments",
  UnexpectedEndOfString: "a closing double quote on the same line",
  UnexpectedEndOfNumber: "a digit",
  InvalidUnicode: "four hexadecimal digits after \\u",
  InvalidEscapeCharacter: 'one of the escapes \\" \\\\ \\/ \\b \\f \\n \\r \\t \\u',
  InvalidCharacter: "text without control characters",
};

/** The value of `text`, or where it is not JSON. `at` comes before the line in problems: `"base.json, "`, or nothing. */
export function readJson(text: string, at = ""): Json {
  if (text.length > LENGTH_LIMIT) {
    const got = `${(text.length / 1024 / 1024).toFixed(1)} million characters`;
    return { ok: false, problems: [{ at: `${at}the whole file`, expected: "at most 16 million characters", got }] };
  }
  const bare = text.replace(/^\uFEFF/, "");
  const deep = tooDeep(bare, at);
  if (deep !== undefined) return { ok: false, problems: [deep] };
  const reader = new Reader(bare, at);
  visit(bare, reader, { disallowComments: true });
  const [first] = reader.syntax; // those after the first are mostly its echoes
  if (first !== undefined) return { ok: false, problems: [first] };
  if (reader.problems.length > 0) return { ok: false, problems: reader.problems };
  return { ok: true, value: reader.value };
}

/** Looks at brackets only, since reading proper follows the nesting with calls and would run out of room for them. */
function tooDeep(text: string, at: string): Problem | undefined {
  const scanner = createScanner(text, true);
  let depth = 0;
  for (let token = scanner.scan(); token !== END_OF_FILE; token = scanner.scan()) {
    const character = text[scanner.getTokenOffset()];
    if (scanner.getTokenLength() !== 1) continue;
    if (character === "}" || character === "]") depth--;
    if (character === "{" || character === "[") depth++;
    if (depth > DEPTH_LIMIT) {
      const where = `${at}line ${scanner.getTokenStartLine() + 1}, column ${scanner.getTokenStartCharacter() + 1}`;
      return { at: where, expected: `at most ${DEPTH_LIMIT} lists and objects within each other`, got: "one more" };
    }
  }
  return undefined;
}

/** `SyntaxKind.EOF`: the package offers it to the type checker only. */
const END_OF_FILE = 17 as SyntaxKind;

/** Builds the value from what `visit` meets, and notes each fault on the way. */
class Reader {
  value: unknown;
  readonly syntax: Problem[] = [];
  readonly problems: Problem[] = [];
  /** The lists and objects that are open, the innermost last, and the key under which each object takes its next value. */
  readonly #open: { readonly into: unknown[] | Record<string, unknown>; key: string | undefined }[] = [];
  readonly #text: string;
  readonly #at: string;

  constructor(text: string, at: string) {
    this.#text = text;
    this.#at = at;
  }

  readonly onObjectBegin = (): void => this.#begin({});
  readonly onArrayBegin = (): void => this.#begin([]);
  readonly onObjectEnd = (): void => void this.#open.pop();
  readonly onArrayEnd = (): void => void this.#open.pop();

  readonly onObjectProperty = (name: string, _offset: number, _length: number, line: number, column: number): void => {
    const inner = this.#open.at(-1);
    if (inner === undefined) return;
    const got = JSON.stringify(name);
    if (SPECIAL_NAMES.includes(name)) {
      this.problems.push({ at: this.#place(line, column), expected: "a name that is not special to JavaScript", got });
      inner.key = undefined;
    } else {
      if (Object.hasOwn(inner.into, name)) {
        this.problems.push({
          at: this.#place(line, column),
          expected: "each name once in an object",
          got: `${got} again`,
        });
      }
      inner.key = name;
    }
  };

  readonly onLiteralValue = (value: unknown, offset: number, length: number, line: number, column: number): void => {
    if (typeof value === "number" && !Number.isFinite(value)) {
      const got = this.#text.slice(offset, offset + Math.min(length, 40));
      this.problems.push({ at: this.#place(line, column), expected: "a number below 1.8e308 in size", got });
    }
    this.#put(value === 0 ? 0 : value); // minus zero is zero: the two print alike and must run alike
  };

  readonly onError = (error: ParseErrorCode, offset: number, length: number, line: number, column: number): void => {
    const code = printParseErrorCode(error);
    const found = this.#text.slice(offset, offset + Math.min(length, 40));
    const got = found === "" ? "the end of the file" : JSON.stringify(found);
    const trailing = /^[}\]]$/.test(found) && /^(ValueExpected|PropertyNameExpected)$/.test(code);
    const hint = trailing ? { hint: "A comma after the last entry is not allowed." } : {};
    this.syntax.push({ at: this.#place(line, column), expected: EXPECTED[code] ?? "JSON", got, ...hint });
  };

  #begin(into: unknown[] | Record<string, unknown>): void {
    this.#put(into);
    this.#open.push({ into, key: undefined });
  }

  #put(value: unknown): void {
    const inner = this.#open.at(-1);
    if (inner === undefined) this.value = value;
    else if (Array.isArray(inner.into)) inner.into.push(value);
    else if (inner.key !== undefined) inner.into[inner.key] = value;
  }

  #place(line: number, column: number): string {
    return `${this.#at}line ${line + 1}, column ${column + 1}`;
  }
}
