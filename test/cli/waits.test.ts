/** `caregap waits` as users have it. */
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readRows } from "./csv.ts";
import { clinic, useProgram } from "./program.ts";

const caregap = useProgram();

describe("waits", () => {
  test("prints the curves, and writes them by group", async () => {
    const args = ["waits", clinic, "--replications", "3", "--days", "0,7,30"];
    const { code, out, err } = await caregap.run(...args, "--out", "curves");
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toMatch(/days waited +started, % +left, % +rejected, % +still waiting, % +Kaplan-Meier, %/);
    const rows = readRows(join(caregap.folder, "curves/waits.csv"));
    expect(new Set(rows.map((row) => row["curve"])).size).toBe(5);
    expect(new Set(rows.map((row) => row["day"]))).toEqual(new Set(["0", "7", "30"]));
    const json = JSON.parse((await caregap.run(...args, "--json")).out) as { waits: object[]; replications: number };
    expect(json.waits).toHaveLength(rows.length);
  });

  test.each([
    [["waits", clinic, "--days", "7,7"], 2, "Expected days that go up"],
    [["waits", clinic, "--days", "0:10:0"], 2, "Expected days that go up"],
    [["waits", clinic, "--days", "-1,2"], 2, "Expected days that go up"],
    [["waits", clinic, "--replications", "0"], 2, "whole number"],
    [["waits", "nothing.json"], 1, "cannot find nothing.json"],
  ])("%j is refused", async (args, code, told) => {
    expect(await caregap.run(...args)).toMatchObject({ code, err: expect.stringContaining(told) as string });
  });
});
