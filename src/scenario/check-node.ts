/** Checks of one node that take more than one of its fields, or other parts of the scenario, to judge. */
import { checkLaw, checkSteps, isAlways0 } from "./check-laws.ts";
import { checkNodeReferences } from "./check-node-references.ts";
import { checkEveryGroup } from "./check-names.ts";
import { checkRouting, type Known } from "./check-routing.ts";
import { checkCounts, checkWaited } from "./check-start.ts";
import type { Path } from "./origins.ts";
import { isCourse } from "./schema-laws.ts";
import type { UserLaw } from "./schema-laws.ts";
import type { UserArrivals, UserNode, UserPatience, UserService } from "./schema.ts";

/** `node` stands at `path`; those of its fields that are in `faulty` do not have the shape that they should. */
export function checkNode(node: UserNode, path: Path, faulty: ReadonlySet<unknown>, known: Known): void {
  checkNodeReferences(node, path, known);
  const sound = (...keys: readonly (keyof UserNode)[]): boolean => !keys.some((key) => faulty.has(key));
  if (sound("servers")) checkServers(node.servers, [...path, "servers"], known);
  if (sound("service")) checkService(node.service, [...path, "service"], known);
  for (const [i, arrivals] of (sound("arrivals") ? (node.arrivals ?? []) : []).entries()) {
    checkArrivals(arrivals, [...path, "arrivals", i], known);
  }
  if (sound("priority") && node.priority !== undefined) checkPriority(node.priority, [...path, "priority"], known);
  if (sound("patience") && node.patience !== undefined) checkPatience(node.patience, [...path, "patience"], known);
  if (sound("leavers")) checkLeavers(node, path, known);
  if (sound("routing")) checkRouting(node.routing, [...path, "routing"], true, known);
  if (sound("start", "waiting_room", "servers", "patience")) checkStart(node, [...path, "start"], known);
}

function checkServers(servers: UserNode["servers"], path: Path, { report }: Known): void {
  if (servers === "unlimited") return;
  if (typeof servers === "number") {
    if (servers === 0) report.fault(path, "a whole number of people, 1 or more at some time");
    return;
  }
  checkSteps(servers.steps, servers.repeat_every_days, path, report);
  if (servers.steps.every((step) => step.servers === 0)) {
    report.fault([...path, "steps"], "a whole number of people, 1 or more at some time", "0 at all times");
  }
}

function checkService(service: UserService, path: Path, { groups, report }: Known): void {
  if (!("by_group" in service)) {
    if (!isCourse(service)) checkLaw(service, path, report);
    return;
  }
  if (groups !== undefined) checkEveryGroup(service.by_group, groups, [...path, "by_group"], report);
  for (const [group, one] of Object.entries(service.by_group)) {
    if (!isCourse(one)) checkLaw(one, [...path, "by_group", group], report);
  }
}

function checkArrivals(arrivals: UserArrivals, path: Path, { groups, report }: Known): void {
  if (arrivals.group === undefined && groups !== undefined && groups.list.length > 1) {
    const hint = `There are: ${groups.list.slice(0, 12).join(", ")}.`;
    report.fault([...path, "group"], "a group, since there are several", "nothing", hint);
  }
  if ("steps" in arrivals) checkSteps(arrivals.steps, arrivals.repeat_every_days, path, report);
  if (!("between" in arrivals)) return;
  checkLaw(arrivals.between, [...path, "between"], report);
  // The clock would never move on.
  if (isAlways0(arrivals.between)) report.fault([...path, "between"], "a law that is not always 0");
}

function checkPriority(levels: readonly (readonly string[])[], path: Path, { groups, report }: Known): void {
  if (groups === undefined) return;
  const seen = new Set<string>();
  for (const [i, level] of levels.entries()) {
    for (const [j, group] of level.entries()) {
      if (seen.has(group)) report.fault([...path, i, j], "each group once", `${JSON.stringify(group)} again`);
      seen.add(group);
    }
  }
  const missing = groups.list.filter((group) => !seen.has(group)).map((group) => JSON.stringify(group));
  if (missing.length > 0) report.fault(path, "every group at a level", `nothing for ${missing.slice(0, 5).join(", ")}`);
}

function checkPatience(patience: UserPatience, path: Path, { groups, report }: Known): void {
  const check = (law: UserLaw, at: Path): void => {
    checkLaw(law, at, report);
    // Whoever comes back to the same list with no patience at all would come and go for ever at one instant.
    if (isAlways0(law)) report.fault(at, "a law that is not always 0");
  };
  if (!("by_group" in patience)) return check(patience, path);
  if (groups !== undefined) checkEveryGroup(patience.by_group, groups, [...path, "by_group"], report);
  for (const [group, law] of Object.entries(patience.by_group)) {
    if (law !== "endless") check(law, [...path, "by_group", group]);
  }
}

function checkLeavers(node: UserNode, path: Path, known: Known): void {
  if (node.leavers !== undefined) checkRouting(node.leavers, [...path, "leavers"], false, known);
  if (node.patience !== undefined && node.leavers === undefined) {
    const expected = "where those go who leave unserved, since there is patience";
    known.report.fault([...path, "leavers"], expected, "nothing");
  }
  if (node.patience === undefined && node.leavers !== undefined) {
    known.report.fault([...path, "leavers"], "patience beside it, without which nobody leaves unserved", "no patience");
  }
}

function checkStart({ start, waiting_room, servers, patience }: UserNode, path: Path, known: Known): void {
  const waiting = checkCounts(start?.waiting, [...path, "waiting"], known);
  const waited = checkWaited(start?.waited ?? [], [...path, "waited"], patience, known);
  const { from_outside = "unlimited", from_nodes = "unlimited" } = waiting_room ?? {};
  if (from_outside !== "unlimited" && from_nodes !== "unlimited" && waiting + waited > from_outside + from_nodes) {
    const expected = `at most ${from_outside + from_nodes} people, the places to wait`;
    known.report.fault([...path, waited > 0 ? "waited" : "waiting"], expected, `${waiting + waited}`);
  }
  const serving = checkCounts(start?.in_service, [...path, "in_service"], known);
  const atFirst = typeof servers === "object" ? (servers.steps[0]?.servers ?? 0) : servers;
  if (atFirst !== "unlimited" && serving > atFirst) {
    known.report.fault([...path, "in_service"], `at most ${atFirst} people, the servers on day 0`, `${serving}`);
  }
}
