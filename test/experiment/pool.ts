/** Workers without threads, whose answers come when and in the order that a test wants. */
import { serve, type Worker } from "../../src/index.ts";

export interface Pool {
  spawn(): Worker;
  readonly spawned: number;
  readonly dismissed: number;
}

/**
 * Workers that answer only when all who were spawned have something to say or nobody speaks for a while, the last first.
 * @param answers false: they take work and never answer
 */
export function backwardPool(answers = true): Pool {
  const waiting: (() => void)[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  const flush = (): void => {
    for (const speak of waiting.splice(0).toReversed()) speak();
  };
  const pool = { spawned: 0, dismissed: 0 };
  const spawn = (): Worker => {
    pool.spawned++;
    let toOwner: (message: unknown) => void = () => {};
    let toWorker: (message: unknown) => void = () => {};
    const post = (message: unknown): void => {
      if (!answers) return;
      waiting.push(() => toOwner(message));
      clearTimeout(timer);
      timer = setTimeout(flush, 20);
    };
    serve({ post, onMessage: (listener) => (toWorker = listener) });
    return {
      post: (message) => toWorker(structuredClone(message)),
      onMessage: (listener) => (toOwner = listener),
      onError: () => {},
      terminate: () => void pool.dismissed++,
    };
  };
  return Object.assign(pool, { spawn });
}
