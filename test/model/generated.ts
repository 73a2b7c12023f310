/** Small random scenarios, in normal form, that use everything the format has: for laws that must hold for all. */
import * as fc from "fast-check";
import type { Law } from "../../src/engine/law-types.ts";
import type { Schedule } from "../../src/engine/schedule.ts";
import type { Arrivals, NetworkNode, Route, Routing, NetworkScenario, Service } from "../../src/scenario/types.ts";

/** How many scenarios to try; CAREGAP_RUNS tries more. The seed is fixed, so that a test that passes goes on passing. */
export const settings = (numRuns: number): { numRuns: number; seed: number } => {
  const more = Number(process.env["CAREGAP_RUNS"] ?? 1);
  return { numRuns: numRuns * more, seed: more > 1 ? Date.now() % 1_000_000 : 20_261_123 };
};

/** Whole and half days, so that much happens at the same instant. */
const roundDays = fc.constantFrom(0.5, 1, 2, 3);
const days = fc.double({ min: 0.05, max: 3, noNaN: true });
const either = fc.oneof(roundDays, days);

const law: fc.Arbitrary<Law> = fc.oneof(
  roundDays.map((length): Law => ({ law: "deterministic", days: length })),
  days.map((mean): Law => ({ law: "exponential", mean_days: mean })),
  fc
    .tuple(fc.integer({ min: 1, max: 4 }), days)
    .map(([stages, mean]): Law => ({ law: "erlang", stages, mean_days: mean })),
  days.map((mean): Law => ({ law: "lognormal", mean_days: mean, sd_days: mean / 2 })),
  days.map((low): Law => ({ law: "uniform", low_days: low, high_days: low + 1 })),
  fc.constant<Law>({
    law: "discrete",
    values: [
      { days: 1, probability: 0.5 },
      { days: 2, probability: 0.5 },
    ],
  }),
  fc.constant<Law>({
    law: "hazard",
    steps: [
      { from_day: 0, per_day: 0.1 },
      { from_day: 2, per_day: 1 },
    ],
  }),
);

const service: fc.Arbitrary<Service> = fc.oneof(
  { weight: 3, arbitrary: law.map((length): Service => ({ kind: "stay", length })) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.integer({ min: 2, max: 4 }), either, fc.constantFrom(0, 0.3))
      .map(([sessions, interval_days, dna]): Service => ({ kind: "course", sessions, interval_days, dna })),
  },
);

const schedule = (value: fc.Arbitrary<number>): fc.Arbitrary<Schedule> =>
  fc.oneof(
    value.map((only): Schedule => ({ steps: [{ from_day: 0, value: only }], repeat_every_days: Infinity })),
    fc
      .tuple(value, value, fc.constantFrom(1, 4, Infinity))
      .filter(([first, second]) => first + second > 0)
      .map(([first, second, repeat_every_days]): Schedule => {
        const half = Math.min(repeat_every_days, 6) / 2;
        return {
          steps: [
            { from_day: 0, value: first },
            { from_day: half, value: second },
          ],
          repeat_every_days,
        };
      }),
  );

const servers = fc.oneof(
  { weight: 6, arbitrary: schedule(fc.integer({ min: 0, max: 4 })) },
  { weight: 1, arbitrary: schedule(fc.constant(Infinity)) },
);

function route(places: number, groups: number): fc.Arbitrary<Omit<Route, "probability">> {
  return fc.record({
    to: fc.integer({ min: 0, max: places - 1 }),
    as_group: fc.integer({ min: 0, max: groups - 1 }),
    delay: fc.option(law, { nil: undefined, freq: 3 }),
    holds_server: fc.boolean(),
  });
}

/** @param places nodes and exits together */
function routing(places: number, groups: number): fc.Arbitrary<Routing> {
  const routes = fc
    .array(fc.tuple(route(places, groups), fc.integer({ min: 1, max: 4 })), { minLength: 1, maxLength: 3 })
    .map((weighted): Route[] => {
      const total = weighted.reduce((sum, [, weight]) => sum + weight, 0);
      return weighted.map(([rest, weight]) => ({ ...rest, probability: weight / total }));
    });
  const table = fc.array(routes, { minLength: groups, maxLength: groups });
  return fc
    .array(table, { minLength: 1, maxLength: 2 })
    .map((tables) => tables.map((by_group, i) => ({ from_day: 9 * i, by_group })));
}

function arrivals(groups: number): fc.Arbitrary<Arrivals> {
  const group = fc.integer({ min: 0, max: groups - 1 });
  const rate = schedule(fc.double({ min: 0, max: 4, noNaN: true }));
  return fc.oneof(
    fc.tuple(group, rate).map(([of, per_day]): Arrivals => ({ kind: "poisson", group: of, per_day })),
    fc.tuple(group, either).map(([of, mean]): Arrivals => {
      const between: Law =
        mean % 0.5 === 0 ? { law: "deterministic", days: mean } : { law: "exponential", mean_days: mean };
      return { kind: "renewal", group: of, between };
    }),
  );
}

const room = fc.oneof(
  { weight: 2, arbitrary: fc.constant(Infinity) },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 3 }) },
);

function node(at: number, places: number, groups: number): fc.Arbitrary<NetworkNode> {
  const perGroup = <T>(one: fc.Arbitrary<T>): fc.Arbitrary<T[]> =>
    fc.array(one, { minLength: groups, maxLength: groups });
  return fc
    .record({
      name: fc.constant(`node ${at}`),
      servers,
      service: perGroup(service),
      arrivals: fc.array(arrivals(groups), { minLength: at === 0 ? 1 : 0, maxLength: 2 }),
      waiting_room: fc.record({ from_outside: room, from_nodes: room }),
      priority: perGroup(fc.integer({ min: 0, max: groups - 1 })),
      patience: perGroup(fc.option(law, { nil: undefined, freq: 1 })),
      leavers: routing(places, groups),
      routing: routing(places, groups),
      start_waiting: perGroup(fc.integer({ min: 0, max: 2 })),
      start_in_service: perGroup(fc.integer({ min: 0, max: 1 })),
      // Short waits, so that every law of patience leaves somebody.
      start_waited: fc
        .array(fc.record({ group: fc.integer({ min: 0, max: groups - 1 }), days: fc.constantFrom(0, 0.125, 0.25) }), {
          maxLength: 2,
        })
        .map((people) => people.toSorted((one, other) => other.days - one.days)),
    })
    .map((made) => {
      // As in a file: no more at the start than there are servers and room for.
      const hasRoom = made.waiting_room.from_outside >= 2 * groups;
      const hasServers = made.servers.steps[0]!.value >= groups;
      return {
        ...made,
        start_waiting: hasRoom ? made.start_waiting : made.start_waiting.map(() => 0),
        start_in_service: hasServers ? made.start_in_service : made.start_in_service.map(() => 0),
      };
    });
}

/** Up to four places, three groups and forty days. */
export const scenarios: fc.Arbitrary<NetworkScenario> = fc
  .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 2 }))
  .chain(([places, groups, exits]) =>
    fc
      .tuple(...Array.from({ length: places }, (_, at) => node(at, places + exits, groups)))
      .map((nodes): NetworkScenario => ({
        format: 1,
        kind: "network",
        title: "generated",
        description: "",
        source: "",
        warm_up_days: 10,
        run_days: 30,
        windows: [
          { name: "all of it", from_day: 0, to_day: 40 },
          { name: "a part", from_day: 10, to_day: 25.5 },
        ],
        wait_limits_days: [1],
        groups: Array.from({ length: groups }, (_, group) => `group ${group}`),
        nodes,
        exits: Array.from({ length: exits }, (_, exit) => `exit ${exit}`),
      })),
  );
