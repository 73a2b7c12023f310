/** What goes wrong around the page: no workers, workers that die, a scenario of no end. Each ends in words, with the work intact. */
import { expect, test } from "vitest";
import { startTime } from "./browser.ts";
import { counter, variant } from "./files.ts";
import { useSite } from "./site.ts";
import { finished, setDown, visit } from "./visit.ts";

const site = useSite();
const counters = { "mine.json": counter("Mine", 3), "more.json": variant("More", 4) };

/** The file that a worker is started from. */
const workers = /\/assets\/worker-[^/]+\.js$/;

/** Without workers the page itself is busy between one run and the next, and answers slowly. */
const slowly = 2 * startTime;

test("a browser without workers gives the same answer", { timeout: slowly }, async () => {
  const [without, within] = [await visit(site.browser, "about:blank"), await visit(site.browser, site.url)];
  try {
    await without.page.addInitScript(() => Reflect.deleteProperty(globalThis, "Worker"));
    await without.page.goto(site.url);
    const answers: (string | null)[] = [];
    for (const { page, errors } of [without, within]) {
      await setDown(page, counters);
      await finished(page, 20);
      answers.push(await page.locator("#answer").textContent());
      expect(errors).toEqual([]);
    }
    expect(answers[0]).toBe(answers[1]);
  } finally {
    await without.close();
    await within.close();
  }
});

test("workers that die are replaced a few times; then the page says so, and the study stays", async () => {
  const { page, ...seen } = await visit(site.browser, "about:blank", { offline: false });
  try {
    await page.route(workers, (route) => route.abort());
    await page.goto(site.url);
    await page.getByText(/^The simulation stopped/).waitFor();
    expect(await page.getByLabel("What would you try?").inputValue()).toBe("longer-holding.json");
    await page.unroute(workers);
    await setDown(page, counters);
    await finished(page, 20);
    expect(await page.getByText(/^The simulation stopped/).count()).toBe(0);
  } finally {
    await seen.close();
  }
});
