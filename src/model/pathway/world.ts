/** The state of one run of the pathway. The steps beside this file change it; nothing else does. */
import type { Executive } from "../../engine/executive.ts";
import { log1p } from "../../engine/maths/log.ts";
import { normalQuantile } from "../../engine/maths/normal.ts";
import { Queues } from "../../engine/queues.ts";
import type { Streams } from "../../engine/streams.ts";
import type { Days } from "../../engine/time.ts";
import type { Kind, Log } from "../../records/log.ts";
import type { Group, PathwayScenario } from "../../scenario/pathway/types.ts";
import { buildSources, type Source } from "./appear.ts";
import { hazards } from "./clocks.ts";
import { People } from "./people.ts";
import { buildPractices, type ReadyPractice } from "./practices.ts";
import { Questions } from "./questions.ts";
import { buildServices, type ReadyProgramme, type ReadyService } from "./services.ts";

export class World {
  readonly scenario: PathwayScenario;
  readonly executive: Executive;
  readonly streams: Streams;
  readonly log: Log;
  readonly horizon: Days;
  readonly groups: readonly Group[];
  readonly practices: readonly ReadyPractice[];
  readonly services: readonly ReadyService[];
  readonly programmes: readonly ReadyProgramme[];
  readonly queues: Queues;
  readonly sources: readonly Source[];
  readonly people: People;
  /** By band of risk, then by route: shares of crises. */
  readonly crisisShares: readonly (readonly number[])[];
  /** Variance of the logarithm of how long a consultation is (M13). */
  readonly consultationVariance: number;
  /** Number of the first practice among the places of the log. */
  readonly firstPractice: number;
  /** Services whose capacity or lists have changed, and that have to offer what they have. */
  readonly toOffer: number[] = [];
  /** Names of the streams of people who are there from before the run, in the order in which they got their numbers. */
  readonly streamsFromBefore: string[] = [];
  /** By hazard, per day: how fast it is to run, of the person who is seen to. A column, since fractions that are passed about cost room. */
  readonly perDay = new Float64Array(hazards);
  readonly #questions: Questions;

  constructor(scenario: PathwayScenario, executive: Executive, streams: Streams, log: Log) {
    this.scenario = scenario;
    this.executive = executive;
    this.streams = streams;
    this.log = log;
    this.horizon = scenario.warm_up_days + scenario.run_days;
    this.groups = scenario.population.groups;
    this.practices = buildPractices(scenario, streams);
    const { services, programmes, queues } = buildServices(scenario);
    this.services = services;
    this.programmes = programmes;
    this.queues = new Queues(queues);
    this.sources = buildSources(scenario, this.practices, streams);
    this.crisisShares = scenario.risk.band_scores.map((_, band) =>
      scenario.crisis.routes.map(({ share }) => share[band]!),
    );
    const { consultation_cv } = scenario.gp;
    this.consultationVariance = log1p(consultation_cv * consultation_cv);
    const names = services.map(({ spec }) => spec.name);
    this.#questions = new Questions(names, streams);
    // The slots before those of people belong to the sources and to the staff of the services.
    this.people = new People(this.sources.length + services.length, this.#questions.count);
    this.firstPractice = services.length + programmes.length;
  }

  /** A stream for people who are there from before the run. The name decides their luck. */
  streamFromBefore(name: string): number {
    this.streamsFromBefore.push(name);
    return this.streams.source(name);
  }

  get now(): Days {
    return this.executive.now;
  }

  groupOf(slot: number): Group {
    return this.groups[this.people.group[slot]!]!;
  }

  practiceOf(slot: number): ReadyPractice {
    return this.practices[this.people.practice[slot]!]!;
  }

  /** The person's practice among the places of the log. */
  practicePlace(slot: number): number {
    return this.firstPractice + this.people.practice[slot]!;
  }

  /** Writes down what happened to a person, now. */
  record(kind: Kind, slot: number, place: number, detail: number): void {
    const { people } = this;
    this.log.write(this.executive.now, kind, people.number[slot]!, slot, place, people.group[slot]!, detail);
  }

  /** A uniform number for this person and question (an `Ask`, or `firstQuestion` of a service + an `At`), asked once more. */
  ask(slot: number, question: number): number {
    const { people } = this;
    const occurrence = people.asked[slot * this.#questions.count + question]!++;
    return this.streams.draw(people.source[slot]!, people.index[slot]!, this.#questions.hash[question]!, occurrence);
  }

  /** A standard normal number, likewise. */
  askNormal(slot: number, question: number): number {
    return normalQuantile(this.ask(slot, question));
  }

  /** A uniform number that is the person's for good, whenever and however often it is asked for. */
  trait(slot: number, question: number): number {
    return this.streams.draw(this.people.source[slot]!, this.people.index[slot]!, this.#questions.hash[question]!, 0);
  }
}
