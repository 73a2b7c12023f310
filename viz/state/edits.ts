/** Changes of the state, as functions from one state to the next. They never change what they are given. */
import {
  type Change,
  type Json,
  mostTried,
  type Route,
  type ScenarioState,
  type StudyState,
  type ViewState,
} from "./state.ts";

export type Edit = (state: StudyState) => StudyState;

/** Scenarios held against the baseline. */
export const triedIn = ({ scenarios }: StudyState): readonly ScenarioState[] => scenarios.slice(1);

/** The scenario that the reader changes: never the baseline unless it is asked for by its id, or alone. */
export function focusOf({ scenarios, view }: StudyState): ScenarioState {
  return scenarios.find(({ id }) => id === view.focus) ?? scenarios[1] ?? scenarios[0]!;
}

const ids = ["a", "b", "c", "d", "e", "f"] as const;
const freeId = ({ scenarios }: StudyState): string => ids.find((id) => scenarios.every((one) => one.id !== id)) ?? "z";

/** Adds a scenario and looks at it; nothing where there are as many as can be compared. */
export function add(base: string, { name = "", changes = [] }: Partial<ScenarioState> = {}): Edit {
  return (state) => {
    if (triedIn(state).length >= mostTried) return state;
    const id = freeId(state);
    const scenarios = [...state.scenarios, { id, name, base, changes }];
    return { ...state, scenarios, view: { ...state.view, focus: id } };
  };
}

export function copy(id: string, name: string): Edit {
  return (state) => {
    const from = state.scenarios.find((one) => one.id === id);
    return from === undefined ? state : add(from.base, { name, changes: from.changes })(state);
  };
}

/** The baseline stays. */
export function remove(id: string): Edit {
  return (state) => ({
    ...state,
    scenarios: state.scenarios.filter((one, at) => at === 0 || one.id !== id),
  });
}

export const rename = (id: string, name: string): Edit => amend(id, (one) => ({ ...one, name }));

/** Another file under the same place in the comparison; its changes go, since they were made to the old one. */
export const rebase = (id: string, base: string): Edit => amend(id, (one) => ({ ...one, name: "", base, changes: [] }));

/** A value at a path, in place of one that was set there before; `undefined`: as in the base again. */
export function set(id: string, path: string, value: Json | undefined): Edit {
  return amend(id, (one) => {
    const others = one.changes.filter((change) => change.path !== path);
    return { ...one, changes: value === undefined ? others : put(one.changes, { path, value }) };
  });
}

/** So many days of warm-up in these scenarios, in one edit: to be undone at once, and alike in all. */
export const warmUpFor =
  (scenarios: readonly string[], days: number): Edit =>
  (state) =>
    scenarios.reduce((now, id) => set(id, "warm_up_days", days)(now), state);

/** In its old place in the list, so that the list does not jump. */
function put(changes: readonly Change[], change: Change): readonly Change[] {
  const at = changes.findIndex(({ path }) => path === change.path);
  return at < 0 ? [...changes, change] : changes.with(at, change);
}

export const reset = (id: string): Edit => amend(id, (one) => ({ ...one, changes: [] }));

const amend =
  (id: string, how: (one: ScenarioState) => ScenarioState): Edit =>
  (state) => ({ ...state, scenarios: state.scenarios.map((one) => (one.id === id ? how(one) : one)) });

export const look =
  (changes: Partial<ViewState>): Edit =>
  (state) => ({ ...state, view: { ...state.view, ...changes } });
export const goTo = (route: Route): Edit => look({ route });
