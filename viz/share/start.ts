/** What the page opens with: the study in the address, or the one that this browser has kept, or the first of all. */
import { firstStudy } from "../state/first.ts";
import { routeIn, wordsIn } from "../state/address.ts";
import { goTo } from "../state/edits.ts";
import type { StudyState } from "../state/state.ts";
import { kept } from "./autosave.ts";
import { fromLink, toLink } from "./link.ts";

export interface Start {
  readonly state: StudyState;
  /** What happened, to be told to the reader; "" where nothing need be. */
  readonly notice: string;
}

export async function startOf(hash: string): Promise<Start> {
  const link = wordsIn(hash).get("study");
  if (link !== null) {
    const found = await fromLink(link);
    return found.ok
      ? { state: found.state, notice: "This is the study of the link. What you change stays in this browser." }
      : { state: lastStudy() ?? firstStudy, notice: found.message };
  }
  const last = kept();
  const state = last?.ok === true ? last.state : firstStudy;
  const route = routeIn(hash) ?? state.view.route;
  return { state: goTo(route)(state), notice: last?.ok === false ? last.message : "" };
}

function lastStudy(): StudyState | undefined {
  const last = kept();
  return last?.ok === true ? last.state : undefined;
}

/** The address at which the study opens elsewhere. */
export async function addressOf(state: StudyState, page: string): Promise<string> {
  const { route } = state.view;
  return `${page.replace(/#.*$/, "")}#/${route}?study=${await toLink(state)}`;
}
