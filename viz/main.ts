/** The page: keeps the state, runs what it asks for, and draws. */
import type { RunningStudy, StudyResult } from "../src/index.ts";
import { fillChooser, judgeFiles } from "./chooser.ts";
import { type Comparison, comparisonOf } from "./data/comparison.ts";
import { byId } from "./dom.ts";
import { listenForDrops, readFiles } from "./files.ts";
import type { Network } from "./network.ts";
import { fillMapViews, showComparison } from "./page.ts";
import { run } from "./run.ts";
import { firstVariantOf, readScenario } from "./scenarios.ts";
import { firstState, type PageState, sameStudy } from "./state.ts";
import { type Faulty, showFaults } from "./views/faults.ts";

const part = (id: string): HTMLElement => byId(document, id, HTMLElement);
const list = (id: string): HTMLSelectElement => byId(document, id, HTMLSelectElement);
const cancel = byId(document, "cancel", HTMLButtonElement);
const progress = byId(document, "progress", HTMLProgressElement);
const lists = {
  base: list("base"),
  other: list("other"),
  runs: list("runs"),
  seed: byId(document, "seed", HTMLInputElement),
};

let state: PageState = firstState;
let comparison: Comparison | undefined;
let running: RunningStudy | undefined;
/** Counts what was asked for, so that a late answer to an old question is dropped. */
let asked = 0;

/** Changes the state, and runs or draws again as far as that needs. */
function change(changes: Partial<PageState>): void {
  const before = state;
  state = { ...state, ...changes };
  if (!sameStudy(before, state)) void compare();
  else redraw();
}

function redraw(): string {
  return comparison === undefined ? "" : showComparison(document, state, comparison, change);
}

async function compare(): Promise<void> {
  const question = ++asked;
  running?.cancel();
  await fillChooser(lists, state);
  const scenarios = await readBoth();
  if (question !== asked) return;
  if (scenarios === undefined) {
    tell("Not run.", false);
    return;
  }
  showFaults(part("faults"), [], dismiss);
  part("about").textContent = scenarios[1]?.description ?? "";
  part("results").classList.add("stale");
  progress.max = state.runs;
  progress.value = 0;
  tell("Starting…", true);
  const { seed, runs } = state;
  running = run(
    { scenarios, seed, runs },
    {
      onSome: (finished, result) => question === asked && showSome(finished, result),
      onDone: (result) => question === asked && showDone(result),
      onCancelled: () => question === asked && showCancelled(),
      onFailure: (error) => question === asked && showFailure(error),
    },
  );
}

async function readBoth(): Promise<Network[] | undefined> {
  const names = [state.base, state.other];
  const read = await Promise.all(names.map((name) => readScenario(name, state.files)));
  const faulty = read.flatMap((parsed, at): Faulty[] =>
    parsed.ok ? [] : [{ name: names[at]!, problems: parsed.problems }],
  );
  if (faulty.length > 0) showFaults(part("faults"), faulty, dismiss);
  return faulty.length > 0 ? undefined : read.flatMap((parsed) => (parsed.ok ? [parsed.scenario] : []));
}

function showSome(finished: number, result: StudyResult): void {
  progress.value = finished;
  tell(`${finished} of ${state.runs} runs of each`, true);
  if (finished < 2) return;
  take(result);
  redraw();
}

function showDone(result: StudyResult): void {
  progress.value = state.runs;
  take(result);
  tell(`${state.runs} runs of each, 95% intervals`, false);
  part("announcement").textContent = redraw();
}

function showCancelled(): void {
  const text =
    comparison === undefined
      ? "Cancelled before any result."
      : `Cancelled. What is shown rests on ${comparison.runs} runs of each.`;
  part("results").classList.remove("stale");
  tell(text, false);
  part("announcement").textContent = text;
}

function showFailure(error: Error): void {
  tell("Stopped.", false);
  const hint = "Load the page again. If it happens again, try another browser.";
  showFaults(
    part("faults"),
    [{ name: "The simulation", problems: [{ at: "a worker", expected: "a run that ends", got: error.message, hint }] }],
    dismiss,
  );
}

function take(result: StudyResult): void {
  comparison = comparisonOf(result);
  part("results").classList.remove("stale");
}

/** Says how it goes; `busy` decides what the button does. */
function tell(text: string, busy: boolean): void {
  part("progress-text").textContent = text;
  progress.hidden = !busy;
  cancel.hidden = !busy;
  part("results").setAttribute("aria-busy", String(busy));
}

function dismiss(): void {
  showFaults(part("faults"), [], dismiss);
  part("main").focus();
}

/** Adds files if all of them can be used, and otherwise says why not and changes nothing. */
async function takeIn(chosen: Iterable<File>): Promise<void> {
  const taken = await readFiles(chosen);
  const { other, faulty } = await judgeFiles(state.files, taken, state.base);
  showFaults(part("faults"), faulty, dismiss);
  if (faulty.length === 0) study({ files: { ...state.files, ...taken.added }, other });
}

/** Another scenario has other places and periods. */
const study = (changes: Partial<PageState>): void => change({ ...changes, place: undefined, period: undefined });

function listen(): void {
  lists.base.addEventListener("change", () => study({ base: lists.base.value }));
  lists.other.addEventListener("change", () => study({ other: lists.other.value }));
  lists.runs.addEventListener("change", () => change({ runs: Number(lists.runs.value) }));
  lists.seed.addEventListener("change", () => change({ seed: lists.seed.value }));
  list("period").addEventListener("change", () => change({ period: list("period").value }));
  list("place").addEventListener("change", () => change({ place: list("place").value }));
  list("statistic").addEventListener("change", () =>
    change({ statistic: list("statistic").value === "median" ? "median" : "mean" }),
  );
  list("table-place").addEventListener("change", () =>
    change({ table: { ...state.table, place: list("table-place").value } }),
  );
  list("table-measure").addEventListener("change", () =>
    change({ table: { ...state.table, measure: list("table-measure").value } }),
  );
  byId(document, "question", HTMLFormElement).addEventListener("submit", (event) => {
    event.preventDefault();
    state = { ...state, seed: lists.seed.value };
    void compare();
  });
  cancel.addEventListener("click", () => running?.cancel());
  const files = byId(document, "files", HTMLInputElement);
  files.addEventListener("change", () => void takeIn([...(files.files ?? [])]).then(() => (files.value = "")));
  listenForDrops(document, (dropped) => void takeIn(dropped));
  let waiting = 0;
  addEventListener("resize", () => {
    clearTimeout(waiting);
    waiting = window.setTimeout(redraw, 150);
  });
}

fillMapViews(part("map-views"), state.map, change);
listen();
const variant = await firstVariantOf(state.base);
// The reader may have chosen already, while this was looked up.
if (state.other === "") state = { ...state, other: variant };
await compare();
