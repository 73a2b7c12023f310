/** The state of one run of a network. The steps beside this file change it; nothing else does. */
import type { Executive } from "../../engine/executive.ts";
import { Queues } from "../../engine/queues.ts";
import type { Streams } from "../../engine/streams.ts";
import type { Days, Phase } from "../../engine/time.ts";
import type { Kind, Log } from "../../records/log.ts";
import type { NetworkScenario } from "../../scenario/types.ts";
import { buildSources, type Source } from "./arrive.ts";
import { type Pending, People } from "./people.ts";
import { buildPlaces, type Place } from "./places.ts";

export class World {
  readonly scenario: NetworkScenario;
  readonly executive: Executive;
  readonly streams: Streams;
  readonly log: Log;
  readonly horizon: Days;
  readonly places: readonly Place[];
  readonly queues: Queues;
  readonly sources: readonly Source[];
  readonly people: People;

  constructor(scenario: NetworkScenario, executive: Executive, streams: Streams, log: Log) {
    this.scenario = scenario;
    this.executive = executive;
    this.streams = streams;
    this.log = log;
    this.horizon = scenario.warm_up_days + scenario.run_days;
    const { places, queues } = buildPlaces(scenario, streams);
    this.places = places;
    this.queues = new Queues(queues);
    this.sources = buildSources(scenario, streams);
    // The slots before those of people belong to the sources and to the rotas of the places.
    this.people = new People(this.sources.length + places.length, places.length);
  }

  /** Writes down what happened to a person, now. */
  record(kind: Kind, slot: number, place: number, detail: number): void {
    const { people } = this;
    this.log.write(this.executive.now, kind, people.number[slot]!, slot, place, people.group[slot]!, detail);
  }

  /** A uniform number for this person and question. */
  draw(slot: number, question: number, occurrence: number): number {
    return this.streams.draw(this.people.source[slot]!, this.people.index[slot]!, question, occurrence);
  }

  /** Makes this the person's next event, in place of any other. */
  expect(pending: Pending, slot: number, at: Days, phase: Phase): void {
    this.people.pending[slot] = pending;
    this.executive.schedule(slot, at, phase, this.people.number[slot]!);
  }
}
