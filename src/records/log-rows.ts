/** A log handed on as rows of cells, one by one: what readers that do so have in common. */
import type { Days } from "../engine/time.ts";
import type { Cell } from "./csv-text.ts";
import type { Legend } from "./legend.ts";
import type { Block, Reader } from "./log.ts";

/** Reads one replication's log, and keeps none of it. */
export abstract class LogRows implements Reader {
  protected readonly legend: Legend;
  protected readonly replication: number;
  protected readonly take: (row: readonly Cell[]) => void;
  protected readonly before: readonly Cell[];

  /**
   * @param take is given each row
   * @param before cells to put before the others, such as the name of the scenario
   */
  constructor(
    legend: Legend,
    replication: number,
    take: (row: readonly Cell[]) => void,
    before: readonly string[] = [],
  ) {
    this.legend = legend;
    this.replication = replication;
    this.take = take;
    this.before = before;
  }

  abstract read(block: Block): void;

  end(_horizon: Days): void {}
}
