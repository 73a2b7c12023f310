/** The views of the page, by route, in the order of the menu. Only the first is loaded with the page. */
import { type Later, later } from "../parts/later.tsx";
import type { Route } from "../state/state.ts";
import { CompareView } from "./compare/view.tsx";

export interface Listed extends Later {
  readonly route: Route;
  readonly title: string;
}

export const views: readonly Listed[] = [
  { route: "compare", title: "Compare", view: CompareView, load: () => Promise.resolve() },
  { route: "explore", title: "Explore", ...later(async () => (await import("./explore/view.tsx")).ExploreView) },
  { route: "follow", title: "Follow one person", ...later(async () => (await import("./follow/view.tsx")).FollowView) },
  { route: "learn", title: "Learn", ...later(async () => (await import("./learn/view.tsx")).LearnView) },
  { route: "evidence", title: "Evidence", ...later(async () => (await import("./evidence/view.tsx")).EvidenceView) },
  { route: "own", title: "Own data", ...later(async () => (await import("./own/view.tsx")).OwnView) },
];
