import { describe, expect, test } from "vitest";
import { Cancelled, runStudy, type Scenario, type Study, type StudyResult, type Worker } from "../../src/index.ts";
import { backwardPool } from "./pool.ts";
import { desk } from "./scenarios.ts";

const study: Study = {
  scenarios: [desk(1, "one"), desk(2, "two")],
  seed: "study",
  replications: 6,
  levels: true,
  times: [10, 20, 30],
};
const bits = ({ scenarios }: StudyResult): string =>
  JSON.stringify(
    scenarios.map(({ outcomes }) =>
      outcomes.map(({ values, series, levels, events }) => [
        [...new BigUint64Array(values.buffer)].map(String),
        [...series!.queue, ...series!.inService],
        levels!.queue_length.flat().map((times) => [...times]),
        events,
      ]),
    ),
  );

describe("workers", () => {
  test.each([1, 2, 5, 100])("%i of them, answering in the wrong order, change no bit", async (workers) => {
    const here = await runStudy(study).done;
    const pool = backwardPool();
    const there = await runStudy(study, { spawn: () => pool.spawn(), workers }).done;
    expect(bits(there)).toBe(bits(here));
    expect(pool.spawned).toBe(Math.min(workers, 12));
    expect(pool.dismissed).toBe(pool.spawned);
  });

  test("progress counts up, and results so far have no gaps and stay as they were", async () => {
    const pool = backwardPool();
    const counts: number[] = [];
    const soFars: { result: StudyResult; lengths: number[] }[] = [];
    const lengths = ({ scenarios }: StudyResult): number[] => scenarios.map(({ outcomes }) => outcomes.length);
    const onProgress = (finished: number, of: number, soFar: () => StudyResult): void => {
      expect(of).toBe(12);
      counts.push(finished);
      const result = soFar();
      soFars.push({ result, lengths: lengths(result) });
      for (const { outcomes } of result.scenarios) expect([...outcomes].every(Boolean)).toBe(true);
    };
    const { done } = runStudy(study, { spawn: () => pool.spawn(), workers: 4, onProgress });
    expect(lengths(await done)).toEqual([6, 6]);
    expect(counts).toEqual(Array.from({ length: 12 }, (_, i) => i + 1));
    for (const { result, lengths: then } of soFars) expect(lengths(result)).toEqual(then);
  });

  test("what goes wrong in one is the study's failure, with its message, and all are dismissed", async () => {
    const [scenario] = study.scenarios as readonly Scenario[];
    const bad: Scenario = { ...scenario!, nodes: [{ ...scenario!.nodes[0]!, routing: [] }] };
    const pool = backwardPool();
    const { done } = runStudy(
      { ...study, scenarios: [scenario!, scenario!] },
      { spawn: () => broken(pool.spawn(), bad), workers: 2 },
    );
    await expect(done).rejects.toThrow(/TypeError/);
    expect(pool.dismissed).toBe(2);
  });

  test("one that dies is the study's failure", async () => {
    const pool = backwardPool(false);
    const dying = (): Worker => ({
      ...pool.spawn(),
      onError: (listener) => void setTimeout(() => listener(new Error("out of memory"))),
    });
    await expect(runStudy(study, { spawn: dying, workers: 2 }).done).rejects.toThrow("out of memory");
    expect(pool.dismissed).toBe(2);
  });
});

/** A worker that is sent a scenario which cannot be run in place of the one that was meant. */
const broken = (worker: Worker, scenario: Scenario): Worker => ({
  ...worker,
  post: (message) => worker.post({ ...(message as object), scenario }),
});

describe("cancelling", () => {
  test("stops a study in workers at once", async () => {
    const pool = backwardPool(false);
    const running = runStudy(study, { spawn: () => pool.spawn(), workers: 3 });
    running.cancel();
    await expect(running.done).rejects.toThrow(Cancelled);
    expect(pool.dismissed).toBe(3);
  });

  test("stops a study here after the replication that is under way", async () => {
    let finished = 0;
    const running = runStudy(study, {
      onProgress: (count) => {
        finished = count;
        if (count === 3) running.cancel();
      },
    });
    await expect(running.done).rejects.toThrow(Cancelled);
    expect(finished).toBe(3);
  });

  test("does nothing once the study is done", async () => {
    const running = runStudy({ ...study, replications: 1 });
    const result = await running.done;
    running.cancel();
    expect(await running.done).toBe(result);
  });
});

describe("replications", () => {
  test("the first ones of a long study are those of a short one", async () => {
    const short = await runStudy({ ...study, replications: 2 }).done;
    const long = await runStudy(study).done;
    const firstTwo = {
      ...long,
      scenarios: long.scenarios.map((each) => ({ ...each, outcomes: each.outcomes.slice(0, 2) })),
    };
    expect(bits(firstTwo)).toBe(bits(short));
  });

  test("none of them is a study as well", async () => {
    const { scenarios } = await runStudy({ ...study, replications: 0 }).done;
    expect(scenarios.map(({ outcomes }) => outcomes)).toEqual([[], []]);
    expect(
      (await runStudy({ ...study, replications: 0 }, { spawn: () => backwardPool().spawn() }).done).scenarios,
    ).toHaveLength(2);
  });
});

describe("without workers", () => {
  test("the rest of the program has its turn between replications, and can cancel", async () => {
    let finished = 0;
    const running = runStudy({ ...study, replications: 1000 }, { onProgress: (now) => (finished = now) });
    setTimeout(() => running.cancel());
    await expect(running.done).rejects.toBeInstanceOf(Cancelled);
    expect(finished).toBeLessThan(2000);
  });
});
