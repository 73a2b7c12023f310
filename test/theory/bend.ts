/** Engines that are wrong on purpose, to see the checks fail. */
import { Calendar } from "../../src/engine/calendar.ts";
import type { Executive } from "../../src/engine/executive.ts";
import type { Days, Phase } from "../../src/engine/time.ts";
import { figureKeys } from "../../src/experiment/replication.ts";
import type { ScenarioResult } from "../../src/experiment/study.ts";
import { networkFigures } from "../../src/measures/figures.ts";
import { NetworkReader } from "../../src/measures/network.ts";
import { legendOf } from "../../src/model/network/legend.ts";
import { runNetwork } from "../../src/model/network/run.ts";
import { type Block, Kind, type Reader } from "../../src/records/log.ts";
import type { NetworkScenario } from "../../src/scenario/types.ts";

/** A calendar whose events of one phase come later than they should, by a factor of the time to them. */
export class LateCalendar extends Calendar implements Executive {
  readonly #late: Phase;
  readonly #factor: number;

  constructor(horizon: Days, late: Phase, factor: number) {
    super(horizon);
    this.#late = late;
    this.#factor = factor;
  }

  override schedule(slot: number, at: Days, phase: Phase, number: number): void {
    const lasts = at - this.now;
    super.schedule(slot, phase === this.#late ? this.now + this.#factor * lasts : at, phase, number);
  }
}

/** The figures of some replications on an executive of one's own. */
export function runOn(
  scenario: NetworkScenario,
  executive: () => Executive,
  { seed, replications }: { seed: string; replications: number },
): ScenarioResult {
  const outcomes = Array.from({ length: replications }, (_, replication) => {
    const reader = new NetworkReader(legendOf(scenario));
    const events = runNetwork(scenario, executive(), seed, replication, [reader]);
    const values: number[] = [];
    networkFigures(reader, (__, value) => values.push(value));
    return { values: Float64Array.from(values), events };
  });
  return { scenario, keys: figureKeys(scenario), outcomes };
}

/** Reads a log in which every so-many-th row of one kind is missing. */
export class LosingReader implements Reader {
  readonly #reader: Reader;
  readonly #kind: Kind;
  readonly #every: number;
  #seen = 0;

  constructor(reader: Reader, kind: Kind, every: number) {
    this.#reader = reader;
    this.#kind = kind;
    this.#every = every;
  }

  read(block: Block): void {
    const kept = Array.from({ length: block.rows }, (_, row) => row).filter((row) => this.#keeps(block.kind[row]!));
    const pick = <A extends Float64Array | Int32Array | Int16Array | Uint8Array>(column: A): A => {
      const copy = column.slice() as A;
      kept.forEach((row, to) => (copy[to] = column[row]!));
      return copy;
    };
    this.#reader.read({
      rows: kept.length,
      at: pick(block.at),
      kind: pick(block.kind),
      person: pick(block.person),
      slot: pick(block.slot),
      place: pick(block.place),
      group: pick(block.group),
      detail: pick(block.detail),
    });
  }

  end(horizon: Days): void {
    this.#reader.end(horizon);
  }

  #keeps(kind: number): boolean {
    return kind !== this.#kind || ++this.#seen % this.#every !== 0;
  }
}
