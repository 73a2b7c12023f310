/** `caregap plot`: the chart says what the tables say. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DOMParser } from "@xmldom/xmldom";
import { expect, test } from "vitest";
import { readRows } from "./csv.ts";
import { clinic, largerClinic, useProgram } from "./program.ts";

const caregap = useProgram();
const at = (path: string): string => join(caregap.folder, path);
const run = async (...args: string[]) => {
  const { code, err } = await caregap.run(...args);
  expect({ code, err }).toEqual({ code: 0, err: "" });
};

/** Every text of a chart, in order; throws where it is not XML. */
function textsOf(file: string): string[] {
  const onError = (level: string, message: string): never => {
    throw new Error(`${level}: ${message}`);
  };
  const svg = new DOMParser({ onError }).parseFromString(readFileSync(at(file), "utf8"), "image/svg+xml");
  return [...svg.getElementsByTagName("text")].map((text) => text.textContent ?? "");
}

const shown = (value: string): string =>
  Number(Number(value).toPrecision(3)).toLocaleString("en-GB", { maximumFractionDigits: 6 });

test("of a run: means with intervals, by what they are, with unit and estimand", async () => {
  await run("run", clinic, "--replications", "5", "--out", "one");
  await run("plot", "one");
  const texts = textsOf("one/plot.svg");
  expect(texts).toContain("Mean over replications (n = 5), with its 95% confidence interval.");
  expect(texts).toContain("Waiting list, mean");
  expect(texts).toContain("Of people whose wait ended in the window, by service or by leaving.");
  expect(texts).toContain('=therapy, "long" · first half');
  const rows = readRows(at("one/summary.csv")).filter(
    (row) => row["measure"] === "queue_length" && row["statistic"] === "mean" && row["group"] === "all",
  );
  expect(rows).toHaveLength(4);
  for (const { mean, ci_low, ci_high } of rows) {
    expect(texts).toContain(`${shown(mean!)} (${shown(ci_low!)} to ${shown(ci_high!)})`);
  }
});

test("of a comparison: differences around 0, of the figures asked for", async () => {
  await run("compare", clinic, largerClinic, "--replications", "5", "--out", "two");
  await run("plot", "two", "--measure", "left_waiting.events.per_day@assessment", "--out", "left.svg");
  const texts = textsOf("left.svg");
  expect(texts).toContain("larger-clinic minus clinic");
  const rows = readRows(at("two/differences.csv")).filter(
    (row) =>
      row["measure"] === "left_waiting" &&
      row["statistic"] === "per_day" &&
      row["place"] === "assessment" &&
      row["group"] === "all",
  );
  expect(rows).toHaveLength(2);
  for (const { difference, ci_low, ci_high } of rows) {
    expect(texts).toContain(`${shown(difference!)} (${shown(ci_low!)} to ${shown(ci_high!)})`);
  }
  // The dot stands where the axis says.
  const svg = readFileSync(at("left.svg"), "utf8");
  const [zero] = /<line x1="([\d.]+)"[^>]*stroke="#212b32"/.exec(svg)!.slice(1).map(Number);
  const dots = [...svg.matchAll(/<circle cx="([\d.]+)"/g)].map(([, x]) => Number(x) - zero!);
  const [first, second] = rows.map(({ difference }) => Number(difference));
  expect(dots[0]! / dots[1]!).toBeCloseTo(first! / second!, 1);
  expect(dots[0]).toBeLessThan(0);
});

test("one replication has no interval, and the chart says so", async () => {
  await run("run", clinic, "--replications", "1", "--out", "single");
  await run("plot", "single");
  expect(textsOf("single/plot.svg").join("\n")).toContain("(n = 1): it says nothing of how sure it is.");
});

test("what is no result, has no such figure or is too much is told", async () => {
  writeFileSync(at("file"), "");
  for (const [args, told] of [
    [["nowhere"], "nowhere holds no caregap result"],
    [["file"], "file holds no caregap result"],
    [["one", "--measure", "joy"], "one has no figure joy to plot"],
  ] as const) {
    const { code, err } = await caregap.run("plot", ...args);
    expect(code).toBe(1);
    expect(err).toContain(told);
  }
});
