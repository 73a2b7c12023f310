/**
 * The array script on a real Slurm, where there is one: `slurm-local.sh`-like set-ups and clusters alike. Left out where
 * `sbatch` is not installed.
 */
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { expect, test } from "vitest";
import { filesIn, sizeOf, useProgram, writeFiles } from "./program.ts";

const caregap = useProgram();
const at = (name: string): string => join(caregap.folder, name);

function hasSlurm(): boolean {
  try {
    execFileSync("sinfo", ["-h"], { stdio: "ignore", timeout: 5000 });
    return true;
  } catch {
    return false;
  }
}

test.skipIf(!hasSlurm())(
  "an array of shards, one killed and submitted again, gives the bytes of one machine",
  async () => {
    writeFiles(caregap.folder);
    await caregap.run("sweep", "run", "desks.json", "--out", "whole");
    await caregap.run("sweep", "plan", "desks.json", "--shards", "4", "--out", "plan");
    // The third shard is cancelled as soon as it has begun to write.
    const submit = caregap.bash("cd plan && sbatch --parsable --wait --mem=0 slurm.sh");
    const job = (): string => execFileSync("squeue", ["-h", "-o", "%A %K"], { encoding: "utf8" });
    const poll = setInterval(() => {
      const id = job()
        .split("\n")
        .map((line) => line.split(" "))
        .find(([, task]) => task === "2")?.[0];
      if (id === undefined || sizeOf(at("plan/journals/shard-0002.journal")) === 0) return;
      clearInterval(poll);
      execFileSync("scancel", ["--signal=KILL", id]);
    }, 5);
    await submit.finally(() => clearInterval(poll));
    const { code, err } = await caregap.bash("cd plan && sbatch --wait --mem=0 --array=2 slurm.sh");
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(await caregap.run("sweep", "merge", "plan")).toMatchObject({ code: 0 });
    expect(filesIn(at("plan/results"))).toEqual(filesIn(at("whole")));
  },
);
