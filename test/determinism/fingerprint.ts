/** The fingerprints of a scenario that are published in digests.json, worked out where this runs. */
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { csvOf, digest, parseAnyScenario, runStudy, summaryTable } from "../../src/index.ts";

export interface Fingerprint {
  /** As `caregap digest` prints it: of every event of replication 0; of a care pathway those of its first half year. */
  readonly events: string;
  /** SHA-256 of summary.csv as `caregap run --replications 2` writes it; "" for a care pathway, whose measures still grow. */
  readonly figures: string;
}

/** What is asked of a browser. Plain data, so that it can be sent there. */
export interface Question {
  readonly name: string;
  readonly text: string;
  readonly seed: string;
}

export async function fingerprint({ name, text, seed }: Question): Promise<Fingerprint> {
  const parsed = parseAnyScenario(text, { name });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  if (parsed.scenario.kind === "pathway") {
    return { events: await digest({ ...parsed.scenario, ...beginning }, { seed }), figures: "" };
  }
  const { done } = runStudy({ scenarios: [parsed.scenario], seed, replications: 2, levels: true });
  const [result] = (await done).scenarios;
  const summary = [...csvOf(summaryTable([{ name, result: result! }]))].join("");
  return { events: await digest(parsed.scenario, { seed }), figures: bytesToHex(sha256(utf8ToBytes(summary))) };
}

/** Of a pathway, its first half year: that is 100,000 events. */
const beginning = { warm_up_days: 0, run_days: 182, windows: [{ name: "half a year", from_day: 0, to_day: 182 }] };
