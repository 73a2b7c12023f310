/**
 * Answers questions: first roughly, from a model of a tenth of the people, then fully, replication after replication.
 * A new question takes the place of the old one at once; what both need is kept. Replications are those of the command
 * line: only scenario, seed and number decide them.
 */
import {
  type AnyScenario,
  figureKeys,
  legendOf,
  type MeasureKey,
  type Outcome,
  scaled,
  type ScenarioResult,
} from "../../src/index.ts";
import { Crew, type Job } from "./crew.ts";
import { timesOf, waitDaysOf } from "./grid.ts";

export interface Question {
  /** The baseline first; the same key for the same scenario. */
  readonly scenarios: readonly { readonly key: string; readonly scenario: AnyScenario }[];
  readonly seed: string;
  readonly runs: number;
}

/** What is known of a question so far, in the order of its scenarios, all with as many replications. */
export interface Progress {
  readonly question: Question;
  readonly results: readonly ScenarioResult[];
  readonly runs: number;
  /** People simulated for each one there is. */
  readonly scale: number;
  readonly busy: boolean;
  readonly failure: string;
}

/** Of the rough answer: people for each one there is, and replications. */
export const coarse = { scale: 0.1, runs: 8 } as const;
/** Fewest replications of each that make an answer, rough or full: below, an interval says next to nothing. */
const fewest = { rough: 2, full: 3 } as const;
/** Scenarios of which results are kept. */
const mostKept = 24;

/** Results of one scenario at one scale under one seed. */
interface Kept {
  readonly scenario: AnyScenario;
  readonly keys: readonly MeasureKey[];
  readonly outcomes: (Outcome | undefined)[];
  readonly asked: Set<number>;
}

export class Runner {
  readonly #quick: Crew;
  readonly #thorough: Crew;
  readonly #tell: (progress: Progress) => void;
  readonly #kept = new Map<string, Kept>();
  #question: Question | undefined;
  #failure = "";
  #stopped = false;

  /**
   * @param quick workers that are free for rough answers even while full ones are worked on
   * @param tell told of each replication that changes what is known
   */
  constructor(crews: { readonly quick: Crew; readonly thorough: Crew }, tell: (progress: Progress) => void) {
    this.#quick = crews.quick;
    this.#thorough = crews.thorough;
    this.#tell = tell;
  }

  ask(question: Question): void {
    this.#question = question;
    this.#failure = "";
    this.#stopped = false;
    const parts = this.#parts(question);
    const wanted = new Set(parts.flatMap(({ kept }) => kept.map(([key]) => key)));
    this.#forget(wanted);
    const isWanted = ({ key }: Job): boolean => wanted.has(key);
    this.#drop(this.#quick, isWanted, false);
    this.#drop(this.#thorough, isWanted, true);
    for (const { crew, runs, kept } of parts) crew.add(this.#jobs(question, runs, kept));
    this.#report();
  }

  /** Stops; what is known stays. */
  cancel(): void {
    this.#stopped = true;
    for (const crew of [this.#quick, this.#thorough]) this.#drop(crew, () => false, true);
    this.#report();
  }

  #drop(crew: Crew, wanted: (job: Job) => boolean, atOnce: boolean): void {
    crew.keep((job) => {
      const stays = wanted(job);
      if (!stays) this.#kept.get(job.key)?.asked.delete(job.task.replication);
      return stays;
    }, atOnce);
  }

  /** The rough part and the full one, each with the results that it adds to. Only pathways can be made smaller. */
  #parts({ scenarios, seed, runs }: Question) {
    const canScale = scenarios.every(({ scenario }) => scenario.kind === "pathway");
    const part = (crew: Crew, scale: number, many: number) => ({
      crew,
      scale,
      runs: many,
      kept: scenarios.map(({ key, scenario }) => this.#keep(JSON.stringify([key, seed, scale]), scenario, scale)),
    });
    const full = part(this.#thorough, 1, runs);
    return canScale ? [part(this.#quick, coarse.scale, coarse.runs), full] : [full];
  }

  #keep(key: string, scenario: AnyScenario, scale: number): readonly [string, Kept] {
    const found = this.#kept.get(key);
    this.#kept.delete(key);
    const smaller = found?.scenario ?? (scenario.kind === "pathway" ? scaled(scenario, scale) : scenario);
    const kept = found ?? { scenario: smaller, keys: keysOf(smaller), outcomes: [], asked: new Set() };
    this.#kept.set(key, kept);
    return [key, kept];
  }

  #forget(wanted: ReadonlySet<string>): void {
    for (const key of this.#kept.keys()) {
      if (this.#kept.size <= mostKept) return;
      if (!wanted.has(key)) this.#kept.delete(key);
    }
  }

  /** Replication k of every scenario before replication k + 1 of any, so that comparisons settle together. */
  #jobs({ seed }: Question, runs: number, kept: readonly (readonly [string, Kept])[]): Job[] {
    const jobs: Job[] = [];
    for (let replication = 0; replication < runs; replication++) {
      for (const [key, { scenario, outcomes, asked }] of kept) {
        if (asked.has(replication)) continue;
        asked.add(replication);
        jobs.push({
          key,
          scenario: sendable(scenario),
          task: { seed, replication, executive: "fast", times: timesOf(scenario), waits: waitDaysOf(scenario) },
          done: (outcome) => {
            outcomes[replication] = outcome;
            this.#report();
          },
          failed: (error) => {
            asked.delete(replication);
            this.#failure = error.message;
            this.cancel();
          },
        });
      }
    }
    return jobs;
  }

  #report(): void {
    if (this.#question === undefined) return;
    const [first, ...rest] = this.#parts(this.#question).toReversed();
    const full = progressOf(first!.kept, first!.runs);
    const rough = rest[0] === undefined ? undefined : progressOf(rest[0].kept, rest[0].runs);
    const useFull = full.runs >= Math.min(fewest.full, this.#question.runs) || rough === undefined;
    const shown = useFull ? full : rough;
    this.#tell({
      question: this.#question,
      results: shown.runs >= Math.min(fewest.rough, this.#question.runs) ? shown.results : [],
      runs: shown.runs,
      scale: useFull ? 1 : coarse.scale,
      busy: !this.#stopped && full.runs < this.#question.runs,
      failure: this.#failure,
    });
  }
}

/** Of each scenario as many replications as all have, from the first without a gap. */
function progressOf(kept: readonly (readonly [string, Kept])[], most: number) {
  const done = kept.map(([, { outcomes }]) => {
    const gap = outcomes.findIndex((outcome) => outcome === undefined);
    return gap < 0 ? outcomes.length : gap;
  });
  const runs = Math.min(most, ...done);
  const results = kept.map(([, { scenario, keys, outcomes }]): ScenarioResult => ({
    scenario,
    keys,
    outcomes: outcomes.slice(0, runs) as Outcome[],
  }));
  return { runs, results };
}

/** Provenance is of no use to a worker, and as large as the rest. */
const sendable = (scenario: AnyScenario): AnyScenario =>
  scenario.kind === "pathway" ? { ...scenario, parameters: [] } : scenario;

/** Making the names of ten thousand figures takes long; scenarios with the same places, groups and windows share them. */
const knownKeys = new Map<string, readonly MeasureKey[]>();

function keysOf(scenario: AnyScenario): readonly MeasureKey[] {
  const { places, groups, exits, windows, wait_limits_days, pathway } = legendOf(scenario);
  const services = pathway?.services.map(({ payer, has_stays, has_referrals, has_staff }) => [
    payer,
    has_stays,
    has_referrals,
    has_staff,
  ]);
  const shape = JSON.stringify([places, groups, exits, windows, wait_limits_days, services]);
  const keys = knownKeys.get(shape) ?? figureKeys(scenario);
  if (knownKeys.size > mostKept) knownKeys.clear();
  knownKeys.set(shape, keys);
  return keys;
}
