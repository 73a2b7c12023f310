/** A sweep that can be run: one scenario or several, changed at each point, under common random numbers. */
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
import type { DesignName, Point } from "./design.ts";

export interface Factor {
  readonly name: string;
  /** Where the value goes, as written, and taken apart. */
  readonly paths: readonly string[];
  readonly keys: readonly (readonly Key[])[];
}

export interface SweptScenario {
  /** Different from those of the other scenarios of the sweep. */
  readonly name: string;
  /** The scenario with what it extends and its CSV files put in, every time in days: it needs no other file. */
  readonly source: unknown;
}

export interface Sweep {
  readonly title: string;
  /** One or more; every one of them is run at every point of the design. */
  readonly scenarios: readonly SweptScenario[];
  readonly factors: readonly Factor[];
  /** What the points are of; decides what can be worked out from them, not what is run. */
  readonly design: DesignName;
  readonly points: readonly Point[];
  readonly seed: string;
  readonly executive: ExecutiveName;
  /** A number, or the rule that decides it for each run. */
  readonly replications: number | PrecisionRule;
  /** The figures that are kept. */
  readonly measures: readonly MeasureKey[];
}

/** What decides the results, in 64 hexadecimal digits: two sweeps with the same give the same bytes. */
export function sweepId({ title: _title, design: _design, ...sweep }: Sweep, version: string): string {
  // JSON has no undefined; canonicalJson would make it null, which is a value of its own.
  const points = sweep.points.map((point) => point.map((value) => (value === undefined ? [] : [value])));
  return bytesToHex(sha256(utf8ToBytes(canonicalJson({ ...sweep, points, version }))));
}

/** Runs are numbered point after point, and within a point scenario after scenario. */
export const countRuns = ({ points, scenarios }: Sweep): number => points.length * scenarios.length;
export const pointOf = ({ scenarios }: Sweep, run: number): number => Math.floor(run / scenarios.length);
export const scenarioOf = ({ scenarios }: Sweep, run: number): number => run % scenarios.length;

/** A scenario at a point, checked like any other. */
export function parseAt(source: unknown, factors: readonly Factor[], point: Point): Parsed<AnyScenario> {
  const changed = factors.reduce(
    (scenario, { keys }, i) =>
      point[i] === undefined ? scenario : keys.reduce((before, path) => changedAt(before, path, point[i]), scenario),
    source,
  );
  return parseAnyScenario(JSON.stringify(changed), { name: "scenario.json" });
}

/** The scenario of a run that has been checked, and where the sweep's measures are among its figures. */
export function scenarioAt(
  sweep: Sweep,
  run: number,
): { readonly scenario: AnyScenario; readonly figures: readonly number[] } {
  const { source } = sweep.scenarios[scenarioOf(sweep, run)]!;
  const parsed = parseAt(source, sweep.factors, sweep.points[pointOf(sweep, run)]!);
  if (!parsed.ok) throw new Error(`run ${run} was not checked`);
  const places = new Map(figureKeys(parsed.scenario).map((key, figure) => [keyText(key), figure]));
  return { scenario: parsed.scenario, figures: sweep.measures.map((key) => places.get(keyText(key))!) };
}
