/** From the state to scenarios that can be run. What was built once is not built again. */
import { type AnyScenario, type Parsed, withChanges } from "../../src/index.ts";
import type { ScenarioState, StudyState } from "../state/state.ts";
import { type Files, readScenario } from "./library.ts";

/** A scenario of the state, read and changed. */
export interface Built {
  readonly asked: ScenarioState;
  /** The same for the same scenario: what its results are kept under. */
  readonly key: string;
  /** As in the file, before any change. */
  readonly base: AnyScenario | undefined;
  readonly parsed: Parsed<AnyScenario>;
}

type Read = Promise<Parsed<AnyScenario>>;
const read = new WeakMap<Files, Map<string, Read>>();
const numbered = new WeakMap<Files, number>();
let files_seen = 0;

function readOnce(name: string, files: Files): Read {
  const known = read.get(files) ?? new Map<string, Read>();
  read.set(files, known);
  const found = known.get(name) ?? readScenario(name, files);
  known.set(name, found);
  return found;
}

const keyOf = ({ base, changes }: ScenarioState, files: Files): string => {
  const number = numbered.get(files) ?? ++files_seen;
  numbered.set(files, number);
  return JSON.stringify([base, changes, Object.keys(files).length === 0 ? 0 : number]);
};

const built = new WeakMap<ScenarioState, { readonly files: Files; readonly of: Promise<Built> }>();

export function build(asked: ScenarioState, files: Files): Promise<Built> {
  const known = built.get(asked);
  if (known?.files === files) return known.of;
  const of = buildAnew(asked, files);
  built.set(asked, { files, of });
  return of;
}

async function buildAnew(asked: ScenarioState, files: Files): Promise<Built> {
  const base = await readOnce(asked.base, files);
  const key = keyOf(asked, files);
  if (!base.ok) return { asked, key, base: undefined, parsed: base };
  const parsed = asked.changes.length === 0 ? base : withChanges(base.source, asked.changes);
  return { asked, key, base: base.scenario, parsed };
}

export const buildAll = ({ scenarios, files }: StudyState): Promise<Built[]> =>
  Promise.all(scenarios.map((asked) => build(asked, files)));
