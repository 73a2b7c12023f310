/** The five-node pathway against figures of a program in C that shares nothing with ours but its description. */
import { expect, test } from "vitest";
import { runOnce } from "../../src/model/run.ts";
import { type Block, Kind, type Reader } from "../../src/records/log.ts";
import { verification } from "./verification.ts";

/**
 * Means of 200 runs in C: days waited by all who joined after day 365 and were served or left before the end, and the share
 * of them who left. The last digit is what was written down.
 */
const reference: Readonly<Record<string, readonly [wait: number, share: number]>> = {
  GP: [0.0913, 0.00079],
  "IAPT assessment": [3.43, 0.0333],
  "IAPT treatment": [20.57, 0.1035],
  CMHT: [21.75, 0.1008],
  "third sector": [3.86, 0.0241],
};
/** Half of the last digit that was written down. */
const written: readonly (readonly [wait: number, share: number])[] = [
  [0.00005, 0.000005],
  [0.005, 0.00005],
  [0.005, 0.00005],
  [0.005, 0.00005],
  [0.005, 0.00005],
];
const replications = 12;
/** The program in C ran 200 times: its own error is that much smaller than ours. */
const errorOfBoth = Math.sqrt(1 + replications / 200);

/** Adds up waits that began after a day and have ended. */
class WaitsSince implements Reader {
  readonly #since: number;
  readonly #joined = new Map<number, number>();
  readonly ended: Float64Array;
  readonly left: Float64Array;
  readonly days: Float64Array;

  constructor(since: number, places: number) {
    this.#since = since;
    this.ended = new Float64Array(places);
    this.left = new Float64Array(places);
    this.days = new Float64Array(places);
  }

  read({ rows, at, kind, slot, place }: Block): void {
    for (let row = 0; row < rows; row++) {
      switch (kind[row] as Kind) {
        case Kind.serve:
          this.#end(place[row]!, at[row]!, at[row]!, 0);
          break;
        case Kind.join:
          this.#joined.set(slot[row]!, at[row]!);
          break;
        case Kind.start:
          this.#end(place[row]!, this.#joined.get(slot[row]!)!, at[row]!, 0);
          break;
        case Kind.leave:
          this.#end(place[row]!, this.#joined.get(slot[row]!)!, at[row]!, 1);
          break;
        default:
          break;
      }
    }
  }

  end(): void {}

  #end(place: number, joined: number, at: number, left: number): void {
    if (joined < this.#since) return;
    this.ended[place]!++;
    this.left[place]! += left;
    this.days[place]! += at - joined;
  }
}

test("waits and shares of those who leave are those of the reference, within 4 standard errors", async () => {
  const scenario = verification("five-node-pathway");
  const runs: WaitsSince[] = [];
  for (let replication = 0; replication < replications; replication++) {
    const waits = new WaitsSince(365, scenario.nodes.length);
    await runOnce(scenario, { seed: "five nodes", replication, executive: "fast" }, [waits]);
    runs.push(waits);
  }
  const told = scenario.nodes.flatMap(({ name }, place) =>
    (["days", "left"] as const).map((what, i) => {
      const values = runs.map((waits) => waits[what][place]! / waits.ended[place]!);
      const mean = values.reduce((sum, value) => sum + value, 0) / replications;
      const squares = values.reduce((sum, value) => sum + (value - mean) * (value - mean), 0);
      const error = errorOfBoth * Math.sqrt(squares / (replications - 1) / replications);
      const off = Math.abs(mean - reference[name]![i]!) - written[place]![i]!;
      return { name, what, mean, reference: reference[name]![i]!, error, errorsAway: Math.max(0, off) / error };
    }),
  );
  if (process.env["CAREGAP_TELL"]) console.table(told);
  expect(told.filter(({ errorsAway }) => !(errorsAway <= 4))).toEqual([]);
});
