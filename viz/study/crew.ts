/**
 * Workers that stay: they are started once and keep warm, since a run in a cold one takes four times as long. A job that nobody
 * wants any more is taken off the list, and a worker that has it in hand is told to give it up.
 */
import {
  type Answer,
  type AnyScenario,
  type Ask,
  breathe,
  type Drop,
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
  /** What it works at; `undefined` while it works at something that nobody wants any more. */
  job: Job | undefined;
  busy: boolean;
  asked: number;
}

/** A job whose workers have died so often is given up. */
const mostDeaths = 3;
/** Milliseconds after which a worker that does not give up what nobody wants is let go, and another takes its place. */
const mostPatience = 1_000;

export class Crew {
  readonly #spawn: (() => Worker) | undefined;
  readonly #size: number;
  readonly #hands: Hand[] = [];
  #waiting: Job[] = [];
  readonly #deaths = new WeakMap<Job, number>();
  #here: Job | undefined;

  /** @param spawn makes a worker; without it everything runs on the page, with a breath between runs */
  constructor(spawn: (() => Worker) | undefined, size: number) {
    this.#spawn = spawn;
    this.#size = spawn ? size : 0;
  }

  /** Starts all workers before there is anything to do, so that they are ready when there is. */
  start(): void {
    while (this.#hands.length < this.#size) this.#employ();
  }

  /** Adds jobs in the order in which they are to be done. */
  add(jobs: readonly Job[]): void {
    this.#waiting.push(...jobs);
    this.#next();
  }

  /** Drops every job that has not begun, and those in hand that are not `wanted`. Returns what was dropped. */
  clear(wanted: (job: Job) => boolean = () => false): Job[] {
    const dropped = this.#waiting.splice(0);
    for (const hand of this.#hands) {
      if (hand.job === undefined || wanted(hand.job)) continue;
      dropped.push(hand.job);
      this.#stop(hand);
    }
    if (this.#here !== undefined && !wanted(this.#here)) {
      dropped.push(this.#here);
      this.#here = undefined;
    }
    return dropped;
  }

  #stop(hand: Hand): void {
    const { asked } = hand;
    hand.job = undefined;
    hand.worker.post({ drop: asked } satisfies Drop);
    setTimeout(() => {
      if (!hand.busy || hand.asked !== asked || !this.#hands.includes(hand)) return;
      this.#dismiss(hand);
      this.#next();
    }, mostPatience);
  }

  #next(): void {
    if (this.#size === 0) {
      void this.#runHere();
      return;
    }
    while (this.#waiting.length > 0) {
      const free = this.#hands.find(({ busy }) => !busy) ?? this.#employ();
      if (free === undefined) return;
      this.#give(free, this.#waiting.shift()!);
    }
  }

  #employ(): Hand | undefined {
    if (this.#hands.length >= this.#size) return undefined;
    const hand: Hand = { worker: this.#spawn!(), known: new Map(), job: undefined, busy: false, asked: 0 };
    this.#hands.push(hand);
    hand.worker.onMessage((message) => this.#take(hand, message as Answer));
    hand.worker.onError((error) => this.#died(hand, error));
    return hand;
  }

  /** A scenario goes to each worker once, under a number; a few are kept there. */
  #give(hand: Hand, job: Job): void {
    hand.job = job;
    hand.busy = true;
    const isNew = !hand.known.has(job.key);
    const scenarioNumber = hand.known.get(job.key) ?? this.#number(hand);
    hand.known.set(job.key, scenarioNumber);
    hand.worker.post({
      id: ++hand.asked,
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
    hand.busy = false;
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
    if (this.#here !== undefined) return;
    for (let job = this.#waiting.shift(); job !== undefined; job = this.#waiting.shift()) {
      const running = job;
      this.#here = running;
      const turn = async (): Promise<void> => {
        await breathe();
        if (this.#here !== running) throw new Error("the run was given up");
      };
      const { scenario, task, done, failed } = running;
      await replicate(scenario, task, [], turn).then(
        (outcome) => this.#here === running && done(outcome),
        (error: Error) => this.#here === running && failed(error),
      );
      await breathe();
      if (this.#here !== running) return;
      this.#here = undefined;
    }
  }
}

/** Scenarios that a worker keeps: the baseline, those tried, and a few that come back when the reader goes back a step. */
const mostKept = 12;
