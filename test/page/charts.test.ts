/** Each chart, drawn from its fixture in the gallery, in a real browser. */
import type { Locator, Page } from "playwright";
import { beforeAll, describe, expect, test } from "vitest";
import { serve, startTime } from "./browser.ts";
import { openGallery } from "./gallery.ts";
import { useSite } from "./site.ts";
import { axeFaults, type Visit } from "./visit.ts";

declare global {
  interface Window {
    /** The chart of differences with smaller numbers; and with the same smaller numbers for another question. */
    shrink(): void;
    ask(): void;
  }
}

const site = useSite(serve);
let gallery: Visit;
let page: Page;

beforeAll(async () => {
  gallery = await openGallery(site);
  page = gallery.page;
}, startTime);

const count = (selector: string): Promise<number> => page.locator(selector).count();
const again = (name: string, width: number): Promise<void> =>
  page.getByRole("button", { name: `Draw ${name} again, ${width} pixels wide` }).click();

describe.each([
  "differences",
  "differences-of-four",
  "states",
  "states-of-four",
  "endings",
  "pathway-map-base",
  "sweep-line",
  "heat-map",
  "cost-plane",
  "acceptability",
  "pathway-map-difference",
  "readings",
  "network-map-difference",
  "network-map-base",
  "network-map-other",
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
    expect(await page.locator(`#${name} > svg`).getAttribute("aria-label")).toMatch(/\w{3}/);
    expect(await drawing()).not.toMatch(/NaN|undefined|Infinity/);
  });
});

describe("differences", () => {
  const zero = (id: string): Promise<number> => middle(`#${id} .axis-x .zero line`);

  test("better stands left of zero and worse right of it, whichever way the measure counts", async () => {
    const marks = await page.locator("#differences .whisker:is(.better, .worse)").evaluateAll((all) =>
      all.map((whisker) => {
        const { left, right } = whisker.querySelector(".mark")!.getBoundingClientRect();
        return { better: whisker.classList.contains("better"), at: (left + right) / 2 };
      }),
    );
    const middleOf = await zero("differences");
    expect(marks).toHaveLength(5);
    for (const { better, at } of marks) expect(at < middleOf).toBe(better);
  });

  test("an interval that leads out of the chart ends in an arrow, and one within it in a cap", async () => {
    const paths = await page
      .locator("#differences .interval")
      .evaluateAll((all) => all.map((path) => path.getAttribute("d") ?? ""));
    const arrows = paths.filter((path) => path.includes("L"));
    expect(arrows).toHaveLength(1);
    expect(arrows[0]!.match(/v14/g)).toHaveLength(1);
    const beyond = page.locator("#differences-of-four .whisker.scenario-4");
    expect(await beyond.first().locator(".mark").getAttribute("d")).toContain("L");
    expect(await beyond.last().locator(".interval").getAttribute("d")).toContain("L");
  });

  test("the axis keeps its reach for one question while its numbers shrink, and begins anew for another", async () => {
    const reach = (): Promise<string | null> => page.locator("#differences > svg").getAttribute("data-reach");
    expect(await reach()).toBe("0.5");
    await page.evaluate(() => window.shrink());
    expect(await reach()).toBe("0.5");
    await page.evaluate(() => window.ask());
    expect(await reach()).toBe("0.1");
    await again("differences", 1100);
    expect(await reach()).toBe("0.5");
  });
});

test("in every panel the layers of states lie on one another without a gap, and the gap lies at the bottom", async () => {
  for (const panel of await page.locator("#states-of-four g[class^=panel-]").all()) {
    const layers = await panel.locator(".layers path").evaluateAll((all) =>
      all.map((path) => {
        const { top, bottom } = path.getBoundingClientRect();
        return { name: path.getAttribute("class"), top, bottom };
      }),
    );
    expect(layers).toHaveLength(10);
    expect(layers[0]!.name).toBe("layer gap");
    const floor = await middleAcross(panel.locator(".axis-y .zero line"));
    expect(layers[0]!.bottom).toBeCloseTo(floor, 0);
    for (const [at, layer] of layers.entries())
      expect(layer.top).toBeLessThanOrEqual((layers[at - 1]?.top ?? Infinity) + 1);
  }
});

test("endings add up to everybody, and the share seen by each standard is written at its line", async () => {
  expect(await page.locator("#endings .panel-0 .standards .share").allTextContents()).toEqual(["14%", "30%", "42%"]);
  const height = await page
    .locator("#endings .panel-0 .layers")
    .evaluate((layers) => (layers as SVGGElement).getBBox().height);
  expect(height).toBeCloseTo(300, 3);
});

test("a reading without anybody has no mark, and says so", async () => {
  expect(await page.locator("#readings .mark.official:not([display=none])").count()).toBe(3 + 1);
  expect(await page.locator("#readings .told.official").last().textContent()).toBe("official: nobody to count");
});

describe("the map of the pathway", () => {
  const sizes = (selector: string, attribute: string): Promise<number[]> =>
    page
      .locator(`#pathway-map-base ${selector}`)
      .evaluateAll((all, name) => all.map((node) => Number(node.getAttribute(name))), attribute);

  test("squares have areas and ways have widths in true proportion", async () => {
    const gap = await sizes(".place.gap .people", "width");
    const [, iapt] = await sizes(".place[aria-label^=IAPT] .people", "width");
    expect(gap[0]! ** 2 / iapt! ** 2).toBeCloseTo(620 / 420, 6);
    const rejected = await sizes('.way[aria-label^="IAPT to General practices"] .flow', "stroke-width");
    const referred = await sizes('.way[aria-label^="General practices to IAPT"] .flow', "stroke-width");
    expect(referred[0]! / rejected[0]!).toBeCloseTo(1_450 / 430, 6);
  });

  test("no number stands alone: beneath each is its interval, within the box", async () => {
    for (const view of ["base", "difference"]) {
      const alone = await page.locator(`#pathway-map-${view} .crowds > g`).evaluateAll((groups) =>
        groups.flatMap((group) => {
          const [number, interval] = [".number", ".interval"].map((name) => group.querySelector(name));
          const box = group.closest(".place")!.querySelector(".box")!.getBoundingClientRect();
          const { right, bottom } = interval!.getBoundingClientRect();
          const told = number?.textContent?.trim() === "same" || / to /.test(interval?.textContent ?? "");
          return told && right <= box.right && bottom <= box.bottom ? [] : [group.textContent];
        }),
      );
      expect(alone).toEqual([]);
    }
  });

  test("every place and every way can have the focus and says its number with its interval", async () => {
    expect(await count("#pathway-map-base .place[tabindex='0']")).toBe(10);
    expect(await count("#pathway-map-base .way[tabindex='0']")).toBe(19);
    const way = page.locator('#pathway-map-difference .way[aria-label^="CMHT to General practices"]');
    expect(await way.getAttribute("aria-label")).toBe(
      "CMHT to General practices, rejected: −50 (−62 to −37) people a year",
    );
  });

  test("a rejection leads back, with its head at the practices", async () => {
    const edge = await page
      .locator("#pathway-map-base .place.gp .box")
      .evaluate((box) => box.getBoundingClientRect().right);
    const heads = await page
      .locator("#pathway-map-base .way.back .head")
      .evaluateAll((all) => all.map((head) => head.getBoundingClientRect().left));
    expect(heads).toHaveLength(3);
    for (const left of heads) expect(left).toBeCloseTo(edge, -0.6);
  });

  test("stands still: boxes are in the same spots in every view, and none on another", async () => {
    const boxes = (view: string) =>
      page
        .locator(`#pathway-map-${view} .place .box`)
        .evaluateAll((all) => all.map((box) => box.getBoundingClientRect().toJSON() as DOMRect));
    const base = await boxes("base");
    const difference = await boxes("difference");
    const spots = (all: readonly DOMRect[]): string[] =>
      all.map(({ x, y, width, height }) => [x, y - all[0]!.y, width, height].map(Math.round).join(" "));
    expect(spots(difference)).toEqual(spots(base));
    const clashes = base.filter((a, at) =>
      base.slice(at + 1).some((b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom),
    );
    expect(clashes).toEqual([]);
  });
});

async function middleAcross(of: Locator): Promise<number> {
  const box = await of.evaluate((node) => node.getBoundingClientRect().toJSON() as DOMRect);
  return (box.top + box.bottom) / 2;
}

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
