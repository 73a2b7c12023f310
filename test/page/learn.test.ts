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

/** Does what the step asks for, and looks at what it shows. */
async function take(page: Page, step: Step, lesson: Lesson): Promise<void> {
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
        await take(page, step, lesson);
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
