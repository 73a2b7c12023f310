/**
 * How fast the living map is in a real browser, printed and never asserted: frames a second while it plays, time to go to any day,
 * and memory, for some thousands of people in one world and in two.
 */
import type { Page } from "playwright";
import { launch, serveBuilt } from "./browser.ts";
import { askForRuns, setDown } from "./visit.ts";

const patience = 600_000;
/** Patients on the lists, for about 1,000, 5,000 and 20,000 people in view. */
const lists = [30_500, 153_000, 614_000];
const seconds = 5;
const jumps = 20;

const scenarioOf = (list: number): string =>
  JSON.stringify({
    format: 1,
    extends: "baseline.json",
    title: `${list} patients`,
    change: {
      warm_up_days: 30,
      run_days: 150,
      population: { practices: [{ name: "P1", area: "Bristol", decile: 3, list }] },
    },
  });

async function framesPerSecond(page: Page): Promise<number> {
  return page.evaluate(
    (long) =>
      new Promise<number>((resolve) => {
        const from = performance.now();
        let frames = 0;
        const count = (now: number): void => {
          if (now - from > long * 1000) resolve(frames / ((now - from) / 1000));
          else {
            frames++;
            requestAnimationFrame(count);
          }
        };
        requestAnimationFrame(count);
      }),
    seconds,
  );
}

/** Mean milliseconds from moving the slider to the next frame that is drawn. */
async function scrubTime(page: Page): Promise<number> {
  return page.getByLabel(/^Day \d+/).evaluate(async (node: HTMLInputElement, times) => {
    const frame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));
    const from = performance.now();
    for (let k = 0; k < times; k++) {
      node.value = String((k * 67) % 170);
      node.dispatchEvent(new Event("input", { bubbles: true }));
      await frame();
      await frame();
    }
    return (performance.now() - from) / times;
  }, jumps);
}

const heap = (page: Page): Promise<number> =>
  page.evaluate(() => (performance as unknown as { memory: { usedJSHeapSize: number } }).memory.usedJSHeapSize / 1e6);

const browser = await launch();
const served = await serveBuilt();
for (const list of lists) {
  const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
  page.setDefaultTimeout(patience);
  await page.goto(served.url);
  const held = { services: { IAPT: { hold: { chance: 1, lasts_months: 12 } } } };
  const variant = JSON.stringify({ format: 1, extends: "many.json", title: "Held", change: held });
  await setDown(page, { "many.json": scenarioOf(list), "held.json": variant });
  await askForRuns(page, 5);
  await page.getByRole("link", { name: "Follow one person" }).click();
  for (const worlds of [2, 1]) {
    if (worlds === 1) await page.getByLabel(/^Beside/).selectOption("none");
    await page.waitForFunction((count) => document.querySelectorAll("canvas.world").length === count, worlds);
    const people = await page
      .locator("table:has-text('Where') tbody tr td:nth-child(2)")
      .evaluateAll((cells) =>
        cells.reduce(
          (sum, cell) => sum + Number(/([\d,]+)\s*$/.exec(cell.textContent ?? "")![1]!.replaceAll(",", "")),
          0,
        ),
      );
    await page.getByLabel("Speed").selectOption("30");
    await page.getByRole("button", { name: "Play", exact: true }).click();
    const frames = await framesPerSecond(page);
    await page
      .getByRole("button", { name: "Pause", exact: true })
      .click()
      .catch(() => {});
    const scrub = await scrubTime(page);
    const what = `${people.toLocaleString("en-GB")} people, ${worlds} ${worlds === 1 ? "world" : "worlds"}`;
    console.log(
      `${what.padEnd(30)} ${frames.toFixed(0)} frames a second, ${scrub.toFixed(0)} ms to any day, ${(await heap(page)).toFixed(0)} MB of heap`,
    );
  }
  await page.close();
}
await browser.close();
await served.close();
