/** How long a place takes to forget that it began empty: a rule of thumb, to know from when on long-run means hold. */
import { mean } from "../../engine/laws.ts";
import type { Days } from "../../engine/time.ts";
import type { NetworkNode } from "../../scenario/types.ts";
import { serviceMoments } from "./expectation.ts";
import { type Flow, loadOf, serversOf } from "./flows.ts";

/** After so many relaxation times less than a thousandth of what was missing at the start is still missing. */
const relaxations = 7;

/** Days after which long-run means hold at a place: its own time and that of all places upstream. */
export function settlingDays(nodes: readonly NetworkNode[], flows: readonly Flow[], at: number): Days {
  const places = new Set([at, ...flows[at]!.upstream]);
  return relaxations * [...places].reduce((sum, i) => sum + relaxation(nodes[i]!, flows[i]!) + delay(nodes[i]!), 0);
}

/**
 * The relaxation time of one place. Of M/M/1 it is s / (1 - √ρ)² (Cohen 1982, The Single Server Queue, ch. II.2); several
 * servers share it out but for one stay, and a spread of stays draws it out by the factor of the Pollaczek-Khinchine
 * formula. Patience and a small room cut it short.
 */
function relaxation(node: NetworkNode, { rates = [] }: Flow): Days {
  const servers = serversOf(node) ?? 1;
  const services = rates.flatMap((rate, group) => (rate > 0 ? [serviceMoments(node.service[group]!)] : []));
  const stay = Math.max(0, ...services.map(({ mean_days }) => mean_days));
  if (servers === Infinity || stay === 0) return stay;
  const spread = Math.max(1, ...services.map(({ mean_days: m, variance }) => (1 + variance / (m * m)) / 2));
  const load = Math.min(1, loadOf(node, rates) / servers);
  const slack = 1 - Math.sqrt(load);
  const patience = Math.max(...node.patience.map((law) => (law ? mean(law) : Infinity)));
  const places = servers + node.waiting_room.from_outside + 1;
  const queue = Math.min((stay * spread) / (servers * slack * slack), patience, (stay * places * places) / servers);
  const started = node.start_waiting.reduce((sum, count) => sum + count, node.start_waited.length);
  return Math.max(stay, queue) + (started * stay) / (servers * Math.max(1 - load, 1e-9));
}

/** The mean delay on the way from a place to the next. */
const delay = (node: NetworkNode): Days =>
  node.routing
    .flatMap(({ by_group }) => by_group.flat())
    .reduce((sum, route) => (route.delay ? sum + route.probability * mean(route.delay) : sum), 0);
