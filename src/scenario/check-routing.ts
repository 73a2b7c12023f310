/** Checks of routing tables, whether after service or of those who leave unserved, but for the names in them. */
import { checkLaw, checkSteps, checkSum } from "./check-laws.ts";
import { checkEveryGroup, type Names } from "./check-names.ts";
import type { Path } from "./origins.ts";
import type { Report } from "./report.ts";
import type { UserOneRouting, UserRoute, UserRouting, UserRoutes } from "./schema.ts";

/** What the parts of a scenario refer to; undefined where it is itself at fault and cannot be held against them. */
export interface Known {
  readonly groups: Names | undefined;
  /** Nodes and exits. */
  readonly places: Names | undefined;
  readonly report: Report;
}

/** `afterService` is false for those who leave unserved, and so have no server to hold. */
export function checkRouting(routing: UserRouting, path: Path, afterService: boolean, known: Known): void {
  if (!isByDate(routing)) return checkOneRouting(routing, path, afterService, known);
  checkSteps(routing.by_date, undefined, path, known.report, "by_date");
  for (const [i, date] of routing.by_date.entries()) {
    checkOneRouting(date.routing, [...path, "by_date", i, "routing"], afterService, known);
  }
}

function checkOneRouting(routing: UserOneRouting, path: Path, afterService: boolean, known: Known): void {
  if (!isByGroup(routing)) return checkRoutes(routing, path, afterService, known);
  if (known.groups !== undefined) checkEveryGroup(routing.by_group, known.groups, [...path, "by_group"], known.report);
  for (const [group, routes] of Object.entries(routing.by_group)) {
    checkRoutes(routes, [...path, "by_group", group], afterService, known);
  }
}

function checkRoutes(routes: UserRoutes, path: Path, afterService: boolean, known: Known): void {
  if (typeof routes === "string") return;
  checkSum(routes, path, known.report);
  for (const [i, route] of routes.entries()) checkRoute(route, [...path, i], afterService, known.report);
}

function checkRoute(route: UserRoute, path: Path, afterService: boolean, report: Report): void {
  if (route.delay !== undefined) checkLaw(route.delay, [...path, "delay"], report);
  if (route.holds_server !== true) return;
  if (!afterService) report.fault([...path, "holds_server"], "false, since those who leave unserved have no server");
  else if (route.delay === undefined) report.warning([...path, "holds_server"], "a delay beside it", "no delay");
}

/** Every name that a routing leads to. */
export function destinations(routing: UserRouting): string[] {
  const tables = isByDate(routing) ? routing.by_date.map((date) => date.routing) : [routing];
  const lists = tables.flatMap((table) => (isByGroup(table) ? Object.values(table.by_group) : [table]));
  return lists.flatMap((routes) => (typeof routes === "string" ? [routes] : routes.map((route) => route.to)));
}

export function isByDate(routing: UserRouting): routing is Extract<UserRouting, { by_date: unknown }> {
  return typeof routing === "object" && "by_date" in routing;
}
export function isByGroup(routing: UserOneRouting): routing is Extract<UserOneRouting, { by_group: unknown }> {
  return typeof routing === "object" && "by_group" in routing;
}
