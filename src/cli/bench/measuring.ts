/** How the benchmark takes its times and prints them. */

import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

setFlagsFromString("--expose-gc");
/** Clears away what others left behind, or the one who comes after would pay for it. V8 throws compiled code away with it. */
export const clearAway = runInNewContext("gc") as () => void;

/** Runs that are compared take turns this often. */
export const rounds = 5;

/** Processor time of this process, all threads, in user and system mode. */
export async function cpuSeconds(work: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

export const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1]!;
export const thousands = (value: number): string => Math.round(value).toLocaleString("en-GB");
export const tell = (what: string, figure: string): void => console.log(`${what.padEnd(50)}  ${figure}`);
