/** Lessons in a real browser, from the first step to the last; links and codes of a class. */
import type { Page } from "playwright";
import { expect, test } from "vitest";
import { decodeFound } from "../../viz/learn/class-code.ts";
import type { Lesson, Step } from "../../viz/learn/lesson.ts";
import { lessons } from "../learn/lessons.ts";
import { serveBuilt } from "./browser.ts";
import { useSite } from "./site.ts";
import { axeFaults, visit } from "./visit.ts";

const site = useSite(serveBuilt);

const next = (page: Page) => page.getByRole("button", { name: "Next", exact: true });
const lessonTime = 240_000;

/**
 * What the texts of lessons say of the model, as `label of a figure` in a world: about so much, or clearly more, less, or neither than in
 * the first world of its table. When the model changes and one of these falls, the text has to change with it.
 */
const said: Readonly<Record<string, readonly (readonly [figure: string, world: string, Said])[]>> = {
  "busy-clinic": [["busy", "clinic", 80]],
  "one-run": [
    ["crises", "today", 94],
    ["crises", "staff", "same"],
    ["wait", "staff", "less"],
  ],
  "mean-of-the-seen": [
    ["seen", "today", 60],
    ["seen", "impatient", "less"],
    ["all", "impatient", "less"],
    ["left", "impatient", "more"],
  ],
  "two-thresholds": [
    ["gap", "today", 138],
    ["gap", "closed", 137],
    ["risky", "closed", "less"],
    ["mild", "closed", "less"],
  ],
  "writing-up": [
    ["paper", "none", 60],
    ["accepted", "none", 220],
    ["paper", "all", "more"],
    ["turned", "all", "more"],
  ],
  "group-or-one-to-one": [
    ["declined", "choice", 40],
    ["declined", "group", "more"],
    ["second", "choice", 41],
    ["second", "group", 8],
    ["first", "group", "more"],
    ["referrals", "group", "more"],
    ["recovered_pd", "group", "less"],
  ],
  "nobody-sees": [
    ["hidden", "today", 25],
    ["hidden", "shared", 24],
    ["recalls", "shared", "more"],
    ["lost", "shared", "less"],
    ["wait", "shared", "more"],
  ],
  "shorter-or-longer": [
    ["crises", "today", 94],
    ["crises", "longer", "less"],
    ["crises", "shorter", "same"],
    ["wait", "today", 36],
    ["wait", "longer", "more"],
    ["wait", "shorter", "less"],
    ["first", "shorter", "less"],
  ],
};
type Said = number | "more" | "less" | "same";
/** Numbers are said in round figures. */
const near = 0.05;

const numbersIn = (text: string): number[] =>
  (text.replaceAll(",", "").match(/[−+]?\d+(\.\d+)?/g) ?? []).map((number) => Number(number.replace("−", "-")));

/** That what came out is what the lesson says. */
async function compareWithText(
  page: Page,
  step: Extract<Step, { kind: "see" }>,
  lesson: Lesson,
  id: string,
): Promise<void> {
  for (const [figure, world, what] of said[id] ?? []) {
    const row = page.locator("tr", {
      has: page.getByRole("rowheader", { name: lesson.figures[figure]!.label, exact: true }),
    });
    const cell = (await row.getByRole("cell").nth(step.worlds.indexOf(world)).innerText()).replaceAll("\u00a0", " ");
    const [level = "", change = ""] = cell.split("change");
    const name = `${figure} in ${world}: ${cell}`;
    if (typeof what === "number") {
      expect(Math.abs(numbersIn(level)[0]! / what - 1), name).toBeLessThan(near);
    } else {
      const [, low, high] = numbersIn(change);
      expect(low! > 0 ? "more" : high! < 0 ? "less" : "same", name).toBe(what);
    }
  }
}

/** That the slider reached as far as the answer. */
async function compareWithSliders(page: Page, answers: readonly string[], lesson: Lesson): Promise<void> {
  const asked = lesson.steps.flatMap((step) => (step.kind === "predict" && answers.includes(step.id) ? [step] : []));
  for (const [i, { id, low, high }] of asked.entries()) {
    const text = await page.locator(".answer__pair").nth(i).locator("dd").last().innerText();
    const [mean = NaN] = numbersIn(text);
    expect(mean >= low && mean <= high, `${id}: ${text} from ${low} to ${high}`).toBe(true);
  }
}

/** Does what the step asks for, and looks at what it shows. */
async function take(page: Page, step: Step, lesson: Lesson, id: string): Promise<void> {
  await page.getByRole("heading", { name: step.title, exact: true }).waitFor();
  switch (step.kind) {
    case "predict":
      await expect.poll(() => next(page).count()).toBe(0);
      await page.getByRole("slider").press("ArrowRight");
      await page.getByRole("button", { name: "That is what I expect" }).click();
      await page.getByText(/^Noted: /).waitFor();
      break;
    case "draw":
      await page.getByRole("slider").last().press("PageUp");
      await page.getByRole("button", { name: "That is what I expect" }).click();
      await page.getByText(/^Noted\./).waitFor();
      break;
    case "see": {
      const shown = (): Promise<string | null> => page.locator(".lesson__step").textContent();
      await expect.poll(shown, { timeout: lessonTime }).not.toMatch(/runs are ready|starting the runs/);
      await page.getByText("The runs are not ready yet…").first().waitFor({ state: "detached" });
      const text = (await shown()) ?? "";
      expect(text).not.toMatch(/NaN|undefined|Infinity|not known|no such people/);
      for (const figure of step.figures) expect(text).toContain(lesson.figures[figure]!.label);
      await compareWithText(page, step, lesson, id);
      await compareWithSliders(page, step.answers, lesson);
      break;
    }
    case "runs":
      await page.getByRole("button", { name: "Show all" }).click({ timeout: lessonTime });
      await page.getByText(/^All \d+ runs together: /).waitFor({ timeout: lessonTime });
      break;
    case "watch":
      await expect.poll(() => page.locator("canvas.world").count(), { timeout: lessonTime }).toBe(step.worlds.length);
      await page.getByText(/^Person \d+: /).waitFor();
      break;
    case "read":
    case "think":
      break;
  }
}

test.each(lessons())(
  "$id, from start to end",
  async ({ id, lesson }) => {
    const seen = await visit(site.browser, `${site.url}#/learn?lesson=${id}`);
    const { page } = seen;
    try {
      await page.getByRole("heading", { name: lesson.title, exact: true, level: 1 }).waitFor();
      for (const [at, step] of lesson.steps.entries()) {
        await take(page, step, lesson, id);
        if (at === 1) expect(await axeFaults(page)).toEqual([]);
        if (at + 1 < lesson.steps.length) await next(page).click();
      }
      expect(await next(page).count()).toBe(0);
      expect(await page.getByText("116 123").isVisible()).toBe(true);
      expect(seen.errors).toEqual([]);
      expect(seen.strangers).toEqual([]);
    } finally {
      await seen.close();
    }
  },
  lessonTime,
);

test(
  "a class: the same link gives the same figure, own luck gives others, and codes add up on the teacher's page",
  async () => {
    const id = "two-thresholds";
    const codeOf = async (words: string): Promise<string> => {
      const seen = await visit(site.browser, `${site.url}#/learn?lesson=${id}${words}`);
      try {
        await next(seen.page).click();
        await seen.page.getByRole("button", { name: "That is what I expect" }).click();
        await seen.page.getByText("In a class").click();
        const code = seen.page.locator(".class-mode__code");
        await code.waitFor({ timeout: lessonTime });
        return (await code.textContent()) ?? "";
      } finally {
        await seen.close();
      }
    };
    const [one, same, own] = [await codeOf(""), await codeOf("&seed=lesson"), await codeOf("&own=1")];
    expect(same).toBe(one);
    expect(own).not.toBe(one);
    expect(decodeFound(id, one)).toMatchObject({ ok: true, predicted: 0 });
    const teacher = await visit(site.browser, `${site.url}#/learn?lesson=${id}`);
    try {
      await teacher.page.getByText("In a class").click();
      await teacher.page.getByLabel("Codes of the class, one on a line").fill(`${one}\n${own.toLowerCase()}\nnonsense`);
      await teacher.page.getByText(/what 2 students found/).waitFor();
      await teacher.page.getByText("nonsense: A code has 14 letters and digits; this has 8.").waitFor();
      expect(await axeFaults(teacher.page)).toEqual([]);
    } finally {
      await teacher.close();
    }
  },
  lessonTime,
);

test("a lesson that is not there is told, and the others are listed", async () => {
  const seen = await visit(site.browser, `${site.url}#/learn?lesson=<img src=x>`);
  try {
    await seen.page.getByText("There is no lesson called “<img src=x>” here.").waitFor();
    expect(await seen.page.locator(".lessons__item").count()).toBe(lessons().length);
    expect(await seen.page.locator("main img").count()).toBe(0);
  } finally {
    await seen.close();
  }
});

test(
  "on a phone a word of the glossary is explained by a tap, within the screen",
  async () => {
    const context = await site.browser.newContext({ viewport: { width: 390, height: 844 }, hasTouch: true });
    context.setDefaultTimeout(lessonTime / 4);
    try {
      const page = await context.newPage();
      await page.goto(`${site.url}#/learn?lesson=two-thresholds`);
      const word = page.locator(".term__word", { hasText: "CMHT" });
      const meaning = page.getByRole("tooltip");
      const inside = async (): Promise<void> => {
        await word.tap();
        await meaning.filter({ hasText: "Community mental health team" }).waitFor();
        const { x, y, width } = (await meaning.boundingBox())!;
        expect(Math.min(x, y)).toBeGreaterThanOrEqual(0);
        expect(x + width).toBeLessThanOrEqual(390);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
        await page.keyboard.press("Escape");
        await expect.poll(() => meaning.count()).toBe(0);
      };
      await inside();
      // There is no room above it now.
      await word.evaluate((one) => one.scrollIntoView({ block: "start" }));
      await inside();
    } finally {
      await context.close();
    }
  },
  lessonTime,
);

test(
  "whoever opens a lesson, or goes back to the list, begins at its top",
  async () => {
    const seen = await visit(site.browser, `${site.url}#/learn`);
    const focused = (): Promise<string> => seen.page.evaluate(() => document.activeElement?.id ?? "");
    try {
      await seen.page.getByRole("link", { name: "Whose wait is it?" }).press("Enter");
      await seen.page.getByRole("heading", { name: "Whose wait is it?", level: 1 }).waitFor();
      await expect.poll(focused).toBe("main");
      await seen.page.getByRole("button", { name: "All lessons" }).press("Enter");
      await seen.page.getByRole("heading", { name: "Learn", level: 1 }).waitFor();
      await expect.poll(focused).toBe("main");
      expect(seen.errors).toEqual([]);
    } finally {
      await seen.close();
    }
  },
  lessonTime,
);
