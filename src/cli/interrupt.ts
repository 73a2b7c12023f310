/** Control-C, and a polite request of the system to end: work stops, what is half done is cleared away. */
import { Cancelled } from "../index.ts";

/** Does some work that can be interrupted: `signal` says when; what it throws for that reason becomes `Cancelled`. */
export async function interruptible<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const controller = new AbortController();
  const interrupt = (): void => controller.abort(new Cancelled());
  const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
  for (const name of signals) process.on(name, interrupt);
  try {
    return await work(controller.signal);
  } finally {
    for (const name of signals) process.off(name, interrupt);
  }
}

/** Never comes, unless there is an interruption: then it is rejected with `Cancelled`. */
export function interruption(signal: AbortSignal): Promise<never> {
  const stopped = new Promise<never>((_, reject) => {
    signal.addEventListener("abort", () => reject(new Cancelled()));
  });
  stopped.catch(() => {});
  return stopped;
}

/** Lets signals, timers and messages have their turn, then goes on unless interrupted. */
export async function breathe(signal: AbortSignal): Promise<void> {
  await new Promise((resolve) => void setImmediate(resolve));
  signal.throwIfAborted();
}
