/** What is too large for the page is refused in words that say what to do, while the page goes on and the study stays. */
import { readFileSync } from "node:fs";
import type { Page } from "playwright";
import { beforeAll, expect, test } from "vitest";
import { startTime } from "./browser.ts";
import { counter, variant } from "./files.ts";
import { useSite } from "./site.ts";
import { finished, setDown, visit, type Visit } from "./visit.ts";

const site = useSite();
let seen: Visit;
let page: Page;
let answer: string | null;
const counters = { "mine.json": counter("Mine", 3), "more.json": variant("More", 4) };

beforeAll(async () => {
  seen = await visit(site.browser, site.url);
  page = seen.page;
  await setDown(page, counters);
  await finished(page, 20);
  answer = await page.locator("#answer").textContent();
}, startTime);

/** Numbers without their provenance, which would make ten thousand services larger than any file may be. */
function bare(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(bare);
  if ("value" in value && "source" in value) return value.value;
  const told = new Set(["title", "source", "note", "grade", "description"]);
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, inner]) => (told.has(key) ? [] : [[key, bare(inner)]])),
  );
}

const many = <T>(count: number, of: T): Record<string, T> =>
  Object.fromEntries(Array.from({ length: count }, (_, number) => [`place ${number}`, of]));

const node = {
  servers: 1,
  service: { law: "exponential", mean_days: 1 },
  arrivals: [{ per_day: 0.5 }],
  routing: "home",
};
const network = (nodes: number): string =>
  JSON.stringify({
    format: 1,
    kind: "network",
    title: "Many places",
    warm_up_days: 1,
    run_days: 20,
    exits: ["home"],
    nodes: many(nodes, node),
  });

function pathway(services: number): string {
  const baseline = JSON.parse(readFileSync("scenarios/baseline.json", "utf8")) as { services: { charity: unknown } };
  const change = { services: many(services, bare(baseline.services.charity)) };
  return JSON.stringify({ format: 1, extends: "baseline.json", title: "Many services", change });
}

test.each([
  ["a pathway with 10,000 services", pathway(10_000), /at most 30 services, got 100\d\d\./],
  ["a network with 10,000 places", network(10_000), /at most 2000 nodes, got 10000\./],
  ["a network of more places than can be shown", network(300), /at most 200 nodes here.*got 300\..*caregap run/],
])("%s is refused, and the study stays", async (_, text, reason) => {
  await setDown(page, { "large.json": text });
  await page.getByRole("alert").waitFor();
  await expect.poll(() => page.locator("#refused").textContent()).toMatch(reason);
  await page.getByRole("link", { name: "Compare" }).click();
  expect(await page.locator("#answer").textContent()).toBe(answer);
  expect(seen.errors).toEqual([]);
});

test("while a large file is read the page answers", async () => {
  await page.getByRole("link", { name: "Own data" }).click();
  const reading = setDown(page, { "large.json": pathway(10_000) });
  await page.getByText("Reading large.json…").waitFor();
  await page.getByRole("link", { name: "Compare" }).click();
  await page.locator("#answer").waitFor();
  expect(await page.locator("#answer").textContent()).toBe(answer);
  await reading;
});

test("a network of a hundred places works", async () => {
  await setDown(page, { "hundred.json": network(100) });
  await expect
    .poll(() => page.locator("#answer .title").first().textContent(), { timeout: 100_000 })
    .toBe("Many places");
  await finished(page, 20);
  expect(seen.errors).toEqual([]);
});

/** Such a file is made in the page, since to send it there takes long. */
async function setDownLarge(on: Page, field: string): Promise<void> {
  await on.locator(field).evaluate((input: HTMLInputElement) => {
    const chosen = new DataTransfer();
    chosen.items.add(new File([new Uint8Array(31_000_000)], "large.caregap.json"));
    input.files = chosen.files;
    input.dispatchEvent(new Event("change", { bubbles: true }));
  });
}

test("a file larger than any study is not read, wherever it is opened", async () => {
  await page.getByRole("link", { name: "Own data" }).click();
  await setDownLarge(page, "#files");
  await expect.poll(() => page.locator("#refused").textContent()).toMatch(/a file of at most 20 MB, got a larger file/);
  await page.getByRole("button", { name: "Share" }).click();
  await setDownLarge(page, "#open-study");
  await page.locator("#share-panel").getByText("large.caregap.json is larger than any study.").waitFor();
  expect(seen.errors).toEqual([]);
});
