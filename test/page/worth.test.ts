/** Whether a design is worth the money: draws of what is not known, stopped and run to the end, drawn with what each figure rests on. */
import type { Page } from "playwright";
import { beforeAll, expect, test } from "vitest";
import { readRows } from "../cli/csv.ts";
import { startTime } from "./browser.ts";
import { shortHolding, shortPathway } from "./files.ts";
import { useSite } from "./site.ts";
import { askForRuns, axeFaults, finished, setDown, turnTo, visit, type Visit } from "./visit.ts";

const site = useSite();
let seen: Visit;
let page: Page;

beforeAll(async () => {
  seen = await visit(site.browser, site.url);
  page = seen.page;
  await setDown(page, { "short.json": shortPathway, "held.json": shortHolding });
  await askForRuns(page, 5);
  await finished(page);
  await turnTo(page, "Explore", "Is it worth the money?");
}, startTime);

const begin = (): Promise<void> => page.getByRole("button", { name: "Draw and run" }).click();

test("can be stopped while numbers are drawn", async () => {
  await begin();
  await page.getByRole("button", { name: "Stop", exact: true }).click();
  await page.getByText("Stopped.", { exact: true }).waitFor();
});

test("draws, runs, and tells costs beside effects, with what is luck and what is not known apart", async () => {
  await page.getByLabel("Draws", { exact: true }).selectOption("10");
  await begin();
  await page.getByText(/^10 draws of \d+ numbers, 2 runs of each/).waitFor();
  // A QALY rests on an assumption, and looks it.
  expect(await page.locator("#cost-plane svg").getAttribute("class")).toContain("assumed");
  expect(await page.locator(".grade.assumed").count()).toBeGreaterThan(0);
  await page.locator("#cost-plane").getByText("As a table, and to take away").click();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.locator("#cost-plane").getByRole("button", { name: "Numbers (CSV)" }).click(),
  ]);
  const rows = readRows(await download.path());
  expect(rows).toHaveLength(10);
  expect(new Set(rows.map((row) => row["cost_difference_pounds_a_year"])).size).toBeGreaterThan(1);
  await page.locator("#acceptability").getByText("As a table, and to take away").click();
  const shares = await page.locator("#acceptability tbody tr").first().getByRole("cell").allTextContents();
  const [base, held] = shares.slice(-2).map((text) => Number(/(\d+)%/.exec(text)?.[1]));
  expect(base! + held!).toBe(100);
});

test("the same draws answer for recoveries and crises too, at a price of the reader's, without another run", async () => {
  await page.getByLabel("What the money buys").selectOption("crises");
  await page.getByText("Nobody has set what a crisis avoided is worth").waitFor();
  const price = page.getByLabel("£ held to be worth paying for a crisis avoided");
  await price.fill("a lot");
  await price.press("Enter");
  await page.getByText("Give a number from 1 to 1,000,000, not ‘a lot’.").waitFor();
  await price.fill("1,750");
  await price.press("Enter");
  await expect.poll(() => page.locator("#cost-plane svg").getAttribute("aria-label")).toContain("at £1,750");
  expect(await page.getByText("not ‘a lot’").count()).toBe(0);
  expect(await page.locator("#cost-plane svg").getAttribute("class")).not.toContain("assumed");
  expect(await axeFaults(page)).toEqual([]);
  expect(seen.errors).toEqual([]);
});
