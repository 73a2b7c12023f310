/** Rows as Parquet, written while they come: a group of rows at a time, so that memory does not grow with the file. */
import { ByteWriter, ParquetWriter, schemaFromColumnData } from "hyparquet-writer";
import type { Cell } from "./csv-text.ts";

/** What is in a column. Where there is nothing (an empty text, NaN) it holds null. */
export interface ParquetColumn {
  readonly name: string;
  readonly type: "STRING" | "DOUBLE" | "INT32";
}

const rowsInGroup = 50_000;

export class ParquetFile {
  readonly #columns: readonly ParquetColumn[];
  readonly #writer: ParquetWriter;
  #values: (Cell | null)[][];

  /** @param write is given the bytes of the file, one piece after another */
  constructor(columns: readonly ParquetColumn[], write: (bytes: Uint8Array) => void) {
    this.#columns = columns;
    const schema = schemaFromColumnData({
      columnData: columns.map(({ name, type }) => ({ name, type, nullable: true, data: [] })),
    });
    this.#writer = new ParquetWriter({ writer: new Pieces(write), schema, createdBy: "caregap" });
    this.#values = columns.map(() => []);
  }

  /** Takes a row, with a cell for each column. */
  add(row: readonly Cell[]): void {
    this.#columns.forEach(({ type }, i) => this.#values[i]!.push(valueOf(row[i]!, type)));
    if (this.#values[0]!.length === rowsInGroup) this.#writeGroup();
  }

  /** Writes what is left, and what makes it a file. */
  end(): void {
    if (this.#values[0]!.length > 0) this.#writeGroup();
    void this.#writer.finish();
  }

  #writeGroup(): void {
    const columnData = this.#columns.map(({ name }, i) => ({ name, data: this.#values[i]! }));
    void this.#writer.write({ columnData, rowGroupSize: rowsInGroup });
    this.#values = this.#columns.map(() => []);
  }
}

function valueOf(cell: Cell, type: ParquetColumn["type"]): Cell | null {
  if (cell === "" || Number.isNaN(cell)) return null;
  return type === "STRING" ? String(cell) : Number(cell);
}

/** Hands on what has been written, and begins its buffer anew. */
class Pieces extends ByteWriter {
  readonly #write: (bytes: Uint8Array) => void;

  constructor(write: (bytes: Uint8Array) => void) {
    super();
    this.#write = write;
  }

  flush(): void {
    this.#write(this.getBytes().slice());
    this.index = 0;
  }

  override finish(): void {
    this.flush();
  }
}
