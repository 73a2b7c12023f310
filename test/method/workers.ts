/** Workers within the test's own thread, which answer late, out of order, or die when told to. */
import { type Port, serve, type Worker } from "../../src/experiment/worker.ts";

/** @param fate called with each ask's replication: how long to wait (ms), or "die" */
export function workersWith(fate: (replication: number) => number | "die"): {
  spawn: () => Worker;
  made: () => number;
} {
  let made = 0;
  const spawn = (): Worker => {
    made++;
    let toWorker: (message: unknown) => void = () => {};
    let toOwner: (message: unknown) => void = () => {};
    let onError: (error: Error) => void = () => {};
    const inside: Port = { post: (message) => toOwner(message), onMessage: (listener) => (toWorker = listener) };
    serve(inside);
    return {
      post: (message) => {
        const lot = fate((message as { task: { replication: number } }).task.replication);
        if (lot === "die") setTimeout(() => onError(new Error("killed")));
        else setTimeout(() => toWorker(message), lot);
      },
      onMessage: (listener) => (toOwner = listener),
      onError: (listener) => (onError = listener),
      terminate: () => {},
    };
  };
  return { spawn, made: () => made };
}
