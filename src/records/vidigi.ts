/**
 * The log in the columns that vidigi reads (https://github.com/hsma-tools/vidigi), which makes animations of queues from
 * them: arrivals and departures, joining a waiting list, and being served by one of numbered servers.
 */
import type { Cell } from "./csv-text.ts";
import { type Block, From, Kind } from "./log.ts";
import { LogRows } from "./log-rows.ts";
import type { ParquetColumn } from "./parquet.ts";

/** `time` is in days; `pathway` is the person's group at that moment. */
export const vidigiColumns: readonly ParquetColumn[] = [
  { name: "entity_id", type: "DOUBLE" },
  { name: "pathway", type: "STRING" },
  { name: "event_type", type: "STRING" },
  { name: "event", type: "STRING" },
  { name: "time", type: "DOUBLE" },
  { name: "resource_id", type: "INT32" },
  { name: "run_number", type: "INT32" },
];

/** Hands on the rows of one replication, one by one. Keeps who is served by which server, and no more. */
export class VidigiRows extends LogRows {
  readonly #servers: readonly Servers[] = this.legend.places.map(() => new Servers());

  read({ rows, at, kind, person, slot, place, group, detail }: Block): void {
    for (let row = 0; row < rows; row++) {
      if (person[row]! < 0) continue;
      const where = this.legend.places[place[row]!]!.name;
      const servers = this.#servers[place[row]!]!;
      const groupName = this.legend.groups[group[row]!] ?? "";
      const tell = (type: string, event: string, server: Cell = ""): void =>
        this.take([...this.before, person[row]!, groupName, type, event, at[row]!, server, this.replication]);
      // In a pathway people appear before they come to any place.
      const isNew = detail[row]! <= From.outside && this.legend.pathway === undefined;
      switch (kind[row] as Kind) {
        case Kind.appear:
          tell("arrival_departure", "arrival");
          break;
        case Kind.join:
          if (isNew) tell("arrival_departure", "arrival");
          tell("queue", `${where}: waiting`);
          break;
        case Kind.serve:
          if (isNew) tell("arrival_departure", "arrival");
          tell("resource_use", `${where}: in service`, servers.take(slot[row]!));
          break;
        case Kind.start:
          tell("resource_use", `${where}: in service`, servers.take(slot[row]!));
          break;
        case Kind.complete:
          if (detail[row] === 0) tell("resource_use_end", `${where}: service ends`, servers.giveBack(slot[row]!));
          break;
        case Kind.release:
          tell("resource_use_end", `${where}: service ends`, servers.giveBack(slot[row]!));
          break;
        case Kind.refuse:
          tell("arrival_departure", "arrival");
          tell("arrival_departure", "depart");
          break;
        case Kind.exit:
        case Kind.disappear:
          tell("arrival_departure", "depart");
          break;
        default:
          // Nothing that vidigi has a word for.
          break;
      }
    }
  }
}

/** Servers of a place, numbered from 1: the lowest that is free is taken. The model has no names for them. */
class Servers {
  readonly #bySlot = new Map<number, number>();
  /** Whether each is taken. */
  readonly #taken: boolean[] = [];
  /** None below this is free. */
  #lowest = 0;

  take(slot: number): number {
    while (this.#taken[this.#lowest]) this.#lowest++;
    this.#taken[this.#lowest] = true;
    this.#bySlot.set(slot, this.#lowest);
    return this.#lowest + 1;
  }

  giveBack(slot: number): number {
    const server = this.#bySlot.get(slot)!;
    this.#bySlot.delete(slot);
    this.#taken[server] = false;
    this.#lowest = Math.min(this.#lowest, server);
    return server + 1;
  }
}
