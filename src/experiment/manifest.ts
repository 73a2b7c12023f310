/** What made some results, told fully enough to make them again. */
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import type { AnyScenario } from "../scenario/types.ts";
import type { WarmUpJudgement } from "./method/warm-up-check.ts";
import type { Study } from "./study.ts";

export interface Manifest {
  readonly made_by: "caregap";
  readonly version: string;
  /** What to type to make the same files. */
  readonly command: string;
  readonly seed: string;
  readonly replications: number;
  readonly executive: string;
  readonly scenarios: readonly {
    /** As in the column `scenario` of the tables. */
    readonly name: string;
    readonly title: string;
    /** SHA-256 of the canonical JSON of `scenario`. */
    readonly sha256: string;
    /** In its normal form: see src/scenario/types.ts. Where there is no limit it says "unlimited". */
    readonly scenario: unknown;
    /** Whether its warm-up was long enough, as far as the replications tell; where it was asked for. */
    readonly warm_up?: WarmUpJudgement;
  }[];
  readonly files: readonly string[];
}

/** The manifest of a study whose scenarios have these names. */
export function manifestOf(
  study: Study,
  names: readonly string[],
  {
    version,
    command,
    files,
    warmUps,
  }: {
    readonly version: string;
    readonly command: string;
    readonly files: readonly string[];
    readonly warmUps?: readonly WarmUpJudgement[];
  },
): Manifest {
  return {
    made_by: "caregap",
    version,
    command,
    seed: study.seed,
    replications: study.replications,
    executive: study.executive ?? "fast",
    scenarios: study.scenarios.map((scenario, i) => ({
      name: names[i]!,
      title: scenario.title,
      sha256: scenarioHash(scenario),
      scenario: plain(scenario),
      ...(warmUps && { warm_up: warmUps[i]! }),
    })),
    files,
  };
}

/** SHA-256 of a scenario's canonical JSON, in hexadecimal. Two files that mean the same scenario have the same. */
export const scenarioHash = (scenario: AnyScenario): string => bytesToHex(sha256(utf8ToBytes(canonicalJson(scenario))));

/** JSON with the keys of every object in order and no spaces; Infinity is "unlimited". */
export const canonicalJson = (value: unknown): string => JSON.stringify(plain(value));

function plain(value: unknown): unknown {
  if (value === Infinity) return "unlimited";
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, plain(inner)]));
}
