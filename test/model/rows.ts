/** A whole log in memory, for tests. */
import { type ExecutiveName, runOnce } from "../../src/model/run.ts";
import { type Block, type Kind, kindNames, type Reader } from "../../src/records/log.ts";
import type { NetworkScenario } from "../../src/scenario/types.ts";

export interface Row {
  readonly at: number;
  readonly kind: Kind;
  readonly person: number;
  readonly slot: number;
  readonly place: number;
  readonly group: number;
  readonly detail: number;
}

export class RowsReader implements Reader {
  readonly rows: Row[] = [];

  read({ rows, at, kind, person, slot, place, group, detail }: Block): void {
    for (let i = 0; i < rows; i++) {
      this.rows.push({
        at: at[i]!,
        kind: kind[i] as Kind,
        person: person[i]!,
        slot: slot[i]!,
        place: place[i]!,
        group: group[i]!,
        detail: detail[i]!,
      });
    }
  }

  end(): void {}
}

/** The log of one replication. */
export async function rowsOf(
  scenario: NetworkScenario,
  executive: ExecutiveName = "fast",
  seed = "laws",
): Promise<Row[]> {
  const reader = new RowsReader();
  await runOnce(scenario, { seed, replication: 0, executive }, [reader]);
  return reader.rows;
}

/** A row as a reader of a failed test wants it. */
export const tellRow = (row: Row): string =>
  `${row.at}: ${kindNames[row.kind]} of person ${row.person} as group ${row.group} at place ${row.place}, detail ${row.detail}`;
