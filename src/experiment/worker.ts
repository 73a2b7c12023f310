/**
 * The two ends of a worker. Web Workers and worker threads are three-line adapters to `Port`; nothing else differs
 * between a page and the command line.
 */
import type { AnyScenario } from "../scenario/types.ts";
import type { RunSettings } from "../model/run.ts";
import type { PathwayScenario } from "../scenario/pathway/types.ts";
import { breathe } from "./breathe.ts";
import { type Branch, type Film, makeFilm } from "./film.ts";
import { type ReadScenario, ScenarioReader, type ReadTask } from "./reading.ts";
import { type Outcome, replicate, type Task } from "./replication.ts";

/** One end of a channel of messages. */
export interface Port {
  post(message: unknown): void;
  onMessage(listener: (message: unknown) => void): void;
}

/** A worker as its owner sees it. */
export interface Worker extends Port {
  onError(listener: (error: Error) => void): void;
  terminate(): void;
}

export interface Ask {
  readonly id: number;
  /** Sent once to each worker; later asks name it by number. */
  readonly scenario?: AnyScenario | undefined;
  readonly scenarioNumber: number;
  readonly task: Task;
}

/** Asks for a film of one run instead of its figures. */
export interface FilmAsk {
  readonly id: number;
  readonly film: {
    readonly scenario: PathwayScenario;
    readonly settings: RunSettings;
    readonly branch?: Branch | undefined;
  };
}

/** Asks for a scenario to be read. */
export interface ReadAsk {
  readonly id: number;
  readonly read: ReadTask;
}

/** Nobody wants the answer any more: a run of a pathway is given up, anything else goes on. There is an answer all the same. */
export interface Drop {
  readonly drop: number;
}

export type Failure = { readonly id: number; readonly error: string };
export type Answer = { readonly id: number; readonly outcome: Outcome } | Failure;
export type ReadAnswer = { readonly id: number; readonly read: ReadScenario } | Failure;
export type FilmAnswer = { readonly id: number; readonly film: Film } | Failure;

/** What a worker does: answers every ask, and decides nothing. */
export function serve(port: Port): void {
  const scenarios = new Map<number, AnyScenario>();
  const reader = new ScenarioReader();
  let dropped: number | undefined;
  port.onMessage((message) => {
    const ask = message as Ask | FilmAsk | ReadAsk | Drop;
    if ("drop" in ask) {
      dropped = ask.drop;
      return;
    }
    const { id } = ask;
    answer(ask).then(
      (result) => port.post({ id, ...result } satisfies Answer | FilmAnswer | ReadAnswer),
      (error: unknown) => port.post({ id, error: String(error) } satisfies Failure),
    );
  });

  async function answer(
    ask: Ask | FilmAsk | ReadAsk,
  ): Promise<{ outcome: Outcome } | { film: Film } | { read: ReadScenario }> {
    if ("read" in ask) return { read: reader.read(ask.read) };
    if ("film" in ask) return { film: await makeFilm(ask.film.scenario, ask.film.settings, ask.film.branch) };
    const { id, scenario, scenarioNumber, task } = ask;
    if (scenario) scenarios.set(scenarioNumber, scenario);
    const turn = async (): Promise<void> => {
      await breathe();
      if (dropped === id) throw new Error("the run was given up");
    };
    return { outcome: await replicate(scenarios.get(scenarioNumber)!, task, [], turn) };
  }
}
