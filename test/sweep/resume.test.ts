/** A sweep that is killed, starved and interrupted comes to the same bytes as one that is left in peace. */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { readRows } from "../cli/csv.ts";
import { filesIn, sizeOf, sweepFile, useProgram, writeFiles } from "./program.ts";

const caregap = useProgram();
const at = (name: string): string => join(caregap.folder, name);
const sweep = (out: string, workers = "2") => ["sweep", "run", "desks.json", "--out", out, "--workers", workers];

beforeAll(async () => {
  writeFiles(caregap.folder);
  const { code, err } = await caregap.run(...sweep("whole"));
  expect({ code, err }).toEqual({ code: 0, err: "" });
});

test("results are tidy: a row for each figure, the factors beside it", () => {
  const rows = readRows(at("whole/results.csv"));
  expect(rows).toHaveLength(8 * 10 * 2);
  expect(rows[0]).toMatchObject({
    point: "0",
    desks: "1",
    "a week": "5",
    replication: "0",
    measure: "queue_length",
    unit: "people",
  });
  expect(readRows(at("whole/points.csv"))).toHaveLength(8);
  const summary = readRows(at("whole/summary.csv")).filter((row) => row["measure"] === "wait");
  expect(summary.every((row) => row["n"] === "10" && Number(row["ci_low"]) < Number(row["ci_high"]))).toBe(true);
  const means = summary.map((row) => Number(row["mean"]));
  expect(means[3]).toBeGreaterThan(means[0]!); // more come
  expect(means[7]).toBeLessThan(means[3]!); // two desks
  expect(existsSync(at("whole.journal"))).toBe(false);
});

test("one worker gives the same bytes, and a second time there is nothing to do", async () => {
  await caregap.run(...sweep("one", "1"));
  expect(filesIn(at("one"))).toEqual(filesIn(at("whole")));
  expect((await caregap.run(...sweep("one"))).out).toContain("has the results of this sweep already");
});

test("killed with -9 again and again, it goes on where it was, to the same bytes", async () => {
  let kills = 0;
  let size = 0;
  for (let i = 0; i < 30; i++) {
    const more = size + 1200;
    const { code } = await caregap.kill("SIGKILL", () => sizeOf(at("killed.journal")) > more, ...sweep("killed"));
    if (code === 0) break;
    kills++;
    expect(sizeOf(at("killed.journal"))).toBeGreaterThan(size);
    size = sizeOf(at("killed.journal"));
  }
  expect(kills).toBeGreaterThan(2);
  expect(filesIn(at("killed"))).toEqual(filesIn(at("whole")));
});

test("a journal that ends in the middle of a line, and one with a spoilt line, are made good", async () => {
  await caregap.kill("SIGKILL", () => sizeOf(at("torn.journal")) > 2000, ...sweep("torn"));
  const text = readFileSync(at("torn.journal"), "utf8");
  writeFileSync(at("torn.journal"), text.replace(/\[\[?0/, "[[9").slice(0, -20));
  expect((await caregap.run(...sweep("torn"))).code).toBe(0);
  expect(filesIn(at("torn"))).toEqual(filesIn(at("whole")));
});

test("an interrupt says what is kept, and the same command goes on", async () => {
  const { code, err } = await caregap.kill("SIGINT", () => sizeOf(at("asked.journal")) > 2000, ...sweep("asked"));
  expect(code).toBe(130);
  expect(err).toContain("finished replications are kept");
  await caregap.run(...sweep("asked"));
  expect(filesIn(at("asked"))).toEqual(filesIn(at("whole")));
});

test("killed while results were written: what is half there is made anew", async () => {
  await caregap.kill("SIGKILL", () => sizeOf(at("half.journal")) > 2000, ...sweep("half"));
  await caregap.bash("mkdir -p half/.caregap-x && echo 1 > half/results.csv && echo 1 > half/.caregap-x/points.csv");
  expect((await caregap.run(...sweep("half"))).code).toBe(0);
  expect(filesIn(at("half"))).toEqual(filesIn(at("whole")));
});

describe("what cannot be written", () => {
  test("a full disk is told, finished work stays, and it goes on when there is room", async () => {
    // A limit on the size of files stands for the full disk: writing fails in the same way, with EFBIG.
    const { code, err } = await caregap.bash("ulimit -f 4; $CAREGAP sweep run desks.json --out full --workers 2");
    expect(code).toBe(1);
    expect(err).toMatch(/^cannot write to full\.journal: .*larger than is allowed\. Finished replications are kept/);
    expect(sizeOf(at("full.journal"))).toBe(4096);
    expect((await caregap.run(...sweep("full"))).code).toBe(0);
    expect(filesIn(at("full"))).toEqual(filesIn(at("whole")));
  });

  test("a disk that is full only when the tables come: every replication is kept", async () => {
    const { code, err } = await caregap.bash("ulimit -f 12; $CAREGAP sweep run desks.json --out late --workers 2");
    expect({ code, err }).toEqual({ code: 1, err: "cannot write to late: the file would be larger than is allowed\n" });
    expect(existsSync(at("late"))).toBe(false);
    const kept = readFileSync(at("late.journal"), "utf8");
    expect(kept.trim().split("\n")).toHaveLength(8 * 10);
    expect((await caregap.run(...sweep("late"))).code).toBe(0);
    expect(filesIn(at("late"))).toEqual(filesIn(at("whole")));
  });

  test("a folder that may only be read is told at once", async () => {
    const { code, out, err } = await caregap.run(...sweep("/sys/caregap"));
    expect({ code, out }).toEqual({ code: 1, out: "" });
    expect(err).toMatch(/^cannot write to \/sys\/caregap\.journal: (permission denied|the disk is read-only)\./);
  });

  test("a folder that cannot be, one with other files, and another sweep's journal are refused at once", async () => {
    expect((await caregap.run(...sweep("desk.json/x"))).err).toMatch(
      /^cannot write to desk\.json\/x: a part of the path/,
    );
    writeFiles(caregap.folder);
    await caregap.bash("mkdir -p mine && echo hello > mine/notes.txt");
    expect((await caregap.run(...sweep("mine"))).err).toContain("mine is not empty");
    expect(filesIn(at("mine"))).toEqual({ "notes.txt": "hello\n" });
    expect((await caregap.run(...sweep("half"))).out).toContain("already");
    writeFiles(caregap.folder, { ...sweepFile, seed: "other" });
    expect((await caregap.run(...sweep("half"))).err).toContain("not empty");
    await caregap.kill("SIGKILL", () => sizeOf(at("mixed.journal")) > 500, ...sweep("mixed"));
    writeFiles(caregap.folder);
    expect((await caregap.run(...sweep("mixed"))).err).toContain("mixed.journal holds replications of another sweep");
  });
});

test("to a precision: killed and with other workers, the same bytes, and as many replications as the rule says", async () => {
  const { replications: _, ...rest } = sweepFile;
  const precision = { relative: 0.2, minimum: 5, maximum: 60 };
  writeFiles(caregap.folder, { ...rest, precision, measures: [{ measure: "in_service", statistic: "mean" }] });
  await caregap.run(...sweep("precise", "1"));
  await caregap.kill("SIGKILL", () => sizeOf(at("precise2.journal")) > 1000, ...sweep("precise2"));
  await caregap.run(...sweep("precise2"));
  expect(filesIn(at("precise2"))).toEqual(filesIn(at("precise")));
  for (const row of readRows(at("precise/summary.csv"))) {
    expect(Number(row["n"])).toBeGreaterThanOrEqual(10);
    expect(Number(row["relative_half_width"])).toBeLessThanOrEqual(0.2);
  }
});

test("a sweep file with faults tells all of them and writes nothing", async () => {
  writeFiles(caregap.folder, { ...sweepFile, factors: [{ name: "d", path: "nodes.desk.servers", values: [-1, 0.5] }] });
  const { code, err } = await caregap.run(...sweep("never"));
  expect(code).toBe(1);
  expect(err).toContain(
    "desks.json is not a usable sweep (2 to mend):\n  point 0 (d = -1): nodes.desk.servers: expected",
  );
  expect(existsSync(at("never")) || existsSync(at("never.journal"))).toBe(false);
});
