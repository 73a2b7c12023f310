/** Which closed forms apply to a place of a scenario, by its own settings; and where none does, why not. */
import type { Law } from "../../engine/law-types.ts";
import { mean } from "../../engine/laws.ts";
import type { Days } from "../../engine/time.ts";
import type { NetworkNode, NetworkScenario, Window } from "../../scenario/types.ts";
import { isFedFromOutside, nobodyWaits, numberInService } from "./crowds.ts";
import { type Flow, holdUpAt, isOverloaded, loadOf, lossAt, serversOf } from "./flows.ts";
import { type Formula, formulas } from "./formulas.ts";
import { longRun, type Mean, type Steady } from "./steady.ts";
import { settlingDays } from "./settling.ts";

/** A figure that theory knows. */
export interface Claim {
  readonly formula: Formula;
  /** A group, or "all". */
  readonly group: string;
  readonly measure: string;
  readonly estimand: string;
  readonly statistic: string;
  readonly expected: (window: Window) => number;
  /** It holds for windows that begin on this day or later. */
  readonly from_day: Days;
}

export interface Recognised {
  readonly claims: readonly Claim[];
  /** Why no closed form for waits applies, or "". */
  readonly why: string;
}

/** What theory says of place `at`. */
export function recognise(scenario: NetworkScenario, flows: readonly Flow[], at: number): Recognised {
  const { nodes } = scenario;
  const node = nodes[at]!;
  const heldUp = holdUpAt(node, nodes);
  if (heldUp !== "") return { claims: [], why: heldUp };
  if (isFedFromOutside(node, flows[at]!) && nobodyWaits(node))
    return { claims: numberInService(scenario, node), why: "" };
  const { rates, why } = flows[at]!;
  const servers = serversOf(node);
  if (servers === undefined) return { claims: [], why: "its servers change over time" };
  if (rates === undefined) return { claims: [], why };
  if (!rates.some((rate) => rate > 0)) return { claims: [], why: "nobody comes" };

  const steady = steadyOf(scenario, flows, at, rates, servers);
  const { means, why: whyNot } = longRun(steady);
  const from_day = settlingDays(nodes, flows, at);
  const claims = means.map(({ expected, ...rest }: Mean): Claim => ({ ...rest, expected: () => expected, from_day }));
  return { claims: [...claims, ...balance(steady, from_day, claims)], why: whyNot };
}

function steadyOf(
  scenario: NetworkScenario,
  flows: readonly Flow[],
  at: number,
  rates: readonly number[],
  servers: number,
): Steady {
  const { nodes } = scenario;
  const node = nodes[at]!;
  const { upstream } = flows[at]!;
  const present = rates.flatMap((rate, group) => (rate > 0 ? [group] : []));
  const others = [...upstream].filter((from) => from !== at);
  const loops = upstream.has(at);
  const poisson = isPoisson(node) && others.every((from) => hasProductForm(nodes, flows, from));
  return {
    node,
    servers,
    groups: scenario.groups,
    limits: scenario.wait_limits_days,
    rates,
    present,
    total: rates.reduce((sum, rate) => sum + rate, 0),
    load: loadOf(node, rates),
    exponential: common(present.map((group) => exponentialMean(stayOf(node, group)))),
    fromOutsideOnly: upstream.size === 0,
    overloaded: isOverloaded(node, rates),
    input: !poisson ? "other" : !loops ? "poisson" : hasProductForm(nodes, flows, at) ? "jackson" : "other",
  };
}

const isPoisson = (node: NetworkNode): boolean => node.arrivals.every(({ kind }) => kind === "poisson");

/**
 * Whether a place is of a kind that keeps a network in product form: one for all and exponential, first come first
 * served; or with a server for everybody (Baskett, Chandy, Muntz and Palacios 1975). What leaves such places for good
 * is again Poisson (Burke 1956, Oper Res 4:699-704; Kelly 1979, Reversibility and Stochastic Networks, ch. 3).
 */
function hasProductForm(nodes: readonly NetworkNode[], flows: readonly Flow[], at: number): boolean {
  const node = nodes[at]!;
  if (!isPoisson(node) || lossAt(node, nodes) !== "") return false;
  if (serversOf(node) === Infinity) return true;
  const groups = node.service.flatMap((_, group) => ((flows[at]!.rates?.[group] ?? 0) > 0 ? [group] : []));
  const sameLevel = new Set(groups.map((group) => node.priority[group])).size <= 1;
  return sameLevel && common(groups.map((group) => exponentialMean(stayOf(node, group)))) !== undefined;
}

/** The law of a stay; undefined for a course. */
function stayOf(node: NetworkNode, group: number): Law | undefined {
  const service = node.service[group]!;
  return service.kind === "stay" ? service.length : undefined;
}

/** The mean of a law if it is exponential, by whatever name. */
export function exponentialMean(law: Law | undefined): Days | undefined {
  if (law === undefined) return undefined;
  const isExponential =
    law.law === "exponential" ||
    (law.law === "erlang" && law.stages === 1) ||
    ((law.law === "gamma" || law.law === "weibull") && law.shape === 1);
  return isExponential ? mean(law) : undefined;
}

/** The value that all share; undefined if there is none. */
export function common<T>(values: readonly T[]): T | undefined {
  const [first] = values;
  return values.every((value) => value === first) ? first : undefined;
}

/** What the traffic equations alone say, whatever the laws: who comes, and how many servers that keeps busy. */
function balance(
  { node, servers, total, load, fromOutsideOnly, overloaded }: Steady,
  from_day: Days,
  known: readonly Claim[],
): Claim[] {
  const queues = servers < Infinity;
  const loses = queues && (node.patience.some(Boolean) || node.waiting_room.from_outside < Infinity);
  const figure = { formula: formulas.traffic, group: "all", statistic: "mean", from_day };
  const arrivals: Claim = {
    ...figure,
    measure: "arrivals",
    estimand: "all",
    statistic: "per_day",
    expected: () => total,
  };
  const inService: Claim = { ...figure, measure: "in_service", estimand: "time_weighted", expected: () => load };
  const isNew = !known.some((claim) => claim.measure === "in_service");
  return [...(fromOutsideOnly ? [] : [arrivals]), ...(isNew && !loses && !overloaded ? [inService] : [])];
}
