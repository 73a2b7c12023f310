/** A browser and the page served for it, for all tests of a file. */
import type { Browser } from "playwright";
import { afterAll, beforeAll } from "vitest";
import { launch, serve, type Served, startTime } from "./browser.ts";

export interface Site {
  readonly browser: Browser;
  /** Ends in a slash. */
  readonly url: string;
}

/**
 * Its members are there once the tests begin.
 * @param open how the page is served; one that is built costs a build, and much less with each visit
 */
export function useSite(open: () => Promise<Served> = serve): Site {
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
