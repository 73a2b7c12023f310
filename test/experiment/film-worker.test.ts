/** A worker makes films as well as figures. */
import { expect, test } from "vitest";
import { makeFilm } from "../../src/experiment/film.ts";
import { serve } from "../../src/experiment/worker.ts";
import { changed } from "../pathway/scenarios.ts";

const settings = { seed: "tests", replication: 0, executive: "fast" } as const;

function ask(message: unknown): Promise<unknown> {
  return new Promise((resolve) => {
    let listener: (message: unknown) => void = () => {};
    serve({ post: resolve, onMessage: (one) => (listener = one) });
    listener(message);
  });
}

const scenario = changed({ warm_up_days: 10, run_days: 40 });

test("the film is that of the same run made here", async () => {
  const film = await makeFilm(scenario, settings);
  expect(await ask({ id: 7, film: { scenario, settings } })).toEqual({ id: 7, film });
});

test("a branch that cannot be is answered with why", async () => {
  const other = { ...scenario, services: scenario.services.slice(1) };
  const answer = await ask({ id: 8, film: { scenario: other, settings, branch: { from: scenario, day: 20 } } });
  expect(answer).toMatchObject({ id: 8, error: expect.stringMatching(/a branch needs the same practices/) as string });
});
