/** The tables of simulation-dts-renege: which row is a node or an exit, and which column says what. */
import { quoted, type Findings } from "./findings.ts";
import { rowsByName, unknownName } from "./names.ts";
import { checkExit, placesOf, type Places } from "./places.ts";
import { columnsByName, requiredColumns, type Table } from "./table.ts";

const REQUIRED = ["arr.dist", "arr.par", "srv.dist", "srv.par", "capacity"] as const;
const PATIENCE = ["wt_fn", "wt_params"];
/** Before the name of a place: where those go who leave its waiting list. */
const LEAVING = "wt_";

/** Nodes are the rows with a capacity. */
export interface Network extends Places {
  readonly table: Table;
  readonly columns: Readonly<Record<(typeof REQUIRED)[number], number>>;
  readonly patience: { readonly formula: number | undefined; readonly parameters: number | undefined };
  readonly routing: ReadonlyMap<string, number>;
  readonly leaving: ReadonlyMap<string, number>;
}

/** `undefined` where the table lacks a column; problems tell of it. */
export function readNetwork(table: Table, findings: Findings): Network | undefined {
  const rows = rowsByName(table, findings);
  const names = [...rows.keys()];
  const all = columnsByName(table, ["", ...table.header.slice(1)], findings);
  const columns = requiredColumns(table, all, REQUIRED, findings);
  if (columns === undefined) return undefined;
  const routing = new Map<string, number>();
  const leaving = new Map<string, number>();
  for (const [name, column] of all) {
    if (Object.hasOwn(columns, name) || PATIENCE.includes(name)) continue;
    const leave = name.startsWith(LEAVING);
    const place = leave ? name.slice(LEAVING.length) : name;
    if (rows.has(place)) (leave ? leaving : routing).set(place, column);
    else unknownName(table.atHeader(column), place, names, findings);
  }
  const places = placesOf(table, rows, columns.capacity, findings);
  const patience = { formula: all.get("wt_fn"), parameters: all.get("wt_params") };
  return { ...places, table, columns, patience, routing, leaving };
}

/** A table of routing alone, for the same nodes as the network's. */
export interface Flow {
  readonly table: Table;
  readonly rows: ReadonlyMap<string, number>;
  readonly routing: ReadonlyMap<string, number>;
}

export function readFlow(table: Table, { nodes, exits }: Network, findings: Findings): Flow {
  const places = [...nodes.keys(), ...exits];
  const known = new Set(places);
  const rows = rowsByName(table, findings);
  const routing = columnsByName(table, ["", ...table.header.slice(1)], findings);
  for (const [name, column] of routing) {
    if (!known.has(name)) unknownName(table.atHeader(column), name, places, findings);
  }
  for (const [name, row] of rows) {
    if (!known.has(name)) unknownName(table.at(row, 0), name, places, findings);
    else if (!nodes.has(name)) checkExit(table, row, "Nobody is served at an exit of the network.", findings);
  }
  for (const name of nodes.keys()) {
    if (!rows.has(name)) findings.problem(table.name, `a row for the node ${quoted(name)}`, "none of that name");
  }
  return { table, rows, routing };
}
