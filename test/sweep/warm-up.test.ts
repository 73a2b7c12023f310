/** `caregap warm-up` as users have it. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { useProgram, writeFiles } from "./program.ts";

const caregap = useProgram();

test("prints both methods, a plot and what it recommends, and writes the series", async () => {
  writeFiles(caregap.folder);
  const { code, out, err } = await caregap.run("warm-up", "desk.json", "--replications", "5", "--out", "w.csv");
  expect({ code, err }).toEqual({ code: 0, err: "" });
  expect(out).toMatch(/desk +waiting list +[\d.]+ +[\d.]+/);
  expect(out.match(/•/g)).toHaveLength(72);
  expect(out).toMatch(/Recommended: a warm-up of [\d,]+ days or more\. The scenario has 20\.0\.|too short to tell/);
  const lines = readFileSync(join(caregap.folder, "w.csv"), "utf8").split("\n");
  expect(lines[0]).toBe("place,measure,day,mean,moving_average");
  expect(lines).toHaveLength(2 * 1000 + 2);
});

test("until a day that is no day is refused", async () => {
  expect((await caregap.run("warm-up", "desk.json", "--until-day", "0")).err).toContain("nothing before day 0");
  expect((await caregap.run("warm-up", "desk.json", "--until-day", "x")).code).toBe(2);
});
