/** A study goes by link, by file and by the browser's store, and gives the same figures to the last digit; the one file does all of it from a disk. */
import { readFile } from "node:fs/promises";
import { loadAsync } from "jszip";
import type { Page } from "playwright";
import { beforeAll, describe, expect, test } from "vitest";
import { fromLink, toLink } from "../../viz/share/link.ts";
import { fromStudyFile, toStudyFile } from "../../viz/share/study-file.ts";
import { startTime } from "./browser.ts";
import { oneFile, useSite } from "./site.ts";
import { smallStudy } from "./small-study.ts";
import { axeFaults, finished, visit, type Visit } from "./visit.ts";

const file = useSite(oneFile);
let seen: Visit;
let page: Page;
let figures: string;

beforeAll(async () => {
  seen = await visit(file.browser, `${file.url}#/compare?study=${await toLink(smallStudy)}`);
  page = seen.page;
  await finished(page);
  figures = await numbersOn(page);
}, startTime);

/** What a button hands over. */
async function take(on: Page, button: string): Promise<Buffer> {
  const [download] = await Promise.all([
    on.waitForEvent("download"),
    on.getByRole("button", { name: button, exact: true }).first().click(),
  ]);
  return readFile(await download.path());
}

/** The differences with all their digits, as the page gives them away. */
async function numbersOn(on: Page): Promise<string> {
  const door = on.locator("#differences details.twin");
  if ((await door.getAttribute("open")) === null) await door.locator("summary").click();
  return (await take(on, "Numbers (CSV)")).toString("utf8");
}

const door = (name: string) => page.getByRole("button", { name, exact: true });
async function open(name: string): Promise<void> {
  if ((await door(name).getAttribute("aria-expanded")) !== "true") await door(name).click();
}

test("the page opens with the study of the link, and says so", async () => {
  expect(figures.split("\n").length).toBeGreaterThan(3);
  expect(figures).toContain("One more server");
  expect(await page.locator(".notice").textContent()).toContain("the study of the link");
  expect(page.url()).not.toContain("study=");
});

test("its own link opens elsewhere with the same figures, to the last digit", async () => {
  await open("Share");
  const field = page.locator("#share-link");
  await expect.poll(() => field.inputValue()).toContain("study=1.");
  const link = await field.inputValue();
  expect(await fromLink(new URL(link).hash.split("study=")[1]!)).toEqual({ ok: true, state: smallStudy });
  const elsewhere = await visit(file.browser, link);
  try {
    await finished(elsewhere.page);
    expect(await numbersOn(elsewhere.page)).toBe(figures);
  } finally {
    await elsewhere.close();
  }
});

test("a saved file holds the study, and opens it again after another", async () => {
  await open("Share");
  const text = (await take(page, "Save the study as a file")).toString("utf8");
  expect(fromStudyFile(text)).toEqual({ ok: true, state: smallStudy });
  await page.getByRole("button", { name: "Start anew" }).click();
  await expect.poll(() => page.getByRole("button", { name: "Undo" }).isEnabled()).toBe(true);
  await page
    .locator("#open-study")
    .setInputFiles({ name: "cut.caregap.json", mimeType: "text/plain", buffer: Buffer.from(text.slice(0, -9)) });
  await page.locator("#share-panel").getByText("not whole").waitFor();
  await page
    .locator("#open-study")
    .setInputFiles({ name: "mine.caregap.json", mimeType: "text/plain", buffer: Buffer.from(text) });
  await finished(page);
  expect(await numbersOn(page)).toBe(figures);
});

test("a saved study that is set down with the reader's own files is opened too", async () => {
  const text = toStudyFile({ ...smallStudy, seed: "another seed" });
  const other = await visit(file.browser, `${file.url}#/own`);
  try {
    const setDown = (content: string) =>
      other.page
        .locator("#files")
        .setInputFiles({ name: "a.caregap.json", mimeType: "text/plain", buffer: Buffer.from(content) });
    await setDown(text.slice(0, -9));
    await other.page.locator("#refused").getByText("not whole").waitFor();
    await setDown(text);
    await finished(other.page);
    expect(await numbersOn(other.page)).not.toBe(figures);
  } finally {
    await other.close();
  }
});

test("the page opens again with the last study", async () => {
  await page.waitForTimeout(600);
  await page.goto("about:blank");
  await page.goto(file.url);
  await finished(page);
  expect(await numbersOn(page)).toBe(figures);
});

test("the report is a Word document that says what was asked, found and left out, and how to repeat it", async () => {
  await open("Report");
  const zip = await loadAsync(await take(page, "Save as a Word document"));
  const xml = (await zip.file("word/document.xml")?.async("string")) ?? "";
  const text = xml.replaceAll("</w:p>", "\n").replaceAll(/<[^>]+>/g, "");
  for (const words of [
    "One more server",
    "a seed of its own",
    "5 runs of each design",
    "What was not modelled",
    "study=1.",
  ]) {
    expect(text).toContain(words);
  }
  expect(text).not.toMatch(/NaN|undefined|\[object/);
  expect(zip.file(/^word\/media\/.*\.png$/).length).toBeGreaterThan(0);
  const link = /study=(1\.[\w-]+)/.exec(text)![1]!;
  expect(await fromLink(link)).toMatchObject({ ok: true, state: { seed: "a seed of its own" } });
});

describe("doors", () => {
  test.each(["Share", "Report"])("%s is fit for everybody", async (name) => {
    await open(name);
    expect(await axeFaults(page)).toEqual([]);
  });
});

test.each([
  ["cut", "1.H4sIAAAA", "not whole"],
  ["of a newer page", "9.H4sIAAAA", "newer caregap"],
])("a link that is %s ends in a message, and the page works", async (_, link, message) => {
  const other = await visit(file.browser, `${file.url}#/compare?study=${link}`);
  try {
    await other.page.locator(".notice").getByText(message).waitFor();
    expect(await other.page.getByRole("heading", { name: "The answer" }).count()).toBe(1);
    expect(other.errors).toEqual([]);
  } finally {
    await other.close();
  }
});

test("nothing went wrong, and nothing was asked of anybody else", () => {
  expect(seen.errors).toEqual([]);
  expect(seen.strangers).toEqual([]);
});
