/** The views of the page, by route, in the order of the menu. */
import type { Route } from "../state/state.ts";
import type { View } from "../view.ts";
import { CompareView } from "./compare/view.tsx";
import { EvidenceView } from "./evidence/view.tsx";
import { ExploreView } from "./explore/view.tsx";
import { FollowView } from "./follow/view.tsx";
import { LearnView } from "./learn/view.tsx";
import { OwnView } from "./own/view.tsx";

export interface Listed {
  readonly route: Route;
  readonly title: string;
  readonly view: View;
}

export const views: readonly Listed[] = [
  { route: "compare", title: "Compare", view: CompareView },
  { route: "explore", title: "Explore", view: ExploreView },
  { route: "follow", title: "Follow one person", view: FollowView },
  { route: "learn", title: "Learn", view: LearnView },
  { route: "evidence", title: "Evidence", view: EvidenceView },
  { route: "own", title: "Own data", view: OwnView },
];
