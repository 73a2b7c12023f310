/** A line of one's own on the chart of a lesson: by finger on a phone, by mouse, and by the keyboard. */
import type { Page } from "playwright";
import { expect, test } from "vitest";
import { startTime } from "./browser.ts";
import { useSite } from "./site.ts";

const site = useSite();

/** The step of the lesson at which a line is drawn. */
async function openDrawing(page: Page): Promise<void> {
  page.setDefaultTimeout(startTime);
  await page.goto(`${site.url}#/learn?lesson=busy-clinic`);
  const heading = page.getByRole("heading", { name: "Draw what you expect" });
  const next = page.getByRole("button", { name: "Next", exact: true });
  const guess = page.getByRole("button", { name: "That is what I expect" });
  await next.or(guess).first().waitFor();
  while (!(await heading.isVisible())) {
    if (await guess.isVisible()) await guess.click();
    await next.click();
  }
  await page.locator(".line-chart__plot").scrollIntoViewIfNeeded();
}

const values = (page: Page): Promise<number[]> =>
  page.locator(".line-chart__handle").evaluateAll((all) => all.map((one) => Number(one.getAttribute("aria-valuenow"))));

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Where the plot is, once it stands still: what is above it may come or go when runs are ready. */
async function plotBox(page: Page): Promise<Point & { readonly width: number; readonly height: number }> {
  const box = async () => (await page.locator(".line-chart__plot").boundingBox())!;
  for (let before = await box(); ;) {
    await page.waitForTimeout(500);
    const now = await box();
    if (now.x === before.x && now.y === before.y && now.height === before.height) return now;
    before = now;
  }
}

/** Some points across the plot from its left foot to its right top. */
async function across(page: Page): Promise<Point[]> {
  const box = await plotBox(page);
  return [0.02, 0.3, 0.6, 0.98].map((part) => ({
    x: box.x + part * box.width,
    y: box.y + (1 - part) * box.height,
  }));
}

/** Real touches of a finger: down, along the points, up. */
async function swipe(page: Page, points: readonly Point[]): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  const touch = (type: "touchStart" | "touchMove" | "touchEnd", touchPoints: Point[]) =>
    devtools.send("Input.dispatchTouchEvent", { type, touchPoints });
  await touch("touchStart", [points[0]!]);
  for (const point of points.slice(1)) await touch("touchMove", [point]);
  await touch("touchEnd", []);
}

/** Low at first and high at last, and nowhere down again. The page takes in what was drawn with its next frame. */
async function risingLine(page: Page): Promise<number[]> {
  await expect.poll(async () => (await values(page)).at(-1), { timeout: startTime }).toBeGreaterThan(10);
  const line = await values(page);
  expect(line).toEqual(line.toSorted((a, b) => a - b));
  expect(line[0]).toBeLessThan(2);
  expect(new Set(line).size).toBe(line.length);
  return line;
}

test(
  "a finger draws on the chart, and beside it scrolls the page",
  async () => {
    const context = await site.browser.newContext({
      viewport: { width: 390, height: 700 },
      hasTouch: true,
      isMobile: true,
    });
    const page = await context.newPage();
    try {
      await openDrawing(page);
      const scrolled = () => page.evaluate(() => window.scrollY);
      const before = await scrolled();
      await swipe(page, await across(page));
      const drawn = await risingLine(page);
      expect(await scrolled()).toBe(before);
      const ask = (await page.locator(".draw p").first().boundingBox())!;
      const steps = [0, 30, 60, 90, 120].map((by) => ({ x: ask.x + 40, y: ask.y + 5 + by }));
      await swipe(page, before > 60 ? steps : steps.toReversed());
      await expect.poll(scrolled).not.toBe(before);
      expect(await values(page)).toEqual(drawn);
      await page.getByRole("button", { name: "That is what I expect" }).click();
      await page.getByText(/^Noted\./).waitFor();
    } finally {
      await context.close();
    }
  },
  startTime,
);

test(
  "so does the mouse; the keyboard moves a point at a time",
  async () => {
    const page = await site.browser.newPage({ viewport: { width: 1400, height: 900 } });
    try {
      await openDrawing(page);
      const [first, ...others] = await across(page);
      await page.mouse.move(first!.x, first!.y);
      await page.mouse.down();
      for (const { x, y } of others) await page.mouse.move(x, y);
      await page.mouse.up();
      const drawn = await risingLine(page);
      await page.mouse.move(first!.x, others.at(-1)!.y);
      expect(await values(page), "no button is held any more").toEqual(drawn);
      await page.getByRole("slider").nth(1).press("PageUp");
      await expect.poll(async () => (await values(page))[1]).toBeGreaterThan(drawn[1]!);
      const moved = await values(page);
      expect(moved.toSpliced(1, 1)).toEqual(drawn.toSpliced(1, 1));
    } finally {
      await page.close();
    }
  },
  startTime,
);
