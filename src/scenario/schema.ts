/**
 * The shape of a scenario file: which fields there are, of what kind, and within which bounds. What takes more than one
 * field to judge is in `check.ts`. The JSON Schema for editors is made from this too.
 */
import * as v from "valibot";
import { aboutChange } from "./pathway/about.ts";
import { pathwaySchema } from "./pathway/schema.ts";
import { law, lawOrCourse } from "./schema-laws.ts";
import { counts, waitingAtStart } from "./schema-start.ts";
import {
  atLeast0,
  choice,
  days,
  daysAbove0,
  described,
  fields,
  listOf,
  namesTo,
  probability,
  wholeFrom,
} from "./shapes.ts";

/** Most nodes, exits and groups that a scenario may have. */
export const MOST_NODES = 2_000;
export const MOST_GROUPS = 200;

const unlimited = v.literal("unlimited", '"unlimited"');
const name = () => v.string("a name");
const text = (what: string) => v.pipe(v.string(what), v.regex(/\S/, what));
const people = () => wholeFrom(0, "a whole number of people, 0 or more");
const has = (input: object, key: string): boolean => Object.hasOwn(input, key);

/** `what`, or one for each group by name; "otherwise" stands for the groups that are not named. */
const byGroup = <S extends v.GenericSchema>(what: string, one: S) =>
  fields('an object with "by_group"', {
    by_group: described(namesTo("an object of groups", one), `${what}, by group; "otherwise" for all others.`),
  });
const fromDay = () => described(days(), "Start of the step; the first is 0.");
const repeat = () =>
  v.optional(described(daysAbove0(), "After this long the steps begin again. Without it the last step lasts."));

const steppedServers = fields("an object with steps", {
  steps: listOf(
    "a list of steps, each with from_day and servers",
    fields("an object with from_day and servers", {
      from_day: fromDay(),
      servers: described(people(), "People who can be served at once, from here to the next step."),
    }),
  ),
  repeat_every_days: repeat(),
});
const servers = choice(
  'a whole number of people, 0 or more, "unlimited", or an object with steps',
  [people(), unlimited, steppedServers],
  () => steppedServers,
);

const rate = () => described(atLeast0("a number of people per {day}, 0 or more"), "Arrivals per unit of time.");
const group = () => v.optional(described(name(), "Their group. May be left out where there is only one."));
const steady = fields("arrivals", { group: group(), per_day: rate() });
const stepped = fields("arrivals", {
  group: group(),
  steps: listOf(
    "a list of steps, each with from_day and per_day",
    fields("an object with from_day and per_day", { from_day: fromDay(), per_day: rate() }),
  ),
  repeat_every_days: repeat(),
});
const spaced = fields("arrivals", { group: group(), between: described(law, "Time from one arrival to the next.") });
const arrivals = choice("arrivals, an object with per_day, steps or between", [steady, stepped, spaced], (input) => {
  if (has(input, "between")) return spaced;
  return has(input, "steps") ? stepped : steady;
});

const route = fields("a route, an object with to and probability", {
  to: described(name(), "The node or exit where they go."),
  probability: described(probability(), "The share who take this route; adds up to 1 over the list."),
  as_group: v.optional(described(name(), "The group they belong to from here on.")),
  delay: v.optional(described(law, "Time from leaving here to getting there; none unless given.")),
  holds_server: v.optional(
    described(v.boolean("true or false"), "Whether they keep their server here during the delay; false unless given."),
  ),
});
const A_ROUTING = 'the name of a node or exit, or a list of routes, each with "to" and "probability"';
const routeList = listOf("a list of routes, one or more", route);
const routesByGroup = byGroup(
  "Routes",
  choice(A_ROUTING, [name(), routeList], () => undefined),
);
const oneRouting = choice(A_ROUTING, [name(), routeList, routesByGroup], () => routesByGroup);
const routesByDate = fields('an object with "by_date"', {
  by_date: listOf(
    "a list of dates, each with from_day and routing",
    fields("an object with from_day and routing", {
      from_day: described(days(), "The routing holds from this day on; the first is 0."),
      routing: described(oneRouting, "Routes from that day to the next."),
    }),
  ),
});
const routing = choice(A_ROUTING, [name(), routeList, routesByGroup, routesByDate], (input) =>
  has(input, "by_date") ? routesByDate : routesByGroup,
);

const serviceByGroup = byGroup("Service", lawOrCourse);
const service = choice(
  'a law, a course of sessions, or an object with "by_group"',
  [lawOrCourse, serviceByGroup],
  (input) => (has(input, "by_group") ? serviceByGroup : lawOrCourse),
);
const endless = v.literal("endless", '"endless"');
const patienceByGroup = byGroup(
  'A law, or "endless"',
  choice('a law, or "endless"', [law, endless], () => law),
);
const patience = choice('a law, or an object with "by_group"', [law, patienceByGroup], (input) =>
  has(input, "by_group") ? patienceByGroup : law,
);

const room = () => v.union([people(), unlimited], 'a whole number of people, 0 or more, or "unlimited"');
const node = fields("a node, an object with servers, service and routing", {
  servers: described(servers, "How many people can be served at once."),
  service: described(service, "How long a person is served: a law, a course of sessions, or either by group."),
  arrivals: v.optional(described(v.array(arrivals, "a list of arrivals"), "People who come from outside.")),
  waiting_room: v.optional(
    fields("an object with from_outside and from_nodes", {
      from_outside: v.optional(described(room(), "Places to wait for those from outside; they are refused beyond it.")),
      from_nodes: v.optional(
        described(room(), "Places to wait for those from nodes; beyond it the sender is blocked."),
      ),
    }),
  ),
  priority: v.optional(
    described(
      listOf("a list of levels, each a list of groups", listOf("a list of groups, one or more", name())),
      "Groups in the order in which they are served; those in one list are equal. First come, first served without it.",
    ),
  ),
  patience: v.optional(described(patience, "How long a person waits before they leave unserved; for ever without it.")),
  leavers: v.optional(described(routing, "Where those go who leave unserved.")),
  routing: described(routing, "Where people go after service."),
  start: v.optional(
    fields("an object with waiting, waited and in_service", {
      ...waitingAtStart,
      in_service: v.optional(described(counts(), "People in service at the start of the run.")),
    }),
  ),
});

const window = fields("a window, an object with name, from_day and to_day", {
  name: described(name(), "The name under which its measures are printed."),
  from_day: described(days(), "The first day of it, from the start of the run."),
  to_day: described(daysAbove0(), "The day before which it ends."),
});

const SOME_LIMITS = "a list of at most 100 numbers of {days} above 0";
const head = {
  $schema: v.optional(described(v.string("text"), "For editors; not read.")),
  format: described(v.literal(1, "1, the only format there is"), "Version of the format."),
  title: described(text("a title"), "What this scenario is, in one line."),
  description: v.optional(described(v.string("text"), "What it is for. Free text.")),
};
/** The kinds of scenario, in words. */
export const KINDS = '"network" or "pathway"';
const kind = () => described(v.literal("network", KINDS), "A network of places where people wait and are served.");

/** A scenario that stands on its own. */
export const wholeSchema = fields("a scenario, an object with format, kind, title and so on", {
  ...head,
  kind: kind(),
  warm_up_days: described(days(), "Kept out of the measures, from the start of the run."),
  run_days: described(daysAbove0(), "Measured, after the warm-up."),
  windows: v.optional(
    described(listOf("a list of windows, one or more", window), "Stretches of the run over which measures are taken."),
  ),
  wait_limits_days: v.optional(
    described(
      v.pipe(v.array(daysAbove0(), SOME_LIMITS), v.maxLength(100, SOME_LIMITS)),
      "Limits for which the share of waits within them is told.",
    ),
  ),
  groups: v.optional(
    described(listOf("a list of names, one or more", name()), 'Kinds of people; "everyone" unless given.'),
  ),
  exits: described(listOf("a list of names, one or more", name()), "Ways out of the network."),
  nodes: described(
    v.pipe(
      namesTo("an object of nodes by name", node),
      v.minEntries(1, "one node or more"),
      v.maxEntries(MOST_NODES, `at most ${MOST_NODES} nodes`),
    ),
    "The places where people wait and are served, by name.",
  ),
});

/** A scenario that is another one with some things changed. */
export const variantSchema = fields("a scenario that extends another", {
  ...head,
  kind: v.optional(described(v.picklist(["network", "pathway"], KINDS), "The kind of what it extends.")),
  ...aboutChange,
  extends: described(
    text("the name of a scenario file"),
    "The scenario that this one changes, named relative to this file.",
  ),
  change: described(
    namesTo("an object of changes", v.unknown()),
    "What is different: objects merge, null removes, anything else replaces (RFC 7396).",
  ),
});

/** Any scenario file. */
export const fileSchema = choice(
  "an object, the whole of a scenario",
  [wholeSchema, pathwaySchema, variantSchema],
  (input) => {
    if (has(input, "extends")) return variantSchema;
    return "kind" in input && input.kind === "pathway" ? pathwaySchema : wholeSchema;
  },
);

export type UserScenario = v.InferOutput<typeof wholeSchema>;
export type UserVariant = v.InferOutput<typeof variantSchema>;
export type UserNode = UserScenario["nodes"][string];
export type UserRouting = UserNode["routing"];
export type UserRoute = v.InferOutput<typeof route>;
export type UserRoutes = string | UserRoute[];
export type UserOneRouting = v.InferOutput<typeof oneRouting>;
export type UserService = UserNode["service"];
export type UserPatience = NonNullable<UserNode["patience"]>;
export type UserArrivals = v.InferOutput<typeof arrivals>;
