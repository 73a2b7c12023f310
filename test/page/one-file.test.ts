/** The page as one file on a disk, and the served page without a network. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startTime } from "./browser.ts";
import { counter, variant } from "./files.ts";
import { builtSite, oneFile, useSite } from "./site.ts";
import { finished, setDown, visit, type Visit } from "./visit.ts";

const file = useSite(oneFile);
/** A comparison that takes no time. */
const counters = { "mine.json": counter("Mine", 3), "more.json": variant("More", 4) };

describe("one file", () => {
  let seen: Visit;

  beforeAll(async () => {
    seen = await visit(file.browser, file.url);
  }, startTime);
  afterAll(() => seen?.close());

  test("answers from a disk, in workers of its own, and asks for nothing else", async () => {
    const workers: string[] = [];
    seen.page.on("worker", (worker) => workers.push(worker.url()));
    await setDown(seen.page, counters);
    expect(await finished(seen.page, 20)).toMatch(/runs/);
    expect(workers.length).toBeGreaterThan(0);
    expect(workers.filter((url) => !url.startsWith("blob:"))).toEqual([]);
    expect(seen.strangers).toEqual([]);
    expect(seen.errors).toEqual([]);
  });

  test("holds no address that anything is loaded from", () => {
    const html = readFileSync(fileURLToPath(file.url), "utf8");
    const tags = html.match(/<(?:script|link|img|iframe)\b[^>]*\b(?:src|href)="(?!data:)[^"]*"[^>]*>/g) ?? [];
    expect(tags.filter((tag) => !tag.includes("javascript"))).toEqual([]);
    expect(html.match(/Content-Security-Policy/g)).toHaveLength(1);
  });

  test("lets no other script run and nothing out", async () => {
    const outcome = await seen.page.evaluate(async () => {
      const tried = async (act: () => unknown): Promise<string> => {
        try {
          await act();
          return "done";
        } catch (error) {
          return error instanceof Error ? error.name : "error";
        }
      };
      const refused = new Set<string>();
      document.addEventListener("securitypolicyviolation", (event) => refused.add(event.effectiveDirective));
      const script = document.createElement("script");
      script.textContent = "window.intruded = true";
      document.body.append(script);
      document.body.insertAdjacentHTML("beforeend", '<img src="data:," onerror="window.intruded = true">');
      await tried(() => fetch("http://127.0.0.1:9/"));
      await new Promise((resolve) => setTimeout(resolve, 100));
      // The driver lets code be made until the first pause.
      const code = await tried(() => setTimeout.constructor("return 1")() as unknown);
      return { code, refused: [...refused].toSorted(), intruded: "intruded" in window };
    });
    expect(outcome).toEqual({
      code: "EvalError",
      refused: ["connect-src", "script-src-attr", "script-src-elem"],
      intruded: false,
    });
  });
});

describe("the served page", () => {
  test("is kept, and answers without a network; it can be installed", async () => {
    const served = await builtSite();
    const seen = await visit(file.browser, served.url);
    try {
      const { page } = seen;
      await page.evaluate(async () => {
        const { active } = await navigator.serviceWorker.ready;
        if (active?.state === "activated") return;
        await new Promise((resolve) => active?.addEventListener("statechange", resolve));
      });
      const manifest = await page.evaluate(async () => {
        const link = document.querySelector<HTMLLinkElement>("link[rel=manifest]");
        return (await (await fetch(link!.href)).json()) as { name: string; icons: { src: string }[] };
      });
      expect(manifest).toMatchObject({ name: "caregap", display: "standalone", icons: [{ src: "icon.svg" }] });
      await served.close();
      await page.reload();
      await setDown(page, counters);
      expect(await finished(page, 20)).toMatch(/runs/);
      expect(seen.strangers).toEqual([]);
      expect(seen.errors).toEqual([]);
    } finally {
      await seen.close();
      await served.close();
    }
  });
});
