/** A sweep in one call, for programs. */
import type { Load } from "../../scenario/files.ts";
import type { ExecutiveName } from "../../model/run.ts";
import { textOf } from "../compare.ts";
import { InvalidInput } from "../input-error.ts";
import type { Table } from "../tables.ts";
import type { SpreadLaw } from "../method/spread.ts";
import type { DesignName } from "./design.ts";
import type { Finished } from "./journal.ts";
import { parseSweep } from "./parse.ts";
import { runSweep, type SweepRun } from "./run.ts";
import type { Sweep } from "./sweep.ts";
import { sweepPointsTable, sweepResultsTable, sweepSummaryTable } from "./tables.ts";

/** What a sweep file holds; scenarios/sweeps/README.md tells more of each field. */
export interface SweepDefinition {
  readonly format?: 1;
  readonly kind?: "sweep";
  /** In one line. */
  readonly title: string;
  /** What a scenario file holds, as an object; or the name of one, which `load` then reads. */
  readonly scenario?: string | object;
  /** Instead: several files that `load` reads, each of which is run at every point. */
  readonly scenarios?: readonly (string | { readonly file: string; readonly name: string })[];
  readonly factors: readonly FactorDefinition[];
  readonly design: DesignDefinition;
  /** So many at every point; give either this or `precision`. */
  readonly replications?: number;
  /** As many at every point as it takes for intervals whose half-width is at most `relative` of the mean, for all measures. */
  readonly precision?: {
    readonly relative: number;
    readonly minimum?: number;
    readonly maximum?: number;
    readonly look_ahead?: number;
  };
  /** The figures to keep, by the columns of measures.csv; what is left out may be anything, but for `group`: "all". */
  readonly measures: readonly {
    readonly measure: string;
    readonly window?: string;
    readonly place?: string;
    readonly group?: string;
    readonly estimand?: string;
    readonly statistic?: string;
  }[];
  /** Any text; `"caregap"` unless given. */
  readonly seed?: string;
  readonly executive?: ExecutiveName;
}

/**
 * What is changed: a path in the scenario, such as `nodes.triage.servers`, or several that take one value; and its values,
 * or its range, or neither where the parameter has a range of its own.
 */
export interface FactorDefinition {
  /** Its column in the results; the path unless given. */
  readonly name?: string;
  readonly path: string | readonly string[];
  readonly values?: readonly unknown[];
  readonly low?: number;
  readonly high?: number;
  /** The middle of the law; that of the scenario unless given. */
  readonly value?: number;
  readonly whole?: boolean;
  readonly levels?: number;
  /** How values are spread over the range in a random design; uniform unless given. */
  readonly law?: SpreadLaw;
}

/** Which points are run. */
export type DesignDefinition =
  | { readonly design: "full_factorial" | "one_at_a_time" }
  | { readonly design: "latin_hypercube" | "sobol"; readonly points: number }
  | { readonly design: "saltelli"; readonly rows: number }
  | { readonly design: "draws"; readonly draws: number }
  | { readonly design: "list"; readonly points: readonly (readonly unknown[])[]; readonly as?: DesignName }
  | { readonly design: "file"; readonly file: string; readonly as?: DesignName };

/** What a sweep may be told; everything has a default. */
export interface SweepSettings extends Pick<SweepRun, "spawn" | "workers" | "onProgress"> {
  /** Gives the text of a file that the sweep or its scenario names; without it files are refused. */
  readonly load?: Load | undefined;
}

/** What a sweep found. */
export interface SweepResult {
  readonly sweep: Sweep;
  /** The factors at each point. */
  readonly points: Table;
  /** Each measure of each replication at each point, with its unit. */
  readonly results: Table;
  /** Each measure at each point: mean, 95% confidence interval, relative half-width, number of replications, unit. */
  readonly summary: Table;
  /** Values by point, then by replication, in the order of `sweep.measures`. */
  readonly finished: Finished;
}

const scenarioFile = "scenario.json";

/**
 * Runs a scenario at many points of its factors, under common random numbers. Nothing is kept on disk: for work of hours
 * use the command line, which survives being killed.
 *
 * @param definition what a sweep file holds, as the object in it or as its text
 * @throws {@link InvalidInput} with everything that is wrong with it or with any of its points; nothing has run then
 * @example
 * const { summary } = await sweep({
 *   title: "How many desks",
 *   scenario,
 *   factors: [{ name: "desks", path: "nodes.desk.servers", values: [1, 2, 3] }],
 *   design: { design: "full_factorial" },
 *   replications: 20,
 *   measures: [{ measure: "wait", estimand: "started", statistic: "mean" }],
 * });
 * for (const row of summary.rows()) console.log(row);
 */
export async function sweep(definition: SweepDefinition | string, settings: SweepSettings = {}): Promise<SweepResult> {
  const { load, ...how } = settings;
  const parsed = parseDefinition(definition, load ?? (() => undefined));
  if (!parsed.ok) throw new InvalidInput("what was given", parsed.problems, "sweep");
  const finished: Finished = new Map();
  await runSweep(parsed.sweep, { ...how, finished, onFinished: () => {} });
  return {
    sweep: parsed.sweep,
    points: sweepPointsTable(parsed.sweep),
    results: sweepResultsTable(parsed.sweep, finished),
    summary: sweepSummaryTable(parsed.sweep, finished),
    finished,
  };
}

function parseDefinition(definition: SweepDefinition | string, load: Load) {
  const name = "sweep.json";
  if (typeof definition === "string") return parseSweep(definition, { name, load });
  const whole = { format: 1, kind: "sweep", ...definition };
  if (typeof definition.scenario !== "object") return parseSweep(textOf(whole), { name, load });
  const scenario = textOf(definition.scenario);
  return parseSweep(textOf({ ...whole, scenario: scenarioFile }), {
    name,
    load: (file) => (file === scenarioFile ? scenario : load(file)),
  });
}
