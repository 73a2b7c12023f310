/** One queue before some servers with room for a few: who finds it full is turned away. */
import { erlangB } from "./erlang.ts";
import { needWhole } from "./guards.ts";
import { needQueue, type Queue, type QueueMeans } from "./mmc.ts";

export interface MMcK extends QueueMeans {
  /** Share of people who are turned away. */
  readonly refused_share: number;
}

/**
 * M/M/c/K with K = servers + room (Gross, Shortle, Thompson and Harris 2008, ch. 2). With p(c) the chance of exactly c
 * people, p(c + k) = p(c) ρ^k, and the chances below c add up to p(c) (1 / B - 1), B being Erlang's. Any load.
 * @param room most people who may wait; whole number, 0 or more
 */
export function mmck(queue: Queue, room: number): MMcK {
  needQueue(queue);
  needWhole("room", room, 0);
  const { arrivals_per_day, mean_service_days, servers } = queue;
  const load = arrivals_per_day * mean_service_days;
  // All relative to p(c).
  let above = 0;
  let queued = 0;
  let term = 1;
  for (let k = 1; k <= room; k++) {
    term *= load / servers;
    above += term;
    queued += k * term;
  }
  const all = 1 / erlangB(servers, load) + above;
  const refused_share = term / all;
  const queue_length = queued / all;
  const admitted_per_day = arrivals_per_day * (1 - refused_share);
  return {
    queue_length,
    in_service: admitted_per_day * mean_service_days,
    wait_days: queue_length / admitted_per_day,
    refused_share,
  };
}
