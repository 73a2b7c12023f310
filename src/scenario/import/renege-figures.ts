/** What a node of simulation-dts-renege is like over the run: the network's own figures, and others by period. */
import { quoted, type Findings } from "./findings.ts";
import { numberIn, wholeZeroOrMore } from "./numbers.ts";
import { arrivalsIn, patienceIn, serviceIn } from "./renege-laws.ts";
import type { Network } from "./renege-network.ts";
import type { Periods } from "./renege-periods.ts";
import { asRouting, routesIn } from "./routes.ts";
import type { Cell, Table } from "./table.ts";
import { timeline, type Step } from "./timeline.ts";

export interface Figures {
  readonly network: Network;
  readonly periods: Periods | undefined;
  /** Steps from here on are left out. */
  readonly horizon: number;
  readonly findings: Findings;
}

type Column = "arr.dist" | "arr.par" | "srv.dist" | "srv.par" | "capacity";

/** What `read` finds in the first of `columns` and the others, over time. An empty first cell is the network's own. */
function over<T>(
  { network, periods, horizon }: Figures,
  name: string,
  row: number,
  columns: readonly [Column, ...Column[]],
  read: (first: Cell, second: Cell) => T,
): readonly [Step<T>, ...Step<T>[]] {
  const [first, second = first] = columns;
  const { table } = network;
  const ownCell = table.cell(row, network.columns[first]);
  const own = { at: ownCell.at, value: read(ownCell, table.cell(row, network.columns[second])) };
  if (periods === undefined) return timeline(own, [], horizon);
  const stretches = (periods.byNode.get(name) ?? []).map(({ from, to, row: line }) => {
    const cell = periodCell(periods, line, first);
    if (cell.text === "") return { ...own, from, to };
    return { from, to, at: cell.at, value: read(cell, periodCell(periods, line, second)) };
  });
  return timeline(own, stretches, horizon);
}

/** Empty where the file lacks the column, as it may. */
function periodCell({ table, columns }: Periods, row: number, name: Column): Cell {
  const column = columns.get(name);
  return column === undefined
    ? { at: `${table.line(row)}, column ${quoted(name)}`, text: "" }
    : table.cell(row, column);
}

export function serversOf(figures: Figures, name: string, row: number): unknown {
  const { findings } = figures;
  const [first, ...others] = over(figures, name, row, ["capacity"], (cell) =>
    numberIn(cell, wholeZeroOrMore, findings),
  );
  const steps = [first, ...others];
  if (steps.every(({ value }) => value === 0)) findings.problem(first.at, "a capacity above 0 at some time", "0");
  if (others.length === 0) return first.value;
  return { steps: steps.map(({ from, value }) => ({ from_day: from, servers: value })) };
}

/** A length of service that changes by date has no place in our format: a problem. */
export function serviceOf(figures: Figures, name: string, row: number): unknown {
  const { findings } = figures;
  const read = onceEach((law, parameters) => serviceIn(law, parameters, findings));
  const [first, ...others] = over(figures, name, row, ["srv.dist", "srv.par"], read);
  const [change] = others;
  if (change !== undefined && [first, ...others].every(({ value }) => value !== undefined)) {
    findings.problem(change.at, `the same service at all dates, as in ${first.at}`, "another law or other parameters");
  }
  return first.value;
}

/** Reads each pair of texts once, so that what is wrong with it is not told for every period. */
function onceEach<T>(read: (first: Cell, second: Cell) => T): (first: Cell, second: Cell) => T {
  const known = new Map<string, { readonly value: T }>();
  return (first, second) => {
    const texts = `${first.text} ${second.text.replace(/\s/g, "")}`;
    const { value } = known.get(texts) ?? { value: read(first, second) };
    known.set(texts, { value });
    return value;
  };
}

/** A Poisson process may change by date; a fixed number on every day may not: a problem. */
export function arrivalsOf(figures: Figures, name: string, row: number): object {
  const { findings } = figures;
  const [first, ...others] = over(figures, name, row, ["arr.dist", "arr.par"], (distribution, parameter) =>
    arrivalsIn(distribution, parameter, findings),
  );
  const steps = [first, ...others];
  const fixed = steps.find(({ value }) => value?.distribution === "const");
  if (fixed !== undefined) return fixedArrivals(fixed.value?.mean ?? 0, fixed.at, others.length === 0, findings);
  if (others.length > 0) {
    return { arrivals: [{ steps: steps.map(({ from, value }) => ({ from_day: from, per_day: value?.mean })) }] };
  }
  return first.value?.mean === 0 ? {} : { arrivals: [{ per_day: first.value?.mean }] };
}

function fixedArrivals(mean: number, at: string, alone: boolean, findings: Findings): object {
  if (!alone) findings.problem(at, "pois, where arrivals change by date", "const");
  const hint = `Evenly spread over the day here; simulation-dts-renege adds all ${mean} at once.`;
  findings.warn(at, "pois", "const", hint);
  return { arrivals: [{ between: { law: "deterministic", days: 1 / mean } }] };
}

/** Without a formula people wait for ever, and nobody needs a place to leave to. */
export function patienceOf({ network, findings }: Figures, row: number): object {
  const { table, patience, leaving } = network;
  const { formula, parameters } = patience;
  if (formula === undefined || table.text(row, formula) === "") {
    warnOfUnused(table, row, [parameters, ...leaving.values()], findings);
    return {};
  }
  const formulaCell = table.cell(row, formula);
  const parameterCell =
    parameters === undefined ? { at: `${table.line(row)}, column "wt_params"`, text: "" } : table.cell(row, parameters);
  const routes = routesIn(table, row, leaving, findings);
  return { patience: patienceIn(formulaCell, parameterCell, findings), leavers: routes && asRouting(routes) };
}

function warnOfUnused(table: Table, row: number, columns: readonly (number | undefined)[], findings: Findings): void {
  const column = columns.find((each) => table.text(row, each) !== "");
  if (column === undefined) return;
  const hint = "Without a formula nobody leaves; this was not read.";
  findings.warn(table.at(row, column), 'an empty cell, as in "wt_fn"', quoted(table.text(row, column)), hint);
}
