/** What the page opens with: the baseline, and the first wish of the GPs held against it. */
import { firstView, stateFormat, type StudyState } from "./state.ts";

export const firstStudy: StudyState = {
  format: stateFormat,
  scenarios: [
    { id: "a", name: "", base: "baseline.json", changes: [] },
    { id: "b", name: "", base: "longer-holding.json", changes: [] },
  ],
  seed: "caregap",
  runs: 20,
  files: {},
  view: firstView,
};

/** Numbers of runs on offer. Fewer than two give no interval. */
export const runChoices = [5, 10, 20, 50, 100, 200] as const;
