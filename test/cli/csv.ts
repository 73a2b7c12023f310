/** Reads CSV files of results in tests. */
import { readFileSync } from "node:fs";
import { readCsv } from "../../src/scenario/csv.ts";

/** A file's rows as objects of text. */
export function readRows(path: string): Record<string, string>[] {
  const read = readCsv(readFileSync(path, "utf8"), path);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  const { header, rows } = read.csv;
  return rows.map((row) => Object.fromEntries(row.map((cell, i) => [header[i]!, cell])));
}

export const headerOf = (path: string): string => readFileSync(path, "utf8").split("\n")[0]!;
