/** Reasons behind the answer: the map, where people are, how long they wait, and what a lever does over its range. */
import type { JSX } from "preact";
import { Tabs } from "../../parts/tabs.tsx";
import { look } from "../../state/edits.ts";
import type { ExploreView as ExploreState } from "../../state/state.ts";
import type { View, ViewProps } from "../../view.ts";
import { MapTab } from "./map.tsx";
import { PeopleTab } from "./people.tsx";
import { SweepTab } from "./sweep.tsx";
import { WaitsTab } from "./waits.tsx";
import { WorthTab } from "./worth.tsx";

const tabs: readonly { readonly value: ExploreState["tab"]; readonly text: string; readonly view: View }[] = [
  { value: "map", text: "Map", view: MapTab },
  { value: "people", text: "Where people are", view: PeopleTab },
  { value: "waits", text: "Waits", view: WaitsTab },
  { value: "sweep", text: "Move a lever", view: SweepTab },
  { value: "worth", text: "Is it worth the money?", view: WorthTab },
];

export function ExploreView({ page }: ViewProps): JSX.Element {
  const { tab } = page.state.view.explore;
  const shown = tabs.find(({ value }) => value === tab) ?? tabs[0]!;
  const go = (value: ExploreState["tab"]): void =>
    page.change((state) => look({ explore: { ...state.view.explore, tab: value } })(state));
  const Shown = shown.view;
  return (
    <>
      <h1 class="nhsuk-heading-xl">Explore</h1>
      <Tabs label="What to look at" tabs={tabs} chosen={shown.value} onChoose={go} />
      <Shown page={page} key={shown.value} />
    </>
  );
}
