/** The views behind the answer: a lever over its range, every number with its source, and the checks of a run. */
import { readFileSync } from "node:fs";
import type { Page } from "playwright";
import { beforeAll, describe, expect, test } from "vitest";
import { judgeWarmUp, parseAnyScenario, parseSweep, runStudy, type WarmUpJudgement } from "../../src/index.ts";
import { startTime } from "./browser.ts";
import { counter, shortHolding, shortPathway, variant } from "./files.ts";
import { useSite } from "./site.ts";
import { finished, setDown, turnTo, visit, type Visit } from "./visit.ts";

const site = useSite();
/** Two short pathways that have been compared. */
let seen: Visit;
let page: Page;

beforeAll(async () => {
  seen = await visit(site.browser, site.url);
  page = seen.page;
  await setDown(page, { "short.json": shortPathway, "held.json": shortHolding });
  await finished(page, 20);
}, startTime);

const view = (name: string, tab: string, on = page): Promise<void> => turnTo(on, name, tab);

const load = (name: string): string | undefined =>
  name === "baseline.json"
    ? readFileSync(new URL("../../scenarios/baseline.json", import.meta.url), "utf8")
    : { "short.json": shortPathway, "held.json": shortHolding }[name];

/** What the library says of the warm-up of a scenario, under the seed and with the runs of the page. */
async function judged(text: string): Promise<WarmUpJudgement> {
  const parsed = parseAnyScenario(text, { name: "mine.json", load });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  const { scenario } = parsed;
  const { scenarios } = await runStudy({ scenarios: [scenario], seed: "caregap", replications: 20, trend: true }).done;
  return judgeWarmUp(
    scenario,
    scenarios[0]!.outcomes.map(({ trend }) => trend!),
  );
}

describe("a lever over its range", () => {
  test("is run value by value and drawn with its band", async () => {
    await view("Explore", "Move a lever");
    await page.getByLabel("Lever", { exact: true }).selectOption("services.IAPT.hold.lasts_months");
    const values = page.getByLabel("in so many values");
    await values.fill("3");
    await values.press("Enter");
    await page.getByLabel("Runs at each value").selectOption("3");
    await page.getByRole("button", { name: "Start" }).click();
    await page.getByText("3 values, 3 runs each").waitFor();
    expect(await page.locator("#sweep-line svg").isVisible()).toBe(true);
    await page.locator("#sweep-line").getByText("As a table, and to take away").click();
    await expect.poll(() => page.locator("#sweep-line tbody tr").count()).toBe(3);
  });

  test("is saved as a file that the command line takes, and that the page opens again", async () => {
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Save as a sweep file" }).click(),
    ]);
    const text = readFileSync(await download.path(), "utf8");
    const parsed = parseSweep(text, { name: "sweep.json", load });
    expect(parsed.ok && parsed.sweep.points.map(([value]) => value)).toEqual([0, 30, 60]);
    await page.getByLabel("Runs at each value").selectOption("5");
    const open = page.locator(".file-button input");
    await open.setInputFiles({ name: "sweep.json", mimeType: "application/json", buffer: Buffer.from(text) });
    await expect.poll(() => page.getByLabel("Runs at each value").inputValue()).toBe("3");
    await open.setInputFiles({
      name: "other.json",
      mimeType: "application/json",
      buffer: Buffer.from('{"kind":"other"}'),
    });
    await page.getByText("This sweep cannot be run yet").waitFor();
  });

  test("can be stopped; two levers give a cell for each pair", async () => {
    await page.getByLabel("A second lever").selectOption("services.IAPT.staff.therapists.wte");
    for (const at of [0, 1]) {
      await page.locator(`#sweep-levels-${at}`).fill("2");
      await page.locator(`#sweep-levels-${at}`).press("Enter");
    }
    await page.getByRole("button", { name: "Start" }).click();
    await page.getByRole("button", { name: "Stop the sweep" }).click();
    await page.getByText(/^Stopped\./).waitFor();
    await page.getByRole("button", { name: "Start" }).click();
    await page.getByText("4 values, 3 runs each").waitFor();
    await page.locator("#heat-map").getByText("As a table, and to take away").click();
    await expect.poll(() => page.locator("#heat-map tbody td").count()).toBe(4);
  });
});

describe("evidence", () => {
  test("lists assumptions first, and finds a number by its words and by the grade of its source", async () => {
    await view("Evidence", "Numbers and sources");
    const sources = page.locator("tbody tr");
    expect(await sources.first().textContent()).toContain("assumption");
    await page.getByLabel("Search").fill("IAPT.hold.lasts");
    await expect
      .poll(() => page.locator("tbody th").allTextContents())
      .toEqual([expect.stringContaining("services.IAPT.hold.lasts_months")]);
    await page.getByLabel("Search").fill("");
    await page.getByLabel("Grade of the source").selectOption("published");
    await expect
      .poll(async () => (await sources.allTextContents()).every((row) => row.includes("published")))
      .toBe(true);
  });

  test("holds the baseline against published figures, inside and outside", async () => {
    await view("Evidence", "Beside published figures");
    await page.getByRole("button", { name: "Hold the baseline against them" }).click();
    await page.getByText(/of \d+ inside their tolerance/).waitFor();
    const rows = await page.locator("tbody tr").allTextContents();
    expect(rows.some((row) => row.includes("✗ outside"))).toBe(true);
    expect(rows.some((row) => row.includes("✓ inside"))).toBe(true);
  });

  test("tells what repeats the run, its warm-up and how exact it is", async () => {
    await view("Evidence", "This run");
    const words = (): Promise<string | null> => page.locator("main").textContent();
    for (const part of ["Seed ‘caregap’", "30 days", "held.json", "±"]) await expect.poll(words).toContain(part);
  });

  test("tells of the warm-up what the library finds for the same seed, and lets it be made longer", async () => {
    await view("Evidence", "This run");
    for (const [title, text] of [
      ["Short", shortPathway],
      ["Short, held", shortHolding],
    ] as const) {
      const { drifts, recommended_days } = await judged(text);
      expect(drifts.length).toBeGreaterThan(0);
      const head = page.getByRole("heading", { name: `‘${title}’: too short`, exact: false }).first();
      expect(await head.textContent()).toContain(
        recommended_days === undefined ? "the runs too short to tell" : `${recommended_days} days`,
      );
      const table = page.getByRole("table", { name: `Still on their way in ‘${title}’` });
      const rows = await table.locator("tbody tr").allTextContents();
      expect(rows).toHaveLength(drifts.length);
      drifts.forEach(({ place, off }, at) => {
        if (place !== "everybody") expect(rows[at]).toContain(place);
        const told = Number(/([\d.]+)% too (?:low|high)$/.exec(rows[at]!)![1]);
        expect(Math.abs(told - 100 * Math.abs(off))).toBeLessThanOrEqual(Math.abs(off) < 0.995 ? 0.051 : 0.6);
        expect(rows[at]).toContain(off < 0 ? "too low" : "too high");
      });
    }
    const days = page.getByLabel(/^Days of warm-up/);
    await days.fill("45");
    await days.press("Enter");
    await expect.poll(() => page.getByText("It warms up for 45 days; then 90 days are counted.").count()).toBe(2);
    await finished(page, 20);
    await page.getByRole("heading", { name: "‘Short’: " }).waitFor();
  });

  test("checks a network against closed forms on its own settings", async () => {
    const other = await visit(site.browser, site.url);
    try {
      await setDown(other.page, { "mine.json": counter("Mine", 3), "more.json": variant("More", 4) });
      await finished(other.page, 20);
      await view("Evidence", "Beside theory", other.page);
      await other.page.getByRole("button", { name: "Check against closed forms" }).click();
      await other.page.getByText(/figures agree/).waitFor();
      expect(
        await other.page
          .getByRole("table", { name: /^Little’s law/ })
          .locator("tbody tr")
          .count(),
      ).toBe(1);
      expect(other.errors).toEqual([]);
    } finally {
      await other.close();
    }
  });
});

test("nothing went wrong on the way, and nothing was asked of anybody else", () => {
  expect(seen.errors).toEqual([]);
  expect(seen.strangers).toEqual([]);
});
