/** A study with everything a state can hold. */
import { firstView, type StudyState } from "../../viz/state/state.ts";

export const study: StudyState = {
  format: 1,
  scenarios: [
    { id: "a", name: "", base: "baseline.json", changes: [] },
    {
      id: "b",
      name: "Hold people for a year — “so they say”",
      base: "mine.json",
      changes: [
        { path: "services.IAPT.hold.lasts_months", value: 12 },
        { path: "risk.crises_per_year[3]", value: 0.1 + 0.2 },
        { path: "services.<b>new</b>", value: { staff: [1, 2, null], open: true } },
      ],
    },
  ],
  seed: "teaching-2026 ✓",
  runs: 20,
  files: { "mine.json": '{"format": 1, "title": "Größe \\ud83d"}' },
  view: { ...firstView, route: "explore", others: { follow: { person: 17 } } },
};
