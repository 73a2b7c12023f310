/** Shards: however a sweep is cut, and whatever happens to a shard, not a byte differs. */
import { copyFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { filesIn, sizeOf, useProgram, writeFiles } from "./program.ts";

const caregap = useProgram();
const at = (name: string): string => join(caregap.folder, name);
const plan = (shards: number) =>
  caregap.run("sweep", "plan", "desks.json", "--shards", `${shards}`, "--out", `plan${shards}`);
const shard = (shards: number, k: number) => ["sweep", "run", `plan${shards}`, "--shard", `${k}`, "--workers", "1"];
const merge = (shards: number) => caregap.run("sweep", "merge", `plan${shards}`);

beforeAll(async () => {
  writeFiles(caregap.folder);
  await caregap.run("sweep", "run", "desks.json", "--out", "whole", "--workers", "2");
});

test("a plan needs no other file, and a shard killed and submitted again changes nothing", async () => {
  expect((await plan(3)).out).toBe("Written to plan3: 8 points in 3 shards.\n");
  expect(Object.keys(filesIn(at("plan3"))).toSorted()).toEqual([
    "manifest.json",
    "scenario.json",
    "slurm.sh",
    "sweep.json",
  ]);
  rmSync(at("desk.json"));
  rmSync(at("desks.json"));
  await caregap.run(...shard(3, 0));
  const journal = at("plan3/journals/shard-0001.journal");
  const killed = await caregap.kill("SIGKILL", () => sizeOf(journal) > 900, ...shard(3, 1));
  expect(killed.code).toBe(null);

  const early = await merge(3);
  expect(early.code).toBe(1);
  expect(early.err).toContain("shard 1 is not finished: shard-0001.journal");
  expect(early.err).toContain("shard 2 is missing: there is no shard-0002.journal");

  await Promise.all([caregap.run(...shard(3, 1)), caregap.run(...shard(3, 2))]);
  copyFileSync(journal, at("plan3/journals/shard-0001 (copy).journal"));
  expect((await merge(3)).err).toContain("shard 1 is there twice: shard-0001 (copy).journal and shard-0001.journal");
  rmSync(at("plan3/journals/shard-0001 (copy).journal"));

  expect(await merge(3)).toMatchObject({ code: 0, err: "" });
  expect(filesIn(at("plan3/results"))).toEqual(filesIn(at("whole")));
  expect((await merge(3)).out).toContain("has the results of this sweep already");
  writeFiles(caregap.folder);
});

test("the number of shards changes no byte, and a shard may run twice at once", async () => {
  await plan(2);
  const ends = await Promise.all([0, 1, 1].map((k) => caregap.run(...shard(2, k))));
  expect(ends.map(({ code, err }) => ({ code, err }))).toEqual(ends.map(() => ({ code: 0, err: "" })));
  await merge(2);
  expect(filesIn(at("plan2/results"))).toEqual(filesIn(at("whole")));
});

test("the script for Slurm runs a shard by the number of its array task", async () => {
  await plan(5);
  const task = (k: number) =>
    caregap.bash(`SLURM_SUBMIT_DIR=$PWD/plan5 SLURM_ARRAY_TASK_ID=${k} SLURM_CPUS_PER_TASK=2 bash plan5/slurm.sh`);
  expect(await task(0)).toMatchObject({ code: 0, out: expect.stringContaining("is finished") as string });
  for (let k = 1; k < 5; k++) await task(k);
  await merge(5);
  expect(filesIn(at("plan5/results"))).toEqual(filesIn(at("whole")));
});

test("a shard that there is not, a folder that is no plan, and a plan that was changed are refused", async () => {
  expect((await caregap.run(...shard(2, 2))).err).toContain("there is no shard 2: the plan has 0 to 1");
  expect((await caregap.run("sweep", "merge", "whole")).err).toContain("whole holds no plan");
  expect((await caregap.run("sweep", "merge", "nowhere")).err).toContain("cannot read the plan in nowhere");
  expect((await plan(9)).err).toContain("9 shards are more than the 8 points");
  expect((await plan(2)).err).toContain("plan2 holds a plan that has been begun");
  await plan(4);
  await caregap.bash(`sed -i 's/"replications": 10/"replications": 11/' plan4/sweep.json`);
  expect((await caregap.run(...shard(4, 0))).err).toContain("its files have changed since");
});
