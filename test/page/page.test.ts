/** The page in a real browser: the first view, its levers, and the reader's own files. */
import type { Page } from "playwright";
import { describe, expect, test } from "vitest";
import { compareReport } from "../../src/cli/text/compare-report.ts";
import { headlineRows, parseAnyScenario, runStudy, themeTitles } from "../../src/index.ts";
import { readRows } from "../cli/csv.ts";
import { readFileSync } from "node:fs";
import { serve, startTime } from "./browser.ts";
import { counter, shortHolding, shortPathway, variant, wicked } from "./files.ts";
import { useSite } from "./site.ts";
import { askForRuns, finished, setDown, visit, type Visit } from "./visit.ts";

const site = useSite();

/** Visits the page anew, and demands that nothing went wrong and nothing was asked of anybody else. */
async function anew(act: (page: Page, seen: Visit) => Promise<void>, url = site.url): Promise<void> {
  const seen = await visit(site.browser, url);
  try {
    await act(seen.page, seen);
    expect(seen.errors).toEqual([]);
    expect(seen.strangers).toEqual([]);
  } finally {
    await seen.close();
  }
}

const text = async (page: Page, selector: string): Promise<string> =>
  (await page.locator(selector).first().textContent()) ?? "";
/** How long a comparison may take to be told, on a busy machine. */
const patience = { timeout: 100_000 };

/** Two short pathways, of which the second changes the first, run to the end. */
async function shortComparison(page: Page, runs = 5): Promise<void> {
  await setDown(page, { "short.json": shortPathway, "held.json": shortHolding });
  await page.locator("#answer").waitFor(patience);
  await askForRuns(page, runs);
  await finished(page, runs);
}

/** A lever that every pathway has, whatever its title. */
const therapists = "#lever-services-IAPT-staff-therapists-wte";
const titleOf = (page: Page): Promise<string> => text(page, `label[for="${therapists.slice(1)}"]`);

async function twoCounters(page: Page): Promise<void> {
  await setDown(page, { "mine.json": counter("Mine", 3), "more.json": variant("More", 4) });
  await expect.poll(() => text(page, "#answer .title"), patience).toBe("More");
  await finished(page, 20);
}

describe("the first view", () => {
  test("opens with runs that came with it, goes on from them, and can be stopped", () =>
    anew(async (page) => {
      await page.locator("#answer strong").first().waitFor(patience);
      expect(await text(page, "#answer")).toMatch(/^Longer holding: .*\(.* to .*\)/);
      const far = /^(\d+) of 20 runs of each, (\d+) of them made with this page/;
      await expect.poll(() => text(page, "#progress-text"), patience).toMatch(far);
      const [, , made] = far.exec(await text(page, "#progress-text"))!;
      await expect
        .poll(async () => Number(far.exec(await text(page, "#progress-text"))?.[1]), patience)
        .toBeGreaterThan(Number(made));
      await page.getByRole("button", { name: "Stop" }).click();
      await expect.poll(() => text(page, "#progress-text")).toMatch(/^Stopped after/);
      expect(await page.locator("#cancel").count()).toBe(0);
      expect(await page.locator("#answer strong").count()).toBeGreaterThan(0);
    }));

  test("a first answer is rough and said to be so, and hardens", () =>
    anew(async (page) => {
      await setDown(page, { "short.json": shortPathway, "held.json": shortHolding });
      await expect.poll(() => text(page, "#progress-text"), patience).toMatch(/^A rough first answer/);
      expect(await page.locator("#answer").getAttribute("class")).toBe("soft");
      await page.getByText(/^\d+ of 20 runs of each, 95% intervals/).waitFor(patience);
      expect(await page.locator("#answer").getAttribute("class")).toBe("");
    }));

  test("its main figures are those of the command line for the same seed: in the same words and groups, to the last digit", () =>
    anew(async (page) => {
      await shortComparison(page);
      const load = (name: string): string | undefined =>
        ({
          "short.json": shortPathway,
          "baseline.json": readFileSync(new URL("../../scenarios/baseline.json", import.meta.url), "utf8"),
        })[name];
      const scenarios = [
        { name: "short.json", text: shortPathway },
        { name: "held.json", text: shortHolding },
      ].map(({ name, text: words }) => {
        const parsed = parseAnyScenario(words, { name, load });
        if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
        return parsed.scenario;
      });
      const study = { scenarios, seed: "caregap", replications: 5 };
      const [base, other] = (await runStudy(study).done).scenarios;
      const table = page.locator("#differences");
      await table.getByText("As a table, and to take away").click();
      const [download] = await Promise.all([
        page.waitForEvent("download"),
        table.getByRole("button", { name: "Numbers (CSV)" }).click(),
      ]);
      const shown = readRows(await download.path());
      const rows = headlineRows([base, other]);
      expect(rows.length).toBeGreaterThan(25);
      const digits = (value: number): string => (Number.isNaN(value) ? "" : String(value));
      expect(
        shown.map(({ theme, measure, baseline_mean: was, difference_mean: by }) => [theme, measure, was, by]),
      ).toEqual(
        rows.map(({ headline, values, differences: [difference] }) => [
          themeTitles[headline.theme],
          expect.stringContaining(headline.label),
          digits(values[0]!.mean),
          digits(difference!.mean),
        ]),
      );
      const printed = compareReport({ name: "short", result: base! }, [{ name: "held", result: other! }], study);
      for (const { headline } of rows) expect(printed).toContain(`${headline.label}  `);
    }));

  test("a lever that is moved gives another answer; undo, redo and reset lead back and forth", () =>
    anew(async (page) => {
      await shortComparison(page);
      const first = await text(page, "#answer");
      await page.getByLabel("Service or part").selectOption("services.IAPT");
      const field = page.locator(therapists);
      const before = await field.inputValue();
      await field.fill("9");
      await field.press("Enter");
      await expect.poll(() => text(page, ".differs")).toContain(await titleOf(page));
      // The answer of before stands until there is another.
      await expect.poll(() => text(page, "#answer"), patience).not.toBe(first);
      await finished(page);
      const second = await text(page, "#answer");
      await page.getByRole("button", { name: "Undo" }).click();
      await expect.poll(() => field.inputValue()).toBe(before);
      await finished(page);
      await expect.poll(() => text(page, "#answer"), patience).toBe(first);
      await page.getByRole("button", { name: "Redo" }).click();
      await expect.poll(() => text(page, "#answer"), patience).toBe(second);
      await page
        .getByRole("button", { name: `Reset ${await titleOf(page)}` })
        .first()
        .click();
      await expect.poll(() => text(page, "#answer"), patience).toBe(first);
    }));

  test("a value out of range is refused in place, and nothing changes", () =>
    anew(async (page) => {
      await shortComparison(page);
      const first = await text(page, "#answer");
      await page.getByLabel("Service or part").selectOption("services.IAPT");
      const field = page.locator(therapists);
      await field.fill("-1");
      await field.press("Enter");
      await page.getByText("Give a number of 0.5 or more").waitFor();
      await field.fill("many");
      await field.press("Enter");
      await page.getByText("Give a number.", { exact: true }).waitFor();
      expect(await text(page, "#answer")).toBe(first);
    }));

  test("while a slider is dragged one step is remembered, and only the last question is answered", () =>
    anew(async (page) => {
      await shortComparison(page);
      await page.getByLabel("Service or part").selectOption("services.IAPT");
      const slider = page.locator(".lever", { has: page.locator(therapists) }).getByRole("slider");
      for (const value of ["4", "5", "6", "8"]) {
        await slider.evaluate((node: HTMLInputElement, now) => {
          node.value = now;
          node.dispatchEvent(new Event("input", { bubbles: true }));
        }, value);
      }
      await expect.poll(() => text(page, ".differs")).toContain("→ 8");
      await finished(page);
      await page.getByRole("button", { name: "Undo" }).click();
      await expect.poll(() => text(page, ".differs")).not.toContain(await titleOf(page));
    }));

  test("designs are added, copied, renamed and removed, up to four", () =>
    anew(async (page) => {
      await twoCounters(page);
      await page.getByRole("button", { name: "Copy More" }).click();
      await expect.poll(() => page.locator("#answer p").count(), patience).toBe(2);
      await page.getByRole("button", { name: "Rename More, copy" }).click();
      await page.getByLabel("Name of More, copy").fill(wicked);
      await page.keyboard.press("Enter");
      await expect.poll(() => text(page, "#answer")).toContain(wicked);
      expect(await page.locator("img").count()).toBe(0);
      await page.getByRole("button", { name: "Add another design to the comparison" }).click();
      await page.getByRole("button", { name: "Add another design to the comparison" }).click();
      const another = page.getByRole("button", { name: "Add another design to the comparison" });
      await expect.poll(() => another.count()).toBe(0);
      await page.getByRole("button", { name: `Remove ${wicked}` }).click();
      await expect.poll(() => text(page, "#answer"), patience).not.toContain(wicked);
    }));

  test("a service is added by a form, and the differences say so", () =>
    anew(async (page) => {
      await shortComparison(page);
      await page.getByText("Add a service", { exact: true }).click();
      await page.getByRole("button", { name: "Add this service" }).click();
      await page.getByText("Give the service a name.").waitFor();
      await page.getByLabel("Name", { exact: true }).fill("Listening");
      await page.getByRole("button", { name: "Add this service" }).click();
      await expect.poll(() => text(page, ".differs")).toContain("Service: Listening");
      await finished(page);
      await page.getByLabel("values", { exact: true }).check();
      expect(await text(page, "#values")).toContain("Median wait for Listening");
    }));

  test("the same seed gives the same figures, another seed others; a design against itself no difference", () =>
    anew(async (page) => {
      await twoCounters(page);
      const first = await text(page, "#answer");
      const seed = page.getByLabel("Seed");
      await page.getByText("Runs and seed").click();
      const ask = async (words: string): Promise<void> => {
        await seed.fill(words);
        await seed.press("Enter");
      };
      await ask("another");
      await expect.poll(() => text(page, "#answer"), patience).not.toBe(first);
      await finished(page, 20);
      await ask("caregap");
      await expect.poll(() => text(page, "#answer"), patience).toBe(first);
      await page.getByLabel("What would you try?").selectOption("mine.json");
      await expect.poll(() => text(page, "#answer"), patience).toBe("Mine: the same figures in every run.");
    }));
});

describe("files of the reader's", () => {
  test("names are text, whatever is in them", () =>
    anew(async (page) => {
      await setDown(page, { "mine.json": counter("Mine", 3), "more.json": variant(wicked, 4) });
      await expect.poll(() => text(page, "#answer"), patience).toContain(wicked);
      await finished(page, 20);
      expect(await text(page, "#answer")).toContain("‘<b>counter</b>’");
      expect(await page.locator("img, main b").count()).toBe(0);
    }));

  const alone = JSON.stringify({ format: 1, extends: "gone.json", title: "Alone", change: {} });
  const broken = counter("Broken", 3)
    .replace('"run_days":100', '"run_days":-1')
    .replace('"routing":"home"', '"routing":"hom"');
  test("broken ones get every fault with its place, and the study stays as it was", () =>
    anew(async (page) => {
      await twoCounters(page);
      const answer = await text(page, "#answer");
      for (const [name, words, reasons] of [
        ["broken.json", broken, [/run_days.*got -1/, /routing.*hom.*Did you mean "home"\?/]],
        ["words.json", "not a scenario", [/line 1/]],
        ["picture.png", "PNG", [/a scenario, or a table/]],
        ["alone.json", alone, [/gone\.json/]],
        ["empty.json", "", [/empty\.json cannot be used/]],
      ] as const) {
        await setDown(page, { [name]: words });
        await page.getByRole("alert").waitFor();
        for (const reason of reasons) await expect.poll(() => text(page, "#refused"), patience).toMatch(reason);
      }
      await page.getByRole("link", { name: "Compare" }).click();
      expect(await text(page, "#answer")).toBe(answer);
    }));

  test("a list of practices is read by columns that are guessed and can be changed", () =>
    anew(async (page) => {
      await setDown(page, { "practices.csv": "Code,List size,IMD decile\nA1,8000,2\nB2,12000,x\n" });
      await page.getByText(/line 3, column "IMD decile"/).waitFor();
      await page.getByLabel("Tenth of deprivation, 1 the most deprived").selectOption("-1");
      await page.getByText(/2 practices with 20,000 patients/).waitFor(patience);
      await page.getByRole("button", { name: "Use these practices" }).click();
      await expect.poll(() => text(page, ".question"), patience).toContain("with 1 change of yours");
    }));

  test("ages of a waiting list are told in shares beyond each limit", () =>
    anew(async (page) => {
      await setDown(page, { "list.csv": "weeks waited\n2\n10\n30\n60\n" });
      await page.getByText("4 people wait.").waitFor(patience);
      const cells = await page
        .getByRole("table", { name: /beyond each limit/ })
        .getByRole("cell")
        .allTextContents();
      expect(cells.map((cell) => cell.replace(/^.* /, ""))).toEqual(["75%", "50%", "25%"]);
    }));

  test("a list of waits starts every design from today; what does not fit is told in place; a step back takes it away", () =>
    anew(async (page) => {
      await shortComparison(page);
      const changes = page.locator(".question").getByText(/with \d+ changes of yours/);
      await setDown(page, { "list.csv": "weeks waited,group\n2,pd\n3,cmd\n3,nobody\n" });
      await page.getByLabel("All are on the list of").selectOption("IAPT");
      await page.getByText(/line 4, column "group"/).waitFor();
      await page.getByLabel("Group of each").selectOption("-1");
      await page.getByLabel("All are of the group").selectOption("cmd");
      await page.getByLabel(/^nobody: all staff are free/).check();
      await page.getByRole("button", { name: "Start every design from this list" }).click();
      await page.getByRole("heading", { name: "What differs", exact: true }).waitFor();
      await changes.waitFor(patience);
      await finished(page);
      await page.getByRole("button", { name: "Undo" }).click();
      await changes.waitFor({ state: "detached" });
    }));
});

describe("for everybody", () => {
  test("the way from the question to a lever can be gone by keyboard alone", () =>
    anew(async (page) => {
      await twoCounters(page);
      await page.getByRole("link", { name: "Skip to main content" }).focus();
      await page.keyboard.press("Enter");
      const reached: string[] = [];
      for (let step = 0; step < 40; step++) {
        await page.keyboard.press("Tab");
        reached.push(
          await page.evaluate(() => {
            const { activeElement: at } = document;
            return at?.getAttribute("aria-label") ?? (at?.id || (at?.textContent ?? "").trim());
          }),
        );
      }
      for (const name of ["try-b", "base", "Rename More", "Copy More", "Runs and seed", "show-differences", "part"])
        expect(reached).toContain(name);
      expect(reached.some((name) => name.endsWith("slider"))).toBe(true);
    }));

  test("past the measures of the chart the focus can skip to the levers, or to their door", () =>
    anew(async (page) => {
      await twoCounters(page);
      const skip = async (): Promise<string> => {
        await page.getByRole("link", { name: "Skip to what you can change" }).focus();
        await page.keyboard.press("Enter");
        return page.evaluate(() => document.activeElement?.id ?? "");
      };
      expect(await skip()).toBe("change-head");
      await page.setViewportSize({ width: 390, height: 844 });
      expect(await skip()).toBe("change-door");
    }));

  test("what comes out is said to those who listen", () =>
    anew(async (page) => {
      await twoCounters(page);
      await expect.poll(() => text(page, "#announcement")).toMatch(/^More: .*20 runs\.$/);
    }));
});

test(
  "as `npm start` serves it the page opens with its answer, and gives the same ones as the built page",
  async () => {
    const working = await serve();
    try {
      // Where anything has changed since, the runs that come with the page are made anew when they are asked for.
      await (await fetch(new URL("@first-runs.json", working.url))).json();
      await anew(async (page) => {
        await page.locator("#answer strong").first().waitFor(patience);
        expect(await text(page, "#progress-text")).toMatch(/made with this page/);
      }, working.url);
      let worked = "";
      await anew(async (page) => {
        await twoCounters(page);
        worked = await text(page, "#answer");
      });
      await anew(async (page) => {
        await twoCounters(page);
        expect(await text(page, "#answer")).toBe(worked);
      }, working.url);
    } finally {
      await working.close();
    }
  },
  startTime,
);
