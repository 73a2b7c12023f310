/**
 * The two ends of a worker. Web Workers and worker threads are three-line adapters to `Port`; nothing else differs
 * between a page and the command line.
 */
import type { AnyScenario } from "../scenario/types.ts";
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

export type Answer =
  | { readonly id: number; readonly outcome: Outcome }
  | { readonly id: number; readonly error: string };

/** What a worker does: answers every ask, and decides nothing. */
export function serve(port: Port): void {
  const scenarios = new Map<number, AnyScenario>();
  port.onMessage((message) => {
    const { id, scenario, scenarioNumber, task } = message as Ask;
    if (scenario) scenarios.set(scenarioNumber, scenario);
    replicate(scenarios.get(scenarioNumber)!, task).then(
      (outcome) => port.post({ id, outcome } satisfies Answer),
      (error: unknown) => port.post({ id, error: String(error) } satisfies Answer),
    );
  });
}
