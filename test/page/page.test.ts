/** The page in a real browser, served as `npm start` serves it. */
import type { Browser, Page } from "playwright";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { launch, serve, serveBuilt, type Served, startTime } from "./browser.ts";
import { askForFewRuns, axeFaults, drop, finished, visit, type Visit } from "./visit.ts";

let browser: Browser;
let served: Served;
/** The shipped comparison, finished; tests leave it as they find it. */
let shipped: Visit;
let page: Page;

beforeAll(async () => {
  browser = await launch();
  served = await serve();
  shipped = await visit(browser, served.url);
  page = shipped.page;
  await askForFewRuns(page);
  await finished(page);
}, startTime);
afterAll(async () => {
  await browser?.close();
  await served?.close();
});

/** Visits the page anew, and demands that nothing went wrong and nothing was asked of anybody else. */
async function anew(act: (page: Page) => Promise<void>): Promise<void> {
  const seen = await visit(browser, served.url);
  try {
    await act(seen.page);
    expect(seen.errors).toEqual([]);
    expect(seen.strangers).toEqual([]);
  } finally {
    await seen.close();
  }
}

const text = (selector: string, on = page): Promise<string | null> => on.locator(selector).first().textContent();
/** How long a comparison may take to be told, on a busy machine. */
const patience = { timeout: 60_000 };

/** A scenario that runs in no time: one counter with so many servers. */
const counter = (title: string, servers: number): string =>
  JSON.stringify({
    format: 1,
    kind: "network",
    title,
    warm_up_days: 10,
    run_days: 100,
    exits: ["home"],
    nodes: {
      "<b>counter</b>": {
        servers,
        service: { law: "exponential", mean_days: 1 },
        arrivals: [{ per_day: 2.5 }],
        routing: "home",
      },
    },
  });
const wicked = "<img src=x onerror=alert(1)>";
const variant = (title: string, servers: number): string =>
  JSON.stringify({
    format: 1,
    extends: "mine.json",
    title,
    change: { nodes: { "<b>counter</b>": { servers } } },
  });

describe("the shipped comparison", () => {
  test("is told in a sentence with intervals, in charts and in a table", async () => {
    expect(await text("#answer")).toMatch(/about [\d,.]+ (more|fewer|weeks|days).*\(.* to .*\)/);
    for (const chart of ["difference-dots", "network-map", "band-over-time", "waits-by-estimand"]) {
      expect(await page.locator(`svg.${chart}`).isVisible()).toBe(true);
    }
    expect(await page.locator("#table tbody tr").count()).toBe(12);
    expect(await text("#progress-text")).toBe("5 runs of each, 95% intervals");
    expect(await page.locator("main").textContent()).not.toMatch(/NaN|undefined|Infinity|\[object/);
  });

  test("starts by itself, shows results before all runs are finished, and can be cancelled", () =>
    anew(async (fresh) => {
      await fresh.locator("#answer strong").first().waitFor(patience);
      expect(await text("#progress-text", fresh)).toMatch(/^\d+ of 20 runs of each$/);
      await fresh.getByRole("button", { name: "Cancel" }).click();
      await expect
        .poll(() => text("#progress-text", fresh))
        .toMatch(/^Cancelled\. What is shown rests on \d+ runs of each\.$/);
      expect(await fresh.locator("#cancel").isVisible()).toBe(false);
    }));

  test("the period, the place, the map and the table follow what is chosen", async () => {
    await page.getByLabel("Period").selectOption("before");
    expect(await text("#answer")).toContain("in the period ‘before’");
    await page.getByLabel("Period").selectOption("after");
    await page.getByLabel("Place", { exact: true }).selectOption("Social prescribing");
    expect(await text("#queue-head")).toContain("‘Social prescribing’");
    await page.getByLabel("the baseline", { exact: true }).check();
    expect(await page.locator("svg.network-map").getAttribute("class")).toContain("base");
    await page.getByLabel("what differs", { exact: true }).check();
    await page.getByLabel("Show measure").selectOption("left_waiting");
    for (const head of await page.locator("#table tbody th").allTextContents())
      expect(head).toContain("left the list unseen");
    await page.getByLabel("Show measure").selectOption("");
  });

  test("a place on the map tells its numbers when it is pointed at, and is looked at below when it is chosen", async () => {
    await page.getByRole("button", { name: /^Triage / }).hover();
    expect(await text("#map-detail caption")).toContain("Triage");
    await page.getByRole("button", { name: /^IAPT assessment / }).click();
    expect(await page.getByLabel("Place", { exact: true }).inputValue()).toBe("IAPT assessment");
  });

  test("all rows of the table are shown when they are asked for", async () => {
    const rows = /of (\d+) figures/.exec((await text("#table caption")) ?? "")?.[1];
    await page.getByRole("button", { name: `Show all ${rows} rows` }).click();
    expect(await page.locator("#table tbody tr").count()).toBe(Number(rows));
  });
});

describe("files of the reader's", () => {
  test("two files, one of which extends the other, are compared; names are text, whatever is in them", () =>
    anew(async (fresh) => {
      await drop(fresh, { "mine.json": counter("Mine", 3), "more.json": variant(wicked, 4) });
      await fresh.getByLabel("Against this baseline").selectOption("mine.json");
      await fresh.getByLabel("What would you try?").selectOption("more.json");
      await expect.poll(() => text("#answer", fresh), patience).toContain(wicked);
      await finished(fresh, 20);
      expect(await text("#answer", fresh)).toContain("‘<b>counter</b>’");
      expect(await fresh.locator("img, main b").count()).toBe(0);
    }));

  test("the same seed gives the same figures, another seed others, and a scenario against itself no difference", () =>
    anew(async (fresh) => {
      await drop(fresh, { "mine.json": counter("Mine", 3), "more.json": variant("More", 4) });
      await fresh.getByLabel("Against this baseline").selectOption("mine.json");
      await fresh.getByLabel("What would you try?").selectOption("more.json");
      await expect.poll(() => text("#answer .title", fresh), patience).toBe("More");
      await finished(fresh, 20);
      const first = await text("#answer", fresh);
      const ask = async (seed: string): Promise<void> => {
        await fresh.getByLabel("Seed").fill(seed);
        await fresh.getByRole("button", { name: "Run again" }).click();
      };
      await fresh.getByText("Runs and seed").click();
      await ask("another");
      await expect.poll(() => text("#answer", fresh), patience).not.toBe(first);
      await finished(fresh, 20);
      await ask("caregap");
      await expect.poll(() => text("#answer", fresh), patience).toBe(first);
      await fresh.getByLabel("What would you try?").selectOption("mine.json");
      await expect.poll(() => text("#answer", fresh), patience).toBe("The two give the same figures in every run.");
    }));

  test("scenarios with nothing in common say so", () =>
    anew(async (fresh) => {
      await drop(fresh, { "mine.json": counter("Mine", 3) });
      await expect.poll(() => text("#answer", fresh), patience).toMatch(/no place and period in common/);
    }));

  test("a broken file gets every fault with its place, and the results stay", async () => {
    const answer = await text("#answer");
    const broken = counter("Broken", 3)
      .replace('"run_days":100', '"run_days":-1')
      .replace('"routing":"home"', '"routing":"hom"');
    await drop(page, { "broken.json": broken });
    await page.getByText("This cannot be used yet").waitFor();
    const faults = await page.locator("#faults li").allTextContents();
    expect(faults).toHaveLength(2);
    expect(faults.join(" ")).toMatch(/run_days.*got -1/);
    expect(faults.join(" ")).toMatch(/routing.*hom.*Did you mean "home"\?/);
    expect(await text("#answer")).toBe(answer);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("faults");
    await page.getByRole("button", { name: "Close this message" }).click();
    expect(await page.locator("#faults li").count()).toBe(0);
  });

  const alone = JSON.stringify({ format: 1, extends: "gone.json", title: "Alone", change: {} });
  test.each([
    ["that is not JSON", "words.json", "not a scenario", /line 1/],
    ["of another kind", "picture.png", "PNG", /name ends in \.json/],
    ["that extends one that is not there", "alone.json", alone, /gone\.json/],
  ])("a file %s is refused with a reason", async (_, name, words, reason) => {
    await page.locator("#files").setInputFiles({ name, mimeType: "text/plain", buffer: Buffer.from(words) });
    await page.getByText("This cannot be used yet").waitFor();
    expect(await text("#faults")).toMatch(reason);
    await page.getByRole("button", { name: "Close this message" }).click();
  });
});

describe("for everybody", () => {
  test("everything can be reached and done by keyboard alone", async () => {
    await page.evaluate(() => window.getSelection()?.setPosition(document.body, 0));
    await page.locator(".nhsuk-skip-link").focus();
    await page.keyboard.press("Enter");
    const reached: string[] = [];
    for (let step = 0; step < 60; step++) {
      await page.keyboard.press("Tab");
      const name = await page.evaluate(() => {
        const { activeElement: at } = document;
        return at?.getAttribute("aria-label") ?? (at?.id || (at?.textContent ?? "").trim());
      });
      reached.push(name);
      if (name.startsWith("Crisis ")) await page.keyboard.press("Enter");
    }
    for (const name of [
      "other",
      "base",
      "period",
      "Use your own file",
      "Runs and seed",
      "map-difference",
      "place",
      "statistic",
      "table-place",
      "table-measure",
    ]) {
      expect(reached).toContain(name);
    }
    for (const place of ["Map of the network", "GP ", "Crisis ", "Dropped out "])
      expect(reached.some((name) => name.startsWith(place))).toBe(true);
    expect(await page.getByLabel("Place", { exact: true }).inputValue()).toBe("Crisis");
  });

  test.each([
    [1400, "light"],
    [1400, "dark"],
    [390, "light"],
    [390, "dark"],
  ] as const)(
    "axe finds nothing at %i pixels in the %s, and nothing is wider than the screen",
    async (width, colorScheme) => {
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme });
      await page.evaluate(() => document.querySelectorAll("details").forEach((details) => (details.open = true)));
      await drop(page, { "broken.json": "{" });
      await page.getByText("This cannot be used yet").waitFor();
      await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
      expect(await axeFaults(page)).toEqual([]);
    },
  );
});

test("the built page gives the same answer as the one that is served for work", async () => {
  const built = await serveBuilt();
  const seen = await visit(browser, built.url);
  try {
    await askForFewRuns(seen.page);
    expect(await finished(seen.page)).toBe(await text("#announcement"));
    expect(seen.errors).toEqual([]);
    expect(seen.strangers).toEqual([]);
  } finally {
    await seen.close();
    await built.close();
  }
});

test("nothing went wrong on the way, and nothing was asked of anybody else", () => {
  expect(shipped.errors).toEqual([]);
  expect(shipped.strangers).toEqual([]);
});
