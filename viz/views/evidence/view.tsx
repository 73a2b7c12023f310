/** Where the numbers are from, how the model stands to what was published, and how exact the run is. */
import type { JSX } from "preact";
import { Tabs } from "../../parts/tabs.tsx";
import { look } from "../../state/edits.ts";
import type { EvidenceView as EvidenceState } from "../../state/state.ts";
import type { View, ViewProps } from "../../view.ts";
import { CalibrationTab } from "./calibration.tsx";
import { ChecksTab } from "./checks.tsx";
import { NumbersTab } from "./numbers.tsx";
import { RunTab } from "./run.tsx";

const tabs: readonly { readonly value: EvidenceState["tab"]; readonly text: string; readonly view: View }[] = [
  { value: "numbers", text: "Numbers and sources", view: NumbersTab },
  { value: "calibration", text: "Beside published figures", view: CalibrationTab },
  { value: "checks", text: "Beside theory", view: ChecksTab },
  { value: "run", text: "This run", view: RunTab },
];

export function EvidenceView({ page }: ViewProps): JSX.Element {
  const { tab } = page.state.view.evidence;
  const shown = tabs.find(({ value }) => value === tab) ?? tabs[0]!;
  const go = (value: EvidenceState["tab"]): void =>
    page.change((state) => look({ evidence: { ...state.view.evidence, tab: value } })(state));
  const Shown = shown.view;
  return (
    <>
      <h1 class="nhsuk-heading-xl">Evidence</h1>
      <Tabs label="What to look at" tabs={tabs} chosen={shown.value} onChoose={go} />
      <Shown page={page} key={shown.value} />
    </>
  );
}
