/**
 * Holds the state, tells who listens when it changes, and remembers what it was before. How a thing is looked at is no
 * step of its own: undo goes back to another question, not to another view of it.
 */
import type { Edit } from "./edits.ts";
import type { StudyState } from "./state.ts";

export interface Store {
  readonly state: StudyState;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /**
   * @param merge changes with the same word, one right after the other, are one step back: a lever that is dragged
   */
  change(edit: Edit, merge?: string): void;
  undo(): void;
  redo(): void;
  /** Calls `listener` after each change; what is returned ends that. */
  listen(listener: () => void): () => void;
}

/** Steps that are remembered. */
const mostSteps = 200;

export function storeOf(first: StudyState): Store {
  let state = first;
  const past: StudyState[] = [];
  const future: StudyState[] = [];
  let merging: string | undefined;
  const listeners = new Set<() => void>();
  const become = (next: StudyState): void => {
    state = next;
    for (const listener of listeners) listener();
  };
  /** Goes to the top of one pile and leaves where it was on the other; the view stays. */
  const step = (from: StudyState[], to: StudyState[]): void => {
    const next = from.pop();
    if (next === undefined) return;
    to.push(state);
    merging = undefined;
    become({ ...next, view: state.view });
  };
  return {
    get state() {
      return state;
    },
    get canUndo() {
      return past.length > 0;
    },
    get canRedo() {
      return future.length > 0;
    },
    change(edit, merge) {
      const next = edit(state);
      if (next === state) return;
      if (!sameQuestion(next, state)) {
        if (merge === undefined || merge !== merging) past.push(state);
        if (past.length > mostSteps) past.shift();
        future.length = 0;
        merging = merge;
      }
      become(next);
    },
    undo: () => step(past, future),
    redo: () => step(future, past),
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** Whether two states ask for the same simulation. */
export const sameQuestion = (a: StudyState, b: StudyState): boolean =>
  a.scenarios === b.scenarios && a.seed === b.seed && a.runs === b.runs && a.files === b.files;
