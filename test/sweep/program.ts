/** The built command line as child processes, which tests may kill. */
import { execFileSync, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll } from "vitest";

const root = join(import.meta.dirname, "../..");

export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export interface Program {
  /** An empty folder of this test file, in which everything runs. */
  readonly folder: string;
  /** The file to give to node. */
  readonly file: string;
  /** In which $CAREGAP is the program, as the script for Slurm expects it. */
  readonly environment: Readonly<Record<string, string>>;
  run(...args: string[]): Promise<Ended>;
  /** Starts it and sends it a signal once `when` says so, if it has not ended before. */
  kill(signal: NodeJS.Signals, when: () => boolean, ...args: string[]): Promise<Ended>;
  /** Runs a line of bash in which $CAREGAP is the program. */
  bash(line: string): Promise<Ended>;
}

export function useProgram(): Program {
  const built = join(
    root,
    "node_modules/.cache",
    `caregap-sweep-${process.pid}-${Math.random().toString(36).slice(2)}`,
  );
  const folder = mkdtempSync(join(tmpdir(), "caregap-sweep-"));
  const file = join(built, "caregap.js");
  beforeAll(() => {
    mkdirSync(built, { recursive: true });
    const vite = join(root, "node_modules/vite/bin/vite.js");
    const args = [vite, "build", "--mode", "cli", "--outDir", built, "--logLevel", "error"];
    execFileSync(process.execPath, args, { cwd: root, env: { ...process.env, NODE_ENV: "production" } });
  });
  afterAll(() => {
    rmSync(built, { recursive: true, force: true });
    rmSync(folder, { recursive: true, force: true });
  });
  const environment = { CAREGAP: `${process.execPath} ${file}` };
  const start = (program: string, args: readonly string[]) =>
    spawn(program, args, { cwd: folder, stdio: ["ignore", "pipe", "pipe"], env: { ...process.env, ...environment } });
  return {
    folder,
    file,
    environment,
    run: (...args) => ending(start(process.execPath, [file, ...args])),
    kill: async (signal, when, ...args) => {
      const child = start(process.execPath, [file, ...args]);
      const poll = setInterval(() => {
        if (!when()) return;
        clearInterval(poll);
        child.kill(signal);
      }, 2);
      return ending(child).finally(() => clearInterval(poll));
    },
    bash: (line) => ending(start("bash", ["-c", line])),
  };
}

function ending(child: ReturnType<typeof spawn>): Promise<Ended> {
  let out = "";
  let err = "";
  child.stdout!.on("data", (text: Buffer) => (out += text.toString()));
  child.stderr!.on("data", (text: Buffer) => (err += text.toString()));
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, out, err }));
  });
}

/** Every file of a folder with its bytes. */
export const filesIn = (folder: string): Record<string, string> =>
  Object.fromEntries(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), "latin1")]));

/** Bytes of a file; 0 while it is not there. */
export const sizeOf = (path: string): number => statSync(path, { throwIfNoEntry: false })?.size ?? 0;

export const deskFile = {
  format: 1,
  kind: "network",
  title: "Desk",
  warm_up_days: 20,
  run_days: 600,
  exits: ["out"],
  nodes: {
    desk: {
      servers: 1,
      service: { law: "exponential", mean_hours: 12 },
      arrivals: [{ per_week: 7 }],
      routing: "out",
    },
  },
};

/** Eight points of a desk, 10 replications each. */
export const sweepFile = {
  format: 1,
  kind: "sweep",
  title: "Desks",
  scenario: "desk.json",
  factors: [
    { name: "desks", path: "nodes.desk.servers", values: [1, 2] },
    { name: "a week", path: "nodes.desk.arrivals[0].per_week", low: 5, high: 9, levels: 4 },
  ],
  design: { design: "full_factorial" },
  replications: 10,
  measures: [
    { measure: "wait", estimand: "started", statistic: "mean" },
    { measure: "queue_length", statistic: "mean" },
  ],
};

export function writeFiles(folder: string, sweep: unknown = sweepFile, desk: unknown = deskFile): void {
  writeFileSync(join(folder, "desk.json"), JSON.stringify(desk));
  writeFileSync(join(folder, "desks.json"), JSON.stringify(sweep));
}
