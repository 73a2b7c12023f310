/** Reads scenarios and changes them, apart from who wants to see them: in a worker, a page goes on meanwhile. */
import { type Parsed, parseAnyScenario } from "../scenario/parse.ts";
import type { AnyScenario, Problem } from "../scenario/types.ts";
import { type ScenarioChange, withChanges } from "./changes.ts";

export interface ReadTask {
  /** The same for the same file and texts: what was read under it once is not read again. */
  readonly key: string;
  /** Of the file that is the scenario. */
  readonly name: string;
  /** By file name, without folders: the scenario, and what it extends and names. */
  readonly texts: ReadonlyMap<string, string>;
  readonly changes: readonly ScenarioChange[];
  /** Networks of more nodes than this are refused. */
  readonly mostPlaces: number;
}

/** A scenario that was read, or why not. */
export type ReadScenario =
  | { readonly ok: true; readonly scenario: AnyScenario }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** Files of which the reading is kept. */
const mostKept = 12;

export class ScenarioReader {
  readonly #read = new Map<string, Parsed<AnyScenario>>();

  read(task: ReadTask): ReadScenario {
    const base = this.#base(task);
    const parsed = base.ok && task.changes.length > 0 ? withChanges(base.source, task.changes) : base;
    if (!parsed.ok) return { ok: false, problems: parsed.problems };
    const { scenario } = parsed;
    const problem = tooLarge(scenario, task.mostPlaces);
    return problem === undefined ? { ok: true, scenario } : { ok: false, problems: [problem] };
  }

  #base({ key, name, texts }: ReadTask): Parsed<AnyScenario> {
    const load = (path: string): string | undefined => texts.get(path.slice(path.lastIndexOf("/") + 1));
    const found = this.#read.get(key) ?? parseAnyScenario(texts.get(name) ?? "", { name, load });
    this.#read.delete(key);
    this.#read.set(key, found);
    const [oldest] = this.#read.keys();
    if (this.#read.size > mostKept) this.#read.delete(oldest!);
    return found;
  }
}

/** Where a network has more places than can be looked at, and what to do. Of pathways the format itself limits the services. */
function tooLarge(scenario: AnyScenario, most: number): Problem | undefined {
  if (scenario.kind === "pathway" || scenario.nodes.length <= most) return undefined;
  return {
    at: "nodes",
    expected: `at most ${most} nodes here, since hundreds of figures are worked out and shown of each`,
    got: String(scenario.nodes.length),
    hint: "Take places together, or run it on the command line: caregap run FILE.",
  };
}
