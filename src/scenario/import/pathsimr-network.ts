/** PathSimR's network file: which row is a node or an exit, which column says what, and the routes with their delays. */
import { quoted, type Findings } from "./findings.ts";
import { rowsByName, unknownName } from "./names.ts";
import { lawIn, type Unit } from "./pathsimr-laws.ts";
import { placesOf, type Places } from "./places.ts";
import { routesIn, type Route } from "./routes.ts";
import { columnsByName, requiredColumns, type Cell, type Table } from "./table.ts";

const REQUIRED = ["serv_dist", "serv_dist_param", "ext_queue", "int_queue"] as const;
const DELAY_LAW = "_delay_dist";
const DELAY_PARAMETERS = "_delay_params";

interface DelayColumns {
  readonly law: number | undefined;
  readonly parameters: number | undefined;
}

/** Nodes are the rows with a law of service. */
export interface Network extends Places {
  readonly table: Table;
  readonly columns: Readonly<Record<(typeof REQUIRED)[number], number>>;
  readonly routing: ReadonlyMap<string, number>;
  /** By place to go to. */
  readonly delays: ReadonlyMap<string, DelayColumns>;
}

/** `undefined` where the table lacks a column; problems tell of it. */
export function readNetwork(table: Table, findings: Findings): Network | undefined {
  const rows = rowsByName(table, findings);
  const all = columnsByName(table, withDelaysNamed(table.header), findings);
  const columns = requiredColumns(table, all, REQUIRED, findings);
  if (columns === undefined) return undefined;
  const { routing, laws, parameters } = sortedOut(all, columns);
  checkPlaces(table, [routing, laws, parameters], rows, findings);
  const places = placesOf(table, rows, columns.serv_dist, findings);
  const delayed = [...new Set([...laws.keys(), ...parameters.keys()])];
  const delays = new Map(delayed.map((to) => [to, { law: laws.get(to), parameters: parameters.get(to) }]));
  return { ...places, table, columns, routing, delays };
}

/** In older files a place's name stands there three times: for routing, laws of delay, and their parameters. */
function withDelaysNamed(header: readonly string[]): readonly string[] {
  const names = ["", ...header.slice(1)];
  if (names.some((name) => name.endsWith(DELAY_LAW) || name.endsWith(DELAY_PARAMETERS))) return names;
  const times = new Map<string, number>();
  const fixed: readonly string[] = REQUIRED;
  return names.map((name) => {
    if (name === "" || fixed.includes(name)) return name;
    const time = (times.get(name) ?? 0) + 1;
    times.set(name, time);
    if (time === 2) return name + DELAY_LAW;
    return time === 3 ? name + DELAY_PARAMETERS : name;
  });
}

/** Columns that are named after places, by what they say of them. */
function sortedOut(
  all: ReadonlyMap<string, number>,
  columns: object,
): Record<"routing" | "laws" | "parameters", Map<string, number>> {
  const sorted = {
    routing: new Map<string, number>(),
    laws: new Map<string, number>(),
    parameters: new Map<string, number>(),
  };
  for (const [name, column] of all) {
    if (Object.hasOwn(columns, name)) continue;
    if (name.endsWith(DELAY_LAW)) sorted.laws.set(name.slice(0, -DELAY_LAW.length), column);
    else if (name.endsWith(DELAY_PARAMETERS)) sorted.parameters.set(name.slice(0, -DELAY_PARAMETERS.length), column);
    else sorted.routing.set(name, column);
  }
  return sorted;
}

/** A problem for each place that no row has: once, though it may have three columns. */
function checkPlaces(
  table: Table,
  kinds: readonly ReadonlyMap<string, number>[],
  rows: ReadonlyMap<string, number>,
  findings: Findings,
): void {
  const told = new Set<string>();
  const names = [...rows.keys()];
  for (const [place, column] of kinds.flatMap((columns) => [...columns])) {
    if (rows.has(place) || told.has(place)) continue;
    told.add(place);
    unknownName(table.atHeader(column), place, names, findings);
  }
}

/**
 * The routes of a row with their delays. A delayed person still counts as in the bed they leave, so their server waits
 * with them.
 */
export function delayedRoutes(network: Network, row: number, unit: Unit, findings: Findings): Route[] | undefined {
  const { table, routing } = network;
  const delays = delaysIn(network, row, unit, findings);
  const routes = routesIn(table, row, routing, findings);
  return routes?.map((route) => {
    const delay = delays.get(route.to);
    return delay === undefined ? route : { ...route, delay, holds_server: true };
  });
}

function delaysIn({ table, delays }: Network, row: number, unit: Unit, findings: Findings): Map<string, object> {
  const found = new Map<string, object>();
  for (const [to, { law, parameters }] of delays) {
    if (table.text(row, law) === "" && table.text(row, parameters) === "") continue;
    const lawCell = delayCell(table, row, law, to + DELAY_LAW);
    const delay = lawIn(lawCell, delayCell(table, row, parameters, to + DELAY_PARAMETERS), unit, findings);
    if (delay !== undefined) found.set(to, delay);
  }
  return found;
}

/** Empty where the file has no such column. */
function delayCell(table: Table, row: number, column: number | undefined, name: string): Cell {
  return column === undefined
    ? { at: `${table.line(row)}, column ${quoted(name)}`, text: "" }
    : table.cell(row, column);
}
