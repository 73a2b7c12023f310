/**
 * The journal of a sweep: finished replications, a line each, in the order in which they were finished.
 *
 *     sweep's id (16 digits) · checksum of the rest (16 digits) · [run, replication, [values]]
 *
 * A line that was cut short (the machine went down) fails its checksum and is left out, and its replication is repeated.
 * Numbers are written so that they read back bit for bit; null is a figure that does not exist.
 */
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";

export interface Entry {
  /** See `countRuns` of sweep.ts: with one scenario, the number of the point. */
  readonly run: number;
  readonly replication: number;
  /** In the order of the sweep's measures. */
  readonly values: readonly number[];
}

/** By run, then by replication; some may be missing. */
export type Finished = Map<number, (readonly number[] | undefined)[]>;

export interface Journal {
  readonly finished: Finished;
  /** Shards that this journal says it belongs to, and whether it says that the work is done. */
  readonly shards: readonly number[];
  readonly ended: boolean;
  /** Lines left out since they are damaged. */
  readonly damaged: number;
  /** Id of another sweep that has lines here. */
  readonly stranger: string | undefined;
}

const digits = 16;

export const entryLine = (id: string, { run, replication, values }: Entry): string =>
  line(id, JSON.stringify([run, replication, values.map((value) => (Number.isNaN(value) ? null : value))]));

/** Written first and last in the journal of a shard. */
export const markLine = (id: string, mark: "shard" | "end", shard: number): string =>
  line(id, JSON.stringify([mark, shard]));

function line(id: string, body: string): string {
  const start = id.slice(0, digits);
  return `${start} ${checksum(start, body)} ${body}\n`;
}

const checksum = (start: string, body: string): string =>
  bytesToHex(sha256(utf8ToBytes(start + body))).slice(0, digits);

export function readJournal(text: string, id: string): Journal {
  const finished: Finished = new Map();
  const shards = new Set<number>();
  let ended = false;
  let damaged = 0;
  let stranger: string | undefined;
  for (const each of text.split("\n")) {
    if (each === "") continue;
    const [start = "", sum = "", ...rest] = each.split(" ");
    const body = rest.join(" ");
    if (sum !== checksum(start, body)) damaged++;
    else if (start !== id.slice(0, digits)) stranger = start;
    else {
      const [what, number, values] = JSON.parse(body) as [number | "shard" | "end", number, (number | null)[]];
      if (what === "end") ended = true;
      else if (what === "shard") shards.add(number);
      else
        note(
          finished,
          what,
          number,
          values.map((value) => value ?? NaN),
        );
    }
  }
  return { finished, shards: [...shards], ended, damaged, stranger };
}

/** Keeps what a replication gave. */
export function note(finished: Finished, run: number, replication: number, values: readonly number[]): void {
  const replications = finished.get(run);
  if (replications) replications[replication] = values;
  else finished.set(run, Object.assign([], { [replication]: values }));
}
