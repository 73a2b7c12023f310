/** Follows the state: whenever it asks another question, that is built and run, and what is known so far is told. */
import type { StudyState } from "../state/state.ts";
import { sameQuestion } from "../state/store.ts";
import { spawnHere, workersHere } from "../spawn.ts";
import { buildAll, type Built } from "./build.ts";
import { Crew } from "./crew.ts";
import { type Known, nothingKnown, type Results } from "./results.ts";
import { type FirstRuns, outcomesIn } from "./first-runs.ts";
import { breathe } from "../../src/index.ts";
import { keysOf, type Progress, type Question, Runner } from "./runner.ts";

export interface Following {
  /** Takes up another state. */
  (state: StudyState): void;
  /** Stops the work; what is known stays. */
  cancel(): void;
}

/** Least milliseconds between two drawings while replications arrive, once there is something to see. */
const pause = 150;

/** Most milliseconds for which a lever that is dragged waits for the answer to where it was before. */
const mostPatience = 300;

/** @param tell told the results so far, no more often than the page can be drawn */
export function studyRunner(tell: (results: Results) => void): Following {
  let state: StudyState | undefined;
  /** What is answered now: the state, or one of before while the lever is on its way. */
  let taken: StudyState | undefined;
  let built: readonly Built[] = [];
  let results: Results = nothingKnown;
  let first: FirstRuns | undefined;
  let last = 0;
  let answered: () => void = () => {};
  const isOld = (): boolean => state !== undefined && taken !== undefined && !sameQuestion(state, taken);
  const take = (progress: Progress): void => {
    const now = performance.now();
    const next = resultsOf(taken!, built, progress, results);
    if (!next.stale) answered();
    const settled = !next.busy || next.stale !== results.stale || next.scale !== results.scale;
    if (!settled && now - last < pause) return;
    last = now;
    results = isOld() ? { ...next, stale: true, busy: true } : next;
    tell(results);
  };
  const crew = new Crew(spawnHere, workersHere());
  crew.start();
  const runner = new Runner(crew, take);
  const ask = async (next: StudyState): Promise<void> => {
    const made = await buildAll(next);
    const canRun = made.every(({ parsed }) => parsed.ok);
    const runs = first;
    let question = await questionOf(next, made, runs);
    if (runs !== first) question = await questionOf(next, made, first);
    taken = next;
    built = made;
    if (canRun) {
      const isAnswered = new Promise<void>((done) => (answered = done));
      runner.ask(question);
      await Promise.race([isAnswered, new Promise((done) => setTimeout(done, mostPatience))]);
    } else {
      results = { ...results, scenarios: refused(made, results), stale: true, busy: false };
      tell(results);
    }
  };
  let working = false;
  /** One question after the other; those that came meanwhile are left out but for the last. */
  const follow = async (next: StudyState): Promise<void> => {
    const before = state;
    state = next;
    if (before !== undefined && sameQuestion(before, next)) return;
    if (working) return;
    working = true;
    try {
      do await ask(state);
      while (isOld());
    } finally {
      working = false;
    }
  };
  // Whoever comes late finds the page at work already; without them it does all by itself.
  void import("virtual:first-runs")
    .then(async ({ default: runs }) => {
      first = runs;
      const late = taken;
      if (late === undefined || !built.every(({ parsed }) => parsed.ok)) return;
      const question = await questionOf(late, built, first);
      if (taken === late) runner.ask(question);
    })
    .catch(() => undefined);
  return Object.assign((next: StudyState) => void follow(next), { cancel: () => runner.cancel() });
}

/**
 * The question that a state asks, made in pieces between which the page has its turn. Runs that came with the page answer
 * what it opens with; other views want more than is known of them.
 */
async function questionOf(
  { seed, runs, view }: StudyState,
  built: readonly Built[],
  first: FirstRuns | undefined,
): Promise<Question> {
  const mayUse = view.route === "compare" && built.every(({ asked }) => asked.changes.length === 0);
  const scenarios: Question["scenarios"][number][] = [];
  for (const { key, parsed } of built) {
    if (!parsed.ok) continue;
    const { scenario } = parsed;
    keysOf(scenario);
    await breathe();
    scenarios.push({ key, scenario, given: first && mayUse ? outcomesIn(first, scenario, seed) : [] });
    await breathe();
  }
  const all = scenarios.every(({ given = [] }) => given.length > 0);
  return { scenarios: all ? scenarios : scenarios.map((one) => ({ ...one, given: [] })), seed, runs };
}

/** Where one scenario has faults, all results stay those of before. */
const refused = (made: readonly Built[], { scenarios }: Results): Known[] =>
  made.map((one) => ({
    ...knownOf(one),
    result: scenarios.find(({ asked }) => asked.id === one.asked.id)?.result,
  }));

function knownOf({ asked, parsed, base }: Built): Known {
  const scenario = parsed.ok ? parsed.scenario : base;
  return {
    asked,
    title: asked.name || (scenario?.title ?? asked.base),
    scenario,
    file: base,
    problems: parsed.ok ? [] : parsed.problems,
    result: undefined,
  };
}

function resultsOf(state: StudyState, built: readonly Built[], progress: Progress, before: Results): Results {
  const known = built.map(knownOf);
  const shared = {
    seed: state.seed,
    of: state.runs,
    given: progress.given,
    busy: progress.busy,
    failure: progress.failure,
  };
  if (progress.results.length > 0) {
    const scenarios = known.map((one, at) => ({ ...one, result: progress.results[at] }));
    return { ...shared, scenarios, runs: progress.runs, scale: progress.scale, stale: false };
  }
  // Until there is an answer to the new question the old one stays, for scenarios that were in it.
  const scenarios = known.map((one) => ({
    ...one,
    result: before.scenarios.find(({ asked }) => asked.id === one.asked.id)?.result,
  }));
  const { runs, given, scale } = before;
  return { ...shared, scenarios, runs, given, scale, stale: scenarios.some(({ result }) => result !== undefined) };
}
