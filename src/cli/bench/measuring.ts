/** How the benchmark takes its times and prints them. */

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
