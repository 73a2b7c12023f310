/** Numbers in cells: one alone, or several parted by semicolons. */
import { shown, type Findings } from "./findings.ts";
import type { Cell } from "./table.ts";

/** What a number must be, in words and in deed. */
export interface Bound {
  readonly words: string;
  readonly allows: (x: number) => boolean;
}

export const anyNumber: Bound = { words: "a number", allows: () => true };
export const zeroOrMore: Bound = { words: "a number, 0 or more", allows: (x) => x >= 0 };
/** Not so small that one over it has no number. */
export const aboveZero: Bound = { words: "a number above 0", allows: (x) => x > 0 && 1 / x < Infinity };
export const wholeZeroOrMore: Bound = { words: "a whole number, 0 or more", allows: (x) => isWhole(x) && x >= 0 };
export const chance: Bound = { words: "a probability from 0 to 1", allows: (x) => x >= 0 && x <= 1 };

const isWhole = Number.isSafeInteger;

/** `undefined` for all that is not a finite number in decimal notation. */
export function toNumber(text: string): number | undefined {
  if (!/^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/i.test(text)) return undefined;
  const number = Number(text);
  return Number.isFinite(number) ? number : undefined;
}

/** The number in a cell; a problem when it is none, or not within its bound. */
export function numberIn(cell: Cell, bound: Bound, findings: Findings): number | undefined {
  return checked(cell.text, bound, cell.at, bound.words, findings);
}

/** The numbers of a list such as `4.02;0.384`: as many as `wanted` has names, each within its bound. */
export function numbersIn(
  cell: Cell,
  wanted: Readonly<Record<string, Bound>>,
  findings: Findings,
): readonly number[] | undefined {
  const parts = cell.text.split(";").map((part) => part.trim());
  const bounds = Object.entries(wanted);
  if (parts.length !== bounds.length) {
    findings.problem(cell.at, bounds.map(([name]) => name).join(";"), shown(cell.text));
    return undefined;
  }
  const numbers = bounds.map(([name, bound], i) =>
    checked(parts[i] ?? "", bound, cell.at, `${bound.words}, as ${name}`, findings),
  );
  return numbers.every((number) => number !== undefined) ? numbers : undefined;
}

function checked(text: string, bound: Bound, at: string, expected: string, findings: Findings): number | undefined {
  const number = toNumber(text);
  if (number !== undefined && bound.allows(number)) return number;
  const hint = /^[+-]?\d*,\d+$/.test(text) ? "Decimals are written with a point." : undefined;
  findings.problem(at, expected, shown(text), hint);
  return undefined;
}
