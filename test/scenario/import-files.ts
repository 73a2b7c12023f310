/** Files for the tests of imports: small ones of our own, and real ones where the checkout has them beside it. */
import { existsSync, readFileSync } from "node:fs";
import type { Imported, NamedText } from "../../src/scenario/import/index.ts";
import { parseScenario } from "../../src/scenario/parse.ts";
import type { Problem } from "../../src/scenario/types.ts";

const REAL = new URL("../../../shared/data/", import.meta.url);
export const hasRealFiles = existsSync(REAL);

export const own = (name: string): NamedText => read(new URL(`import/${name}`, import.meta.url), name);
export const real = (path: string): NamedText => read(new URL(path, REAL), path.replace(/.*\//, ""));

function read(url: URL, name: string): NamedText {
  return { name, text: readFileSync(url, "utf8") };
}

/** The file with the first `from` in it replaced. Fails when there is none. */
export function changed({ name, text }: NamedText, from: string, to: string): NamedText {
  if (!text.includes(from)) throw new Error(`${name} has no ${from}`);
  return { name, text: text.replace(from, () => to) };
}

/** The problems as lines; none when it was read. */
export const problemsOf = (imported: Imported): string[] => (imported.ok ? [] : imported.problems.map(asLine));
export const warningsOf = (imported: Imported): string[] => (imported.ok ? imported.warnings.map(asLine) : []);

function asLine({ at, expected, got }: Problem): string {
  return `${at}: ${expected}: ${got}`;
}

/** What `parseScenario` finds wrong with an imported scenario; the import's own problems when there is none. */
export function faultsOf(imported: Imported): readonly Problem[] {
  if (!imported.ok) return imported.problems;
  const parsed = parseScenario(JSON.stringify(imported.scenario), { name: "imported.json" });
  return parsed.ok ? [] : parsed.problems;
}

/** Left to `parseScenario`: nobody comes to a node, or to any. */
export const isUnreachable = ({ expected }: Problem): boolean => /^(a way in|arrivals or people)/.test(expected);
