/** The scenarios that come with the page, and the reader's own files beside them: their texts, and what they extend. */
import {
  parseAnyScenario,
  type Problem,
  type ReadScenario,
  type ScenarioChange,
  withChanges,
} from "../../src/index.ts";
import { read } from "./reader.ts";

const shipped = import.meta.glob<string>(["../../scenarios/*.json", "!../../scenarios/*.schema.json"], {
  query: "?raw",
  import: "default",
});
const nameOf = (path: string): string => path.slice(path.lastIndexOf("/") + 1);
const loaders = new Map(Object.entries(shipped).map(([path, load]) => [nameOf(path), load]));

export type Files = Readonly<Record<string, string>>;

export const shippedNames: readonly string[] = [...loaders.keys()].toSorted();

/** A file of the reader's goes before a shipped one of the same name. */
const textOf = async (name: string, files: Files): Promise<string | undefined> =>
  Object.hasOwn(files, name) ? files[name] : loaders.get(name)?.();

/** Longest chain of files that is followed. */
const deepest = 20;

/** The texts of a scenario and of all that it extends, which the parser then asks for by name. */
export async function gather(name: string, files: Files): Promise<Map<string, string>> {
  const texts = new Map(Object.entries(files));
  const seen = new Set<string>();
  for (let next: string | undefined = name; next !== undefined && !seen.has(next) && seen.size < deepest;) {
    seen.add(next);
    const text = await textOf(next, files);
    if (text === undefined) break;
    texts.set(next, text);
    next = extendedBy(text);
  }
  return texts;
}

/** The file that a scenario says it extends; a file that cannot be read says nothing here, and the parser says why. */
function extendedBy(text: string): string | undefined {
  const found = headOf(text)?.get("extends");
  return typeof found === "string" ? nameOf(found.replace(/^\.\//, "")) : undefined;
}

function headOf(text: string): ReadonlyMap<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text.replace(/^\uFEFF/, ""));
    return typeof value === "object" && value !== null ? new Map(Object.entries(value)) : undefined;
  } catch {
    return undefined;
  }
}

/** What can be chosen: a shipped scenario or one of the reader's own. */
export interface Listed {
  readonly name: string;
  readonly title: string;
  readonly kind: "pathway" | "network" | "unknown";
  readonly own: boolean;
  /** The file that it changes; "" for one that stands alone. */
  readonly extends: string;
}

/** Pathways first; baselines before what extends them; else by title. */
export async function listScenarios(files: Files): Promise<Listed[]> {
  const own = Object.keys(files).filter((name) => /\.json$/i.test(name));
  const names = [...new Set([...shippedNames, ...own])];
  const listed = await Promise.all(names.map((name) => describe(name, files)));
  const rank = (one: Listed): number =>
    (one.own ? 4 : 0) + (one.kind === "pathway" ? 0 : 2) + (one.extends === "" ? 0 : 1);
  return listed.toSorted((a, b) => rank(a) - rank(b) || a.title.localeCompare(b.title, "en-GB"));
}

async function describe(name: string, files: Files): Promise<Listed> {
  const texts = await gather(name, files);
  const heads = [...texts]
    .filter(([file]) => !Object.hasOwn(files, file) || file === name)
    .map(([, text]) => headOf(text));
  const own = headOf(texts.get(name) ?? "");
  const title = own?.get("title");
  const kind = heads.map((head) => head?.get("kind")).find((one) => one === "pathway" || one === "network");
  return {
    name,
    title: typeof title === "string" && title.trim() !== "" ? title : name,
    kind: kind === "pathway" || kind === "network" ? kind : "unknown",
    own: Object.hasOwn(files, name),
    extends: extendedBy(texts.get(name) ?? "") ?? "",
  };
}

/**
 * Reads a scenario by the name of its file, with changes.
 * @param key the same for the same file among the same files
 */
export async function readScenario(
  name: string,
  files: Files,
  key: string,
  changes: readonly ScenarioChange[] = [],
): Promise<ReadScenario> {
  const texts = await gather(name, files);
  return texts.has(name) ? read({ key, name, texts, changes }) : { ok: false, problems: [missing(name)] };
}

/** What a scenario is made of, merged and with its changes, as `Parsed` has it; nothing where it has faults. */
export async function sourceOf(name: string, files: Files, changes: readonly ScenarioChange[]): Promise<unknown> {
  const texts = await gather(name, files);
  const parsed = parseAnyScenario(texts.get(name) ?? "", { name, load: (path) => texts.get(nameOf(path)) });
  const changed = parsed.ok && changes.length > 0 ? withChanges(parsed.source, changes) : parsed;
  return changed.ok ? changed.source : undefined;
}

const missing = (name: string): Problem => ({
  at: name,
  expected: "a scenario that comes with the page or was added to it",
  got: "no such file",
  hint: "Choose another scenario, or add the file under Own data.",
});
