/** What a sweep takes beside its replications: time of the machinery around them, and room on the disk. */
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  type AnyScenario,
  type Finished,
  parseSweep,
  replicate,
  runSweep,
  scenarioAt,
  type Sweep,
  sweepId,
} from "../../index.ts";
import { readText } from "../read-text.ts";
import { version } from "../package.ts";
import { spawn } from "../spawn.ts";
import { JournalFile } from "../sweep/journal-file.ts";
import { writeResults } from "../sweep/results.ts";
import { cpuSeconds, median, rounds, tell } from "./measuring.ts";

const points = 10;
const replications = 5;

/** @param path of the five-node pathway, which is changed at a few points of a design */
export async function sweeps(path: string): Promise<void> {
  // A year instead of five: replications of a tenth of a second, beside which the machinery shows.
  const text = JSON.stringify({ ...(JSON.parse(readText(path, path)) as object), windows: undefined, run_days: 365 });
  const sweep = openSweep(text);
  const scenarios = sweep.points.map((_, run) => scenarioAt(sweep, run).scenario);
  const folder = mkdtempSync(join(tmpdir(), "caregap-bench-"));
  try {
    const times = { whole: [] as number[], bare: [] as number[], one: [] as number[], two: [] as number[] };
    await bare(sweep, scenarios); // so that both find their code made ready
    for (let round = 0; round < rounds; round++) {
      times.whole.push(await cpuSeconds(() => whole(text, join(folder, `${round}`), undefined)));
      times.bare.push(await cpuSeconds(() => bare(sweep, scenarios)));
      times.one.push(await wallSeconds(() => whole(text, join(folder, `one${round}`), 1)));
      times.two.push(await wallSeconds(() => whole(text, join(folder, `two${round}`), 2)));
    }
    const overhead = median(times.whole.map((seconds, round) => seconds / times.bare[round]! - 1));
    const one = median(times.one);
    tell(
      `a sweep of ${points} points, ${replications} replications each, 1 worker`,
      `${(points / one).toFixed(2)} points a second`,
    );
    tell("from 1 worker to 2 in a sweep", `${(one / median(times.two)).toFixed(2)} times as fast`);
    tell("its machinery, against bare replications", `${(100 * overhead).toFixed(1)}% more processor time`);
    const count = points * replications;
    const bytes = (file: string): string => (statSync(join(folder, file)).size / count).toFixed(0);
    tell(
      "bytes a replication with two measures",
      `${bytes("0.journal")} in the journal, ${bytes("0/results.csv")} in results.csv`,
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function openSweep(scenario: string): Sweep {
  const factor = { name: "a year", path: "nodes.GP.arrivals[0].per_year", low: 15_000, high: 20_000, levels: points };
  const sweep = {
    format: 1,
    kind: "sweep",
    title: "Demand",
    scenario: "scenario.json",
    factors: [factor],
    design: { design: "full_factorial" },
    replications,
    measures: [
      { measure: "wait", estimand: "started", statistic: "mean", place: "GP" },
      { measure: "queue_length", place: "GP", statistic: "mean" },
    ],
  };
  const parsed = parseSweep(JSON.stringify(sweep), { name: "sweep.json", load: () => scenario });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.sweep;
}

/** As the command does it, from the file to the tables; without workers in this thread, so that threads cost nothing. */
async function whole(scenario: string, out: string, workers: number | undefined): Promise<void> {
  const sweep = openSweep(scenario);
  const id = sweepId(sweep, version());
  const journal = new JournalFile(`${out}.journal`, id);
  const finished: Finished = new Map();
  await runSweep(sweep, {
    ...(workers === undefined ? {} : { spawn, workers }),
    finished,
    onFinished: (entry) => journal.add(entry),
  });
  journal.close();
  await writeResults(out, { sweep, id }, finished, false);
}

/** The same replications, one after another, and nothing else. */
async function bare({ seed }: Sweep, scenarios: readonly AnyScenario[]): Promise<void> {
  for (const scenario of scenarios) {
    for (let replication = 0; replication < replications; replication++) {
      await replicate(scenario, { seed, replication, executive: "fast" });
    }
  }
}

async function wallSeconds(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}
