/** Cobham's formulas against a Markov chain, and against what they must come to in special cases. */
import { describe, test } from "vitest";
import { mg1 } from "../../src/experiment/theory/mg1.ts";
import { mmc } from "../../src/experiment/theory/mmc.ts";
import { priorityMg1, priorityMmc } from "../../src/experiment/theory/priority.ts";
import { meanOver, steadyState } from "./markov.ts";
import { near } from "./near.ts";

describe("priority", () => {
  test("Cobham's waits of two levels are those of their Markov chain", () => {
    // State: urgent people waiting, routine people waiting, who is served (0 nobody, 1 urgent, 2 routine).
    const [urgent, routine] = [
      { come: 3, serve: 25 },
      { come: 3, serve: 20 },
    ];
    const side = 14;
    const state = (u: number, r: number, served: number): number => (u * side + r) * 3 + served;
    const chance = steadyState(side * side * 3, (s) => {
      const [u, r, served] = [Math.floor(s / 3 / side), Math.floor(s / 3) % side, s % 3];
      if (served === 0)
        return u + r > 0
          ? [[0, 1]]
          : [
              [state(0, 0, 1), urgent.come],
              [state(0, 0, 2), routine.come],
            ];
      const next = u > 0 ? state(u - 1, r, 1) : r > 0 ? state(u, r - 1, 2) : 0;
      return [
        ...(u < side - 1 ? [[state(u + 1, r, served), urgent.come] as const] : []),
        ...(r < side - 1 ? [[state(u, r + 1, served), routine.come] as const] : []),
        [next, served === 1 ? urgent.serve : routine.serve],
      ];
    });
    const [first, second] = priorityMg1(
      [urgent, routine].map(({ come, serve }) => ({
        arrivals_per_day: come,
        service: { mean_days: 1 / serve, variance: 1 / serve / serve },
      })),
    );
    near(
      first! * urgent.come,
      meanOver(chance, (s) => Math.floor(s / 3 / side)),
      1e-6,
    );
    near(
      second! * routine.come,
      meanOver(chance, (s) => Math.floor(s / 3) % side),
      1e-6,
    );
  });

  test("with one level Cobham's formulas are Pollaczek-Khinchine and Erlang C", () => {
    const service = { mean_days: 0.05, variance: 0.001 };
    near(priorityMg1([{ arrivals_per_day: 10, service }])[0]!, mg1(10, service).wait_days);
    const { wait_days } = mmc({ arrivals_per_day: 20, mean_service_days: 0.1, servers: 3 });
    near(priorityMmc([20], 0.1, 3)[0]!, wait_days);
  });

  test("priorities change who waits, not the people waiting in all, where all are served alike", () => {
    const waits = priorityMmc([5, 8, 7], 0.1, 3);
    const all = mmc({ arrivals_per_day: 20, mean_service_days: 0.1, servers: 3 }).queue_length;
    near(5 * waits[0]! + 8 * waits[1]! + 7 * waits[2]!, all);
  });
});
