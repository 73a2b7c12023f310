/** Tables as Parquet, with the columns that they have as CSV. */
import { type ParquetColumn, ParquetFile } from "../records/parquet.ts";
import type { Table } from "./tables.ts";

/** Columns of whole numbers; all other columns of numbers are doubles. */
const whole = new Set(["point", "replication", "level", "n"]);

/**
 * Hands the bytes of a table's file to `write`, piece by piece. A column is of numbers if all its cells are; that takes a
 * first look at all rows, since types stand before the values.
 */
export function writeParquet(table: Table, write: (bytes: Uint8Array) => void): void {
  const file = new ParquetFile(columnsOf(table), write);
  for (const row of table.rows()) file.add(row);
  file.end();
}

function columnsOf(table: Table): ParquetColumn[] {
  const isText = table.columns.map(() => false);
  for (const row of table.rows()) {
    for (const [i, cell] of row.entries()) if (typeof cell === "string" && cell !== "") isText[i] = true;
  }
  return table.columns.map((name, i) => ({ name, type: isText[i] ? "STRING" : whole.has(name) ? "INT32" : "DOUBLE" }));
}
