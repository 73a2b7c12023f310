/** A folder of results as it was written by `--out`: what made it, and its tables. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { type AnyScenario, type MeasureKey, readCsv, type WarmUpJudgement } from "../index.ts";
import { InputError } from "./errors.ts";
import { manifestName } from "./out-folder.ts";
import { readText } from "./read-text.ts";

/** What the manifest says, as far as it is told again. */
export interface Made {
  readonly version: string;
  /** Of a run or comparison: what to type for the same. */
  readonly command?: string;
  readonly title?: string;
  readonly seed: string;
  readonly executive: string;
  readonly replications: unknown;
  readonly scenarios: readonly {
    readonly name: string;
    readonly sha256?: string;
    readonly scenario: AnyScenario;
    /** Of a sweep only why it was not judged. */
    readonly warm_up?: WarmUpJudgement | { readonly untold: string };
  }[];
  readonly files: readonly string[];
  /** Of a sweep only. */
  readonly points?: number;
  readonly design?: string;
  readonly factors?: readonly { readonly name: string; readonly path: unknown }[];
}

/** Throws an `InputError` where there is no result of caregap. */
export function readManifest(folder: string): Made {
  const path = join(folder, manifestName);
  const hint = "Make results with: caregap run SCENARIO --out FOLDER";
  if (!existsSync(path)) throw new InputError(`${folder} holds no caregap result: it has no ${manifestName}. ${hint}`);
  const text = readText(path, path);
  try {
    const manifest = JSON.parse(text) as Partial<Made> & { readonly made_by?: unknown };
    if (manifest.made_by === "caregap" && Array.isArray(manifest.scenarios) && Array.isArray(manifest.files)) {
      return manifest as Made;
    }
  } catch {
    // Told below: whatever it is, it is none of ours.
  }
  throw new InputError(`${path} is not the manifest of a caregap result. ${hint}`);
}

/** Rows of a table with the key of a figure in them. */
export interface FigureRow {
  readonly key: MeasureKey;
  readonly cells: Readonly<Record<string, string>>;
}

/** The rows of a table of figures, such as summary.csv. */
export function readFigures(folder: string, file: string): FigureRow[] {
  const path = join(folder, file);
  const read = readCsv(readText(path, path), file);
  if (!read.ok) {
    const { at, expected, got } = read.problems[0]!;
    throw new InputError(`cannot read ${path}: ${at}: expected ${expected}, got ${got}`);
  }
  const { header, rows } = read.csv;
  return rows.map((row) => {
    const cells = Object.fromEntries(header.map((name, i) => [name, withoutGuard(row[i] ?? "")]));
    const { window = "", place = "", group = "", measure = "", estimand = "", statistic = "", unit = "" } = cells;
    return { key: { window, place, group, measure, estimand, statistic, unit }, cells };
  });
}

/** A name that a spreadsheet would take for a formula was written with a ' before it. */
const withoutGuard = (cell: string): string => (/^'[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell);

/** A number of a cell; NaN for an empty one. */
export const numberIn = (cell: string | undefined): number => (cell === undefined || cell === "" ? NaN : Number(cell));
