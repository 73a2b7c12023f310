/**
 * The way in: from the text of a scenario file to a scenario that can be run, or to everything that is wrong with it.
 *
 * In the order of this file: read the text and what it extends, with every time in days; put the contents of CSV files
 * in; check shapes; check meaning; spell everything out; see that the clock can move on. Never throws, and never mends what it reads.
 */
import { readChain } from "./chain.ts";
import { checkClock } from "./check-clock.ts";
import { checkMeaning } from "./check.ts";
import { checkShape } from "./check-shape.ts";
import { embedFiles } from "./embed.ts";
import type { Load } from "./files.ts";
import { isObject } from "./origins.ts";
import { parsePathway } from "./pathway/parse.ts";
import { normalise } from "./normalise.ts";
import { Report } from "./report.ts";
import { KINDS, wholeSchema, type UserScenario } from "./schema.ts";
import type { AnyScenario, NetworkScenario, Problem } from "./types.ts";

export { formatProblems } from "./report.ts";

export type Parsed<S extends AnyScenario = NetworkScenario> =
  | {
      readonly ok: true;
      readonly scenario: S;
      /** Allowed, and probably not meant. */
      readonly warnings: readonly Problem[];
      /** As its author wrote it, but with what it extends merged in, CSV files put in, and every time in days. */
      readonly source: unknown;
    }
  | { readonly ok: false; readonly problems: readonly Problem[] };

export interface Context {
  /** The file's name, or a path to it. */
  readonly name: string;
  /** Reads files that the scenario names; without it such scenarios are refused. */
  readonly load?: Load | undefined;
}

/** A network; a pathway is refused. */
export function parseScenario(text: string, context: Context): Parsed {
  const parsed = parseAnyScenario(text, context);
  if (!parsed.ok) return parsed;
  const { scenario } = parsed;
  if (scenario.kind === "network") return { ...parsed, scenario };
  return { ok: false, problems: [{ at: "kind", expected: '"network"', got: '"pathway"' }] };
}

/** Either kind. */
export function parseAnyScenario(text: string, { name, load }: Context): Parsed<AnyScenario> {
  const read = readChain(text, name, load);
  if (!read.ok) return read;
  const { value, place, origins, problems } = read.chain;
  const report = new Report(value, place, origins);
  report.add(problems);
  embedFiles(value, place, { origins, load, report });
  if (isObject(value) && value["kind"] === "sweep") {
    // Every other field of it would be a fault too.
    report.fault(["kind"], KINDS, undefined, "This is a sweep: see caregap sweep run.");
    return { ok: false, problems: report.all() };
  }
  if (isObject(value) && value["kind"] === "pathway") {
    const parsed = parsePathway(value, place, origins, report.problems);
    return parsed.ok ? { ...parsed, source: value } : parsed;
  }
  const faults = checkShape(wholeSchema, value, report);
  const user = value as UserScenario;
  if (!faults.some((path) => path.length === 0)) checkMeaning(user, faults, report);
  if (report.problems.length > 0) return { ok: false, problems: report.all() };
  const scenario = normalise(user);
  checkClock(scenario, report);
  if (report.problems.length > 0) return { ok: false, problems: report.all() };
  return { ok: true, scenario, warnings: report.warnings, source: value };
}
