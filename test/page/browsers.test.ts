/**
 * The main path in every browser there is: the one file is opened from a disk with the study of a link, compares, and hands over its
 * numbers, drawings and report. The numbers are the same to the last digit in all of them.
 */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Browser, browsers, type Page } from "../determinism/browsers.ts";
import { toLink } from "../../viz/share/link.ts";
import { oneFile } from "./site.ts";
import { smallStudy } from "./small-study.ts";

/** A busy machine starts three browsers one after another. */
const patience = 300_000;

let address: string;
beforeAll(async () => {
  address = `${(await oneFile()).url}#/compare?study=${await toLink(smallStudy)}`;
}, patience);

/** In the page: waits for something, catches files that are handed over, and presses buttons. */
const tools = `
  const until = async (isSo) => { while (!isSo()) await new Promise((go) => setTimeout(go, 50)); };
  const button = (text) => [...document.querySelectorAll("button")].find((one) => one.textContent.trim() === text);
  const take = async (text) => {
    let taken;
    const [make, click] = [URL.createObjectURL, HTMLAnchorElement.prototype.click];
    URL.createObjectURL = (blob) => { taken = blob; return "blob:taken"; };
    HTMLAnchorElement.prototype.click = () => {};
    await until(() => button(text));
    button(text).click();
    await until(() => taken);
    URL.createObjectURL = make;
    HTMLAnchorElement.prototype.click = click;
    return taken;
  };
  const letters = async (blob) => [...new Uint8Array(await blob.slice(0, 4).arrayBuffer())];
`;

const numbers: string[] = [];

describe.each(browsers)("$name", (browser) => {
  const programs = browser.find();
  let page: Page | undefined;
  beforeAll(async () => {
    if (programs) page = await browser.open(address, programs);
    else console.warn(missing(browser));
  }, patience);
  afterAll(() => page?.close());

  /** Runs in the page; where the browser is not there the test is skipped, except where all have to be. */
  async function act<T>(body: string, skip: (note: string) => void): Promise<T> {
    if (!page && !process.env["CI"]) skip(missing(browser));
    if (!page) throw new Error(missing(browser));
    return page.run<T>(tools + body);
  }

  test(
    "compares, in workers, from a disk",
    async ({ skip }) => {
      const text = await act<string>(
        `await until(() => document.querySelector("#progress-text")?.textContent === "5 runs of each, 95% intervals");
       return document.querySelector("main").textContent;`,
        skip,
      );
      expect(text).toContain("One more server");
      expect(text).not.toMatch(/NaN|undefined|\[object/);
    },
    patience,
  );

  test(
    "draws, and hands over the same numbers as every other browser",
    async ({ skip }) => {
      const { csv, marks } = await act<{ csv: string; marks: number }>(
        `document.querySelector("#differences details").open = true;
       const csv = await (await take("Numbers (CSV)")).text();
       return { csv, marks: document.querySelectorAll("#differences svg .whisker").length };`,
        skip,
      );
      expect(marks).toBe(csv.trim().split("\n").length - 1);
      expect(marks).toBe(4);
      numbers.push(csv);
      expect(csv).toBe(numbers[0]);
    },
    patience,
  );

  test(
    "hands over a picture, and a report as a Word document",
    async ({ skip }) => {
      const files = await act<{ png: number[]; word: number[]; size: number }>(
        `const png = await letters(await take("Picture (PNG)"));
       button("Report").click();
       const word = await take("Save as a Word document");
       return { png, word: await letters(word), size: word.size };`,
        skip,
      );
      expect(files.png).toEqual([0x89, 0x50, 0x4e, 0x47]);
      expect(files.word.slice(0, 2)).toEqual([0x50, 0x4b]);
      expect(files.size).toBeGreaterThan(10_000);
    },
    patience,
  );
});

const missing = ({ name, packages }: Browser): string =>
  `${name} was not found. On Debian: apt-get install -y --no-install-recommends ${packages}`;
