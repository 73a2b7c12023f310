/** Makes Web Workers that look to the simulator like any other worker. */
import type { Worker as Hand } from "../src/index.ts";
import newWorker from "./new-worker.ts";

export function spawn(): Hand {
  const worker = newWorker();
  return {
    post: (message) => worker.postMessage(message),
    onMessage: (listener) => worker.addEventListener("message", ({ data }: MessageEvent<unknown>) => listener(data)),
    onError: (listener) =>
      worker.addEventListener("error", ({ message }) =>
        listener(new Error(message || "a worker could not be started")),
      ),
    terminate: () => worker.terminate(),
  };
}

/** Nothing in a browser without workers: what asks for one then runs on the page itself. */
export const spawnHere: (() => Hand) | undefined = typeof Worker === "undefined" ? undefined : spawn;

/** As many as the machine has cores for, leaving none idle and flooding none. */
export const workersHere = (): number => Math.max(1, Math.min(8, navigator.hardwareConcurrency || 2));
