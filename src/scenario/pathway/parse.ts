/** The way in for a pathway scenario: parameters, shape, meaning, normal form. */
import * as v from "valibot";
import { checkShape } from "../check-shape.ts";
import type { Origins, Place } from "../origins.ts";
import { Report } from "../report.ts";
import type { Problem } from "../types.ts";
import { checkPathway } from "./check.ts";
import { checkPathwayReferences } from "./check-references.ts";
import { normalisePathway } from "./normalise.ts";
import { unwrapParameters } from "./parameters.ts";
import { pathwaySchema } from "./schema.ts";
import type { PathwayScenario } from "./types.ts";

type Outcome =
  | { readonly ok: true; readonly scenario: PathwayScenario; readonly warnings: readonly Problem[] }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** `value` is the whole scenario with every time in days; `found` is what was found wrong with it so far. */
export function parsePathway(value: unknown, place: Place, origins: Origins, found: readonly Problem[]): Outcome {
  const aboutParameters = new Report(value, place, origins);
  const { value: plain, parameters } = unwrapParameters(value, place, origins, aboutParameters);
  const report = new Report(plain, place, origins);
  report.add([...found, ...aboutParameters.problems]);
  const faults = checkShape(pathwaySchema, plain, report);
  checkPathwayReferences(plain, report);
  if (faults.length > 0) return { ok: false, problems: report.all() };
  const user = v.parse(pathwaySchema, plain);
  checkPathway(user, report);
  if (report.problems.length > 0) return { ok: false, problems: report.all() };
  return { ok: true, scenario: normalisePathway(user, parameters), warnings: report.warnings };
}
