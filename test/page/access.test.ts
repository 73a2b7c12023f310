/** Every view, with axe, in light and dark, wide and narrow: no violation, nothing wider than the screen, nothing that is no number. */
import type { Page } from "playwright";
import { expect, test } from "vitest";
import { views } from "../../viz/views/index.ts";
import { startTime } from "./browser.ts";
import { shortHolding, shortPathway } from "./files.ts";
import { useSite } from "./site.ts";
import { askForRuns, axeFaults, finished, setDown, visit } from "./visit.ts";

const site = useSite();

/** Of a window of 1280 pixels at 200%, there are 640. */
const sizes = [
  [1400, "light"],
  [640, "light"],
  [640, "dark"],
  [390, "dark"],
] as const;

test("every view at every width", { timeout: 4 * startTime }, async () => {
  const seen = await visit(site.browser, site.url);
  const { page } = seen;
  try {
    await setDown(page, { "short.json": shortPathway, "held.json": shortHolding });
    await askForRuns(page, 5);
    await finished(page);
    for (const [width, scheme] of sizes) {
      await page.setViewportSize({ width, height: width === 640 ? 450 : 900 });
      await page.emulateMedia({ colorScheme: scheme, reducedMotion: "reduce" });
      for (const listed of views) await lookAt(page, listed, `at ${width} pixels in the ${scheme}`, width);
    }
    expect(seen.errors).toEqual([]);
  } finally {
    await seen.close();
  }
});

async function lookAt(page: Page, { route, title }: (typeof views)[number], how: string, width: number): Promise<void> {
  await page.getByRole("navigation", { name: "Views" }).getByRole("link", { name: title, exact: true }).click();
  await page.waitForFunction((hash) => location.hash === hash, `#/${route}`);
  await page.locator("main h1").first().waitFor({ state: "attached" });
  await page.evaluate(() => document.querySelectorAll("details").forEach((details) => (details.open = true)));
  await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth), { message: how }).toBe(width);
  expect(await axeFaults(page), `${route} ${how}`).toEqual([]);
  expect(await page.locator("main").textContent()).not.toMatch(/NaN|undefined|Infinity|\[object/);
  if (route === "compare" && width < 1000) await leversFromBelow(page);
}

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
