/** The closed forms of one queue, each against a way to the same number that does not use it. */
import { describe, test } from "vitest";
import { gammaP } from "../../src/engine/maths/gamma.ts";
import { logGamma } from "../../src/engine/maths/log-gamma.ts";
import { erlangA } from "../../src/experiment/theory/erlang-a.ts";
import { erlangB, erlangC } from "../../src/experiment/theory/erlang.ts";
import { md1, mg1 } from "../../src/experiment/theory/mg1.ts";
import { mmc } from "../../src/experiment/theory/mmc.ts";
import { mmck } from "../../src/experiment/theory/mmck.ts";
import { meanOver, steadyState } from "./markov.ts";
import { near } from "./near.ts";

/** One queue as a chain on the number of people, cut off at `most`. */
function queueChain(queue: { arrive: number; serve: number; servers: number; leave?: number }, most: number): number[] {
  const { arrive, serve, servers, leave = 0 } = queue;
  return steadyState(most + 1, (n) => [
    ...(n < most ? [[n + 1, arrive] as const] : []),
    ...(n > 0 ? [[n - 1, Math.min(n, servers) * serve + Math.max(0, n - servers) * leave] as const] : []),
  ]);
}

describe("one queue", () => {
  test.each([1, 2, 5, 20])("Erlang B and C for %i servers are their sums of a^n / n!", (servers) => {
    const load = 0.8 * servers;
    const term = (n: number): number => Math.exp(n * Math.log(load) - logGamma(n + 1));
    const terms = Array.from({ length: servers + 1 }, (_, n) => term(n));
    const sum = terms.reduce((total, each) => total + each, 0);
    near(erlangB(servers, load), terms[servers]! / sum, 1e-12);
    const waiting = terms[servers]! / (1 - load / servers);
    near(erlangC(servers, load), waiting / (sum - terms[servers]! + waiting), 1e-12);
  });

  test("Erlang B holds for thousands of servers, where sums of a^n / n! overflow", () => {
    // For load = servers = n it goes to sqrt(2 / (π n)) (Jagerman 1974, Bell Syst Tech J 53:525-551).
    near(erlangB(10_000, 10_000), Math.sqrt(2 / (Math.PI * 10_000)), 0.01);
  });

  test("M/M/c is its Markov chain, cut off where nobody comes any more", () => {
    const chance = queueChain({ arrive: 20, serve: 10, servers: 3 }, 120);
    const { queue_length, in_service, waiting_share, wait_days, waits_longer } = mmc({
      arrivals_per_day: 20,
      mean_service_days: 0.1,
      servers: 3,
    });
    near(
      queue_length,
      meanOver(chance, (n) => Math.max(0, n - 3)),
    );
    near(
      in_service,
      meanOver(chance, (n) => Math.min(n, 3)),
    );
    near(
      waiting_share,
      meanOver(chance, (n) => (n >= 3 ? 1 : 0)),
    );
    // Whoever finds n >= 3 people waits for n - 2 departures, an Erlang time of rate 30.
    near(
      waits_longer(0.1),
      meanOver(chance, (n) => (n >= 3 ? 1 - gammaP(n - 2, 3) : 0)),
    );
    near(
      wait_days,
      meanOver(chance, (n) => Math.max(0, n - 2) / 30),
    );
  });

  test.each([0, 1, 3, 12])("M/M/c/K with room for %i is its Markov chain", (room) => {
    const chance = queueChain({ arrive: 25, serve: 10, servers: 2 }, 2 + room);
    const found = mmck({ arrivals_per_day: 25, mean_service_days: 0.1, servers: 2 }, room);
    near(found.refused_share, chance[2 + room]!);
    near(
      found.in_service,
      meanOver(chance, (n) => Math.min(n, 2)),
    );
    if (room > 0)
      near(
        found.queue_length,
        meanOver(chance, (n) => Math.max(0, n - 2)),
      );
    else near(found.refused_share, erlangB(2, 2.5));
  });

  test.each([
    [50, 4, 0.2],
    [20, 4, 3],
    [100, 4, 0.5],
  ])("Erlang A with %d arrivals a day, %i servers and patience %d is its Markov chain", (arrive, servers, patience) => {
    const chance = queueChain({ arrive, serve: 10, servers, leave: 1 / patience }, 400);
    const found = erlangA({ arrivals_per_day: arrive, mean_service_days: 0.1, servers }, patience);
    near(
      found.queue_length,
      meanOver(chance, (n) => Math.max(0, n - servers)),
    );
    near(
      found.in_service,
      meanOver(chance, (n) => Math.min(n, servers)),
    );
    near(
      found.waiting_share,
      meanOver(chance, (n) => (n >= servers ? 1 : 0)),
    );
  });

  test("Erlang A is Palm's formula with an incomplete gamma function", () => {
    // Mandelbaum and Zeltyn 2007, section 4: A(x, y) = x e^y / y^x γ(x, y) with x = c μ / θ and y = λ / θ.
    const [arrive, serve, servers, leave] = [50, 10, 4, 5];
    const [x, y] = [(servers * serve) / leave, arrive / leave];
    const a = x * Math.exp(y - x * Math.log(y) + logGamma(x)) * gammaP(x, y);
    const blocked = erlangB(servers, arrive / serve);
    const waiting = (a * blocked) / (1 + (a - 1) * blocked);
    const rho = arrive / (servers * serve);
    const leavingOfWaiting = 1 / (rho * a) + 1 - 1 / rho;
    const found = erlangA({ arrivals_per_day: arrive, mean_service_days: 1 / serve, servers }, 1 / leave);
    near(found.waiting_share, waiting);
    near(found.leaving_share, leavingOfWaiting * waiting);
  });

  test("Pollaczek-Khinchine with exponential service is M/M/1, and M/D/1 waits half as long", () => {
    const exponential = mg1(10, { mean_days: 0.05, variance: 0.0025 });
    near(exponential.wait_days, mmc({ arrivals_per_day: 10, mean_service_days: 0.05, servers: 1 }).wait_days);
    near(md1(10, 0.05).wait_days, exponential.wait_days / 2);
  });

  test("Pollaczek-Khinchine with Erlang service is the Markov chain of its stages", () => {
    // State 0: empty; otherwise 1 + (people - 1) × 3 + stages that are over. Each stage has rate 3 / 0.05.
    const stages = 3;
    const most = 150;
    const chance = steadyState(1 + most * stages, (state) => {
      const people = state === 0 ? 0 : Math.floor((state - 1) / stages) + 1;
      const over = state === 0 ? 0 : (state - 1) % stages;
      const arrival = people === 0 ? 1 : state + stages;
      const next = over < stages - 1 ? state + 1 : people === 1 ? 0 : state + 1 - 2 * stages;
      return [...(people < most ? [[arrival, 12] as const] : []), ...(people > 0 ? [[next, 60] as const] : [])];
    });
    const queue = meanOver(chance, (state) => (state === 0 ? 0 : Math.floor((state - 1) / stages)));
    near(mg1(12, { mean_days: 0.05, variance: 0.0025 / 3 }).queue_length, queue, 1e-8);
  });
});
