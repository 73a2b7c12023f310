/** The blocks of code in a page of docs/. */
import { readFileSync } from "node:fs";
import { join } from "node:path";

/** What stands in its blocks of a language, one after another. */
export function blocksOf(page: string, language: string): string {
  const text = readFileSync(join(import.meta.dirname, "../../docs", page), "utf8");
  return [...text.matchAll(/^```(\w+)\n([^]*?)^```$/gm)]
    .filter(([, of]) => of === language)
    .map(([, , code]) => code!)
    .join("\n");
}
