/** The scenarios on offer: those shipped with the page, and the reader's own files. */
import { parseScenario, type Problem } from "../src/index.ts";
import { isNetwork, type Network, notANetwork } from "./network.ts";

const shipped = import.meta.glob<string>(["../scenarios/*.json", "!../scenarios/*.schema.json"], {
  query: "?raw",
  import: "default",
});
const nameOf = (path: string): string => path.slice(path.lastIndexOf("/") + 1);
const loaders = new Map(Object.entries(shipped).map(([path, load]) => [nameOf(path), load]));

export type Files = Readonly<Record<string, string>>;

/** Shipped scenarios that the page can draw. */
export async function shippedNames(): Promise<string[]> {
  const names = [...loaders.keys()].toSorted();
  const drawn = await Promise.all(names.map(isDrawn));
  return names.filter((_, at) => drawn[at]);
}

/** A file of the reader's goes before a shipped one of the same name. */
const textOf = async (name: string, files: Files): Promise<string | undefined> =>
  Object.hasOwn(files, name) ? files[name] : loaders.get(name)?.();

/** Longest chain of files that is followed. */
const deepest = 20;

/** The texts of a scenario and of all that it extends, which the parser then asks for by name. */
async function gather(name: string, files: Files): Promise<Map<string, string>> {
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

/** What a file calls itself, before it has been checked; its name where it says nothing. */
export async function titleOf(name: string, files: Files): Promise<string> {
  const text = await textOf(name, files);
  const title = text === undefined ? undefined : headOf(text)?.get("title");
  return typeof title === "string" && title.trim() !== "" ? title : name;
}

/** The first shipped scenario that changes `base`; `base` itself where there is none. */
export async function firstVariantOf(base: string): Promise<string> {
  for (const name of await shippedNames()) {
    const text = await textOf(name, {});
    if (text !== undefined && extendedBy(text) === base) return name;
  }
  return base;
}

/** What became of reading a scenario. */
export type Read =
  | { readonly ok: true; readonly scenario: Network }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** Reads a scenario by the name of its file. */
export async function readScenario(name: string, files: Files): Promise<Read> {
  const texts = await gather(name, files);
  const text = texts.get(name);
  if (text === undefined) return { ok: false, problems: [missing(name)] };
  const parsed = parseScenario(text, { name, load: (path) => texts.get(nameOf(path)) });
  if (!parsed.ok) return parsed;
  const { scenario }: { scenario: { readonly kind: string } } = parsed;
  return isNetwork(scenario) ? { ok: true, scenario } : { ok: false, problems: [notANetwork(scenario.kind)] };
}

/** Whether the page can draw a shipped scenario; decided by the file at the end of its chain, which names the kind. */
async function isDrawn(name: string): Promise<boolean> {
  const texts = [...(await gather(name, {})).values()];
  return texts.some((text) => headOf(text)?.get("kind") === "network");
}

const missing = (name: string): Problem => ({
  at: name,
  expected: "a scenario that is shipped with the page or was added to it",
  got: "no such file",
  hint: "Choose another scenario, or add the file.",
});
