/** Closed forms refuse numbers that make no sense. */
import { expect, test } from "vitest";
import { erlangA } from "../../src/experiment/theory/erlang-a.ts";
import { erlangB, erlangC } from "../../src/experiment/theory/erlang.ts";
import { mgInfinity, mtgInfinityOver } from "../../src/experiment/theory/infinite.ts";
import { trafficRates } from "../../src/experiment/theory/jackson.ts";
import { md1, mg1 } from "../../src/experiment/theory/mg1.ts";
import { mmc } from "../../src/experiment/theory/mmc.ts";
import { mmck } from "../../src/experiment/theory/mmck.ts";
import { priorityMg1 } from "../../src/experiment/theory/priority.ts";

test.each([
  () => erlangB(1.5, 1),
  () => erlangB(1, -1),
  () => erlangC(2, 2),
  () => erlangC(2, NaN),
  () => mmc({ arrivals_per_day: 20, mean_service_days: 0.1, servers: 2 }),
  () => mmck({ arrivals_per_day: 20, mean_service_days: 0.1, servers: 2 }, -1),
  () => mmck({ arrivals_per_day: 0, mean_service_days: 0.1, servers: 2 }, 1),
  () => erlangA({ arrivals_per_day: 20, mean_service_days: 0.1, servers: 2 }, 0),
  () => mg1(10, { mean_days: 0.1, variance: 1 }),
  () => mg1(10, { mean_days: 0.05, variance: -1 }),
  () => md1(10, 0),
  () => priorityMg1([{ arrivals_per_day: 10, service: { mean_days: 0.1, variance: 0 } }]),
  () => trafficRates([-1], [[0]]),
  () => mgInfinity(NaN, 1),
  () => mtgInfinityOver({ steps: [{ from_day: 0, value: 1 }], repeat_every_days: Infinity }, (f) => f(1), 2, 2),
])("numbers that make no sense are refused: %s", (call) => {
  expect(call).toThrow(RangeError);
});
