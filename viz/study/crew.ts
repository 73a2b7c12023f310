/**
 * Workers that stay: they are started once and keep warm. A job that nobody wants any more is taken off the list; a worker
 * that is in the middle of one is let go and another takes its place, since a run cannot be stopped from outside.
 */
import {
  type Answer,
  type AnyScenario,
  type Ask,
  type Outcome,
  replicate,
  type Task,
  type Worker,
} from "../../src/index.ts";

export interface Job {
  /** Jobs with the same key are of the same scenario. */
  readonly key: string;
  readonly scenario: AnyScenario;
  readonly task: Task;
  readonly done: (outcome: Outcome) => void;
  readonly failed: (error: Error) => void;
}

interface Hand {
  readonly worker: Worker;
  readonly known: Map<string, number>;
  job: Job | undefined;
}

/** A job whose workers have died so often is given up. */
const mostDeaths = 3;

export class Crew {
  readonly #spawn: (() => Worker) | undefined;
  readonly #size: number;
  readonly #hands: Hand[] = [];
  #waiting: Job[] = [];
  readonly #deaths = new WeakMap<Job, number>();
  #runsHere = false;

  /** @param spawn makes a worker; without it everything runs on the page, with a breath between runs */
  constructor(spawn: (() => Worker) | undefined, size: number) {
    this.#spawn = spawn;
    this.#size = spawn ? size : 0;
  }

  get isIdle(): boolean {
    return this.#waiting.length === 0 && this.#hands.every(({ job }) => job === undefined);
  }

  /** Adds jobs in the order in which they are to be done. */
  add(jobs: readonly Job[]): void {
    this.#waiting.push(...jobs);
    this.#next();
  }

  /** Drops every job that is not `wanted`; `atOnce`: also those that a worker has in hand. */
  keep(wanted: (job: Job) => boolean, atOnce: boolean): void {
    this.#waiting = this.#waiting.filter(wanted);
    for (const hand of this.#hands.filter(({ job }) => job !== undefined && !wanted(job))) {
      if (atOnce) this.#dismiss(hand);
    }
    this.#next();
  }

  #next(): void {
    if (this.#size === 0) {
      void this.#runHere();
      return;
    }
    while (this.#waiting.length > 0) {
      const free = this.#hands.find(({ job }) => job === undefined) ?? this.#employ();
      if (free === undefined) return;
      this.#give(free, this.#waiting.shift()!);
    }
  }

  #employ(): Hand | undefined {
    if (this.#hands.length >= this.#size) return undefined;
    const hand: Hand = { worker: this.#spawn!(), known: new Map(), job: undefined };
    this.#hands.push(hand);
    hand.worker.onMessage((message) => this.#take(hand, message as Answer));
    hand.worker.onError((error) => this.#died(hand, error));
    return hand;
  }

  /** A scenario goes to each worker once, under a number; a few are kept there. */
  #give(hand: Hand, job: Job): void {
    hand.job = job;
    const isNew = !hand.known.has(job.key);
    const scenarioNumber = hand.known.get(job.key) ?? this.#number(hand);
    hand.known.set(job.key, scenarioNumber);
    hand.worker.post({
      id: 0,
      scenario: isNew ? job.scenario : undefined,
      scenarioNumber,
      task: job.task,
    } satisfies Ask);
  }

  #number({ known }: Hand): number {
    const [oldest] = known;
    if (oldest === undefined || known.size < mostKept) return known.size;
    known.delete(oldest[0]);
    return oldest[1];
  }

  #take(hand: Hand, answer: Answer): void {
    const { job } = hand;
    hand.job = undefined;
    if (job !== undefined) {
      if ("error" in answer) job.failed(new Error(answer.error));
      else job.done(answer.outcome);
    }
    this.#next();
  }

  #died(hand: Hand, error: Error): void {
    const { job } = hand;
    if (!this.#hands.includes(hand)) return;
    this.#dismiss(hand);
    if (job !== undefined) {
      const deaths = (this.#deaths.get(job) ?? 0) + 1;
      this.#deaths.set(job, deaths);
      if (deaths < mostDeaths) this.#waiting.unshift(job);
      else job.failed(error);
    }
    this.#next();
  }

  #dismiss(hand: Hand): void {
    hand.worker.terminate();
    hand.job = undefined;
    this.#hands.splice(this.#hands.indexOf(hand), 1);
  }

  async #runHere(): Promise<void> {
    if (this.#runsHere) return;
    this.#runsHere = true;
    for (let job = this.#waiting.shift(); job !== undefined; job = this.#waiting.shift()) {
      const { scenario, task, done, failed } = job;
      await replicate(scenario, task).then(done, failed);
      await new Promise((resolve) => setTimeout(resolve));
    }
    this.#runsHere = false;
  }
}

/** Scenarios that a worker keeps: the baseline, those tried, and a few that come back when the reader goes back a step. */
const mostKept = 12;
