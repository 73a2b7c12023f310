/** Where the events of a study go, in the form that `--log` asks for, and as Parquet too where that is asked for. */
import {
  type Cell,
  csvLines,
  EventCsv,
  eventColumns,
  eventParquetColumns,
  EventRows,
  type Legend,
  type ParquetColumn,
  ParquetFile,
  type Reader,
  vidigiColumns,
  VidigiRows,
} from "../../index.ts";
import type { OutFolder } from "../out-folder.ts";
import { XesFile } from "./xes.ts";

export const logFormats = ["csv", "vidigi", "xes"] as const;
export type LogFormat = (typeof logFormats)[number];

export interface EventLog {
  /**
   * What listens to one replication of a scenario.
   *
   * @param before the name of the scenario where there are several, for a first column
   */
  listeners(legend: Legend, replication: number, before: readonly string[]): Reader[];
  /** Every replication has been written. */
  end(): void;
}

export interface LogOptions {
  readonly format: LogFormat;
  readonly parquet: boolean;
  /** Whether there is a column that says the scenario. */
  readonly several: boolean;
}

/** The files that a log in that form has. */
export function logFiles({ format, parquet }: Omit<LogOptions, "several">): string[] {
  if (format === "xes") return ["events.xes"];
  const name = format === "csv" ? "events" : "vidigi";
  return [`${name}.csv`, ...(parquet ? [`${name}.parquet`] : [])];
}

export function openLog(folder: OutFolder, options: LogOptions): EventLog {
  const [main, beside] = logFiles(options).map((file) => folder.open(file));
  switch (options.format) {
    case "csv":
      return csvLog(main!, beside, options.several);
    case "vidigi":
      return vidigiLog(main!, beside, options.several);
    case "xes":
      return new XesFile(main!, folder.draft);
  }
}

type Write = (content: string | Uint8Array) => void;

const scenarioColumn: ParquetColumn = { name: "scenario", type: "STRING" };
const withScenario = <T>(columns: readonly T[], first: T, several: boolean): T[] =>
  several ? [first, ...columns] : [...columns];

function parquetBeside(columns: readonly ParquetColumn[], beside: Write | undefined, several: boolean) {
  return beside && new ParquetFile(withScenario(columns, scenarioColumn, several), beside);
}

function csvLog(write: Write, beside: Write | undefined, several: boolean): EventLog {
  write(csvLines([withScenario(eventColumns, "scenario" as const, several)]));
  const parquet = parquetBeside(eventParquetColumns, beside, several);
  return {
    listeners: (legend, replication, before) => [
      new EventCsv(legend, replication, write, before),
      ...(parquet ? [new EventRows(legend, replication, (row) => parquet.add(row), before)] : []),
    ],
    end: () => parquet?.end(),
  };
}

const rowsInChunk = 4096;

function vidigiLog(write: Write, beside: Write | undefined, several: boolean): EventLog {
  const parquet = parquetBeside(vidigiColumns, beside, several);
  const names = vidigiColumns.map(({ name }) => name);
  let rows: (readonly Cell[])[] = [withScenario(names, "scenario", several)];
  const flush = (): void => {
    write(csvLines(rows));
    rows = [];
  };
  const take = (row: readonly Cell[]): void => {
    if (rows.push(row) === rowsInChunk) flush();
    parquet?.add(row);
  };
  return {
    listeners: (legend, replication, before) => [new VidigiRows(legend, replication, take, before)],
    end: () => {
      flush();
      parquet?.end();
    },
  };
}
