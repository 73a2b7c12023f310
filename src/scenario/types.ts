/**
 * A scenario in its normal form: checked, complete, every time in days, every law, schedule and routing table
 * spelt out. `parse.ts` makes it from what a user wrote; the model reads nothing else. A run never changes it.
 */
import type { Law } from "../engine/law-types.ts";
import type { Schedule } from "../engine/schedule.ts";
import type { Days } from "../engine/time.ts";
import type { PathwayScenario } from "./pathway/types.ts";

/** One thing wrong, told so that the reader can mend it without opening the code. */
export interface Problem {
  /** A path in the file as its author wrote it: `nodes.triage.routing[0].probability`, or `line 3, column 7`. */
  readonly at: string;
  readonly expected: string;
  readonly got: string;
  readonly hint?: string;
}

/** What can be run: either of two kinds, told apart by `kind`. */
export type AnyScenario = NetworkScenario | PathwayScenario;
/** The name of a network in code that knows nothing else. */
export type Scenario = NetworkScenario;

/** A network of places where people wait, are served, and move on. */
export interface NetworkScenario {
  readonly format: 1;
  readonly kind: "network";
  readonly title: string;
  readonly description: string;
  /** Where the whole scenario comes from; blocks may carry a `source` of their own in the file. */
  readonly source: string;
  /** Kept out of the measures, from the start of the run. */
  readonly warm_up_days: Days;
  /** Measured, after the warm-up. The clock ends at warm_up_days + run_days. */
  readonly run_days: Days;
  /** Stretches of the run over which measures are taken; `[from_day, to_day)`, in the order they are printed. */
  readonly windows: readonly Window[];
  /** Limits for which the share of waits within them is reported. */
  readonly wait_limits_days: readonly Days[];
  readonly groups: readonly string[];
  readonly nodes: readonly NetworkNode[];
  /** Ways out of the network. */
  readonly exits: readonly string[];
}

export interface Window {
  readonly name: string;
  readonly from_day: Days;
  readonly to_day: Days;
}

/** Where no limit is meant (servers, waiting room): Infinity. JSON has the word "unlimited" for it. */
export interface NetworkNode {
  readonly name: string;
  /** People who can be served at once, over time. */
  readonly servers: Schedule;
  /** How long a server is held: one entry a group, in the order of `groups`. */
  readonly service: readonly Service[];
  readonly arrivals: readonly Arrivals[];
  /** Most people who may wait here, by where they came from. From outside: refused beyond it. From nodes: the sender is blocked. */
  readonly waiting_room: { readonly from_outside: number; readonly from_nodes: number };
  /** For each group its level of priority: 0 is served first; equal levels first come, first served. */
  readonly priority: readonly number[];
  /** How long a waiting person stays, one entry a group; `undefined`: for ever. */
  readonly patience: readonly (Law | undefined)[];
  /** Where those go who leave the waiting list unserved. */
  readonly leavers: Routing;
  /** Where people go after service. */
  readonly routing: Routing;
  /** People here at the start of the run, by group, in the order of `groups`. */
  readonly start_waiting: readonly number[];
  readonly start_in_service: readonly number[];
  /** People who have waited for some days when the run starts, those who have waited longest first. */
  readonly start_waited: readonly StartWaited[];
}

export interface StartWaited {
  /** Index of the group. */
  readonly group: number;
  /** So long before the start of the run they joined the waiting list. */
  readonly days: Days;
}

export type Service =
  | { readonly kind: "stay"; readonly length: Law }
  /**
   * A course: `sessions` attended, the first at once and then one every `interval_days`; each is missed with
   * probability `dna` (did not attend) and then made up for. The server is held until the last attended session.
   */
  | { readonly kind: "course"; readonly sessions: number; readonly interval_days: Days; readonly dna: number };

export type Arrivals =
  /** A Poisson process whose rate per day follows the schedule. */
  | { readonly kind: "poisson"; readonly group: number; readonly per_day: Schedule }
  /** One person after every draw from `between`. */
  | { readonly kind: "renewal"; readonly group: number; readonly between: Law };

/** Routing tables by date: the last one whose `from_day` is not after now holds. The first is from day 0. */
export type Routing = readonly { readonly from_day: Days; readonly by_group: readonly (readonly Route[])[] }[];

export interface Route {
  /** Index of a node, or nodes.length + index of an exit. */
  readonly to: number;
  /** Adds up to 1 over the routes of a group. */
  readonly probability: number;
  /** Index of the group that the person belongs to from here on. */
  readonly as_group: number;
  /** Delay between leaving here and getting there; `undefined`: none. */
  readonly delay: Law | undefined;
  /** Whether the person keeps their server here during the delay. */
  readonly holds_server: boolean;
}
