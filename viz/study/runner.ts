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
  readonly scenarios: readonly {
    readonly key: string;
    readonly scenario: AnyScenario;
    /** Outcomes that came with the page, by replication: with some of their figures only. */
    readonly given?: readonly Outcome[];
  }[];
  readonly seed: string;
  readonly runs: number;
}

/** What is known of a question so far, in the order of its scenarios, all with as many replications. */
export interface Progress {
  readonly question: Question;
  readonly results: readonly ScenarioResult[];
  readonly runs: number;
  /** Replications among them of which only the figures of the first page are known, since they came with the page. */
  readonly given: readonly number[];
  /** People simulated for each one there is. */
  readonly scale: number;
  readonly busy: boolean;
  readonly failure: string;
}

/** Of the rough answer: people for each one there is, and replications. */
export const coarse = { scale: 0.1, runs: 8 } as const;
/** Fewest replications of each that make an answer, rough or full: below, an interval says next to nothing, or there is none. */
const fewest = { rough: 2, full: 3 } as const;
/** What is kept beside what is in use, for a reader who goes back: outcomes, of about 170 kB each, and scenarios. */
const mostKept = { outcomes: 60, scenarios: 12 } as const;
/** Scenarios of which the names of figures are kept. */
const mostNamed = 12;

/** Results of one scenario at one scale under one seed. */
interface Kept {
  readonly scenario: AnyScenario;
  readonly keys: readonly MeasureKey[];
  readonly outcomes: (Outcome | undefined)[];
  readonly asked: Set<number>;
  /** Replications whose outcome was given and is yet to be made with all its figures. */
  readonly given: Set<number>;
}

/** Results that a question adds to, by their keys in the order of its scenarios, and how many replications of each. */
interface Part {
  readonly runs: number;
  readonly scale: number;
  readonly kept: readonly (readonly [string, Kept])[];
}

export class Runner {
  readonly #crew: Crew;
  readonly #tell: (progress: Progress) => void;
  readonly #kept = new Map<string, Kept>();
  #question: Question | undefined;
  #failure = "";
  #stopped = false;

  /** @param tell told of each replication that changes what is known */
  constructor(crew: Crew, tell: (progress: Progress) => void) {
    this.#crew = crew;
    this.#tell = tell;
  }

  /** What is rough comes first, and has the machine to itself until it is there. */
  ask(question: Question): void {
    this.#question = question;
    this.#failure = "";
    this.#stopped = false;
    const { rough, full } = this.#parts(question);
    this.#forget(new Set([...(rough?.kept ?? []), ...full.kept].map(([key]) => key)));
    const isRoughNeeded = rough !== undefined && progressOf(full).runs < fewest.full;
    const first = isRoughNeeded ? rough : full;
    this.#drop(({ key }) => first.kept.some(([one]) => one === key));
    if (isRoughNeeded) this.#crew.add(this.#jobs(question, rough));
    const jobs = this.#jobs(question, full);
    // The next lever needs a rough answer of the baseline: it is made ready once there is something new to see.
    const soon = isRoughNeeded ? jobs.length : question.scenarios.length;
    this.#crew.add(jobs.slice(0, soon));
    if (rough) this.#crew.add(this.#jobs(question, baselineOf(rough)));
    this.#crew.add(jobs.slice(soon));
    this.#report();
  }

  /** Stops; what is known stays. */
  cancel(): void {
    this.#stopped = true;
    this.#drop(() => false);
    this.#report();
  }

  #drop(wanted: (job: Job) => boolean): void {
    for (const { key, task } of this.#crew.clear(wanted)) this.#kept.get(key)?.asked.delete(task.replication);
  }

  /** The rough part and the full one, each with the results that it adds to. Only pathways can be made smaller. */
  #parts({ scenarios, seed, runs }: Question): { readonly rough: Part | undefined; readonly full: Part } {
    const canScale = scenarios.every(({ scenario }) => scenario.kind === "pathway");
    const part = (scale: number, many: number): Part => ({
      runs: many,
      scale,
      kept: scenarios.map((one) => this.#keep(JSON.stringify([one.key, seed, scale]), one, scale)),
    });
    return { rough: canScale ? part(coarse.scale, coarse.runs) : undefined, full: part(1, runs) };
  }

  #keep(key: string, { scenario, given = [] }: Question["scenarios"][number], scale: number): readonly [string, Kept] {
    const found = this.#kept.get(key);
    this.#kept.delete(key);
    const smaller = found?.scenario ?? (scenario.kind === "pathway" ? scaled(scenario, scale) : scenario);
    const kept = found ?? {
      scenario: smaller,
      keys: keysOf(smaller),
      outcomes: [],
      asked: new Set(),
      given: new Set(),
    };
    this.#kept.set(key, kept);
    if (scale < 1) return [key, kept];
    given.forEach((outcome, replication) => {
      if (kept.outcomes[replication] !== undefined) return;
      kept.outcomes[replication] = outcome;
      kept.given.add(replication);
    });
    return [key, kept];
  }

  #forget(wanted: ReadonlySet<string>): void {
    const others = [...this.#kept].filter(([key]) => !wanted.has(key));
    let size = others.reduce((sum, [, { outcomes }]) => sum + outcomes.length, 0);
    let count = others.length;
    for (const [key, { outcomes }] of others) {
      if (size <= mostKept.outcomes && count <= mostKept.scenarios) return;
      size -= outcomes.length;
      count--;
      this.#kept.delete(key);
    }
  }

  /** Replication k of every scenario before replication k + 1 of any, so that comparisons settle together; what was given last. */
  #jobs({ seed }: Question, { runs, scale, kept }: Part): Job[] {
    const jobs: Job[] = [];
    // Whether the warm-up was long enough is asked of full runs only.
    const trend = scale === 1;
    const isGiven = (replication: number): boolean => kept.some(([, { given }]) => given.has(replication));
    const order = Array.from({ length: runs }, (_, replication) => replication);
    for (const replication of order.toSorted((a, b) => Number(isGiven(a)) - Number(isGiven(b)))) {
      for (const [key, { scenario, outcomes, asked, given }] of kept) {
        if (asked.has(replication)) continue;
        asked.add(replication);
        jobs.push({
          key,
          scenario: sendable(scenario),
          task: { seed, replication, executive: "fast", trend, times: timesOf(scenario), waits: waitDaysOf(scenario) },
          done: (outcome) => {
            outcomes[replication] = outcome;
            given.delete(replication);
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
    const parts = this.#parts(this.#question);
    const full = progressOf(parts.full);
    const rough = parts.rough && progressOf(parts.rough);
    const useFull = full.runs >= Math.min(fewest.full, this.#question.runs) || rough === undefined;
    const shown = useFull ? full : rough;
    this.#tell({
      question: this.#question,
      results: shown.runs >= Math.min(fewest.rough, this.#question.runs) ? shown.results : [],
      runs: shown.runs,
      given: shown.given,
      scale: useFull ? 1 : coarse.scale,
      busy: !this.#stopped && full.runs - full.given.length < this.#question.runs,
      failure: this.#failure,
    });
  }
}

const baselineOf = (part: Part): Part => ({ ...part, kept: part.kept.slice(0, 1) });

/** Of each scenario as many replications as all have, from the first without a gap. */
function progressOf({ kept, runs: most }: Part) {
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
  const given = [...new Set(kept.flatMap(([, one]) => [...one.given]))].filter((replication) => replication < runs);
  return { runs, results, given };
}

/** Provenance is of no use to a worker, and as large as the rest. */
const sendable = (scenario: AnyScenario): AnyScenario =>
  scenario.kind === "pathway" ? { ...scenario, parameters: [] } : scenario;

/** Making the names of ten thousand figures takes long; scenarios with the same places, groups and windows share them. */
const knownKeys = new Map<string, readonly MeasureKey[]>();

export function keysOf(scenario: AnyScenario): readonly MeasureKey[] {
  const { places, groups, exits, windows, wait_limits_days, pathway } = legendOf(scenario);
  const services = pathway?.services.map(({ payer, has_stays, has_referrals, has_staff }) => [
    payer,
    has_stays,
    has_referrals,
    has_staff,
  ]);
  const shape = JSON.stringify([places, groups, exits, windows, wait_limits_days, services]);
  const keys = knownKeys.get(shape) ?? figureKeys(scenario);
  if (knownKeys.size > mostNamed) knownKeys.clear();
  knownKeys.set(shape, keys);
  return keys;
}
