/** Tables of an analysis into the folder of `--out`, with a manifest of what made them. */
import { csvOf, type Table } from "../index.ts";
import { manifestName, OutFolder } from "./out-folder.ts";
import { version } from "./package.ts";

export type Tables = Readonly<Record<string, Table>>;

/** Told before hours of work: whether tables of these names can be written there. Throws an `InputError` if not; leaves no trace. */
export function checkTablesOut(path: string | undefined, files: readonly string[]): void {
  if (path !== undefined) new OutFolder(path, [...files, manifestName]).discard();
}

/** @param about what decided the tables; goes into the manifest. */
export async function writeTables(path: string, tables: Tables, about: object, signal: AbortSignal): Promise<void> {
  const files = [...Object.keys(tables), manifestName];
  const folder = new OutFolder(path, files);
  try {
    for (const [file, table] of Object.entries(tables)) await folder.writeFile(file, csvOf(table), signal);
    const manifest = { made_by: "caregap", version: version(), ...about, files };
    await folder.writeFile(manifestName, [`${JSON.stringify(manifest, undefined, 2)}\n`], signal);
    folder.commit();
  } catch (error) {
    folder.discard();
    throw error;
  }
}

/** The tables for other programs, on standard output, as one JSON object with a list of rows for each. */
export function printTables(about: object, tables: Tables): void {
  const made: Record<string, unknown> = { made_by: "caregap", version: version(), ...about };
  for (const [file, table] of Object.entries(tables)) {
    const rows = [...table.rows()].map((row) => table.columns.map((column, i) => [column, row[i]] as const));
    made[file.replace(/\.csv$/, "").replaceAll("-", "_")] = rows.map((row) => Object.fromEntries(row) as unknown);
  }
  process.stdout.write(`${JSON.stringify(made, undefined, 1)}\n`);
}
