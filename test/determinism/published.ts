/** The published fingerprints, and how they are made anew. */
import { readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { type Fingerprint, fingerprint, type Question } from "./fingerprint.ts";

/** What digests.json holds. */
export interface Published {
  /** The heading in NUMBERS.md under which these were accepted. */
  readonly accepted: string;
  readonly seed: string;
  /** By path from the root of the repository. */
  readonly files: Readonly<Record<string, Fingerprint>>;
}

export const readPublished = (folder: string): Published =>
  JSON.parse(readFileSync(join(folder, "digests.json"), "utf8")) as Published;

export const questionOf = (root: string, file: string, seed: string): Question => ({
  name: basename(file, ".json"),
  text: readFileSync(join(root, file), "utf8"),
  seed,
});

/** The last entry of NUMBERS.md: its heading, and whether it has a date and a reason. */
export function lastEntry(folder: string): { readonly heading: string; readonly isComplete: boolean } {
  const entries = readFileSync(join(folder, "NUMBERS.md"), "utf8").split(/^## /m);
  const [heading = "", ...body] = entries.at(-1)!.split("\n");
  const isDated = entries.length > 1 && /^\d{4}-\d{2}-\d{2} \S/.test(heading);
  return { heading, isComplete: isDated && /^Why: \S/m.test(body.join("\n")) };
}

/** Writes digests.json anew and tells what changed; refuses unless NUMBERS.md has a new entry that tells why. */
export async function refresh(root: string, folder: string): Promise<string> {
  const { accepted, seed, files } = readPublished(folder);
  const { heading, isComplete } = lastEntry(folder);
  if (!isComplete || heading === accepted) {
    throw new Error(`The numbers stay as they are. To refresh them, end NUMBERS.md with a new entry:

  ## YYYY-MM-DD What changes

  Why: the reason.`);
  }
  const refreshed: Record<string, Fingerprint> = {};
  for (const file of Object.keys(files)) refreshed[file] = await fingerprint(questionOf(root, file, seed));
  const published: Published = { accepted: heading, seed, files: refreshed };
  writeFileSync(join(folder, "digests.json"), `${JSON.stringify(published, undefined, 2)}\n`);
  const names = Object.keys(files);
  const changed = names.filter((file) => JSON.stringify(files[file]) !== JSON.stringify(refreshed[file]));
  return [`${changed.length} of ${names.length} changed`, ...changed].join("\n  ");
}
