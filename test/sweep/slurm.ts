/** A Slurm of one node on the loopback address, with keys, ports and files of its own, for as long as a test file lasts. */
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { cpus, hostname, tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import { randomBytes } from "node:crypto";
import { afterAll, beforeAll } from "vitest";
import { allInstalled } from "../installed.ts";

export const hasSlurm = allInstalled(
  ["munged", "slurmctld", "slurmd", "sbatch"],
  "slurmctld slurmd slurm-client munge",
);

export interface Slurm {
  /** Runs one of Slurm's programs in a folder to its end, and gives what it printed. */
  run(folder: string, program: string, ...args: readonly string[]): string;
}

/** @param environment what jobs find in their environment, besides all that is in ours */
export function useSlurm(environment: Readonly<Record<string, string>>): Slurm {
  const home = mkdtempSync(join(tmpdir(), "caregap-slurm-"));
  const settings = join(home, "slurm.conf");
  const running: ChildProcess[] = [];
  const env = { ...process.env, ...environment, SLURM_CONF: settings, PATH: `${process.env["PATH"]}:/usr/sbin:/sbin` };
  const run = (folder: string, program: string, ...args: readonly string[]): string =>
    execFileSync(program, args, { cwd: folder, env, encoding: "utf8" });
  const start = (program: string, ...args: readonly string[]): void => {
    running.push(spawn(program, args, { env, stdio: "ignore" }));
  };

  beforeAll(async () => {
    if (!hasSlurm) return;
    writeFileSync(settings, configuration(home, [await freePort(), await freePort()]));
    for (const part of ["state", "spool"]) mkdirSync(join(home, part));
    writeFileSync(join(home, "key"), randomBytes(1024), { mode: 0o600 });
    // munged wants to be sure that nobody else can write where its files are, but everybody must reach its socket.
    chmodSync(home, 0o755);
    const files = ["key", "pid", "log", "seed"].map(
      (name) => `--${name}-file=${join(home, name === "key" ? name : `munge.${name}`)}`,
    );
    start("munged", "--foreground", "--force", `--socket=${join(home, "munge.socket")}`, ...files);
    start("slurmctld", "-D");
    start("slurmd", "-D");
    for (let attempt = 0; !isIdle(run); attempt++) {
      if (attempt > 100) throw new Error(`Slurm does not start:\n${logs(home)}`);
      await new Promise((resolve) => void setTimeout(resolve, 200));
    }
  }, 60_000);
  afterAll(async () => {
    for (const child of running.toReversed()) {
      child.kill();
      if (child.exitCode === null) await new Promise((resolve) => child.once("exit", resolve));
    }
    rmSync(home, { recursive: true, force: true });
  }, 60_000);
  return { run };
}

function isIdle(run: Slurm["run"]): boolean {
  try {
    return run(tmpdir(), "sinfo", "--noheader", "--format=%T").includes("idle");
  } catch {
    return false;
  }
}

const logs = (home: string): string =>
  ["munge.log", "slurmctld.log", "slurmd.log"]
    .map((name) => {
      try {
        return readFileSync(join(home, name), "utf8").split("\n").slice(-10).join("\n");
      } catch {
        return `no ${name}`;
      }
    })
    .join("\n");

/** The fewest settings with which a user without a cluster can run jobs: no accounting, no control groups, one node. */
function configuration(home: string, [controller, node]: readonly [number, number]): string {
  const name = hostname().split(".")[0]!;
  const user = userInfo().username;
  const settings: Record<string, string | number> = {
    ClusterName: "caregap",
    SlurmctldHost: `${name}(127.0.0.1)`,
    SlurmctldPort: controller,
    SlurmdPort: node,
    SlurmUser: user,
    SlurmdUser: user,
    AuthType: "auth/munge",
    AuthInfo: `socket=${join(home, "munge.socket")}`,
    StateSaveLocation: join(home, "state"),
    SlurmdSpoolDir: join(home, "spool"),
    SlurmctldPidFile: join(home, "slurmctld.pid"),
    SlurmdPidFile: join(home, "slurmd.pid"),
    SlurmctldLogFile: join(home, "slurmctld.log"),
    SlurmdLogFile: join(home, "slurmd.log"),
    ProctrackType: "proctrack/linuxproc",
    TaskPlugin: "task/none",
    SelectType: "select/cons_tres",
    SelectTypeParameters: "CR_CPU",
    AccountingStorageType: "accounting_storage/none",
    JobAcctGatherType: "jobacct_gather/none",
    MpiDefault: "none",
    ReturnToService: 2,
    KillWait: 1,
    SchedulerParameters: "batch_sched_delay=0,sched_interval=1,sched_min_interval=0",
  };
  return [
    ...Object.entries(settings).map(([key, value]) => `${key}=${value}`),
    `NodeName=${name} NodeAddr=127.0.0.1 CPUs=${cpus().length} RealMemory=1100 State=UNKNOWN`,
    "PartitionName=main Nodes=ALL Default=YES MaxTime=INFINITE State=UP",
    "",
  ].join("\n");
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address !== null ? address.port : 0));
    });
  });
}
