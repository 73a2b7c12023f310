/** The arrivals file of simulation-dts-renege: figures by node and period, which stand before the network's own. */
import { quoted, shown, type Findings } from "./findings.ts";
import { unknownName } from "./names.ts";
import { toNumber } from "./numbers.ts";
import { columnsByName, requiredColumns, warnOfUnread, type Table } from "./table.ts";

const REQUIRED = ["period", "node", "arr.dist", "arr.par"] as const;
const OPTIONAL = ["srv.dist", "srv.par", "capacity"] as const;

export interface Period {
  /** Our days, `[from, to)`: the tool's days 1 to 1095 are [0, 1095). */
  readonly from: number;
  readonly to: number;
  readonly row: number;
}

export interface Periods {
  readonly table: Table;
  readonly columns: ReadonlyMap<string, number>;
  /** In order, without overlaps. Nodes without periods are not in it. */
  readonly byNode: ReadonlyMap<string, readonly Period[]>;
  /** End of the last period of all; `undefined` without periods. */
  readonly end: number | undefined;
}

/** `undefined` where the table lacks a column; problems tell of it. */
export function readPeriods(table: Table, nodes: ReadonlyMap<string, number>, findings: Findings): Periods | undefined {
  const columns = columnsByName(table, table.header, findings);
  const places = requiredColumns(table, columns, REQUIRED, findings);
  if (places === undefined) return undefined;
  warnOfUnread(table, columns, [...REQUIRED, ...OPTIONAL], findings);
  table.warnOfBlanks(places.node, findings);
  const names = [...nodes.keys()];
  const byNode = new Map<string, Period[]>();
  let end: number | undefined;
  for (let row = 0; row < table.rows; row++) {
    const node = table.text(row, places.node);
    if (!nodes.has(node)) unknownName(table.at(row, places.node), node, names, findings);
    const period = periodIn(table, row, places.period, findings);
    if (period === undefined) continue;
    end = Math.max(end ?? 0, period.to);
    const others = byNode.get(node);
    if (others === undefined) byNode.set(node, [period]);
    else others.push(period);
  }
  for (const periods of byNode.values()) {
    periods.sort((a, b) => a.from - b.from);
    checkOverlaps(table, periods, places.period, findings);
  }
  return { table, columns, byNode, end };
}

/** `1;1095`, both days included, in the tool's numbers: day 1 is our day 0. */
function periodIn(table: Table, row: number, column: number, findings: Findings): Period | undefined {
  const { at, text } = table.cell(row, column);
  const [first, last, ...others] = text.split(";").map((part) => toNumber(part.trim()));
  const whole = Number.isSafeInteger(first) && Number.isSafeInteger(last) && others.length === 0;
  if (whole && first !== undefined && last !== undefined && first >= 1 && first <= last) {
    return { from: first - 1, to: last, row };
  }
  findings.problem(at, "first;last day, whole numbers from 1 on", shown(text));
  return undefined;
}

function checkOverlaps(table: Table, periods: readonly Period[], column: number, findings: Findings): void {
  let before: Period | undefined;
  for (const period of periods) {
    if (before !== undefined && period.from < before.to) {
      const expected = `a first day after ${before.to}, the last day on ${table.line(before.row)}`;
      findings.problem(table.at(period.row, column), expected, quoted(table.text(period.row, column)));
    }
    if (before === undefined || period.to > before.to) before = period;
  }
}

/** Warns of each node whose periods leave days of the run out. */
export function warnOfGaps({ table, columns, byNode }: Periods, horizon: number, findings: Findings): void {
  for (const [node, periods] of byNode) {
    let end = 0;
    let row = periods[0]?.row ?? 0;
    for (const period of [...periods, { from: horizon, to: horizon, row }]) {
      const next = Math.min(period.from, horizon);
      if (next > end) {
        const got = `none for days ${end + 1} to ${next} of ${quoted(node)}`;
        const hint = "The network's own figures hold there.";
        findings.warn(table.at(row, columns.get("period") ?? 0), "periods without gaps", got, hint);
      }
      ({ to: end, row } = period);
    }
  }
}
