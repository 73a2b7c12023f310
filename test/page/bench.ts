/**
 * How fast the built page is in a real browser, printed and never asserted: time to the first answer, from a lever moved to the
 * first and to the settled figures, the longest task on the page's thread, and memory over many comparisons.
 */
import type { Page } from "playwright";
import { launch, serveBuilt } from "./browser.ts";

declare global {
  interface Window {
    /** Milliseconds of each long task so far. */
    longTasks: number[];
  }
}

const patience = 300_000;
const comparisons = 50;

const ms = (time: number): string => `${Math.round(time)} ms`;
const line = (what: string, value: string): void => console.log(`${what.padEnd(58)} ${value}`);

/**
 * Moves the first lever to a share of its range. Returns the milliseconds until a rough answer stands there that is not the one
 * that stood there before: the page says in between that what it shows is of the question before.
 */
const moveLever = (page: Page, to: number): Promise<number> =>
  page.evaluate(
    (share) =>
      new Promise<number>((done) => {
        const [text] = document.querySelectorAll("#progress-text");
        const isRough = (): boolean => text!.textContent.startsWith("A rough first answer");
        let isNew = !isRough();
        const from = performance.now();
        const observer = new MutationObserver(() => {
          if (isRough() && isNew) {
            observer.disconnect();
            done(performance.now() - from);
          }
          isNew ||= !isRough();
        });
        observer.observe(text!, { childList: true, characterData: true, subtree: true });
        const lever = document.querySelector<HTMLInputElement>(".lever input[type=range]")!;
        lever.value = String(Number(lever.min) + (Number(lever.max) - Number(lever.min)) * share);
        lever.dispatchEvent(new Event("input", { bubbles: true }));
      }),
    to,
  );

/** Milliseconds until the page says so. */
async function until(page: Page, words: RegExp): Promise<number> {
  const from = performance.now();
  await page.locator("#progress-text", { hasText: words }).waitFor({ timeout: patience });
  return performance.now() - from;
}

/** Of more runs than came with the page. */
const narrower = /^(?:[5-9]|\d\d) of 20 runs/;
const settled = /^\d+ runs of each, 95% intervals/;

const browser = await launch();
const served = await serveBuilt();
const page = await browser.newPage();
page.setDefaultTimeout(patience);
await page.addInitScript(() => {
  window.longTasks = [];
  new PerformanceObserver((list) =>
    window.longTasks.push(...list.getEntries().map(({ duration }) => duration)),
  ).observe({
    entryTypes: ["longtask"],
  });
});
const longest = async (): Promise<string> => {
  const tasks = await page.evaluate(() => window.longTasks.splice(0));
  return ms(Math.max(0, ...tasks));
};

const opened = performance.now();
await page.goto(served.url, { waitUntil: "commit" });
await page.locator("#answer strong").first().waitFor();
line("opening to the first answer", ms(performance.now() - opened));
line("longest task on the page's thread until then", await longest());
await until(page, narrower);
line("opening to the first interval that is narrower", ms(performance.now() - opened));
await page.getByText("Runs and seed").click();
await page.getByLabel("Runs of each", { exact: true }).selectOption("5");
line("to settled intervals, 5 runs of each", ms(await until(page, settled)));
await longest();
const first = performance.now();
line("lever moved to the first, rough figures", ms(await moveLever(page, 0.3)));
await until(page, settled);
line("lever moved to settled intervals, 5 runs of each", ms(performance.now() - first));
line("longest task on the page's thread meanwhile", await longest());

const inspector = await page.context().newCDPSession(page);
/** Megabytes in use once everything that can be let go has been. */
async function heap(): Promise<string> {
  await inspector.send("HeapProfiler.collectGarbage");
  const { usedSize } = await inspector.send("Runtime.getHeapUsage");
  const buffers = await page.evaluate(
    () => (performance as unknown as { memory: { usedJSHeapSize: number } }).memory.usedJSHeapSize,
  );
  return `${(usedSize / 1e6).toFixed(1)} MB (${(buffers / 1e6).toFixed(1)} with buffers)`;
}
const times: number[] = [];
line("heap of the page before any further comparison", await heap());
for (let k = 1; k <= comparisons; k++) {
  times.push(await moveLever(page, k / (comparisons + 1)));
  if (k % 10 === 0) line(`heap of the page after ${k} comparisons`, await heap());
}
times.sort((a, b) => a - b);
line(`lever moved to rough figures, median of ${comparisons}`, ms(times[comparisons / 2]!));
await browser.close();
await served.close();
