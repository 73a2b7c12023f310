/** Each chart, drawn from its fixture in the gallery, in a real browser. */
import type { Browser, Page } from "playwright";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { launch, serve, type Served, startTime } from "./browser.ts";
import { axeFaults, visit, type Visit } from "./visit.ts";

let browser: Browser;
let served: Served;
let gallery: Visit;
let page: Page;

beforeAll(async () => {
  browser = await launch();
  served = await serve();
  gallery = await visit(browser, `${served.url}viz/gallery.html`);
  page = gallery.page;
  await page.locator("#waits-by-estimand svg").waitFor();
}, startTime);
afterAll(async () => {
  await browser?.close();
  await served?.close();
});

const count = (selector: string): Promise<number> => page.locator(selector).count();
const again = (name: string, width: number): Promise<void> =>
  page.getByRole("button", { name: `Draw ${name} again, ${width} pixels wide` }).click();

describe.each([
  "difference-dots",
  "network-map-difference",
  "network-map-base",
  "network-map-other",
  "band-over-time",
  "waits-by-estimand",
])("%s", (name) => {
  const drawing = (): Promise<string> => page.locator(`#${name} > svg`).evaluate((svg) => svg.outerHTML);

  test("drawn again it is the same drawing", async () => {
    const before = await drawing();
    await again(name, 1100);
    expect(await drawing()).toBe(before);
    expect(await count(`#${name} > svg`)).toBe(1);
  });

  test("drawn narrow and then wide again nothing is double or left over", async () => {
    const before = await page.locator(`#${name} > svg *`).count();
    await again(name, 340);
    await again(name, 1100);
    expect(await page.locator(`#${name} > svg *`).count()).toBe(before);
  });

  test("has a name, and no number that is none", async () => {
    expect(await page.locator(`#${name} > svg`).getAttribute("aria-label")).toBeTruthy();
    expect(await drawing()).not.toMatch(/NaN|undefined|Infinity/);
  });
});

test("the band has one band and one line a scenario, and a ground and a name a stretch", async () => {
  expect(await count("#band-over-time .band")).toBe(2);
  expect(await count("#band-over-time .line")).toBe(2);
  expect(await page.locator("#band-over-time .stretches text").allTextContents()).toEqual([
    "before",
    "during",
    "after",
  ]);
});

test("waits have two marks a telling; where nobody left there is no mark and the chart says so", async () => {
  expect(await count("#waits-by-estimand .whisker")).toBe(8);
  expect(await count("#waits-by-estimand .mark:not([display=none])")).toBe(7);
  expect(await page.locator("#waits-by-estimand .whisker text").last().textContent()).toBe("nobody");
});

test("better stands left of zero and worse right of it", async () => {
  const zero = await middle("#difference-dots .axis-x .zero line");
  expect(await middle("#difference-dots .whisker.better .mark")).toBeLessThan(zero);
  expect(await middle("#difference-dots .whisker.worse .mark")).toBeGreaterThan(zero);
});

async function middle(selector: string): Promise<number> {
  return page
    .locator(selector)
    .first()
    .evaluate((node) => {
      const { left, right } = node.getBoundingClientRect();
      return (left + right) / 2;
    });
}

describe("the map", () => {
  test("every place and exit can have the focus and says its numbers", async () => {
    const names = await page
      .locator("#network-map-base .place")
      .evaluateAll((places) => places.map((place) => place.getAttribute("aria-label")));
    expect(names).toHaveLength(6);
    expect(names).toContain(
      "Community mental health team 540 waiting 4,000 in care. Waiting: 95% interval 528 to 552. In care: 95% interval 4,000 to 4,000.",
    );
    expect(await count('#network-map-base .place[tabindex="0"]')).toBe(6);
  });

  test("places stand in the same spots in every view", async () => {
    const spots = (view: string): Promise<(string | null)[]> =>
      page
        .locator(`#network-map-${view} .place`)
        .evaluateAll((places) => places.map((place) => place.getAttribute("transform")));
    expect(await spots("difference")).toEqual(await spots("base"));
    expect(await spots("other")).toEqual(await spots("base"));
  });

  test("squares have areas and flows have widths in true proportion", async () => {
    const side = (place: string, who: string): Promise<number> =>
      page
        .locator(`#network-map-other .place[aria-label^="${place}"] .people.${who}`)
        .evaluate((square) => Number(square.getAttribute("width")));
    expect((await side("Community", "inCare")) ** 2 / (await side("Community", "waiting")) ** 2).toBeCloseTo(
      4_000 / 1_640,
      6,
    );
    const widths = await page
      .locator("#network-map-base .flow.outside")
      .evaluateAll((flows) => flows.map((flow) => Number.parseFloat((flow as SVGPathElement).style.strokeWidth)));
    expect(Math.max(...widths) / Math.min(...widths)).toBeCloseTo(28_000 / 1_000, 6);
  });

  test("more, fewer and what cannot be told are different in kind, not in colour alone", async () => {
    const of = (place: string): Promise<string[]> =>
      page.locator(`#network-map-difference .place[aria-label^="${place}"] .number`).allTextContents();
    expect(await of("Rejected")).toEqual(["−4,000 a year"]);
    expect(await of("Triage")).toEqual(["≈ waiting ", "+6 in care "]);
    expect(await of("Community")).toEqual(["+1,100 waiting ", "same in care "]);
    expect(
      await page
        .locator("#network-map-difference .flow.fewer")
        .first()
        .evaluate((flow) => getComputedStyle(flow).strokeDasharray),
    ).not.toBe("none");
  });

  test("no box stands on another", async () => {
    const boxes = await page
      .locator("#network-map-base .box")
      .evaluateAll((all) => all.map((box) => box.getBoundingClientRect().toJSON() as DOMRect));
    const clashes = boxes.filter((a, at) =>
      boxes.slice(at + 1).some((b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom),
    );
    expect(clashes).toEqual([]);
  });
});

test("the gallery is fit for everybody, asks nobody else and is quiet", async () => {
  expect(await axeFaults(page)).toEqual([]);
  expect(gallery.errors).toEqual([]);
  expect(gallery.strangers).toEqual([]);
});
