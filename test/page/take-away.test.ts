/** What a reader takes away: charts as CSV, SVG and PNG, and the report as a Word document and as a print; each opened and read back. */
import { readFile } from "node:fs/promises";
import { loadAsync } from "jszip";
import type { Page } from "playwright";
import { beforeAll, describe, expect, test } from "vitest";
import { differences } from "../../viz/charts/differences.ts";
import { differencesFixture } from "../../viz/fixtures/differences.ts";
import { readRows } from "../cli/csv.ts";
import { serve, startTime } from "./browser.ts";
import { openGallery } from "./gallery.ts";
import { useSite } from "./site.ts";
import type { Visit } from "./visit.ts";

const site = useSite(serve);
let gallery: Visit;
let page: Page;

beforeAll(async () => {
  gallery = await openGallery(site, { scheme: "dark" });
  page = gallery.page;
}, startTime);

/** Presses a button and reads the file that it hands over. */
async function take(button: string): Promise<{ readonly name: string; readonly path: string; readonly bytes: Buffer }> {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: button, exact: true }).click(),
  ]);
  const path = await download.path();
  return { name: download.suggestedFilename(), path, bytes: await readFile(path) };
}

describe("a chart", () => {
  test("as CSV holds every number with all its digits", async () => {
    const { name, path } = await take("Save differences as csv");
    expect(name).toBe("caregap-differences.csv");
    const rows = readRows(path);
    const { columns, rows: told } = differences.tidy(differencesFixture);
    expect(Object.keys(rows[0]!)).toEqual(columns);
    const means = told.map((row) => row[columns.indexOf("difference_mean")]);
    expect(rows.map((row) => Number(row["difference_mean"]))).toEqual(means);
  });

  test.each(["differences", "states", "endings", "heat-map"])(
    "%s as SVG stands alone, in light colours, with its name",
    async (chart) => {
      const { bytes } = await take(`Save ${chart} as svg`);
      const text = bytes.toString("utf8");
      expect(text).not.toMatch(/class=|style=|var\(|<script|href=|tabindex/);
      const alone = await site.browser.newPage();
      const seen = await alone.evaluate((svg) => {
        const read = new DOMParser().parseFromString(svg, "image/svg+xml");
        const fills = [...read.querySelectorAll("text")].map((node) => node.getAttribute("fill"));
        const patterns = [...read.querySelectorAll("[fill^=url]")].map((node) =>
          node.getAttribute("fill")!.slice(5, -1),
        );
        return {
          faults: read.querySelectorAll("parsererror").length,
          title: read.querySelector("title")?.textContent ?? "",
          ground: read.querySelector("rect")?.getAttribute("fill"),
          dark: fills.filter(
            (fill) =>
              fill === null || /rgb\((\d+)/.exec(fill)?.[1] === undefined || Number(/rgb\((\d+)/.exec(fill)![1]) > 160,
          ).length,
          lost: patterns.filter((id) => read.getElementById(id.replaceAll('"', "")) === null),
        };
      }, text);
      await alone.close();
      expect(seen).toMatchObject({ faults: 0, ground: "#ffffff", dark: 0, lost: [] });
      expect(seen.title.length).toBeGreaterThan(30);
    },
  );

  test("as PNG is a picture twice as sharp as the drawing, white at its edge", async () => {
    const { name, bytes } = await take("Save states as png");
    expect(name).toBe("caregap-states.png");
    expect(bytes.subarray(1, 4).toString()).toBe("PNG");
    expect(bytes.readUInt32BE(16)).toBe(2 * 960);
    const alone = await site.browser.newPage();
    const edge = await alone.evaluate(async (base64) => {
      const image = new Image();
      image.src = `data:image/png;base64,${base64}`;
      await image.decode();
      const canvas = new OffscreenCanvas(image.width, image.height).getContext("2d")!;
      canvas.drawImage(image, 0, 0);
      const { data } = canvas.getImageData(0, 0, image.width, image.height);
      const vermilion = data.filter(
        (_, at) => at % 4 === 0 && data[at] === 213 && data[at + 1] === 94 && data[at + 2] === 0,
      ).length;
      return { corner: Array.from(data.subarray(0, 4)), vermilion };
    }, bytes.toString("base64"));
    await alone.close();
    expect(edge.corner).toEqual([255, 255, 255, 255]);
    expect(edge.vermilion).toBeGreaterThan(10_000);
  });

  test("leaves nothing behind on the page", async () => {
    expect(await page.locator(".off-screen").count()).toBe(0);
  });
});

describe("the report", () => {
  test("as a Word document has its parts in order, its figures as pictures with words, and its tables", async () => {
    const { bytes } = await take("Save the report");
    const zip = await loadAsync(bytes);
    const xml = (await zip.file("word/document.xml")?.async("string")) ?? "";
    const text = xml.replaceAll(/<[^>]+>/g, " ");
    const parts = [
      "The answer",
      "The question",
      "How sure this is",
      "Why: the figures",
      "What was changed",
      "What was assumed",
      "What was not modelled",
      "How to repeat it",
    ];
    const spots = parts.map((part) => text.indexOf(part));
    expect(spots).toEqual(spots.toSorted((a, b) => a - b));
    expect(spots[0]).toBeGreaterThan(0);
    expect(text).toContain("about 41 fewer crises a year (33 to 49)");
    expect(text).toContain("&lt;b&gt;Not bold&lt;/b&gt;");
    const pictures = zip.file(/^word\/media\/.*\.png$/);
    expect(pictures).toHaveLength(2);
    for (const picture of pictures) expect((await picture.async("nodebuffer")).subarray(1, 4).toString()).toBe("PNG");
    expect(xml.match(/descr="[^"]{40,}"/g)).toHaveLength(2);
    expect(xml.match(/<w:tbl>/g)).toHaveLength(4);
  });

  test("as a print is alone on the paper, and gone from the page afterwards", async () => {
    await page.evaluate(() => {
      window.print = () => {};
    });
    await page.getByRole("button", { name: "Print the report" }).click();
    await page.emulateMedia({ media: "print" });
    await page
      .locator("#report img")
      .last()
      .evaluate((image) => (image as HTMLImageElement).decode());
    const shown = await page.evaluate(() => ({
      report: document.querySelector("#report")!.getBoundingClientRect().height,
      gallery: document.querySelector("main")!.getBoundingClientRect().height,
      bold: document.querySelectorAll("#report h1 b").length,
      ink: getComputedStyle(document.querySelector("#report")!).getPropertyValue("--paper").trim(),
      pictures: [...document.querySelectorAll<HTMLImageElement>("#report img")].map((image) => image.naturalWidth),
    }));
    expect(shown).toMatchObject({ gallery: 0, bold: 0, ink: "#ffffff", pictures: [960, 960] });
    expect(shown.report).toBeGreaterThan(1_000);
    const pdf = await page.pdf();
    expect(pdf.subarray(0, 5).toString()).toBe("%PDF-");
    await page.emulateMedia({ media: "screen" });
    await page.evaluate(() => dispatchEvent(new Event("afterprint")));
    expect(await page.locator("#report").count()).toBe(0);
    expect(await page.locator("main").isVisible()).toBe(true);
  });

  test("nothing went wrong, and nothing was asked of anybody else", () => {
    expect(gallery.errors).toEqual([]);
    expect(gallery.strangers).toEqual([]);
  });
});
