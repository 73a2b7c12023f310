/** What the pathway asks of chance. Every question is counted for each person, so that nobody's luck depends on another's. */
import type { Streams } from "../../engine/streams.ts";

/** Asked of a person once or again, wherever they are. */
const ofPeople = [
  "own level of severity",
  "severity at the start",
  "risk at the start",
  "own variation of risk",
  "difficulty",
  "recognised at the start",
  "recognised in a consultation",
  "time to consult",
  "time to refer oneself",
  "time to an event of life",
  "time to a crisis",
  "time to risk going up",
  "time to risk going down",
  "time to a recall",
  "whether a consultation is attended",
  "length of a consultation",
  "whether a problem is left over",
  "whether need is seen",
  "whether the GP acts",
  "whether the GP persists",
  "risk as the GP sees it",
  "whether the GP picks at random",
  "which service at random",
  "whether a referral is wanted",
  "whether to write up",
  "whether to write down",
  "whether the label is written",
  "whether to take advice",
  "whether to make a plan",
  "whether an event of life is a crisis",
  "whether a crisis raises risk",
  "where a crisis is met",
  "whether a referral is offered after a crisis",
  "whether the package is accepted",
  "whether lost to all services",
  "letter before the run",
] as const;

/** Asked of a person at a service: each service has its own. */
const atServices = [
  "fits",
  "known to the GP",
  "letter complete",
  "noise of triage",
  "too complex",
  "label held against them",
  "advice saves",
  "patience",
  "outreach",
  "assessment attended",
  "truth seen",
  "noise of assessment",
  "advice only",
  "programme",
  "take-up",
  "sessions planned",
  "sessions planned, again",
  "gain",
  "session attended",
  "drop-out",
  "step",
  "hold",
  "call diverts",
  "length of stay",
  "passed on",
  "triage before the run",
  "whether let in before the run",
  "next session of the run",
] as const;

export type PersonQuestion = (typeof ofPeople)[number];
export type ServiceQuestion = (typeof atServices)[number];

/** Numbers of the questions, to count by; and by that number the one to draw with. */
export class Questions {
  readonly hash: Int32Array;
  readonly count: number;

  constructor(services: readonly string[], streams: Streams) {
    const names = [...ofPeople, ...services.flatMap((service) => atServices.map((what) => `${what} at ${service}`))];
    this.count = names.length;
    this.hash = Int32Array.from(names, (name) => streams.question(name));
  }
}

/** Number of the first question of a service, and of each within a service. */
export const firstOf = (service: number): number => ofPeople.length + service * atServices.length;
export const At = Object.fromEntries(atServices.map((name, i) => [name, i])) as Readonly<
  Record<ServiceQuestion, number>
>;
export const Ask = Object.fromEntries(ofPeople.map((name, i) => [name, i])) as Readonly<Record<PersonQuestion, number>>;
