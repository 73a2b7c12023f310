/** Follows the state: whenever it asks another question, that is built and run, and what is known so far is told. */
import type { StudyState } from "../state/state.ts";
import { sameQuestion } from "../state/store.ts";
import { spawnHere, workersHere } from "../spawn.ts";
import { buildAll, type Built } from "./build.ts";
import { Crew } from "./crew.ts";
import { type Known, nothingKnown, type Results } from "./results.ts";
import { type Progress, Runner } from "./runner.ts";

export interface Following {
  /** Takes up another state. */
  (state: StudyState): void;
  /** Stops the work; what is known stays. */
  cancel(): void;
}

/** Least milliseconds between two drawings while replications arrive, once there is something to see. */
const pause = 150;

/** @param tell told the results so far, no more often than the page can be drawn */
export function studyRunner(tell: (results: Results) => void): Following {
  let state: StudyState | undefined;
  let built: readonly Built[] = [];
  let results: Results = nothingKnown;
  let asked = 0;
  let last = 0;
  const take = (progress: Progress): void => {
    const now = performance.now();
    const next = resultsOf(state!, built, progress, results);
    const settled = !next.busy || next.stale !== results.stale || next.scale !== results.scale;
    if (!settled && now - last < pause) return;
    last = now;
    results = next;
    tell(results);
  };
  const crew = new Crew(spawnHere, workersHere());
  crew.start();
  const runner = new Runner(crew, take);
  const follow = async (next: StudyState): Promise<void> => {
    const before = state;
    state = next;
    if (before !== undefined && sameQuestion(before, next)) return;
    const question = ++asked;
    const made = await buildAll(next);
    if (question !== asked) return;
    built = made;
    const scenarios = made.flatMap(({ key, parsed }) => (parsed.ok ? [{ key, scenario: parsed.scenario }] : []));
    if (scenarios.length === made.length) runner.ask({ scenarios, seed: next.seed, runs: next.runs });
    else {
      results = { ...results, scenarios: refused(made, results), stale: true, busy: false };
      tell(results);
    }
  };
  return Object.assign((next: StudyState) => void follow(next), { cancel: () => runner.cancel() });
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
  const shared = { seed: state.seed, of: state.runs, busy: progress.busy, failure: progress.failure };
  if (progress.results.length > 0) {
    const scenarios = known.map((one, at) => ({ ...one, result: progress.results[at] }));
    return { ...shared, scenarios, runs: progress.runs, scale: progress.scale, stale: false };
  }
  // Until there is an answer to the new question the old one stays, for scenarios that were in it.
  const scenarios = known.map((one) => ({
    ...one,
    result: before.scenarios.find(({ asked }) => asked.id === one.asked.id)?.result,
  }));
  const { runs, scale } = before;
  return { ...shared, scenarios, runs, scale, stale: scenarios.some(({ result }) => result !== undefined) };
}
