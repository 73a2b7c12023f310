/** A visit to the page that notes what must not happen: errors, and requests to anywhere else. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Browser, Page } from "playwright";

export interface Visit {
  readonly page: Page;
  /** Errors of the page and of its console. */
  readonly errors: string[];
  /** Addresses asked for that are not of the page's own origin. */
  readonly strangers: string[];
  close(): Promise<void>;
}

export interface VisitOptions {
  readonly width?: number;
  readonly scheme?: "light" | "dark";
}

export async function visit(
  browser: Browser,
  url: string,
  { width = 1400, scheme = "light" }: VisitOptions = {},
): Promise<Visit> {
  const context = await browser.newContext({
    viewport: { width, height: 900 },
    colorScheme: scheme,
    reducedMotion: "reduce",
  });
  const page = await context.newPage();
  const errors: string[] = [];
  const strangers: string[] = [];
  page.on("pageerror", (error) => errors.push(error.message));
  page.on("console", (message) => ["error", "warning"].includes(message.type()) && errors.push(message.text()));
  const { origin } = new URL(url);
  context.on("request", (request) => {
    const { protocol, origin: from } = new URL(request.url());
    if (protocol !== "data:" && protocol !== "blob:" && from !== origin) strangers.push(request.url());
  });
  await page.goto(url);
  return { page, errors, strangers, close: () => context.close() };
}

/** Asks for few runs, so that a comparison is soon finished. */
export async function askForFewRuns(page: Page): Promise<void> {
  await page.getByText("Runs and seed").click();
  await page.locator("#runs").selectOption("5");
}

/** Waits until a comparison of so many runs is finished, and gives the announcement. */
export async function finished(page: Page, runs = 5): Promise<string> {
  const announcement = page.locator("#announcement");
  await page.waitForFunction(
    (text) =>
      document.querySelector("#announcement")?.textContent?.startsWith(text) &&
      document.querySelector("#cancel")?.hasAttribute("hidden"),
    `After ${runs} runs`,
  );
  return (await announcement.textContent()) ?? "";
}

/** Drops files on the page, as a hand would. */
export async function drop(page: Page, files: Readonly<Record<string, string>>): Promise<void> {
  const held = await page.evaluateHandle((list) => {
    const data = new DataTransfer();
    for (const [name, text] of Object.entries(list)) data.items.add(new File([text], name));
    return data;
  }, files);
  await page.dispatchEvent("body", "drop", { dataTransfer: held });
}

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** What axe finds wrong with the page as it stands: the rule, and where. */
export async function axeFaults(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    interface Violation {
      readonly id: string;
      readonly nodes: readonly { readonly target: readonly unknown[]; readonly failureSummary?: string }[];
    }
    const { axe: checker } = window as unknown as { axe: { run(): Promise<{ violations: readonly Violation[] }> } };
    const { violations } = await checker.run();
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary = "" }) => `${id}: ${target.join(" ")} ${failureSummary}`),
    );
  });
}
