/** Running a sweep: with workers that die, are slow, or whose results cannot be kept. */
import { expect, test } from "vitest";
import { type Entry, type Finished } from "../../src/experiment/sweep/journal.ts";
import { parseSweep } from "../../src/experiment/sweep/parse.ts";
import { runSweep } from "../../src/experiment/sweep/run.ts";
import { sweepResultsTable } from "../../src/experiment/sweep/tables.ts";
import { workersWith } from "../method/workers.ts";
import { deskFile, sweepFile } from "./program.ts";

const parsed = parseSweep(JSON.stringify({ ...sweepFile, replications: 3 }), {
  name: "s.json",
  load: () => JSON.stringify({ ...deskFile, run_days: 50 }),
});
const sweep = parsed.ok ? parsed.sweep : undefined;
const run = async (settings: Partial<Parameters<typeof runSweep>[1]>) => {
  const finished: Finished = settings.finished ?? new Map();
  const entries: Entry[] = [];
  await runSweep(sweep!, { onFinished: (entry) => entries.push(entry), ...settings, finished });
  return { entries, rows: [...sweepResultsTable(sweep!, finished).rows()] };
};

test("a worker that dies is replaced and its replication repeated: nothing differs", async () => {
  const here = await run({});
  let deaths = 0;
  const { spawn, made } = workersWith((replication) => (replication === 1 && ++deaths % 3 === 0 ? "die" : replication));
  const there = await run({ spawn, workers: 3 });
  expect(made()).toBeGreaterThan(3);
  expect(there.rows).toEqual(here.rows);
  expect(there.entries).toHaveLength(8 * 3);
});

test("only what is missing is run", async () => {
  const whole = await run({});
  const finished: Finished = new Map([[2, [whole.entries[6]!.values, undefined, whole.entries[8]!.values]]]);
  const { entries, rows } = await run({ finished });
  expect(entries).toHaveLength(8 * 3 - 2);
  expect(rows).toEqual(whole.rows);
});

test("progress counts up to all replications", async () => {
  const told: string[] = [];
  await run({ onProgress: (done, of) => told.push(`${done}/${of}`) });
  expect([told[0], told.at(-1), told.length]).toEqual(["0/24", "24/24", 25]);
});

test("when a result cannot be kept, or somebody stops it, the work ends with that", async () => {
  const full = (): never => {
    throw new Error("the disk is full");
  };
  await expect(run({ onFinished: full })).rejects.toThrow("the disk is full");
  await expect(run({ stopped: Promise.reject(new Error("enough")) })).rejects.toThrow("enough");
});
