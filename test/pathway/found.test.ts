/** Everything that people can be found by finds people to whom it happened. */
import { expect, test } from "vitest";
import { findPeople, makeFilm, searches, storyOf } from "../../src/index.ts";
import { changed } from "./scenarios.ts";

const settings = { seed: "tests", replication: 0, executive: "fast" } as const;

test("each search finds people whose story has it", async () => {
  const scenario = changed({
    warm_up_days: 0,
    run_days: 1460,
    services: { IAPT: { hold: { chance: 1, lasts_months: 6 } } },
  });
  const film = await makeFilm(scenario, settings);
  const has = {
    "left waiting": /^Leaves the waiting list of /m,
    declined: /^Does not take up a place /m,
    "lost to all services": /in touch with no service any more/,
    "most knock-backs": /says no: /,
    "most crises": /crisis/,
  };
  for (const search of searches) {
    const [first] = findPeople(film, search, settings, 1);
    expect(first, search).toBeDefined();
    const pattern = has[search as keyof typeof has];
    if (!pattern) continue;
    const told = storyOf(film, first!.person)!
      .events.map(({ text }) => text)
      .join("\n");
    expect(told, search).toMatch(pattern);
  }
});
