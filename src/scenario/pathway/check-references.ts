/** Names of groups, services, staff and programmes in a pathway. */
import { checkReferences, each, entryNames, groupsAtStart, keys, type Pattern } from "../check-references.ts";
import { isObject } from "../origins.ts";
import type { Report } from "../report.ts";

const inEachService = (patterns: readonly Pattern[]): Pattern[] =>
  patterns.map((pattern) => ["services", each, ...pattern]);
const inEachProgramme = (patterns: readonly Pattern[]): Pattern[] =>
  patterns.map((pattern) => ["services", each, "programmes", each, ...pattern]);

const groups: readonly Pattern[] = [
  ...inEachService([["waiting_list", "priority", each, each], ["triage", "exempt", each], ...groupsAtStart()]),
  ...inEachProgramme(groupsAtStart("in_treatment")),
];
/** Where "otherwise" stands for the groups that are not named. */
const byGroup: readonly Pattern[] = [
  ...inEachService([
    ["hold", "chance", keys],
    ["triage", "accepts", keys],
  ]),
  ...inEachProgramme([["share", keys]]),
  ["crisis", "accepts_package", keys],
];
const services: readonly Pattern[] = [
  ["population", "groups", each, "policy", keys],
  ["services", each, "passes_on_to", each],
  ["crisis", "referral_to"],
];
/** Within a service. */
const staff: readonly Pattern[] = [
  ["assessment", "staff"],
  ["programmes", each, "staff"],
];
const programmes: readonly Pattern[] = ["steps_up_to", "steps_down_to"].map((field) => ["programmes", each, field]);

/** @param user as it was written, whatever its shape */
export function checkPathwayReferences(user: unknown, report: Report): void {
  if (!isObject(user)) return;
  const check = (at: readonly Pattern[], what: string, holder: unknown, or?: string): void =>
    checkReferences(user, [], { names: entryNames(holder), what, at, ...(or !== undefined && { or }) }, report);
  const population = isObject(user["population"]) ? user["population"] : {};
  if (entryNames(population["groups"])?.list.length !== 0) {
    check(groups, "a group", population["groups"]);
    check(byGroup, "a group", population["groups"], "otherwise");
  }
  check(services, "the name of a service", user["services"]);
  check([["crisis", "routes", keys]], 'the name of a service, or "gp"', user["services"], "gp");
  for (const [name, service] of Object.entries(isObject(user["services"]) ? user["services"] : {})) {
    if (!isObject(service)) continue;
    const path = ["services", name];
    const itsStaff = { names: entryNames(service["staff"] ?? {}), what: "the name of staff of the service", at: staff };
    checkReferences(service, path, itsStaff, report);
    const its = { names: entryNames(service["programmes"] ?? {}), what: "a programme of the service", at: programmes };
    checkReferences(service, path, its, report);
  }
}
