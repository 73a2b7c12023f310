/** Worker threads that run replications. */
import { Worker as Thread } from "node:worker_threads";
import type { Worker } from "../index.ts";

/** A new worker thread; its program stands beside ours once built. */
export function spawn(): Worker {
  const thread = new Thread(new URL("./worker.js", import.meta.url));
  let dismissed = false;
  return {
    post: (message) => thread.postMessage(message),
    onMessage: (listener) => void thread.on("message", listener),
    onError: (listener) => {
      thread.on("error", listener);
      thread.on("exit", (code) => {
        if (!dismissed) listener(new Error(`a worker stopped before its time (exit code ${code})`));
      });
    },
    terminate: () => {
      dismissed = true;
      void thread.terminate();
    },
  };
}
