/** What every view is given. */
import type { JSX } from "preact";
import type { Edit } from "./state/edits.ts";
import type { StudyState } from "./state/state.ts";
import type { Results } from "./study/results.ts";

export interface Page {
  readonly state: StudyState;
  readonly results: Results;
  /** Changes the state; see `Store`. */
  readonly change: (edit: Edit, merge?: string) => void;
  /** Stops the runs that are under way; what is known stays. */
  readonly cancel: () => void;
  /** Says something to those who listen instead of look. */
  readonly announce: (text: string) => void;
}

export interface ViewProps {
  readonly page: Page;
}

export type View = (props: ViewProps) => JSX.Element;
