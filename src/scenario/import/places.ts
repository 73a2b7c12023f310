/** Which rows of a network are nodes, where people are served, and which are exits. */
import { MOST_NODES } from "../schema.ts";
import { quoted, type Findings } from "./findings.ts";
import { toNumber } from "./numbers.ts";
import type { Table } from "./table.ts";

/** As many as a scenario may have of nodes and of exits. Refused early, since more would take long to look through. */
export const MOST_PLACES = 2 * MOST_NODES;

export interface Places {
  /** By name, with their rows, in the file's order. */
  readonly nodes: ReadonlyMap<string, number>;
  readonly exits: readonly string[];
}

/** Nodes are the rows that say something in `column`. A problem without a node or without an exit. */
export function placesOf(table: Table, rows: ReadonlyMap<string, number>, column: number, findings: Findings): Places {
  const nodes = new Map([...rows].filter(([, row]) => table.text(row, column) !== ""));
  const exits = [...rows].filter(([name]) => !nodes.has(name));
  const name = quoted(table.header[column] ?? "");
  for (const [, row] of exits) {
    checkExit(table, row, `A row with something in ${name} is a node; one without is an exit.`, findings);
  }
  if (nodes.size === 0) findings.problem(table.atHeader(column), `a row with something in ${name}: a node`, "none");
  if (exits.length === 0) findings.problem(table.atHeader(column), `a row with nothing in ${name}: an exit`, "none");
  return { nodes, exits: exits.map(([exit]) => exit) };
}

/** A problem when the row of an exit says anything: nobody is served there, so nobody goes on from there. */
export function checkExit(table: Table, row: number, hint: string, findings: Findings): void {
  for (let column = 1; column < table.header.length; column++) {
    const text = table.text(row, column);
    if (text === "" || toNumber(text) === 0) continue;
    findings.problem(table.at(row, column), "an empty row for an exit", quoted(text), hint);
    return;
  }
}
