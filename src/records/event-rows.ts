/** The log as rows of cells with its names in them: the columns of events.csv, for other formats. */
import { detailTexts } from "./event-csv.ts";
import { type Block, kindNames } from "./log.ts";
import { LogRows } from "./log-rows.ts";
import type { ParquetColumn } from "./parquet.ts";

export const eventParquetColumns: readonly ParquetColumn[] = [
  { name: "replication", type: "INT32" },
  { name: "at_day", type: "DOUBLE" },
  { name: "event", type: "STRING" },
  // Numbers of people go beyond 32 bits; those below 2^53 are exact as doubles.
  { name: "person", type: "DOUBLE" },
  { name: "place", type: "STRING" },
  { name: "group", type: "STRING" },
  { name: "detail", type: "STRING" },
];

/** Hands on the rows of one replication's log one by one, in the order of `eventColumns`. */
export class EventRows extends LogRows {
  readonly #details = detailTexts(this.legend, (text) => text);

  read({ rows, at, kind, person, place, group, detail }: Block): void {
    const { places, groups } = this.legend;
    for (let row = 0; row < rows; row++) {
      const what = kind[row]!;
      this.take([
        ...this.before,
        this.replication,
        at[row]!,
        kindNames[what]!,
        person[row]! < 0 ? "" : person[row]!,
        places[place[row]!]!.name,
        groups[group[row]!] ?? "",
        this.#details[what]!(detail[row]!),
      ]);
    }
  }
}
