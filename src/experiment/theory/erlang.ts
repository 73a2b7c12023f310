/**
 * Erlang's two formulas: Erlang 1917, "Solution of some problems in the theory of probabilities of significance in
 * automatic telephone exchanges", Elektroteknikeren 13:5-13. Both by recursion over the servers, in which every term is
 * positive and nothing cancels (Cooper 1981, Introduction to Queueing Theory, 2nd ed., ch. 3): no factorials, no overflow.
 */
import { needBelow1, needNotBelow0, needWhole } from "./guards.ts";

/**
 * Erlang B: the probability that all servers are busy when nobody can wait.
 * @param servers whole number, 0 or more
 * @param load mean service time × rate of arrivals: the mean number of busy servers if there were no end of them
 */
export function erlangB(servers: number, load: number): number {
  needWhole("servers", servers, 0);
  needNotBelow0("load", load);
  let blocked = 1;
  for (let n = 1; n <= servers; n++) blocked = (load * blocked) / (n + load * blocked);
  return blocked;
}

/**
 * Erlang C: the probability of having to wait when everybody waits for as long as it takes.
 * @param servers whole number, 1 or more
 * @param load as for `erlangB`, below the number of servers
 */
export function erlangC(servers: number, load: number): number {
  needWhole("servers", servers, 1);
  needBelow1("load / servers", load / servers);
  const blocked = erlangB(servers, load);
  return blocked / (1 - (load / servers) * (1 - blocked));
}
