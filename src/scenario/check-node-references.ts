/** Names of groups and places in the nodes of a network. */
import { checkReferences, each, groupsAtStart, keys, type Pattern } from "./check-references.ts";
import type { Known } from "./check-routing.ts";
import type { Path } from "./origins.ts";

/** A routing, or all that are in it by group or by date. */
const routings: readonly Pattern[] = ["routing", "leavers"].flatMap((field) => [
  [field],
  [field, "by_group", each],
  [field, "by_date", each, "routing"],
  [field, "by_date", each, "routing", "by_group", each],
]);

const places: readonly Pattern[] = routings.flatMap((routing) => [routing, [...routing, each, "to"]]);
const groups: readonly Pattern[] = [
  ["arrivals", each, "group"],
  ["priority", each, each],
  ...groupsAtStart("in_service"),
  ...routings.map((routing): Pattern => [...routing, each, "as_group"]),
];
/** Where "otherwise" stands for the groups that are not named. */
const byGroup: readonly Pattern[] = [
  ["service", "by_group", keys],
  ["patience", "by_group", keys],
  ...routings.filter((routing) => routing.at(-1) === each && routing.at(-2) === "by_group").map(byKeys),
];

function byKeys(routing: Pattern): Pattern {
  return [...routing.slice(0, -1), keys];
}

/** @param node as it was written, whatever its shape */
export function checkNodeReferences(node: unknown, path: Path, known: Known): void {
  const { report } = known;
  const aGroup = { names: known.groups, what: "a group" };
  checkReferences(node, path, { names: known.places, what: "the name of a node or exit", at: places }, report);
  checkReferences(node, path, { ...aGroup, at: groups }, report);
  checkReferences(node, path, { ...aGroup, or: "otherwise", at: byGroup }, report);
}
