/** What the view of one person remembers: it travels with a link, like everything else. */
import type { Edit } from "../../state/edits.ts";
import type { Json, StudyState } from "../../state/state.ts";

export interface FollowState {
  /** Id of the scenario beside the baseline; "none": one world; "": the first that is tried. */
  readonly beside: string;
  /** The day from which the second world goes its own way; -1: from the first. */
  readonly branch: number;
  /** Number of the person who is followed; -1: nobody. */
  readonly person: number;
}

const atFirst: FollowState = { beside: "", branch: -1, person: -1 };

/** What comes in from outside may be anything. */
export function followStateOf({ view }: StudyState): FollowState {
  const found = view.others["follow"];
  if (typeof found !== "object" || found === null || Array.isArray(found)) return atFirst;
  const { beside, branch, person } = found as { readonly [key: string]: Json };
  const number = (value: Json | undefined): number =>
    typeof value === "number" && Number.isFinite(value) && value >= 0 ? value : -1;
  return { beside: typeof beside === "string" ? beside : "", branch: number(branch), person: number(person) };
}

export function follow(changes: Partial<FollowState>): Edit {
  return (state) => {
    const next: FollowState = { ...followStateOf(state), ...changes };
    const others = { ...state.view.others, follow: { ...next } };
    return { ...state, view: { ...state.view, others } };
  };
}
