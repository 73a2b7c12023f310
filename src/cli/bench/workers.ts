/**
 * What a second worker brings, beside what a second core brings on this machine at all: two processes that share nothing do
 * the same work at once. Cores share caches and memory, get slower when both are at work, and may be two halves of one, so
 * that even these are seldom twice as fast.
 */
import { spawn as startProcess } from "node:child_process";
import { type NetworkScenario, runStudy } from "../../index.ts";
import { spawn } from "../spawn.ts";
import { median, tell } from "./measuring.ts";

/** As many for each worker, so that nobody waits for the other's last; and so many that the start of a worker, which compiles for itself, is little. */
const replications = 40;
const turns = 3;

/** @param name by which the command line knows the scenario */
export async function workers(scenario: NetworkScenario, name: string): Promise<void> {
  const times = { one: [] as number[], two: [] as number[], alone: [] as number[], pair: [] as number[] };
  await inWorkers(scenario, 1);
  for (let turn = 0; turn < turns; turn++) {
    times.one.push(await inWorkers(scenario, 1));
    times.two.push(await inWorkers(scenario, 2));
    times.alone.push(await inProcesses(name, 1));
    times.pair.push(await inProcesses(name, 2));
  }
  const gain = median(times.one.map((one, turn) => one / times.two[turn]!));
  // Two processes do twice the work.
  const most = median(times.alone.map((alone, turn) => (2 * alone) / times.pair[turn]!));
  tell(
    `from 1 worker to 2, ${replications} replications`,
    `${gain.toFixed(2)} times as fast; two processes that share nothing: ${most.toFixed(2)}`,
  );
}

async function inWorkers(scenario: NetworkScenario, count: number): Promise<number> {
  const start = performance.now();
  await runStudy({ scenarios: [scenario], seed: "bench", replications }, { spawn, workers: count }).done;
  return performance.now() - start;
}

/** Each does the same replications, in one worker, and is waited for. */
async function inProcesses(name: string, count: number): Promise<number> {
  const args = ["run", name, "--seed", "bench", "--replications", `${replications}`, "--workers", "1", "--json"];
  const start = performance.now();
  await Promise.all(Array.from({ length: count }, () => ended(args)));
  return performance.now() - start;
}

function ended(args: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = startProcess(process.execPath, [process.argv[1]!, ...args], { stdio: "ignore" });
    child.on("error", reject);
    child.on("exit", (code) => (code === 0 ? resolve() : reject(new Error(`a process ended with ${code}`))));
  });
}
