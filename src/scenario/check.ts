/**
 * The second check: what takes more than one field to judge. Parts whose shape is at fault are passed over, and
 * nothing is held against a part that is itself at fault, so that all faults are told at once and none twice.
 */
import { checkName, checkNameList, namesOf, type Names } from "./check-names.ts";
import { checkNode } from "./check-node.ts";
import { destinations } from "./check-routing.ts";
import { isObject, type Path } from "./origins.ts";
import type { Report } from "./report.ts";
import { MOST_GROUPS, MOST_NODES, type UserNode, type UserScenario } from "./schema.ts";

/** The group that everyone is in where no groups are given. */
export const EVERYONE = "everyone";

/** Rounding that is forgiven where a window ends with the run, relative to the length of the run. */
const ROUNDING = 1e-12;

/** Reports what is wrong in `scenario`, of which the parts at `shapeFaults` do not have the shape that they should. */
export function checkMeaning(scenario: UserScenario, shapeFaults: readonly Path[], report: Report): void {
  const unsound = new Set(shapeFaults.map((path) => String(path[0])));
  if (!isObject(scenario.nodes)) return;
  const faulty = faultyFields(shapeFaults);
  const names = Object.keys(scenario.nodes);
  for (const name of names) checkName(name, ["nodes", name], report);
  const groups = unsound.has("groups") ? undefined : checkGroups(scenario, report);
  const places = unsound.has("exits") ? undefined : checkExits(scenario, namesOf(names), report);
  for (const name of names) {
    const node = scenario.nodes[name];
    if (!isObject(node)) continue;
    checkNode(node, ["nodes", name], faulty.get(name) ?? new Set(), { groups, places, report });
  }
  if (faulty.size === 0) checkReach(scenario.nodes, report);
  if (!["warm_up_days", "run_days", "windows"].some((key) => unsound.has(key))) checkWindows(scenario, report);
  if (!unsound.has("wait_limits_days")) checkLimits(scenario.wait_limits_days ?? [], report);
}

/** For each node the fields whose shape is at fault. */
function faultyFields(shapeFaults: readonly Path[]): ReadonlyMap<unknown, ReadonlySet<unknown>> {
  const faulty = new Map<unknown, Set<unknown>>();
  for (const [part, node, field] of shapeFaults) {
    if (part !== "nodes") continue;
    faulty.set(node, (faulty.get(node) ?? new Set()).add(field));
  }
  return faulty;
}

function checkGroups({ groups = [EVERYONE] }: UserScenario, report: Report): Names {
  checkNameList(groups, ["groups"], report);
  if (groups.length > MOST_GROUPS) report.fault(["groups"], `at most ${MOST_GROUPS} groups`);
  return namesOf(groups);
}

/** Gives the names of all places: people are sent to nodes and exits alike, so these may not share a name. */
function checkExits({ exits }: UserScenario, nodes: Names, report: Report): Names {
  checkNameList(exits, ["exits"], report, nodes);
  if (exits.length > MOST_NODES) report.fault(["exits"], `at most ${MOST_NODES} exits`);
  return namesOf([...nodes.list, ...exits]);
}

export function checkWindows(
  { windows = [], warm_up_days, run_days }: Pick<UserScenario, "windows" | "warm_up_days" | "run_days">,
  report: Report,
): void {
  const seen = new Set<string>();
  const end = (warm_up_days + run_days) * (1 + ROUNDING);
  for (const [i, { name, from_day, to_day }] of windows.entries()) {
    const path = ["windows", i];
    checkName(name, [...path, "name"], report);
    if (seen.has(name)) report.fault([...path, "name"], "each name once", `${JSON.stringify(name)} again`);
    seen.add(name);
    if (!(to_day > from_day)) report.fault([...path, "to_day"], "a time after the window begins");
    if (to_day > end) {
      const hint = `Warm-up and run end on day ${warm_up_days + run_days}.`;
      report.fault([...path, "to_day"], "a time within the run", undefined, hint);
    }
    if (from_day < warm_up_days) report.warning([...path, "from_day"], "a time after the warm-up");
  }
}

function checkLimits(limits: readonly number[], report: Report): void {
  for (const [i, limit] of limits.entries()) {
    if (limits.indexOf(limit) < i) report.fault(["wait_limits_days", i], "each limit once");
  }
}

/** Every node can be reached by someone: by people from outside, people there at the start, or from such a node. */
function checkReach(nodes: Readonly<Record<string, UserNode>>, report: Report): void {
  const reached = new Set(Object.keys(nodes).filter((name) => hasPeople(nodes[name])));
  if (reached.size === 0) {
    report.fault(["nodes"], "arrivals or people at the start, at one node or more", "none");
    return;
  }
  for (const name of reached) {
    const node = Object.hasOwn(nodes, name) ? nodes[name] : undefined;
    if (node === undefined) continue;
    // A set takes in what is added while it is gone through, so this goes on until nothing new is reached.
    for (const to of destinations(node.routing)) reached.add(to);
    for (const to of node.leavers === undefined ? [] : destinations(node.leavers)) reached.add(to);
  }
  for (const name of Object.keys(nodes)) {
    if (reached.has(name)) continue;
    report.fault(
      ["nodes", name],
      "a way in: arrivals, people at the start, or a route from a place with people",
      "none",
    );
  }
}

function hasPeople(node: UserNode | undefined): boolean {
  const { waiting = 0, in_service = 0 } = node?.start ?? {};
  const counts = [waiting, in_service].flatMap((count) => (typeof count === "number" ? [count] : Object.values(count)));
  // Whatever their number: a file that cannot be read has been told of already.
  if ((node?.start?.waited ?? []).length > 0) return true;
  return (node?.arrivals ?? []).length > 0 || counts.some((count) => count > 0);
}
