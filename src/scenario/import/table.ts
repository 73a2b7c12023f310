/**
 * A CSV of another tool, read cell by cell, each of which knows its place.
 *
 * Blanks around a cell are cut off, and `NA` (R's word for a missing value) is read as empty.
 */
import { readCsv, type Csv } from "../csv.ts";
import { quoted, type Findings, type NamedText } from "./findings.ts";
import { nearest } from "./names.ts";

export interface Cell {
  /** `network.csv, line 3, column "capacity"`. */
  readonly at: string;
  readonly text: string;
}

export class Table {
  readonly name: string;
  readonly header: readonly string[];
  readonly #csv: Csv;
  readonly #headerLine: number;
  readonly #repeated: ReadonlySet<string>;

  constructor(file: NamedText, csv: Csv) {
    this.name = file.name;
    this.#csv = csv;
    this.header = csv.header.map((cell) => cell.trim());
    this.#headerLine = 1 + (/^[\s,;]*/.exec(file.text)?.[0].match(/\r\n?|\n/g)?.length ?? 0);
    const seen = new Set<string>();
    this.#repeated = new Set(this.header.filter((name) => seen.size === seen.add(name).size));
  }

  get rows(): number {
    return this.#csv.rows.length;
  }

  /** Empty where the column is `undefined`, as an optional column may be. */
  text(row: number, column: number | undefined): string {
    const text = column === undefined ? "" : this.raw(row, column).trim();
    return text === "NA" ? "" : text;
  }

  /** As it stands in the file. */
  raw(row: number, column: number): string {
    return this.#csv.rows[row]?.[column] ?? "";
  }

  cell(row: number, column: number): Cell {
    return { at: this.at(row, column), text: this.text(row, column) };
  }

  /** The place of a cell. */
  at(row: number, column: number): string {
    return `${this.line(row)}, ${this.#label(column)}`;
  }

  atHeader(column: number): string {
    return `${this.name}, line ${this.#headerLine}, ${this.#label(column)}`;
  }

  line(row: number): string {
    return `${this.name}, line ${this.#csv.lines[row] ?? this.#headerLine}`;
  }

  /** Warns once of each name with blanks around it, in the header and down the column of names. */
  warnOfBlanks(names: number, findings: Findings): void {
    const seen = new Set<string>();
    const look = (raw: string, at: () => string): void => {
      const name = raw.trim();
      if (name === raw || name === "" || seen.size === seen.add(raw).size) return;
      findings.warn(at(), "a name without blanks around it", quoted(raw), `Read as ${quoted(name)}.`);
    };
    for (const [column, raw] of this.#csv.header.entries()) look(raw, () => this.atHeader(column));
    for (let row = 0; row < this.rows; row++) look(this.raw(row, names), () => this.at(row, names));
  }

  #label(column: number): string {
    const name = this.header[column] ?? "";
    if (name === "") return `column ${column + 1}`;
    return this.#repeated.has(name) ? `column ${column + 1} ${quoted(name)}` : `column ${quoted(name)}`;
  }
}

/** `undefined`, with problems, for what is no table or has more than `mostRows` beside its header. */
export function openTable(file: NamedText, findings: Findings, mostRows = Infinity): Table | undefined {
  const read = readCsv(file.text, file.name);
  if (read.ok && read.csv.rows.length > mostRows) {
    findings.problem(file.name, `a table of at most ${mostRows} rows`, `${read.csv.rows.length}`);
    return undefined;
  }
  if (read.ok) return new Table(file, read.csv);
  for (const { at, expected, got, hint } of read.problems) findings.problem(at, expected, got, hint);
  return undefined;
}

/**
 * Where each column is, by its name in `header`. A column that is there twice is left out the second time with a
 * warning when both say the same, and is a problem when they do not. So is a column without a name, unless it is empty
 * or the first, where R writes the numbers or the names of rows.
 */
export function columnsByName(table: Table, header: readonly string[], findings: Findings): Map<string, number> {
  const columns = new Map<string, number>();
  for (const [column, name] of header.entries()) {
    const first = columns.get(name);
    if (name === "") checkNameless(table, column, findings);
    else if (first === undefined) columns.set(name, column);
    else checkDouble(table, first, column, findings);
  }
  return columns;
}

function checkNameless(table: Table, column: number, findings: Findings): void {
  if (column === 0) return;
  const row = rowWhere(table, (each) => table.text(each, column) !== "");
  if (row !== undefined) {
    findings.problem(table.at(row, column), "nothing in a column without a name", quoted(table.text(row, column)));
  }
}

function checkDouble(table: Table, first: number, column: number, findings: Findings): void {
  const row = rowWhere(table, (each) => table.text(each, column) !== table.text(each, first));
  if (row === undefined) {
    const hint = "Both columns say the same; the first is read.";
    findings.warn(table.atHeader(column), "each column once", "the column a second time", hint);
  } else {
    const expected = `${quoted(table.text(row, first))}, as in the first column of that name`;
    findings.problem(table.at(row, column), expected, quoted(table.text(row, column)));
  }
}

/** Warns of each column that an import does not read. */
export function warnOfUnread(
  table: Table,
  columns: ReadonlyMap<string, number>,
  read: readonly string[],
  findings: Findings,
): void {
  for (const [name, column] of columns) {
    if (read.includes(name)) continue;
    const expected = `one of the columns ${read.join(", ")}`;
    findings.warn(table.atHeader(column), expected, "another column", "It was not read.");
  }
}

function rowWhere(table: Table, holds: (row: number) => boolean): number | undefined {
  for (let row = 0; row < table.rows; row++) if (holds(row)) return row;
  return undefined;
}

/** The places of the columns that must be there, in the order of `names`; a problem for each that is not. */
export function requiredColumns<const Name extends string>(
  table: Table,
  columns: ReadonlyMap<string, number>,
  names: readonly Name[],
  findings: Findings,
): Readonly<Record<Name, number>> | undefined {
  const missing = names.filter((name) => !columns.has(name));
  const others = [...columns.keys()];
  for (const name of missing) {
    findings.problem(table.line(-1), `a column ${quoted(name)}`, "none of that name", () => nearest(name, others));
  }
  const places = Object.fromEntries(names.map((name) => [name, columns.get(name)]));
  return hasAll(places, names) ? places : undefined;
}

function hasAll<Name extends string>(
  places: Readonly<Record<string, number | undefined>>,
  names: readonly Name[],
): places is Record<Name, number> {
  return names.every((name) => places[name] !== undefined);
}
