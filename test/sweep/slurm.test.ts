/** The array script on a real Slurm: one shard killed and submitted again, and not a byte differs. */
import { join } from "node:path";
import { expect, test } from "vitest";
import { deskFile, filesIn, sizeOf, sweepFile, useProgram, writeFiles } from "./program.ts";
import { hasSlurm, useSlurm } from "./slurm.ts";

const caregap = useProgram();
const slurm = useSlurm(caregap.environment);
const plan = join(caregap.folder, "plan");
const journal = (shard: number): number => sizeOf(join(plan, `journals/shard-000${shard}.journal`));

test.skipIf(!hasSlurm)(
  "an array of shards, one killed and submitted again, gives the bytes of one machine",
  async () => {
    // Long enough for a shard to be caught while it is at work.
    writeFiles(caregap.folder, { ...sweepFile, replications: 20 }, { ...deskFile, run_days: 40_000 });
    expect((await caregap.run("sweep", "run", "desks.json", "--out", "whole")).err).toBe("");
    expect((await caregap.run("sweep", "plan", "desks.json", "--shards", "4", "--out", "plan")).err).toBe("");

    const job = slurm.run(plan, "sbatch", "--parsable", "slurm.sh").trim();
    await until(() => journal(2) > 200);
    slurm.run(plan, "scancel", "--signal=KILL", "--full", `${job}_2`);
    await until(() => slurm.run(plan, "squeue", "--noheader").trim() === "");
    const early = await caregap.run("sweep", "merge", "plan");
    expect(early).toMatchObject({ code: 1, out: "" });
    expect(early.err).toMatch(
      /^plan cannot be merged \(1 to mend\):\n {2}shard 2 is not finished: shard-0002\.journal\n/,
    );

    const before = journal(2);
    slurm.run(plan, "sbatch", "--wait", "--array=2", "slurm.sh");
    expect(journal(2)).toBeGreaterThan(before);
    expect(await caregap.run("sweep", "merge", "plan")).toMatchObject({ code: 0, err: "" });
    expect(filesIn(join(plan, "results"))).toEqual(filesIn(join(caregap.folder, "whole")));
  },
);

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => void setTimeout(resolve, 10));
}
