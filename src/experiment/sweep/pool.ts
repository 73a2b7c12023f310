/**
 * Replications on demand, shared out among workers. A worker that dies is replaced and its replication repeated, which
 * gives the same figures since nothing but scenario, seed and replication decides them.
 */
import type { AnyScenario } from "../../scenario/types.ts";
import { type Outcome, replicate, type Task } from "../replication.ts";
import type { Answer, Ask, Worker } from "../worker.ts";

/** A replication whose workers have died so often is given up: it is probably what kills them. */
const mostDeaths = 3;

interface Job {
  readonly scenario: AnyScenario;
  readonly task: Task;
  readonly resolve: (outcome: Outcome) => void;
  readonly reject: (error: Error) => void;
  deaths: number;
}

export interface Crew {
  /** Makes a worker; without it everything runs here. */
  readonly spawn?: (() => Worker) | undefined;
  /** Most workers at once; 1 or more. */
  readonly workers?: number | undefined;
}

export class Pool {
  readonly #spawn: (() => Worker) | undefined;
  /** Jobs that can be under way at once. */
  readonly size: number;
  readonly #waiting: Job[] = [];
  readonly #idle: Employed[] = [];
  readonly #employed = new Set<Employed>();
  #closed = false;

  constructor({ spawn, workers = 1 }: Crew) {
    this.#spawn = spawn;
    this.size = spawn ? workers : 1;
  }

  /** Runs once, as soon as a worker is free. */
  replicate(scenario: AnyScenario, task: Task): Promise<Outcome> {
    if (!this.#spawn) return replicate(scenario, task);
    return new Promise((resolve, reject) => {
      this.#waiting.push({ scenario, task, resolve, reject, deaths: 0 });
      this.#next();
    });
  }

  /** Lets all workers go; what is under way never ends. */
  close(): void {
    this.#closed = true;
    for (const { worker } of this.#employed) worker.terminate();
  }

  #next(): void {
    if (this.#closed || this.#waiting.length === 0) return;
    const free = this.#idle.pop() ?? (this.#employed.size < this.size ? this.#employ() : undefined);
    if (free) free.take(this.#waiting.shift()!);
  }

  #employ(): Employed {
    const worker = this.#spawn!();
    const employed: Employed = new Employed(worker, {
      free: () => {
        this.#idle.push(employed);
        this.#next();
      },
      died: (job, error) => {
        this.#employed.delete(employed);
        const place = this.#idle.indexOf(employed);
        if (place >= 0) this.#idle.splice(place, 1);
        if (job && ++job.deaths < mostDeaths) this.#waiting.unshift(job);
        else job?.reject(error);
        this.#next();
      },
    });
    this.#employed.add(employed);
    return employed;
  }
}

interface Told {
  free(): void;
  died(job: Job | undefined, error: Error): void;
}

/** One worker and the job it has in hand. */
class Employed {
  readonly worker: Worker;
  #job: Job | undefined;
  #scenario: AnyScenario | undefined;
  #dead = false;

  constructor(worker: Worker, told: Told) {
    this.worker = worker;
    worker.onMessage((message) => {
      const answer = message as Answer;
      const job = this.#job;
      if (this.#dead || !job) return;
      this.#job = undefined;
      if ("error" in answer) job.reject(new Error(answer.error));
      else job.resolve(answer.outcome);
      told.free();
    });
    worker.onError((error) => {
      if (this.#dead) return; // a thread tells of its error, and then that it has stopped
      this.#dead = true;
      worker.terminate();
      told.died(this.#job, error);
    });
  }

  /**
   * The worker keeps the scenario of its last job and no other: those of ten thousand points would fill the memory, and
   * sending one, and making it ready, with every replication takes time.
   */
  take(job: Job): void {
    this.#job = job;
    const scenario = job.scenario === this.#scenario ? undefined : job.scenario;
    this.#scenario = job.scenario;
    this.worker.post({ id: 0, scenario, scenarioNumber: 0, task: job.task } satisfies Ask);
  }
}
