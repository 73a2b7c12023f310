/** Every view, with axe, in light and dark, wide and narrow: no violation, nothing wider than the screen, nothing that is no number. */
import type { Browser, Page } from "playwright";
import { afterAll, beforeAll, expect, test } from "vitest";
import { views } from "../../viz/views/index.ts";
import { launch, serve, type Served, startTime } from "./browser.ts";
import { shortHolding, shortPathway } from "./files.ts";
import { askForRuns, axeFaults, finished, setDown, visit } from "./visit.ts";

let browser: Browser;
let served: Served;

beforeAll(async () => {
  browser = await launch();
  served = await serve();
}, startTime);
afterAll(async () => {
  await browser?.close();
  await served?.close();
});

test.each([
  [1400, "light"],
  [390, "dark"],
] as const)("at %i pixels in the %s", async (width, scheme) => {
  const seen = await visit(browser, served.url, { width, scheme });
  const { page } = seen;
  try {
    await setDown(page, { "short.json": shortPathway, "held.json": shortHolding });
    await askForRuns(page, 5);
    await finished(page);
    for (const { route, title } of views) {
      await page.getByRole("navigation", { name: "Views" }).getByRole("link", { name: title, exact: true }).click();
      await page.waitForFunction((hash) => location.hash === hash, `#/${route}`);
      await page.locator("main h1").first().waitFor({ state: "attached" });
      await page.evaluate(() => document.querySelectorAll("details").forEach((details) => (details.open = true)));
      await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
      expect(await axeFaults(page), route).toEqual([]);
      expect(await page.locator("main").textContent()).not.toMatch(/NaN|undefined|Infinity|\[object/);
      if (route === "compare" && width < 1000) await leversFromBelow(page);
    }
    expect(seen.errors).toEqual([]);
  } finally {
    await seen.close();
  }
});

/** On a phone the levers come from below, over the answer, by one key, and go by another. */
async function leversFromBelow(page: Page): Promise<void> {
  const door = page.getByRole("button", { name: "Change it" });
  const lever = page.locator(".change .lever input").first();
  expect(await lever.isVisible()).toBe(false);
  await page.evaluate(() => scrollTo(0, 0));
  await door.focus();
  await page.keyboard.press("Enter");
  await lever.waitFor();
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe("change-head");
  expect(await page.locator("#answer").evaluate((node) => node.getBoundingClientRect().top)).toBeLessThan(400);
  expect(await axeFaults(page), "levers").toEqual([]);
  await page.keyboard.press("Escape");
  expect(await lever.isVisible()).toBe(false);
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Change it");
}
