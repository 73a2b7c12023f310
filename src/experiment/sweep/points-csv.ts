/** Design points made elsewhere (SALib, R): a CSV with a column for each factor, by its name, and a row for each point. */
import { readCsv } from "../../scenario/csv.ts";
import type { Problem } from "../../scenario/types.ts";
import type { Point } from "./design.ts";

export type ReadPoints =
  | { readonly ok: true; readonly points: readonly Point[] }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** Other columns are left alone. An empty cell: as it is in the scenario. Cells are JSON, or else plain text. */
export function readPoints(text: string, name: string, factors: readonly string[]): ReadPoints {
  const read = readCsv(text, name);
  if (!read.ok) return read;
  const { header, rows } = read.csv;
  const columns = factors.map((factor) => header.indexOf(factor));
  const problems = factors.flatMap((factor, i): Problem[] => {
    const times = header.filter((column) => column === factor).length;
    if (times === 1) return [];
    const got = columns[i]! < 0 ? "none" : `${times}`;
    return [
      {
        at: `${name}, line 1`,
        expected: `one column ${JSON.stringify(factor)}`,
        got,
        hint: `Columns: ${header.join(", ")}.`,
      },
    ];
  });
  if (rows.length === 0) problems.push({ at: name, expected: "a row for each point", got: "none" });
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, points: rows.map((row) => columns.map((column) => valueOf(row[column]!.trim()))) };
}

function valueOf(cell: string): unknown {
  if (cell === "") return undefined;
  try {
    return JSON.parse(cell) as unknown;
  } catch {
    return cell;
  }
}
