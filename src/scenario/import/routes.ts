/** Where people go: rows of probabilities, a column for each place. */
import { quoted, type Findings } from "./findings.ts";
import { chance, numberIn } from "./numbers.ts";
import type { Table } from "./table.ts";

/** A route as a user would write it. */
export interface Route {
  readonly to: string;
  readonly probability: number;
  readonly delay?: object;
  readonly holds_server?: true;
}

/** What calculating with decimals leaves behind. The scenario format allows as much. */
const ROUNDING = 1e-9;
/** What writing probabilities with three or more digits leaves behind. */
const WRITTEN_ROUNDING = 1e-3;

/**
 * The routes of a row, without those of probability 0. `columns` are the places by name.
 * A problem where a probability is none, or where they do not add up to 1.
 */
export function routesIn(
  table: Table,
  row: number,
  columns: ReadonlyMap<string, number>,
  findings: Findings,
): Route[] | undefined {
  const routes: Route[] = [];
  let sound = true;
  for (const [to, column] of columns) {
    if (table.text(row, column) === "") continue;
    const probability = numberIn(table.cell(row, column), chance, findings);
    if (probability === undefined) sound = false;
    else if (probability > 0) routes.push({ to, probability });
  }
  return sound ? addingUpToOne(routes, atColumns(table, row, columns), WRITTEN_ROUNDING, findings) : undefined;
}

/** All to one place is written as its name. */
export function asRouting(routes: readonly Route[]): string | readonly Route[] {
  const [only, ...others] = routes;
  return only !== undefined && others.length === 0 && only.delay === undefined ? only.to : routes;
}

/** The items with their probabilities divided by the sum; a warning when it is not 1, a problem beyond `tolerance`. */
export function addingUpToOne<T extends { readonly probability: number }>(
  items: readonly T[],
  at: string,
  tolerance: number,
  findings: Findings,
): T[] | undefined {
  const sum = items.reduce((total, item) => total + item.probability, 0);
  const off = Math.abs(sum - 1);
  if (off <= ROUNDING) return [...items];
  const expected = "probabilities that add up to 1";
  const got = `${Number(sum.toPrecision(6))}`;
  if (sum === 0 || off > tolerance + ROUNDING) {
    findings.problem(at, expected, got);
    return undefined;
  }
  findings.warn(at, expected, got, "Each was divided by the sum.");
  return items.map((item) => ({ ...item, probability: item.probability / sum }));
}

function atColumns(table: Table, row: number, columns: ReadonlyMap<string, number>): string {
  const [first, ...others] = columns.values();
  const last = others.at(-1);
  if (first === undefined) return table.line(row);
  if (last === undefined) return table.at(row, first);
  return `${table.line(row)}, columns ${quoted(table.header[first] ?? "")} to ${quoted(table.header[last] ?? "")}`;
}
