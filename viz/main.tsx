/** The page: keeps the state, asks for what it needs, and draws. */
import { render } from "preact";
import { App } from "./app.tsx";
import { firstStudy } from "./state/first.ts";
import { routeIn, wordsIn } from "./state/address.ts";
import { goTo } from "./state/edits.ts";
import { storeOf } from "./state/store.ts";
import { studyRunner } from "./study/follow.ts";
import { nothingKnown, type Results } from "./study/results.ts";
import { answersIn } from "./figures/announce.ts";
import type { Page } from "./view.ts";
import { learnFrom } from "./views/learn/state.ts";

const place = document.getElementById("app")!;
const live = document.getElementById("announcement")!;

const store = storeOf(goTo(routeIn(location.hash) ?? "compare")(firstStudy));
let results: Results = nothingKnown;
let notice = "";

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
  results = next;
  redraw();
});

store.listen(() => {
  const hash = `#/${store.state.view.route}`;
  if (location.hash !== hash) history.pushState(null, "", hash);
  follow(store.state);
  redraw();
});
addEventListener("hashchange", () => {
  const route = routeIn(location.hash);
  if (route !== undefined && route !== store.state.view.route) store.change(goTo(route));
  if (route === "learn") store.change(learnFrom(wordsIn(location.hash)));
});

if (store.state.view.route === "learn") store.change(learnFrom(wordsIn(location.hash)));
draw();
follow(store.state);
