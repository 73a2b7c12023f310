/**
 * The last study is kept in this browser, so that a closed window loses nothing. Where the store is full, switched off or
 * forbidden, the page goes on without, and says so once.
 */
import type { StudyState } from "../state/state.ts";
import { type Checked, checkState } from "./check.ts";

export type Keep = Pick<Storage, "getItem" | "setItem" | "removeItem">;

const name = "caregap study";

/** What came of keeping a study: "full" when it is too large for the store, "forbidden" when there is none. */
export type Kept = "kept" | "full" | "forbidden";

/** Keeps the study in place of the one before; that one stays where the new one has no room. */
export function keep(state: StudyState, store: Keep | undefined = storeHere()): Kept {
  if (store === undefined) return "forbidden";
  try {
    store.setItem(name, JSON.stringify(state));
    return "kept";
  } catch (error) {
    return error instanceof DOMException && error.name === "QuotaExceededError" ? "full" : "forbidden";
  }
}

/** The study that was kept; `undefined` where there is none. One that cannot be read says why, and is left where it is. */
export function kept(store: Keep | undefined = storeHere()): Checked | undefined {
  const text = textIn(store);
  if (text === undefined) return undefined;
  try {
    return checkState(JSON.parse(text));
  } catch {
    return checkState(undefined);
  }
}

export function forget(store: Keep | undefined = storeHere()): void {
  try {
    store?.removeItem(name);
  } catch {
    // A store that cannot be written to keeps nothing.
  }
}

export const keptWords: Readonly<Record<Exclude<Kept, "kept">, string>> = {
  full: "This study is too large to be kept in this browser. Save it as a file, or it is lost when the window is closed.",
  forbidden:
    "This browser keeps nothing for this page. Save the study as a file, or it is lost when the window is closed.",
};

function textIn(store: Keep | undefined): string | undefined {
  try {
    return store?.getItem(name) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Even to ask for the store can be forbidden. */
function storeHere(): Keep | undefined {
  try {
    return globalThis.localStorage;
  } catch {
    return undefined;
  }
}
