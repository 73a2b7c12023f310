/**
 * Follows everybody through a log and says what cannot be: a second implementation of what the rows mean, which knows the
 * rules of the scenario but nothing of the engine.
 */
import { From, Kind } from "../../src/records/log.ts";
import type { NetworkNode, NetworkScenario } from "../../src/scenario/types.ts";
import { type Row, tellRow } from "./rows.ts";

/** Where a person is; each is in one state at a time. */
type State = "waiting" | "served" | "onward" | "delayed" | "blocked" | "gone";

interface Person {
  state: State;
  place: number;
  group: number;
  /** The place whose server they have; -1: none. */
  holds: number;
  /** Where a delay or a block leads. */
  target: number;
  attended: number;
  /** Whether they are on the way from a server that is theirs until they move, so that back there they find room in any case. */
  hasOwnServer: boolean;
  since: number;
  entered: number;
  fromOutside: boolean;
}

interface Place {
  readonly node: NetworkNode;
  duty: number;
  busy: number;
  waitingFromOutside: number;
  waitingFromNodes: number;
  /** By level: who waits, first come first. */
  readonly queues: number[][];
}

export class Story {
  readonly faults: string[] = [];
  readonly people = new Map<number, Person>();
  refused = 0;
  exited = 0;
  /** Person-days by state. */
  readonly days: Record<State, number> = { waiting: 0, served: 0, onward: 0, delayed: 0, blocked: 0, gone: 0 };
  readonly #places: readonly Place[];
  readonly #numbers = { waiting: 0, served: 0, onward: 0, delayed: 0, blocked: 0, gone: 0 };
  #now = 0;

  constructor(scenario: NetworkScenario, rows: readonly Row[]) {
    this.#places = scenario.nodes.map((node) => ({
      node,
      duty: 0,
      busy: 0,
      waitingFromOutside: 0,
      waitingFromNodes: 0,
      queues: Array.from({ length: Math.max(...node.priority) + 1 }, () => []),
    }));
    for (const row of rows) {
      if (row.at !== this.#now) this.#pass(row.at);
      this.#take(row);
    }
    this.#pass(scenario.warm_up_days + scenario.run_days);
  }

  /** How many are in the network at the end. */
  get inside(): number {
    return this.people.size - this.#numbers.gone;
  }

  #pass(at: number): void {
    if (!(at >= this.#now)) this.faults.push(`time goes back from ${this.#now} to ${at}`);
    for (const state of Object.keys(this.days) as State[]) this.days[state] += this.#numbers[state] * (at - this.#now);
    this.#lookAround();
    this.#now = at;
  }

  /** Between two instants everything has settled. */
  #lookAround(): void {
    if (this.#numbers.onward > 0) this.faults.push(`somebody is nowhere after ${this.#now}`);
    this.#places.forEach((place, at) => {
      const waiting = place.queues.some((queue) => queue.length > 0);
      if (waiting && place.busy < place.duty)
        this.faults.push(`a server of ${at} is free while people wait after ${this.#now}`);
    });
    for (const [number, person] of this.people) {
      if (person.state === "blocked" && !this.#isFull(person.target, "from_nodes")) {
        this.faults.push(`${number} is blocked after ${this.#now} although there is room`);
      }
      if (person.state === "served" ? person.holds !== person.place : person.state === "gone" && person.holds >= 0) {
        this.faults.push(`${number} has the wrong server after ${this.#now}`);
      }
    }
  }

  #isFull(place: number, from: "from_outside" | "from_nodes"): boolean {
    const { busy, duty, node, waitingFromOutside, waitingFromNodes } = this.#places[place]!;
    const waiting = from === "from_outside" ? waitingFromOutside : waitingFromNodes;
    return busy >= duty && waiting >= node.waiting_room[from];
  }

  #take(row: Row): void {
    if (row.kind === Kind.servers) {
      this.#places[row.place]!.duty = row.detail < 0 ? Infinity : row.detail;
      return;
    }
    if (row.kind === Kind.refuse) {
      this.refused++;
      this.#must(row, !this.people.has(row.person) && this.#isFull(row.place, "from_outside"));
      return;
    }
    if (row.kind === Kind.join || row.kind === Kind.serve) this.#comeIn(row);
    const person = this.people.get(row.person);
    if (person === undefined) this.#must(row, false);
    else if (row.kind !== Kind.join && row.kind !== Kind.serve) this.#goOn(row, person);
    if (person && row.kind !== Kind.regroup) this.#must(row, person.group === row.group);
  }

  #comeIn(row: Row): void {
    const { place: at, detail: from } = row;
    const known = this.people.get(row.person);
    this.#must(row, from >= 0 === (known !== undefined));
    if (known) {
      this.#must(row, known.state === "onward" || known.state === "blocked" || known.state === "delayed");
      this.#must(row, known.place === from && (known.state === "onward" || known.target === at));
    }
    const fromOutside = from < 0;
    const place = this.#places[at]!;
    const level = place.node.priority[row.group]!;
    if (row.kind === Kind.join) {
      // At the start room was checked before.
      const returns = known !== undefined && from === at && known.hasOwnServer;
      // Those who waited before the run join first, and are offered what is free then.
      this.#must(row, place.busy >= place.duty || from === From.start);
      if (!returns && from !== From.start) {
        this.#must(row, !this.#isFull(at, fromOutside ? "from_outside" : "from_nodes"));
      }
      place.queues[level]!.push(row.person);
      if (fromOutside) place.waitingFromOutside++;
      else place.waitingFromNodes++;
    } else {
      this.#must(
        row,
        place.queues.every((queue) => queue.length === 0),
      );
    }
    const entered = known?.entered ?? row.at;
    const person: Person = known ?? {
      state: "gone",
      place: at,
      group: row.group,
      holds: -1,
      target: -1,
      attended: 0,
      hasOwnServer: false,
      since: 0,
      entered,
      fromOutside,
    };
    if (!known) {
      this.people.set(row.person, person);
      this.#numbers.gone++;
    }
    person.fromOutside = fromOutside;
    person.place = at;
    this.#enterState(person, row.kind === Kind.join ? "waiting" : "served", row.at);
    if (row.kind === Kind.serve) this.#beginService(row, person);
  }

  #beginService(row: Row, person: Person): void {
    const place = this.#places[row.place]!;
    this.#must(row, place.busy < place.duty);
    place.busy++;
    // A server kept on the way is given back in a row of its own, at the same instant.
    if (person.holds >= 0) this.#kept.set(row.person, person.holds);
    person.holds = row.place;
    person.attended = 0;
  }

  readonly #kept = new Map<number, number>();

  #goOn(row: Row, person: Person): void {
    switch (row.kind) {
      case Kind.waited:
        this.#must(row, row.at === 0 && person.state === "waiting" && row.detail >= 0);
        break;
      case Kind.start: {
        this.#must(row, person.state === "waiting" && person.place === row.place);
        const queue = this.#places[row.place]!.queues.find(({ length }) => length > 0);
        this.#must(row, queue?.[0] === row.person);
        this.#quit(row, person);
        this.#enterState(person, "served", row.at);
        this.#beginService(row, person);
        break;
      }
      case Kind.leave:
        this.#must(row, person.state === "waiting" && person.place === row.place);
        this.#quit(row, person);
        person.hasOwnServer = false;
        this.#enterState(person, "onward", row.at);
        break;
      case Kind.attend:
        this.#must(row, person.state === "served" && row.detail === ++person.attended);
        break;
      case Kind.miss:
        this.#must(row, person.state === "served" && row.detail === person.attended);
        break;
      case Kind.complete:
        this.#complete(row, person);
        break;
      case Kind.release:
        this.#giveBack(row, person);
        break;
      case Kind.regroup:
        this.#must(row, person.state === "onward" && row.group === person.group && row.detail !== row.group);
        person.group = row.detail;
        break;
      case Kind.delay:
        this.#must(row, person.state === "onward" && person.place === row.place);
        person.hasOwnServer = person.holds >= 0;
        person.target = row.detail;
        this.#enterState(person, "delayed", row.at);
        break;
      case Kind.block:
        this.#must(row, (person.state === "onward" || person.state === "delayed") && person.place === row.place);
        this.#must(row, this.#isFull(row.detail, "from_nodes"));
        person.target = row.detail;
        this.#enterState(person, "blocked", row.at);
        break;
      case Kind.exit:
        this.#must(row, person.state === "onward" || person.state === "delayed");
        this.exited++;
        this.#enterState(person, "gone", row.at);
        break;
      default:
        this.#must(row, false);
    }
  }

  #complete(row: Row, person: Person): void {
    this.#must(row, person.state === "served" && person.place === row.place && person.holds === row.place);
    const service = this.#places[row.place]!.node.service[person.group]!;
    if (service.kind === "course") this.#must(row, person.attended === service.sessions);
    person.hasOwnServer = true;
    this.#enterState(person, "onward", row.at);
    if (row.detail === 0) this.#giveBack(row, person);
  }

  #giveBack(row: Row, person: Person): void {
    const held = this.#kept.get(row.person) ?? person.holds;
    this.#must(row, held === row.place);
    if (!this.#kept.delete(row.person)) person.holds = -1;
    this.#places[row.place]!.busy--;
  }

  #quit(row: Row, person: Person): void {
    const place = this.#places[row.place]!;
    const queue = place.queues[place.node.priority[person.group]!]!;
    queue.splice(queue.indexOf(row.person), 1);
    if (person.fromOutside) place.waitingFromOutside--;
    else place.waitingFromNodes--;
  }

  #enterState(person: Person, state: State, at: number): void {
    this.#numbers[person.state]--;
    this.#numbers[state]++;
    person.state = state;
    person.since = at;
  }

  #must(row: Row, holds: boolean): void {
    if (!holds) this.faults.push(`cannot be: ${tellRow(row)}`);
  }
}
