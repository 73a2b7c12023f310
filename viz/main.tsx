/** The page: keeps the state, asks for what it needs, and draws. */
import { render } from "preact";
import { App } from "./app.tsx";
import { keep, keptWords } from "./share/autosave.ts";
import { startOf } from "./share/start.ts";
import { routeIn, wordsIn } from "./state/address.ts";
import { goTo } from "./state/edits.ts";
import { storeOf } from "./state/store.ts";
import { studyRunner } from "./study/follow.ts";
import { nothingKnown, type Results } from "./study/results.ts";
import { answersIn } from "./figures/announce.ts";
import type { Page } from "./view.ts";
import { views } from "./views/index.ts";
import { learnFrom } from "./views/learn/state.ts";

const place = document.getElementById("app")!;
const live = document.getElementById("announcement")!;

const start = await startOf(location.hash);
const store = storeOf(start.state);
let results: Results = nothingKnown;
let { notice } = start;

const announce = (text: string): void => {
  live.textContent = text;
};

/** Draws once in a frame, however often it is asked to. */
let waiting = false;
function redraw(): void {
  if (waiting) return;
  waiting = true;
  requestAnimationFrame(() => {
    waiting = false;
    draw();
  });
}

function draw(): void {
  const page: Page = {
    state: store.state,
    results,
    change: (edit, merge) => store.change(edit, merge),
    announce,
    cancel: () => follow.cancel(),
  };
  const { canUndo, canRedo } = store;
  const steps = { undo: () => store.undo(), redo: () => store.redo() };
  const closeNotice = (): void => {
    notice = "";
    redraw();
  };
  render(<App {...{ page, canUndo, canRedo, ...steps, notice, closeNotice }} />, place);
}

const follow = studyRunner((next) => {
  if (results.busy && !next.busy && next.runs > 0) announce(answersIn(next));
  if (results.runs === 0 && next.runs > 0) setTimeout(() => void loadViews(), 2_000);
  results = next;
  redraw();
});

/** Once there is an answer to look at, so that every view opens at once, and without a network. */
async function loadViews(): Promise<void> {
  for (const { load } of views) await load().catch(() => undefined);
}

store.listen(() => {
  const hash = `#/${store.state.view.route}`;
  if (location.hash !== hash) history.pushState(null, "", hash);
  follow(store.state);
  keepSoon();
  redraw();
});

/** Keeps the study once the reader has stopped for a moment; says once that it cannot. */
let keeping = 0;
let warned = false;
function keepSoon(): void {
  clearTimeout(keeping);
  keeping = window.setTimeout(() => {
    const done = keep(store.state);
    if (done === "kept" || warned) return;
    warned = true;
    notice = keptWords[done];
    redraw();
  }, 400);
}

/** A link to a study that is pasted into the address of the open page. */
async function openLink(): Promise<void> {
  const { state, notice: told } = await startOf(location.hash);
  notice = told;
  store.change(() => state);
  redraw();
}

addEventListener("hashchange", () => {
  if (wordsIn(location.hash).has("study")) {
    void openLink();
    return;
  }
  const route = routeIn(location.hash);
  if (route !== undefined && route !== store.state.view.route) store.change(goTo(route));
  if (route === "learn") store.change(learnFrom(wordsIn(location.hash)));
});

if (store.state.view.route === "learn") store.change(learnFrom(wordsIn(location.hash)));
if (wordsIn(location.hash).has("study")) history.replaceState(null, "", `#/${store.state.view.route}`);
draw();
follow(store.state);
