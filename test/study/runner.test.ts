/** How the page answers a question: roughly first, then fully, and never a question that nobody asks any more. */
import { expect, test } from "vitest";
import { runStudy } from "../../src/index.ts";
import { Crew } from "../../viz/study/crew.ts";
import { timesOf } from "../../viz/study/grid.ts";
import { coarse, type Progress, type Question, Runner } from "../../viz/study/runner.ts";
import { changed } from "../pathway/scenarios.ts";
import { workersInHere } from "./workers.ts";

const base = changed({ warm_up_days: 10, run_days: 40 });
const other = changed({
  warm_up_days: 10,
  run_days: 40,
  services: { IAPT: { hold: { chance: 1, lasts_months: 12 } } },
});
const question = (runs: number, key = "other", scenario = other): Question => ({
  scenarios: [
    { key: "base", scenario: base },
    { key, scenario },
  ],
  seed: "tests",
  runs,
});

function running(workers: number) {
  const seen = workersInHere();
  const told: Progress[] = [];
  const waiting: { readonly when: (progress: Progress) => boolean; readonly done: () => void }[] = [];
  const crew = new Crew(seen.spawn, workers);
  const runner = new Runner(crew, (progress) => {
    told.push(progress);
    for (const { when, done } of waiting) if (when(progress)) done();
  });
  const until = (when: (progress: Progress) => boolean): Promise<void> =>
    new Promise((done) => waiting.push({ when, done }));
  return { ...seen, told, runner, until };
}

test("rough first, then full; the full figures are those of a study", async () => {
  const { runner, told, until } = running(2);
  const settled = until(({ busy, scale }) => !busy && scale === 1);
  runner.ask(question(4));
  await settled;
  const scales = told.filter(({ results }) => results.length > 0).map(({ scale }) => scale);
  expect(scales[0]).toBe(coarse.scale);
  expect(scales).toEqual(scales.toSorted((a, b) => a - b));
  const times = timesOf(base);
  const study = await runStudy({ scenarios: [base, other], seed: "tests", replications: 4, times }).done;
  const { results } = told.at(-1)!;
  expect(results.map(({ outcomes }) => outcomes.map(({ values }) => values))).toEqual(
    study.scenarios.map(({ outcomes }) => outcomes.map(({ values }) => values)),
  );
});

test("another question takes the place of the old one at once, without a worker let go", async () => {
  const { runner, told, until, posted, terminated } = running(1);
  const settled = until(({ busy, question: of }) => !busy && of.runs === 3 && of.scenarios[1]!.key === "third");
  const full = until(({ scale, results }) => scale === 1 && results.length > 0);
  runner.ask(question(40));
  await full;
  runner.ask(question(3, "third", changed({ warm_up_days: 10, run_days: 50 })));
  await settled;
  expect(posted.some((message) => "drop" in (message as object))).toBe(true);
  expect(terminated()).toBe(0);
  const after = told.slice(told.findIndex(({ question: of }) => of.runs === 3));
  const [base40] = told.filter(({ question: of }) => of.runs === 40).at(-1)!.results;
  expect(after.at(-1)!.results[0]!.outcomes).toEqual(base40!.outcomes.slice(0, 3));
});
