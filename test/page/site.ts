/** A browser and the page for it, for all tests of a file. The page is built once for all files of a run. */
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as after } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import type { Browser } from "playwright";
import { afterAll, beforeAll, inject } from "vitest";
import { buildPage, launch, type Served, serveFolder, startTime } from "./browser.ts";

export interface Site {
  readonly browser: Browser;
  /** Ends in a slash, but for that of one file. */
  readonly url: string;
}

/**
 * Its members are there once the tests begin.
 * @param open how the page is served; as a built site unless given
 */
export function useSite(open: () => Promise<Served> = builtSite): Site {
  let browser: Browser | undefined;
  let served: Served | undefined;
  beforeAll(async () => {
    browser = await launch();
    served = await open();
  }, startTime);
  afterAll(async () => {
    await browser?.close();
    await served?.close();
  });
  return {
    get browser() {
      return browser!;
    },
    get url() {
      return served!.url;
    },
  };
}

/** The built page, served. */
export const builtSite = async (): Promise<Served> => serveFolder(await builtOnce("production"));

/** The page as one file; its address is that of the file on the disk. */
export async function oneFile(): Promise<Served> {
  const folder = await builtOnce("single");
  return { url: pathToFileURL(join(folder, "caregap.html")).href, close: () => Promise.resolve() };
}

/** The folder of a build. Files of tests run side by side: the first to come builds, and the others wait for it. */
async function builtOnce(mode: "production" | "single"): Promise<string> {
  const folder = join(inject("builds"), mode);
  const [done, failed] = [`${folder}.done`, `${folder}.failed`];
  if (isFirst(`${folder}.begun`)) {
    try {
      await buildPage(folder, mode);
      writeFileSync(done, "");
    } catch (error) {
      writeFileSync(failed, "");
      throw error;
    }
  }
  while (!existsSync(done)) {
    if (existsSync(failed)) throw new Error("the page could not be built: see the first test that wanted it");
    await after(100);
  }
  return folder;
}

/** Whether nobody has made the folder before: only one of those who ask at once can. */
function isFirst(folder: string): boolean {
  try {
    mkdirSync(folder);
    return true;
  } catch {
    return false;
  }
}
