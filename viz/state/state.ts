/**
 * What the page shows, as one plain object: it can be written into an address, a file or the browser's store and read
 * back, and gives the same figures to the last bit wherever it is opened. Nothing that can be worked out from it is in it.
 */

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** Rises when an older page could no longer read what a newer one writes. */
export const stateFormat = 1;

export interface StudyState {
  readonly format: typeof stateFormat;
  /** The first is the baseline, which the others are held against: one to `mostTried` of them. */
  readonly scenarios: readonly ScenarioState[];
  /** Any text: the same text gives the same people, bit for bit. */
  readonly seed: string;
  /** Replications of each scenario. */
  readonly runs: number;
  /** The reader's own scenario files, and the CSV files that they name: texts by file name. They never leave the page. */
  readonly files: Readonly<Record<string, string>>;
  readonly view: ViewState;
}

/** Most scenarios that are compared with the baseline at once. */
export const mostTried = 4;

export interface ScenarioState {
  /** Stays the same when the scenario is renamed or moved: "a", "b" … */
  readonly id: string;
  /** As the reader calls it; "" for the title in the file. */
  readonly name: string;
  /** Name of a file, one of `files` or shipped with the page: "baseline.json". */
  readonly base: string;
  /** Made to the base in this order. */
  readonly changes: readonly Change[];
}

export interface Change {
  /** As the author of the base writes it, unit included: `services.IAPT.hold.lasts_months`, `risk.crises_per_year[3]`. */
  readonly path: string;
  /** In the unit that the path names. An object is merged in, null removes (JSON Merge Patch). */
  readonly value: Json;
}

export const routes = ["compare", "explore", "follow", "learn", "evidence", "own"] as const;
export type Route = (typeof routes)[number];

/** How it is shown, which changes no figure. Views remember what they please under their own name. */
export interface ViewState {
  readonly route: Route;
  /** Of the scenario that the reader changes and looks at; one that is not there stands for the first one tried. */
  readonly focus: string;
  readonly compare: CompareView;
  readonly explore: ExploreView;
  readonly evidence: EvidenceView;
  /** What further views remember, by their route. */
  readonly others: { readonly [route: string]: Json };
}

export interface CompareView {
  readonly show: "differences" | "values";
  /** Keys of the measures that are open. */
  readonly open: readonly string[];
  /** The service or part whose levers are shown, by its path; "": the first. */
  readonly part: string;
  /** Whether all its numbers are shown, and not only the levers. */
  readonly all: boolean;
}

export interface ExploreView {
  readonly tab: "map" | "people" | "waits" | "sweep" | "worth";
  /** The map of which scenario, by its id, or of the difference that `focus` makes. */
  readonly map: string;
  /** The service whose waits are shown; "": the first. */
  readonly place: string;
  readonly sweep: SweepView;
}

/** One lever or two, each over a range, and the figure that is looked at. */
export interface SweepView {
  readonly levers: readonly {
    readonly path: string;
    readonly low: number;
    readonly high: number;
    readonly levels: number;
  }[];
  /** Key of a measure. */
  readonly measure: string;
  readonly runs: number;
}

export interface EvidenceView {
  readonly tab: "numbers" | "calibration" | "checks" | "run";
  readonly search: string;
  /** A grade, or "" for all. */
  readonly grade: string;
}

export const firstView: ViewState = {
  route: "compare",
  focus: "",
  compare: { show: "differences", open: [], part: "", all: false },
  explore: {
    tab: "map",
    map: "difference",
    place: "",
    sweep: { levers: [], measure: "", runs: 5 },
  },
  evidence: { tab: "numbers", search: "", grade: "" },
  others: {},
};
