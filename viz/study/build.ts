/** From the state to scenarios that can be run. What was built once is not built again. */
import type { AnyScenario, ReadScenario } from "../../src/index.ts";
import type { ScenarioState, StudyState } from "../state/state.ts";
import { type Files, readScenario } from "./library.ts";

/** A scenario of the state, read and changed. */
export interface Built {
  readonly asked: ScenarioState;
  /** The same for the same scenario: what its results are kept under. */
  readonly key: string;
  /** As in the file, before any change. */
  readonly base: AnyScenario | undefined;
  readonly parsed: ReadScenario;
}

const numbered = new WeakMap<Files, number>();
let files_seen = 0;

/** The same for the same file among the same files of the reader's. */
export function fileKey(name: string, files: Files): string {
  const number = numbered.get(files) ?? ++files_seen;
  numbered.set(files, number);
  return JSON.stringify([name, Object.keys(files).length === 0 ? 0 : number]);
}

/** Of a few scenarios, the last ones asked for: more would fill the memory while a lever is dragged. */
const built = new Map<string, Promise<ReadScenario>>();
const mostKept = 16;

function readOnce({ base, changes }: ScenarioState, files: Files): { key: string; parsed: Promise<ReadScenario> } {
  const file = fileKey(base, files);
  const key = changes.length === 0 ? file : `${file} ${JSON.stringify(changes)}`;
  const parsed = built.get(key) ?? readScenario(base, files, file, changes);
  built.delete(key);
  built.set(key, parsed);
  const [oldest] = built.keys();
  if (built.size > mostKept) built.delete(oldest!);
  return { key, parsed };
}

export async function build(asked: ScenarioState, files: Files): Promise<Built> {
  const unchanged = await readOnce({ ...asked, changes: [] }, files).parsed;
  const { key, parsed } = readOnce(asked, files);
  if (!unchanged.ok) return { asked, key, base: undefined, parsed: unchanged };
  return { asked, key, base: unchanged.scenario, parsed: await parsed };
}

export const buildAll = ({ scenarios, files }: StudyState): Promise<Built[]> =>
  Promise.all(scenarios.map((asked) => build(asked, files)));
