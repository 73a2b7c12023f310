/** From a scenario as its author wrote it, checked, to the normal form that the model reads: everything spelt out. */
import type { Law } from "../engine/law-types.ts";
import type { Schedule } from "../engine/schedule.ts";
import { EVERYONE } from "./check.ts";
import { isByDate, isByGroup } from "./check-routing.ts";
import { normalLaw, normalService } from "./normalise-laws.ts";
import { counts, waited } from "./normalise-start.ts";
import type { UserLaw } from "./schema-laws.ts";
import type { UserArrivals, UserNode, UserRoute, UserRoutes, UserRouting, UserScenario } from "./schema.ts";
import type { Arrivals, NetworkNode, Route, Routing, NetworkScenario } from "./types.ts";

/** What names stand for: indices into `groups`, and into nodes followed by exits. */
interface Numbers {
  readonly groups: readonly string[];
  readonly group: ReadonlyMap<string, number>;
  readonly place: ReadonlyMap<string, number>;
}

/** `user` has passed all checks, and holds no law that is still in a file. */
export function normalise(user: UserScenario): NetworkScenario {
  const { groups = [EVERYONE], exits, warm_up_days, run_days } = user;
  const names = Object.keys(user.nodes);
  const numbers = { groups, group: numbered(groups), place: numbered([...names, ...exits]) };
  const whole = { name: "after warm-up", from_day: warm_up_days, to_day: warm_up_days + run_days };
  return {
    format: 1,
    kind: "network",
    title: user.title,
    description: user.description ?? "",
    source: user.source ?? "",
    warm_up_days,
    run_days,
    windows: user.windows?.map(({ name, from_day, to_day }) => ({ name, from_day, to_day })) ?? [whole],
    wait_limits_days: user.wait_limits_days ?? [],
    groups,
    nodes: Object.entries(user.nodes).map(([name, node]) => normalNode(name, node, numbers)),
    exits,
  };
}

const numbered = (names: readonly string[]): ReadonlyMap<string, number> => new Map(names.map((name, i) => [name, i]));

function normalNode(name: string, user: UserNode, numbers: Numbers): NetworkNode {
  const { service, patience = "endless", start, waiting_room: room } = user;
  const { groups } = numbers;
  return {
    name,
    servers: servers(user.servers),
    service: perGroup("by_group" in service ? service.by_group : { otherwise: service }, numbers, normalService),
    arrivals: (user.arrivals ?? []).map((arrivals) => normalArrivals(arrivals, numbers)),
    waiting_room: { from_outside: limit(room?.from_outside), from_nodes: limit(room?.from_nodes) },
    priority: levels(user.priority, numbers),
    patience: perGroup<UserLaw | "endless", Law | undefined>(
      typeof patience === "object" && "by_group" in patience ? patience.by_group : { otherwise: patience },
      numbers,
      (law) => (law === "endless" ? undefined : normalLaw(law)),
    ),
    leavers: user.leavers === undefined ? [] : normalRouting(user.leavers, numbers),
    routing: normalRouting(user.routing, numbers),
    start_waiting: counts(start?.waiting, groups),
    start_in_service: counts(start?.in_service, groups),
    start_waited: waited(start?.waited ?? [], groups),
  };
}

/** One entry for each group; for those that are not named that of "otherwise". */
function perGroup<T, U>(map: Readonly<Record<string, T>>, { groups }: Numbers, one: (entry: T) => U): U[] {
  return groups.map((group) => {
    const entry = Object.hasOwn(map, group) ? map[group] : map["otherwise"];
    if (entry === undefined) throw new RangeError(`nothing for group ${JSON.stringify(group)} in a checked scenario`);
    return one(entry);
  });
}

const limit = (most: number | "unlimited" = "unlimited"): number => (most === "unlimited" ? Infinity : most);

const constant = (value: number): Schedule => ({ steps: [{ from_day: 0, value }], repeat_every_days: Infinity });

function servers(user: UserNode["servers"]): Schedule {
  if (typeof user !== "object") return constant(limit(user));
  const steps = user.steps.map((step) => ({ from_day: step.from_day, value: step.servers }));
  return { steps, repeat_every_days: user.repeat_every_days ?? Infinity };
}

function normalArrivals(user: UserArrivals, numbers: Numbers): Arrivals {
  const group = user.group === undefined ? 0 : numberOf(user.group, numbers.group);
  if ("between" in user) return { kind: "renewal", group, between: normalLaw(user.between) };
  if (!("steps" in user)) return { kind: "poisson", group, per_day: constant(user.per_day) };
  const steps = user.steps.map((step) => ({ from_day: step.from_day, value: step.per_day }));
  return { kind: "poisson", group, per_day: { steps, repeat_every_days: user.repeat_every_days ?? Infinity } };
}

function levels(priority: UserNode["priority"], { groups }: Numbers): number[] {
  const level = new Map(priority?.flatMap((names, i) => names.map((name) => [name, i] as const)));
  return groups.map((group) => level.get(group) ?? 0);
}

function normalRouting(user: UserRouting, numbers: Numbers): Routing {
  const dates = isByDate(user) ? user.by_date : [{ from_day: 0, routing: user }];
  return dates.map(({ from_day, routing }) => {
    const map: Readonly<Record<string, UserRoutes>> = isByGroup(routing) ? routing.by_group : { otherwise: routing };
    const routes = perGroup(map, numbers, (list) => list);
    return { from_day, by_group: routes.map((list, group) => normalRoutes(list, group, numbers)) };
  });
}

function normalRoutes(user: UserRoutes, group: number, numbers: Numbers): Route[] {
  const list: readonly UserRoute[] = typeof user === "string" ? [{ to: user, probability: 1 }] : user;
  return list.map(({ to, probability, as_group, delay, holds_server }) => ({
    to: numberOf(to, numbers.place),
    probability,
    as_group: as_group === undefined ? group : numberOf(as_group, numbers.group),
    delay: delay === undefined ? undefined : normalLaw(delay),
    holds_server: holds_server ?? false,
  }));
}

/** A name that the checks let through without being known is a fault of ours, not of the file's author. */
function numberOf(name: string, numbers: ReadonlyMap<string, number>): number {
  const number = numbers.get(name);
  if (number === undefined) throw new RangeError(`unknown name ${JSON.stringify(name)} in a checked scenario`);
  return number;
}
