/** A run is the same to the last bit wherever it is made: here, by the command line, and in three browsers. */
import { createHash } from "node:crypto";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { build, preview } from "vite";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { useProgram } from "../cli/program.ts";
import { type Browser, browsers, type Page } from "./browsers.ts";
import { fingerprint } from "./fingerprint.ts";
import { lastEntry, questionOf, readPublished, refresh } from "./published.ts";

const root = join(import.meta.dirname, "../..");
const published = readPublished(import.meta.dirname);
const files = Object.entries(published.files);
const temporary = mkdtempSync(join(tmpdir(), "caregap-digest-"));
afterAll(() => rmSync(temporary, { recursive: true, force: true }));

const question = (file: string) => questionOf(root, file, published.seed);

describe("in Node", () => {
  test.each(files)("%s has its published fingerprints", async (file, expected) => {
    expect(await fingerprint(question(file))).toEqual(expected);
  });
});

describe("on the command line", () => {
  const caregap = useProgram();

  test("digest prints what is published", async () => {
    const [file, { events }] = files[0]!;
    const { out } = await caregap.run("digest", join(root, file), "--seed", published.seed);
    expect(out).toBe(`${events}  ${basename(file, ".json")}\n`);
  });

  test.each([1, 2, 3])("figures from %i worker threads are those published", async (workers) => {
    const [file, { figures }] = files.find(([name]) => name.includes("every-law"))!;
    const out = join(caregap.folder, `${workers}`);
    const flags = ["--seed", published.seed, "--replications", "2", "--workers", `${workers}`, "--out", out];
    expect(await caregap.run("run", join(root, file), ...flags)).toMatchObject({ code: 0 });
    const summary = readFileSync(join(out, "summary.csv"));
    expect(createHash("sha256").update(summary).digest("hex")).toBe(figures);
  });
});

describe("in browsers", () => {
  let address = "";
  let stop = async (): Promise<void> => {};
  beforeAll(async () => {
    const outDir = join(temporary, "page");
    const page = { root: import.meta.dirname, configFile: false, base: "./", logLevel: "error" } as const;
    const input = join(import.meta.dirname, "digest.html");
    await build({ ...page, build: { outDir, target: "es2022", rollupOptions: { input } } });
    const server = await preview({ ...page, build: { outDir }, preview: { host: "127.0.0.1", port: 0 } });
    address = new URL("digest.html", server.resolvedUrls!.local[0]).href;
    stop = () => server.close();
  });
  afterAll(() => stop());

  describe.each(browsers)("$name", (browser) => {
    const programs = browser.find();
    let page: Page | undefined;
    beforeAll(async () => {
      if (programs) {
        page = await browser.open(address, programs);
        await page.run("while (document.title !== 'ready') await new Promise((go) => setTimeout(go, 50));");
      } else console.warn(`${missing(browser)}\nIts tests are skipped.`);
    });
    afterAll(() => page?.close());

    test.for(files)("%s has its published fingerprints", async ([file, expected], { skip }) => {
      if (!page && !process.env["CI"]) skip(missing(browser));
      if (!page) throw new Error(missing(browser));
      const body = `return window.fingerprint(${JSON.stringify(question(file))})`;
      expect(await page.run(body), page.browser).toEqual(expected);
    });
  });
});

const missing = ({ name, packages }: Browser): string =>
  `${name} was not found. On Debian: apt-get install -y --no-install-recommends ${packages}`;

describe("npm run golden", () => {
  test.each([
    ["no new entry", ""],
    ["an entry without a reason", "\n## 2030-01-01 Longer waits\n"],
    ["an entry with an empty reason", "\n## 2030-01-01 Longer waits\n\nWhy:\n"],
    ["an entry without a date", "\n## Longer waits\n\nWhy: intended.\n"],
  ])("refuses %s, and leaves the file as it is", async (_, entry) => {
    const folder = mkdtempSync(join(temporary, "golden-"));
    for (const name of ["digests.json", "NUMBERS.md"]) cpSync(join(import.meta.dirname, name), join(folder, name));
    const before = readFileSync(join(folder, "digests.json"), "utf8");
    writeFileSync(join(folder, "NUMBERS.md"), entry, { flag: "a" });
    await expect(refresh(root, folder)).rejects.toThrow("The numbers stay as they are");
    expect(readFileSync(join(folder, "digests.json"), "utf8")).toBe(before);
  });

  test("the newest entry in NUMBERS.md is the one under which the fingerprints were accepted", () => {
    expect(lastEntry(import.meta.dirname)).toEqual({ heading: published.accepted, isComplete: true });
  });
});
