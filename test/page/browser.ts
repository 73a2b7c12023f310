/** A real browser and the page served for it, for tests. */
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Browser, chromium } from "playwright";
import { build, createServer, preview } from "vite";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** Milliseconds that a browser, a server, the runs that come with the page and a first comparison may take on a busy machine. */
export const startTime = 240_000;

const notFound = `No browser was found for the tests of the page. Install one:
  apt-get install chromium          (Debian, Ubuntu)
  npx playwright install chromium   (elsewhere)
or set CHROMIUM_BIN to the path of a Chromium or Chrome.`;

/** Where a browser is: CHROMIUM_BIN, the system's, or playwright's own. */
export function browserPath(): string {
  const places = [
    process.env["CHROMIUM_BIN"],
    "/usr/bin/chromium",
    "/usr/bin/google-chrome",
    chromium.executablePath(),
  ];
  const found = places.find((place) => place !== undefined && place !== "" && existsSync(place));
  if (found === undefined) throw new Error(notFound);
  return found;
}

export function launch(): Promise<Browser> {
  const quiet = ["--disable-background-networking", "--disable-component-update", "--disable-sync"];
  return chromium.launch({ executablePath: browserPath(), args: ["--no-sandbox", ...quiet] });
}

export interface Served {
  /** Ends in a slash. */
  readonly url: string;
  close(): Promise<void>;
}

/** Serves the page as `npm start` does, at a free port; files that change meanwhile do not reload it. */
export async function serve(): Promise<Served> {
  const cacheDir = mkdtempSync(join(tmpdir(), "caregap-page-cache-"));
  const server = await createServer({
    root,
    configFile: join(root, "vite.config.ts"),
    mode: "development",
    logLevel: "error",
    cacheDir,
    server: { host: "127.0.0.1", port: 0, hmr: false, watch: null },
  });
  await server.listen();
  const url = server.resolvedUrls?.local[0];
  if (url === undefined) throw new Error("vite gave no address");
  return {
    url,
    async close() {
      await server.close();
      rmSync(cacheDir, { recursive: true, force: true });
    },
  };
}

const common = { root, configFile: join(root, "vite.config.ts"), logLevel: "error" } as const;

/** Builds the page into a folder: as a site, or as one file. */
export async function buildPage(outDir: string, mode: "production" | "single"): Promise<void> {
  await build({ ...common, mode, build: { outDir, emptyOutDir: true } });
}

/** Serves a folder as any server of static files would. */
export async function serveFolder(outDir: string): Promise<Served> {
  const server = await preview({
    ...common,
    mode: "production",
    build: { outDir },
    preview: { host: "127.0.0.1", port: 0 },
  });
  const url = server.resolvedUrls?.local[0];
  if (url === undefined) throw new Error("vite gave no address");
  return { url, close: () => server.close() };
}

/** Builds the page into a folder of its own and serves that. */
export async function serveBuilt(): Promise<Served> {
  const outDir = mkdtempSync(join(tmpdir(), "caregap-page-built-"));
  await buildPage(outDir, "production");
  const served = await serveFolder(outDir);
  return {
    url: served.url,
    async close() {
      await served.close();
      rmSync(outDir, { recursive: true, force: true });
    },
  };
}
