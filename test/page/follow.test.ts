/** The living map in a real browser: people are where the log says, the same person is in both worlds, and a branch goes on. */
import type { Page } from "playwright";
import { beforeAll, expect, test } from "vitest";
import {
  careStates,
  type Film,
  findPeople,
  makeFilm,
  outOf100,
  parseAnyScenario,
  Scene,
  storyOf,
} from "../../src/index.ts";
import { groupInWords } from "../../viz/words.ts";
import { inFolder } from "../scenario/files.ts";
import { shortHolding, shortPathway } from "./files.ts";
import { useSite } from "./site.ts";
import { askForRuns, axeFaults, setDown, visit } from "./visit.ts";

const site = useSite();
let film: Film;
const settings = { seed: "caregap", replication: 0, executive: "fast" } as const;
const time = 240_000;

beforeAll(async () => {
  const parsed = parseAnyScenario(shortPathway, inFolder("scenarios", "short.json"));
  if (!parsed.ok || parsed.scenario.kind !== "pathway") throw new Error("the short pathway is none");
  film = await makeFilm(parsed.scenario, settings);
});

async function openMap(page: Page): Promise<void> {
  await setDown(page, { "short.json": shortPathway, "held.json": shortHolding });
  await askForRuns(page, 5);
  await page.getByRole("link", { name: "Follow one person" }).click();
  await expect.poll(() => page.locator("canvas.world").count(), { timeout: time }).toBe(2);
}

const day = (page: Page) => page.getByLabel(/^Day \d+/);

async function goTo(page: Page, to: number): Promise<void> {
  await day(page).fill(String(to));
  await page
    .getByText(new RegExp(`on day ${to}$`))
    .first()
    .waitFor();
}

/** Numbers of the first world in the table of the page, added up by state of care. */
async function standing(page: Page): Promise<number> {
  const cells = await page.locator("table:has-text('Where') tbody tr td:nth-child(2)").allTextContents();
  return cells.reduce((sum, text) => sum + Number(/([\d,]+)\s*$/.exec(text)![1]!.replaceAll(",", "")), 0);
}

test(
  "with reduced motion, step by step: people are where the log has them, and one is followed through both worlds",
  async () => {
    const seen = await visit(site.browser, site.url);
    const { page } = seen;
    try {
      await openMap(page);
      expect(await page.getByRole("button", { name: "Play", exact: true }).count()).toBe(0);
      await page.getByText(/^How many people are where/).click();
      const scene = new Scene(film.legend, film.rows);
      for (const to of [40, 110, 90]) {
        await goTo(page, to);
        scene.goTo(to);
        await expect.poll(() => standing(page)).toBe(scene.counts.reduce((sum, people) => sum + people, 0));
        const inGap = scene.counts[scene.spots.findIndex(({ state }) => state === "gap")]!;
        const row = page.locator("table tbody tr", { hasText: "Need, and no care" });
        expect(await row.locator("td").first().textContent()).toContain(inGap.toLocaleString("en-GB"));
      }
      await page.getByRole("button", { name: "Follow the first of them" }).click();
      const [first] = findPeople(film, "most knock-backs", settings, 1);
      await page
        .getByText(`Person ${first!.person}: ${groupInWords(first!.group)}, registered at practice ${first!.practice}.`)
        .waitFor();
      const { trust } = storyOf(film, first!.person)!;
      const life = page.locator("svg.life");
      const described = await life.getAttribute("aria-label");
      expect(described).toContain(`Trust in services begins at ${outOf100(trust[0]!.engagement)}`);
      expect(await life.locator("title", { hasText: "Trust in services" }).first().textContent()).toMatch(
        new RegExp(`^Trust in services ${outOf100(trust[0]!.engagement)}, day `),
      );
      await page.getByText("Their story in sentences").click();
      const told = await page.locator(".sentences section").first().locator("li").count();
      expect(told).toBe(storyOf(film, first!.person)!.lines.length);
      expect(await page.locator(".sentences section").count()).toBe(2);
      expect(await axeFaults(page)).toEqual([]);
      expect(seen.errors).toEqual([]);
    } finally {
      await seen.close();
    }
  },
  time,
);

test(
  "a branch from a day: until then the two worlds are one",
  async () => {
    const seen = await visit(site.browser, site.url);
    const { page } = seen;
    try {
      await openMap(page);
      await goTo(page, 100);
      await page.getByRole("button", { name: "What if the change began on this day?" }).click();
      await page.getByText(/^Until day 100 both are/).waitFor();
      await expect.poll(() => page.locator("canvas.world").count(), { timeout: time }).toBe(2);
      await page.getByText(/^How many people are where/).click();
      await goTo(page, 99);
      const rows = await page
        .locator("table:has-text('Where') tbody tr")
        .evaluateAll((found) =>
          found.map((row) =>
            [...row.querySelectorAll("td")].map((cell) => /[\d,]+$/.exec(cell.textContent ?? "")?.[0]),
          ),
        );
      expect(rows.length).toBeGreaterThan(3);
      for (const [one, other] of rows) expect(other).toBe(one);
      expect(seen.errors).toEqual([]);
    } finally {
      await seen.close();
    }
  },
  time,
);

test(
  "press play: days go by, and pause stops them",
  async () => {
    const context = await site.browser.newContext({
      reducedMotion: "no-preference",
      viewport: { width: 1400, height: 900 },
    });
    const page = await context.newPage();
    page.setDefaultTimeout(time);
    try {
      await page.goto(site.url);
      await openMap(page);
      await goTo(page, 10);
      await page.getByLabel("Speed").selectOption("30");
      await page.getByRole("button", { name: "Play", exact: true }).click();
      await expect.poll(async () => Number(await day(page).inputValue()), { timeout: time }).toBeGreaterThan(25);
      await page.getByRole("button", { name: "Pause", exact: true }).click();
      const stopped = await day(page).inputValue();
      await page.waitForTimeout(500);
      expect(await day(page).inputValue()).toBe(stopped);
      // What was drawn bit by bit is what is drawn afresh, as after a change of colours.
      const pixels = () =>
        page.locator("canvas.world").evaluateAll((all: HTMLCanvasElement[]) => all.map((one) => one.toDataURL()));
      const before = await pixels();
      await page.getByLabel("Colour by").selectOption("trust");
      await expect.poll(pixels).not.toEqual(before);
      await page.getByLabel("Colour by").selectOption("where");
      await expect.poll(pixels).toEqual(before);
    } finally {
      await context.close();
    }
  },
  time,
);

test("states of care are exclusive on the map as in the log", () => {
  const scene = new Scene(film.legend, film.rows);
  expect(new Set(scene.spots.map(({ state }) => state)).size).toBe(careStates.length);
});
