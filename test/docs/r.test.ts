/** What docs/r.md says, run as it stands: its commands, then its R. */
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { useProgram } from "../cli/program.ts";
import { allInstalled } from "../installed.ts";
import { blocksOf } from "./blocks.ts";

const hasR = allInstalled(["Rscript"], "r-base-core r-cran-data.table r-cran-survival");
const caregap = useProgram();

test.skipIf(!hasR)("every block of docs/r.md runs, and its checks hold", async () => {
  for (const command of blocksOf("r.md", "sh").split("\n").filter(Boolean)) {
    const [name, ...args] = command.split(" ");
    expect(name).toBe("caregap");
    expect(await caregap.run(...args)).toMatchObject({ code: 0, err: "" });
  }
  writeFileSync(join(caregap.folder, "page.R"), blocksOf("r.md", "r"));
  const out = execFileSync("Rscript", ["--vanilla", "page.R"], { cwd: caregap.folder, encoding: "utf8" });
  expect(out).toMatch(/place +unit +mean +low +high +n\n1: +desk +days +0\.0\d+/);
});
