/** One queue before some servers whose people lose patience while they wait. */
import type { Days } from "../../engine/time.ts";
import { erlangB } from "./erlang.ts";
import { needAbove0 } from "./guards.ts";
import { needQueue, type Queue, type QueueMeans } from "./mmc.ts";

export interface ErlangA extends QueueMeans {
  /** Share of people who leave the waiting list unserved. */
  readonly leaving_share: number;
  /** Share of people who have to wait. */
  readonly waiting_share: number;
}

/**
 * Erlang A, M/M/c+M: exponential patience (Palm 1957, Tele 1; Garnett, Mandelbaum and Reiman 2002, Manuf Serv Oper Manag
 * 4:208-227). With p(c) the chance of exactly c people, p(c + k) = p(c) Π λ / (c μ + j θ) over j = 1 … k, and the chances
 * up to c add up to p(c) / B, B being Erlang's. Whoever leaves does so at rate θ Lq. Any load.
 */
export function erlangA(queue: Queue, mean_patience_days: Days): ErlangA {
  needQueue(queue);
  needAbove0("mean_patience_days", mean_patience_days);
  const { arrivals_per_day, mean_service_days, servers } = queue;
  const serving = servers / mean_service_days;
  const leaving = 1 / mean_patience_days;
  // All relative to p(c). The terms rise and then fall, in the end faster than any geometric series.
  let above = 0;
  let queued = 0;
  let term = 1;
  for (let k = 1; term > 1e-17 * above || arrivals_per_day > serving + k * leaving; k++) {
    term *= arrivals_per_day / (serving + k * leaving);
    above += term;
    queued += k * term;
  }
  const all = 1 / erlangB(servers, arrivals_per_day * mean_service_days) + above;
  const queue_length = queued / all;
  const leaving_share = (leaving * queue_length) / arrivals_per_day;
  return {
    queue_length,
    in_service: arrivals_per_day * (1 - leaving_share) * mean_service_days,
    wait_days: queue_length / arrivals_per_day,
    leaving_share,
    waiting_share: (1 + above) / all,
  };
}
