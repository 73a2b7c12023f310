/** The command line as users have it: built, and run as a program of its own. */
import { execFileSync, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll } from "vitest";

const root = join(import.meta.dirname, "../..");
export const scenarios = join(import.meta.dirname, "scenarios");
export const clinic = join(scenarios, "clinic.json");
export const largerClinic = join(scenarios, "larger-clinic.json");

export interface Ended {
  /** Exit code; null when a signal ended it. */
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export interface Program {
  /** Runs `caregap` to its end. */
  run(...args: string[]): Promise<Ended>;
  /** Starts it, and sends it an interrupt (Control-C) once `when` says so. */
  interrupt(when: () => boolean, ...args: string[]): Promise<Ended>;
  /** An empty folder of this test file. */
  readonly folder: string;
}

/** Builds the program for a test file, somewhere inside the package, so that it finds the shipped scenarios. */
export function useProgram(): Program {
  const built = join(root, "node_modules/.cache", `caregap-test-${process.pid}-${Math.random().toString(36).slice(2)}`);
  const folder = mkdtempSync(join(tmpdir(), "caregap-test-"));
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
  const start = (args: readonly string[]) =>
    spawn(process.execPath, [join(built, "caregap.js"), ...args], { cwd: folder, stdio: ["ignore", "pipe", "pipe"] });
  return {
    folder,
    run: (...args) => ending(start(args)),
    interrupt: async (when, ...args) => {
      const child = start(args);
      const ended = ending(child);
      const poll = setInterval(() => {
        if (!when()) return;
        clearInterval(poll);
        child.kill("SIGINT");
      }, 5);
      return ended.finally(() => clearInterval(poll));
    },
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
