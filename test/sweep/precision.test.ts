/** `caregap run --precision` as users have it. */
import { join } from "node:path";
import { expect, test } from "vitest";
import { readRows } from "../cli/csv.ts";
import { filesIn, useProgram, writeFiles } from "./program.ts";

const caregap = useProgram();
const run = (...args: string[]) => caregap.run("run", "desk.json", ...args);

test("runs until it is known so well, and says what was reached; the files tell how to make them again", async () => {
  writeFiles(caregap.folder);
  const judged = ["--precision", "20%", "--measure", "wait.started.mean@desk", "in_service"];
  const { code, out, err } = await run(...judged);
  expect({ code, err }).toEqual({ code: 0, err: "" });
  const n = Number(/A precision of 20\.0% was reached with (\d+) replications/.exec(out)![1]);
  expect(n).toBeGreaterThanOrEqual(8);
  expect(out).toMatch(/desk, wait of those who started, mean: \d+\.\d%/);
  expect(out).toMatch(/desk, in service: \d+\.\d%/);
  const one = await run(...judged, "--workers", "1", "--out", "precise");
  expect(one.out).toContain(`reached with ${n} replications`);
  await run("--replications", `${n}`, "--out", "fixed");
  expect(readRows(join(caregap.folder, "precise/measures.csv"))).toEqual(
    readRows(join(caregap.folder, "fixed/measures.csv")),
  );
});

test("writes the log of just so many replications, and compares scenarios until all are known", async () => {
  writeFiles(caregap.folder);
  const judged = ["--precision", "20%", "--measure", "in_service"];
  const { out } = await run(...judged, "--log", "--out", "logged");
  const n = Number(/was reached with (\d+) replications/.exec(out)![1]);
  await run("--replications", `${n}`, "--log", "--out", "logged-fixed");
  expect(filesIn(join(caregap.folder, "logged"))).toEqual(filesIn(join(caregap.folder, "logged-fixed")));
  const compared = await caregap.run("compare", "desk.json", "desk.json", ...judged, "--out", "pairs");
  expect(compared.out).toContain(`A precision of 20.0% was reached with ${n} replications`);
  expect(compared.out).toMatch(/^ {2}desk \(2\), after warm-up, desk, in service: \d+\.\d%$/m);
  expect(readRows(join(caregap.folder, "pairs/measures.csv"))).toHaveLength(
    2 * readRows(join(caregap.folder, "logged/measures.csv")).length,
  );
  const json = JSON.parse((await run(...judged, "--json")).out) as { replications: number; precision: unknown };
  expect(json.replications).toBe(n);
  expect(json.precision).toMatchObject({ met: true, reached: [{ scenario: "desk", place: "desk" }] });
});

test("says when it was not reached", async () => {
  const { out } = await run("--precision", "0.1%", "--measure", "queue_length", "--maximum", "5");
  expect(out).toContain("A precision of 0.1% was NOT reached with 5 replications, the most allowed");
});

test("a figure that there is not, or half of the options, is refused", async () => {
  const wrong = await run("--precision", "5%", "--measure", "wiat", "in_service", "wait@dsek", "wait.begun");
  expect(wrong.code).toBe(1);
  expect(wrong.err.trim().split("\n")).toEqual([
    expect.stringMatching(/^desk has no figure wiat\. Measures: queue_length, /),
    "desk has no figure wait@dsek. wait is known at: desk.",
    expect.stringMatching(/^desk has no figure wait\.begun\. Known of wait: wait\.started\.count, /),
  ]);
  expect((await run("--precision", "5%")).code).toBe(2);
  expect((await run("--precision", "500%", "--measure", "wait")).code).toBe(2);
});
