/** The log as rows of cells with its names in them: the columns of events.csv, for other formats. */
import type { Days } from "../engine/time.ts";
import type { Cell } from "./csv-text.ts";
import { detailTexts } from "./event-csv.ts";
import type { Legend } from "./legend.ts";
import { type Block, kindNames, type Reader } from "./log.ts";
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

/** Hands on the rows of one replication's log one by one, in the order of `eventColumns`. Keeps nothing. */
export class EventRows implements Reader {
  readonly #take: (row: readonly Cell[]) => void;
  readonly #before: readonly Cell[];
  readonly #legend: Legend;
  readonly #details: ReturnType<typeof detailTexts>;

  /** @param before cells to put before the others, such as the name of the scenario */
  constructor(
    legend: Legend,
    replication: number,
    take: (row: readonly Cell[]) => void,
    before: readonly string[] = [],
  ) {
    this.#legend = legend;
    this.#take = take;
    this.#before = [...before, replication];
    this.#details = detailTexts(legend, (text) => text);
  }

  read({ rows, at, kind, person, place, group, detail }: Block): void {
    const { places, groups } = this.#legend;
    for (let row = 0; row < rows; row++) {
      const what = kind[row]!;
      this.#take([
        ...this.#before,
        at[row]!,
        kindNames[what]!,
        person[row]! < 0 ? "" : person[row]!,
        places[place[row]!]!.name,
        groups[group[row]!] ?? "",
        this.#details[what]!(detail[row]!),
      ]);
    }
  }

  end(_horizon: Days): void {}
}
