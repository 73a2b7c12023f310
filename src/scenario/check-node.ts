/** Checks of one node that take more than one of its fields, or other parts of the scenario, to judge. */
import { checkLaw, checkSteps, isAlways0 } from "./check-laws.ts";
import { checkGroupKeys, checkKnown } from "./check-names.ts";
import { checkRouting, type Known } from "./check-routing.ts";
import { lawBeyond } from "../engine/laws.ts";
import { normalLaw } from "./normalise-laws.ts";
import type { Path } from "./origins.ts";
import { isCourse } from "./schema-laws.ts";
import type { UserLaw } from "./schema-laws.ts";
import type { UserArrivals, UserNode, UserPatience, UserService, UserStart, UserWaited } from "./schema.ts";

/** `node` stands at `path`; those of its fields that are in `faulty` do not have the shape that they should. */
export function checkNode(node: UserNode, path: Path, faulty: ReadonlySet<unknown>, known: Known): void {
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
  if (groups !== undefined) checkGroupKeys(service.by_group, groups, [...path, "by_group"], report);
  for (const [group, one] of Object.entries(service.by_group)) {
    if (!isCourse(one)) checkLaw(one, [...path, "by_group", group], report);
  }
}

function checkArrivals(arrivals: UserArrivals, path: Path, { groups, report }: Known): void {
  if (arrivals.group !== undefined && groups !== undefined) {
    checkKnown(arrivals.group, groups, "a group", [...path, "group"], report);
  } else if (groups !== undefined && groups.list.length > 1) {
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
      checkKnown(group, groups, "a group", [...path, i, j], report);
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
  if (groups !== undefined) checkGroupKeys(patience.by_group, groups, [...path, "by_group"], report);
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

/** Fewer than this would still wait by the law of patience: then the law or the wait is wrong. */
const leastLeft = 1e-9;
/** Waits of one entry that are told one by one. */
const mostTold = 10;

/** How many people there are in all. Everybody is of a group there is, and still waits by its law of patience. */
function checkWaited(entries: readonly UserWaited[], path: Path, patience: UserNode["patience"], known: Known): number {
  let people = 0;
  for (const [i, entry] of entries.entries()) {
    if ("file" in entry) continue; // why it could not be read has been said
    people += entry.days.length;
    const groups = checkWaitedGroups(entry, [...path, i], known);
    if (patience === undefined || groups === undefined) continue;
    const beyond = entry.days.flatMap((days, person) => (stillWaits(patience, groups(person), days) ? [] : [person]));
    for (const person of beyond.slice(0, mostTold)) {
      const hint =
        "By it, fewer than 1 in 1,000,000,000 wait so long. Give a law with a longer tail, or mend the wait.";
      known.report.fault([...path, i, "days", person], "a wait that the law of patience allows", undefined, hint);
    }
  }
  return people;
}

/** The group of each, by number of the person; undefined where they are faulty. */
function checkWaitedGroups(
  entry: Exclude<UserWaited, { file: string }>,
  path: Path,
  { groups, report }: Known,
): ((person: number) => string) | undefined {
  const before = report.problems.length;
  if ("groups" in entry) {
    if (entry.groups.length !== entry.days.length)
      report.fault([...path, "groups"], `${entry.days.length} groups, one for each wait`, `${entry.groups.length}`);
    const unknown = [...new Set(entry.groups)].filter((group) => groups !== undefined && !groups.list.includes(group));
    for (const group of unknown.slice(0, mostTold)) {
      const at = entry.groups.indexOf(group);
      checkKnown(group, groups!, "a group", [...path, "groups", at], report);
    }
    return report.problems.length > before ? undefined : (person) => entry.groups[person]!;
  }
  if (entry.group !== undefined && groups !== undefined)
    checkKnown(entry.group, groups, "a group", [...path, "group"], report);
  else if (groups !== undefined && groups.list.length > 1)
    report.fault([...path, "group"], "a group, since there are several", "nothing");
  return report.problems.length > before ? undefined : () => entry.group ?? groups?.list[0] ?? "";
}

function stillWaits(patience: UserPatience, group: string, days: number): boolean {
  const byGroup = "by_group" in patience ? patience.by_group : { otherwise: patience };
  const law = Object.hasOwn(byGroup, group) ? byGroup[group] : byGroup["otherwise"];
  if (law === undefined || law === "endless") return true;
  try {
    return lawBeyond(normalLaw(law), days).survival >= leastLeft;
  } catch (error) {
    if (error instanceof RangeError) return true; // a law that makes no sense has been told as such
    throw error;
  }
}

/** How many people there are in all. */
function checkCounts(counts: UserStart | undefined, path: Path, { groups, report }: Known): number {
  if (counts === undefined) return 0;
  if (typeof counts === "number") {
    if (counts > 0 && groups !== undefined && groups.list.length > 1) {
      report.fault(path, "a number for each group, since there are several");
    }
    return counts;
  }
  for (const group of Object.keys(counts)) {
    if (groups !== undefined) checkKnown(group, groups, "a group", [...path, group], report);
  }
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}
