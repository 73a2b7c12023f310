/** A sweep that can be run: one scenario, changed at each point, under common random numbers. */
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { keyText, type MeasureKey } from "../../measures/key.ts";
import type { ExecutiveName } from "../../model/run.ts";
import type { Key } from "../../scenario/origins.ts";
import { type Parsed, parseAnyScenario } from "../../scenario/parse.ts";
import type { AnyScenario } from "../../scenario/types.ts";
import { canonicalJson } from "../manifest.ts";
import type { PrecisionRule } from "../method/precision.ts";
import { figureKeys } from "../replication.ts";
import { changedAt } from "./path.ts";
import type { Point } from "./points.ts";

export interface Factor {
  readonly name: string;
  /** As written, and taken apart. */
  readonly path: string;
  readonly keys: readonly Key[];
}

export interface Sweep {
  readonly title: string;
  /** The scenario with what it extends and its CSV files put in, every time in days: it needs no other file. */
  readonly base: unknown;
  readonly factors: readonly Factor[];
  readonly points: readonly Point[];
  readonly seed: string;
  readonly executive: ExecutiveName;
  /** A number, or the rule that decides it for each point. */
  readonly replications: number | PrecisionRule;
  /** The figures that are kept. */
  readonly measures: readonly MeasureKey[];
}

/** What decides the results, in 64 hexadecimal digits: two sweeps with the same give the same bytes. */
export function sweepId({ title: _title, ...sweep }: Sweep, version: string): string {
  // JSON has no undefined; canonicalJson would make it null, which is a value of its own.
  const points = sweep.points.map((point) => point.map((value) => (value === undefined ? [] : [value])));
  return bytesToHex(sha256(utf8ToBytes(canonicalJson({ ...sweep, points, version }))));
}

/** The scenario at a point, checked like any other. */
export function parseAt({ base, factors }: Pick<Sweep, "base" | "factors">, point: Point): Parsed<AnyScenario> {
  const changed = factors.reduce(
    (scenario, { keys }, i) => (point[i] === undefined ? scenario : changedAt(scenario, keys, point[i])),
    base,
  );
  return parseAnyScenario(JSON.stringify(changed), { name: "scenario.json" });
}

/** The scenario at a point that has been checked, and where the sweep's measures are among its figures. */
export function scenarioAt(
  sweep: Sweep,
  point: number,
): { readonly scenario: AnyScenario; readonly figures: readonly number[] } {
  const parsed = parseAt(sweep, sweep.points[point]!);
  if (!parsed.ok) throw new Error(`point ${point} was not checked`);
  const places = new Map(figureKeys(parsed.scenario).map((key, figure) => [keyText(key), figure]));
  return { scenario: parsed.scenario, figures: sweep.measures.map((key) => places.get(keyText(key))!) };
}
