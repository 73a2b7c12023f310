/** Gives the tests of one run a folder for what they build once for all of them, and takes it away at the end. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  interface ProvidedContext {
    /** The folder. */
    readonly builds: string;
  }
}

export default function setup({ provide }: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), "caregap-builds-"));
  provide("builds", folder);
  return () => rmSync(folder, { recursive: true, force: true });
}
