/** The gallery of charts, which the built page does not have: served as `npm start` serves it. */
import type { Site } from "./site.ts";
import { visit, type Visit, type VisitOptions } from "./visit.ts";

/** A visit to it, once its last chart is drawn. */
export async function openGallery({ browser, url }: Site, options?: VisitOptions): Promise<Visit> {
  const seen = await visit(browser, `${url}viz/gallery.html`, options);
  await seen.page.locator("#network-map-other svg").waitFor();
  return seen;
}
