/** The traffic equations and Jackson's theorem against walks and a Markov chain. */
import { describe, expect, test } from "vitest";
import { jackson, trafficRates } from "../../src/experiment/theory/jackson.ts";
import { solveLinear } from "../../src/experiment/theory/linear.ts";
import { meanOver, steadyState } from "./markov.ts";
import { near } from "./near.ts";

describe("networks", () => {
  test("linear equations are solved, also where a pivot is 0, and refused where there is no single solution", () => {
    expect(
      solveLinear(
        [
          [0, 2],
          [4, 1],
        ],
        [6, 11],
      ),
    ).toEqual([2, 3]);
    expect(() =>
      solveLinear(
        [
          [1, 2],
          [2, 4],
        ],
        [1, 2],
      ),
    ).toThrow(RangeError);
  });

  test("the traffic equations add up the visits of a walk", () => {
    const routes = [
      [0.1, 0.6, 0],
      [0.35, 0, 0.5],
      [0.2, 0, 0.3],
    ];
    let walkers = [5, 1, 0];
    const visits = [0, 0, 0];
    for (let step = 0; step < 400; step++) {
      walkers.forEach((count, at) => (visits[at]! += count));
      walkers = routes.map((_, to) => walkers.reduce((sum, count, from) => sum + count * routes[from]![to]!, 0));
    }
    trafficRates([5, 1, 0], routes).forEach((rate, at) => near(rate, visits[at]!));
    expect(() =>
      trafficRates(
        [1, 0],
        [
          [0, 1],
          [1, 0],
        ],
      ),
    ).toThrow(RangeError);
  });

  test("a Jackson network with feedback is its Markov chain", () => {
    const nodes = [
      { external_per_day: 2, mean_service_days: 0.1, servers: 1 },
      { external_per_day: 1, mean_service_days: 0.2, servers: 2 },
    ];
    const routes = [
      [0.1, 0.5],
      [0.3, 0],
    ];
    const side = 26;
    const chance = steadyState(side * side, (s) => {
      const at = [Math.floor(s / side), s % side];
      const to = (change: readonly [number, number]): number => (at[0]! + change[0]) * side + at[1]! + change[1];
      const served = nodes.map(({ servers, mean_service_days }, i) => Math.min(at[i]!, servers) / mean_service_days);
      const outs: (readonly [number, number])[] = [];
      if (at[0]! < side - 1) outs.push([to([1, 0]), nodes[0]!.external_per_day]);
      if (at[1]! < side - 1) outs.push([to([0, 1]), nodes[1]!.external_per_day]);
      if (at[0]! > 0) outs.push([to([-1, 0]), served[0]! * 0.4]);
      if (at[0]! > 0 && at[1]! < side - 1) outs.push([to([-1, 1]), served[0]! * 0.5]);
      if (at[1]! > 0) outs.push([to([0, -1]), served[1]! * 0.7]);
      if (at[1]! > 0 && at[0]! < side - 1) outs.push([to([1, -1]), served[1]! * 0.3]);
      return outs;
    });
    const [first, second] = jackson(nodes, routes);
    near(
      first!.queue_length,
      meanOver(chance, (s) => Math.max(0, Math.floor(s / side) - 1)),
      1e-6,
    );
    near(
      second!.queue_length,
      meanOver(chance, (s) => Math.max(0, (s % side) - 2)),
      1e-6,
    );
  });
});
