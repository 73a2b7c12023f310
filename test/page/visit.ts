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

const patience = 100_000;

export interface VisitOptions {
  readonly width?: number;
  readonly scheme?: "light" | "dark";
  /** Whether the service worker may take over; requests that it makes can be neither seen nor stopped. */
  readonly offline?: boolean;
}

export async function visit(
  browser: Browser,
  url: string,
  { width = 1400, scheme = "light", offline = true }: VisitOptions = {},
): Promise<Visit> {
  const context = await browser.newContext({
    viewport: { width, height: 900 },
    colorScheme: scheme,
    reducedMotion: "reduce",
    serviceWorkers: offline ? "allow" : "block",
  });
  // Machines that run many tests at once take their time.
  context.setDefaultTimeout(patience);
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

/** Asks for so many runs, so that a comparison is soon finished. */
export async function askForRuns(page: Page, runs: number): Promise<void> {
  const choice = page.getByLabel("Runs of each", { exact: true });
  if (!(await choice.isVisible())) await page.getByText("Runs and seed").click();
  await choice.selectOption(String(runs));
}

/** Waits until all runs are finished, and gives the announcement. */
export async function finished(page: Page, runs = 5): Promise<string> {
  await page.getByText(`${runs} runs of each, 95% intervals`, { exact: true }).waitFor({ timeout: 110_000 });
  return (await page.locator("#announcement").textContent()) ?? "";
}

/** Opens a view, and a tab in it. */
export async function turnTo(page: Page, view: string, tab: string): Promise<void> {
  await page.getByRole("navigation", { name: "Views" }).getByRole("link", { name: view, exact: true }).click();
  await page.locator(".tabs").getByRole("button", { name: tab }).click();
}

/** Sets files down on the page of own data. */
export async function setDown(page: Page, files: Readonly<Record<string, string>>): Promise<void> {
  await page.getByRole("link", { name: "Own data" }).click();
  const list = Object.entries(files).map(([name, text]) => ({
    name,
    mimeType: "text/plain",
    buffer: Buffer.from(text),
  }));
  await page.locator("#files").setInputFiles(list);
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
