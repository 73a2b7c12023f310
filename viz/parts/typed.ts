/** Numbers as people type them. */
import { amount } from "../numbers.ts";

/** A comma in front of three digits parts thousands, as in `30,000`; any other is a decimal point, as in `0,5`. */
const thousands = /^[+-]?[1-9]\d{0,2}(,\d{3})+(\.\d*)?$/;

/** NaN where the text is no number. A pound sign in front and spaces around are passed over. */
export function numberIn(text: string): number {
  const plain = text.replace("−", "-").replace("£", "").trim();
  if (plain === "") return NaN;
  const value = Number(thousands.test(plain) ? plain.replaceAll(",", "") : plain.replace(",", "."));
  return Number.isFinite(value) ? value : NaN;
}

export interface Limits {
  readonly low?: number;
  readonly high?: number;
  readonly whole?: boolean;
}

/** Why a text is no number within these limits, in words; "" where it is one. */
export function faultIn(text: string, { low = -Infinity, high = Infinity, whole = false }: Limits): string {
  const value = numberIn(text);
  if (value >= low && value <= high && (!whole || Number.isInteger(value))) return "";
  const above = high === Infinity ? ` of ${amount(low)} or more` : ` from ${amount(low)} to ${amount(high)}`;
  const range = low === -Infinity ? "" : above;
  return `Give a ${whole ? "whole " : ""}number${range}, not ‘${text.trim()}’.`;
}
