/** A worker that is told that nobody wants an answer any more gives the run up, and is ready for the next. */
import { expect, test } from "vitest";
import { replicate } from "../../src/experiment/replication.ts";
import { serve } from "../../src/experiment/worker.ts";
import { changed } from "../pathway/scenarios.ts";

const scenario = changed({ warm_up_days: 10, run_days: 40 });
const task = { seed: "tests", replication: 0, executive: "fast" } as const;

test("a run that is dropped is answered at once, and the next one is as if it had never been", async () => {
  const answers: unknown[] = [];
  const told: (() => void)[] = [];
  let listener: (message: unknown) => void = () => {};
  serve({
    post(message) {
      answers.push(message);
      told.shift()?.();
    },
    onMessage: (one) => (listener = one),
  });
  const answer = (): Promise<void> => new Promise((resolve) => told.push(resolve));
  const first = answer();
  listener({ id: 1, scenario, scenarioNumber: 0, task });
  listener({ drop: 1 });
  await first;
  const second = answer();
  listener({ id: 2, scenarioNumber: 0, task });
  await second;
  expect(answers).toEqual([
    { id: 1, error: expect.stringMatching(/given up/) as string },
    { id: 2, outcome: await replicate(scenario, task) },
  ]);
});
