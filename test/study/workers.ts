/** Workers in the same thread, for tests: messages take a turn, as they do between threads. */
import { serve, type Worker } from "../../src/index.ts";

export interface Seen {
  readonly spawn: () => Worker;
  /** Everything that was posted to any worker. */
  readonly posted: unknown[];
  readonly terminated: () => number;
}

export function workersInHere(): Seen {
  const posted: unknown[] = [];
  let gone = 0;
  const spawn = (): Worker => {
    const answers: ((message: unknown) => void)[] = [];
    const asks: ((message: unknown) => void)[] = [];
    let alive = true;
    serve({
      post: (message) => setTimeout(() => alive && answers.forEach((listener) => listener(message))),
      onMessage: (listener) => asks.push(listener),
    });
    return {
      post(message) {
        posted.push(message);
        setTimeout(() => alive && asks.forEach((listener) => listener(message)));
      },
      onMessage: (listener) => answers.push(listener),
      onError: () => {},
      terminate() {
        alive = false;
        gone++;
      },
    };
  };
  return { spawn, posted, terminated: () => gone };
}
