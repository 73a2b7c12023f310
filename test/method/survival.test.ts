/** Curves of waits against R's survival package, on the same data: ours are to agree to the last digits but one. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { cumulativeIncidence } from "../../src/experiment/method/aalen-johansen.ts";
import { EndingsReader, type Wait } from "../../src/experiment/method/endings.ts";
import { legendOf, runOnce } from "../../src/index.ts";
import { Histogram } from "../../src/measures/histogram.ts";
import { curveShare, kaplanMeier } from "../../src/measures/kaplan-meier.ts";
import { allInstalled } from "../installed.ts";
import { desk } from "./scenario.ts";

const hasR = allInstalled(["Rscript"], "r-base-core r-cran-survival");
const folder = mkdtempSync(join(tmpdir(), "caregap-r-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const scenario = desk({
  run_days: 1500,
  more: {
    arrivals: [{ per_day: 1.5 }],
    patience: { law: "exponential", mean_days: 4 },
    leavers: "gone",
    waiting_room: { from_outside: 6 },
  },
});

async function waitsOf(replication: number): Promise<Wait[]> {
  const reader = new EndingsReader();
  await runOnce(scenario, { seed: "R", replication, executive: "fast" }, [reader]);
  return reader.waits(legendOf(scenario), { window: 0, place: 0 });
}

/** What R says: rows of numbers that a script prints as CSV. */
function inR(waits: readonly Wait[], days: readonly number[], script: string): number[][] {
  const lines = waits.map((wait) => `${wait.days},${wait.ending ?? "waiting"}`);
  writeFileSync(join(folder, "waits.csv"), `days,ending\n${lines.join("\n")}\n`);
  writeFileSync(
    join(folder, "script.R"),
    `suppressPackageStartupMessages(library(survival))
waits <- read.csv("waits.csv")
times <- c(${days.join(", ")})
${script}
write.table(format(result, digits = 17), sep = ",", quote = FALSE, row.names = FALSE, col.names = FALSE)
`,
  );
  const out = execFileSync("Rscript", ["--vanilla", "script.R"], { cwd: folder, encoding: "utf8" });
  return out
    .trim()
    .split("\n")
    .map((line) => line.split(",").map(Number));
}

describe.skipIf(!hasR)("against R", () => {
  test("Aalen-Johansen: started, left and refused, with some still waiting", async () => {
    const all = await waitsOf(0);
    // As if observation had stopped early for some, so that there is much censoring, also at the time of an ending.
    const waits = all.map((wait, i): Wait =>
      i % 5 === 0 ? { days: wait.days * (i % 2 === 0 ? 1 : 0.5), ending: undefined } : wait,
    );
    const days = [0, 0.25, 0.5, 1, 2, 3, 5, 8, 13, 1000];
    const ours = cumulativeIncidence(waits, days);
    const theirs = inR(
      waits,
      days,
      `waits$kind <- factor(waits$ending, levels = c("waiting", "started", "left", "refused"))
fit <- survfit(Surv(days, kind) ~ 1, data = waits, start.time = -1, timefix = FALSE)
result <- summary(fit, times = times, extend = TRUE)$pstate[, 2:4]`,
    );
    expect(waits.length).toBeGreaterThan(1000);
    expect(theirs).toHaveLength(days.length);
    days.forEach((_, i) => {
      const row = [ours.started[i]!, ours.left[i]!, ours.refused[i]!];
      row.forEach((share, ending) => expect(share).toBeCloseTo(theirs[i]![ending]!, 12));
    });
    expect(ours.started[5]).toBeGreaterThan(0.2);
    expect(ours.left[5]).toBeGreaterThan(0.1);
  });

  test("Kaplan-Meier on whole days, with ties and censoring", async () => {
    const waits = (await waitsOf(1)).map((wait, i): Wait => ({
      days: Math.floor(wait.days * 4),
      ending: i % 4 === 0 ? undefined : "started",
    }));
    const [ended, censored] = [new Histogram([]), new Histogram([])];
    for (const { days, ending } of waits) (ending === undefined ? censored : ended).add(days);
    const days = [0, 1, 2, 3, 5, 8, 12, 20, 30];
    const steps = kaplanMeier(ended, censored);
    const theirs = inR(
      waits,
      days,
      `fit <- survfit(Surv(days, ending == "started") ~ 1, data = waits, start.time = -1, timefix = FALSE)
result <- 1 - summary(fit, times = times, extend = TRUE)$surv`,
    );
    days.forEach((day, i) => expect(curveShare(steps, day)).toBeCloseTo(theirs[i]![0]!, 12));
    expect(curveShare(steps, 3)).toBeGreaterThan(0.2);
    expect(curveShare(steps, 3)).toBeLessThan(0.95);
  });
});
