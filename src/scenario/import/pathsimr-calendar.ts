/** PathSimR's calendar file: capacities and rates of arrival from start to end, which repeat after the last end. */
import { quoted, shown, type Findings } from "./findings.ts";
import { unknownName } from "./names.ts";
import { numberIn, wholeZeroOrMore, zeroOrMore } from "./numbers.ts";
import { columnsByName, requiredColumns, warnOfUnread, type Table } from "./table.ts";

const COLUMNS = ["metric", "node", "start", "end", "value"] as const;
type Columns = Readonly<Record<(typeof COLUMNS)[number], number>>;

/** Capacity, and arrivals per unit of time. */
export type Metric = "cap" | "ext_arr";

interface Row {
  readonly row: number;
  readonly start: number;
  /** Infinity: always. */
  readonly end: number;
  readonly value: number;
}

export interface Calendar {
  readonly table: Table;
  readonly columns: Columns;
  /** Rows that follow each other without gaps from 0 on. Keys are those of `keyOf`. */
  readonly rows: ReadonlyMap<string, readonly Row[]>;
}

const keyOf = (metric: Metric, node: string): string => `${metric} ${node}`;

/** `undefined` where the table lacks a column; problems tell of it. */
export function readCalendar(
  table: Table,
  nodes: ReadonlyMap<string, number>,
  findings: Findings,
): Calendar | undefined {
  const all = columnsByName(table, table.header, findings);
  const columns = requiredColumns(table, all, COLUMNS, findings);
  if (columns === undefined) return undefined;
  warnOfUnread(table, all, COLUMNS, findings);
  table.warnOfBlanks(columns.node, findings);
  const names = [...nodes.keys()];
  const found = new Map<string, Row[]>();
  const faulty = new Set<string>();
  for (let row = 0; row < table.rows; row++) {
    const metric = metricIn(table, row, columns, findings);
    const node = table.text(row, columns.node);
    if (!nodes.has(node)) unknownName(table.at(row, columns.node), node, names, findings);
    if (metric === undefined) continue;
    const key = keyOf(metric, node);
    const read = rowIn(table, row, columns, metric, findings);
    const others = found.get(key);
    if (read === undefined) faulty.add(key);
    if (others === undefined) found.set(key, read === undefined ? [] : [read]);
    else if (read !== undefined) others.push(read);
  }
  for (const [key, rows] of found) {
    rows.sort((a, b) => a.start - b.start);
    if (!faulty.has(key)) checkOneAfterAnother(table, rows, columns, findings);
  }
  return { table, columns, rows: found };
}

function metricIn(table: Table, row: number, columns: Columns, findings: Findings): Metric | undefined {
  const { at, text } = table.cell(row, columns.metric);
  if (text === "cap" || text === "ext_arr") return text;
  findings.problem(at, "cap or ext_arr", shown(text));
  return undefined;
}

function rowIn(table: Table, row: number, columns: Columns, metric: Metric, findings: Findings): Row | undefined {
  const start = numberIn(table.cell(row, columns.start), zeroOrMore, findings);
  const endCell = table.cell(row, columns.end);
  const later = { words: `a number above ${start ?? 0}, the start`, allows: (x: number) => x > (start ?? 0) };
  const end = endCell.text === "" ? Infinity : numberIn(endCell, later, findings);
  const bound = metric === "cap" ? wholeZeroOrMore : zeroOrMore;
  const value = numberIn(table.cell(row, columns.value), bound, findings);
  if (start === undefined || end === undefined || value === undefined) return undefined;
  return { row, start, end, value };
}

/** The first row starts at 0, each other where the one before it ends, and only one that is alone may last for ever. */
function checkOneAfterAnother(table: Table, rows: readonly Row[], columns: Columns, findings: Findings): void {
  let before: Row | undefined;
  for (const row of rows) {
    const start = before?.end ?? 0;
    const where =
      before === undefined ? "a first start at 0" : `a start at ${start}, where ${table.line(before.row)} ends`;
    if (row.end === Infinity && rows.length > 1) {
      const hint = "Without an end a value holds for ever; it must then be the only one.";
      findings.problem(table.at(row.row, columns.end), "a number", "an empty cell", hint);
    } else if (row.start !== start && start !== Infinity) {
      findings.problem(table.at(row.row, columns.start), where, `${row.start}`, "No gaps and no overlaps.");
    }
    before = row;
  }
}

/** Steps as a scenario file has them, without those that change nothing. Infinity: never repeated. */
export interface Repeating {
  /** The cell of the first value. */
  readonly at: string;
  readonly steps: readonly { readonly from: number; readonly value: number }[];
  readonly repeatEvery: number;
}

/** `undefined` where the calendar says nothing of it, or nothing usable, which a problem tells of. */
export function repeating(
  { table, columns, rows }: Calendar,
  metric: Metric,
  node: string,
  findings: Findings,
): Repeating | undefined {
  const found = rows.get(keyOf(metric, node));
  if (found === undefined) tellMissing(table, metric, node, findings);
  const [first] = found ?? [];
  if (found === undefined || first === undefined) return undefined;
  const steps = found.filter(({ value }, i) => value !== found[i - 1]?.value);
  return {
    at: table.at(first.row, columns.value),
    steps: steps.map(({ start, value }) => ({ from: start, value })),
    repeatEvery: found.at(-1)?.end ?? Infinity,
  };
}

/** Without a capacity a node is nothing; without a rate of arrival there may well be none. */
function tellMissing(table: Table, metric: Metric, node: string, findings: Findings): void {
  const expected = `a row of metric ${metric} for the node ${quoted(node)}`;
  if (metric === "cap") findings.problem(table.name, expected, "none");
  else findings.warn(table.name, expected, "none", "Nobody comes there from outside.");
}
