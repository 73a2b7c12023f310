/** Levers move their measures the way the paper says: each alone, paired over replications. */
import { beforeAll, describe, expect, test } from "vitest";
import { brief, figuresOf, type Find, practices } from "./scenarios.ts";

const replications = [0, 1, 2];
const run = (change: object): Promise<Find[]> =>
  Promise.all(replications.map((replication) => figuresOf(brief(change), replication)));

describe("against the baseline", () => {
  let base: Find[] = [];
  beforeAll(async () => {
    base = await run({});
  }, 60_000);

  const mean = (finds: readonly Find[], names: Parameters<Find>): number =>
    finds.reduce((sum, find) => sum + find(...names), 0) / finds.length;
  const compare = async (
    change: object,
    up: readonly Parameters<Find>[],
    down: readonly Parameters<Find>[],
  ): Promise<void> => {
    const other = await run(change);
    for (const names of up) expect(mean(other, names), `${names.join(" | ")} rises`).toBeGreaterThan(mean(base, names));
    for (const names of down) expect(mean(other, names), `${names.join(" | ")} falls`).toBeLessThan(mean(base, names));
  };

  test("more therapists: more people treated, shorter waits, fewer who leave", async () => {
    await compare(
      {
        services: {
          IAPT: { staff: { assessors: { wte: 4 }, "wellbeing practitioners": { wte: 6 }, therapists: { wte: 6 } } },
        },
      },
      [["IAPT", "all", "courses", "finished", "count"]],
      [
        ["IAPT", "all", "wait_to_first_treatment", "started", "mean"],
        ["IAPT", "all", "withdrawals", "left_waiting", "count"],
      ],
    );
  });

  test("a lower ceiling and a higher floor: more knock-backs, fewer acceptances, more days in the gap", async () => {
    await compare(
      { services: { IAPT: { triage: { risk_ceiling: 0.4 } }, CMHT: { triage: { risk_floor: 0.85 } } } },
      [
        ["IAPT", "all", "rejections_on_paper", "too_risky", "count"],
        ["CMHT", "pd", "rejections_on_paper", "not_risky_enough", "count"],
        [practices, "pd", "knock_backs", "people", "mean"],
        [practices, "pd", "days_in_the_gap", "events", "sum"],
      ],
      [
        ["IAPT", "pd", "acceptances", "on_paper", "share"],
        ["CMHT", "pd", "acceptances", "on_paper", "share"],
      ],
    );
  });

  test("writing up: more pass the CMHT's triage, and more are turned away when they are seen", async () => {
    await compare(
      { gp: { framing: { write_up: 0.8, write_up_by: 0.4, learning: 1 }, recognition: { at_start: 0.8 } } },
      [
        ["CMHT", "pd", "letters", "written_up", "count"],
        ["CMHT", "pd", "acceptances", "on_paper", "share"],
        ["CMHT", "pd", "rejections_at_assessment", "not_risky_enough", "count"],
      ],
      [],
    );
  });

  test("the label in every letter: more people with PD are rejected for it", async () => {
    await compare(
      { gp: { recognition: { label_in_letter: 1 } }, services: { IAPT: { triage: { label_rejection: 0.5 } } } },
      [["IAPT", "pd", "rejections_on_paper", "label", "count"]],
      [["IAPT", "pd", "acceptances", "on_paper", "share"]],
    );
  });

  test("a lower cap on sessions: shorter courses, and more left unresolved", async () => {
    const cap = { session_cap: 2 };
    await compare(
      { services: { IAPT: { programmes: { "guided self-help": cap, group: cap, therapy: cap } } } },
      [],
      [
        ["IAPT", "all", "contacts_per_course", "finished", "mean"],
        ["IAPT", "all", "recovered", "finished_at_caseness", "share"],
      ],
    );
  });

  test("holding: people are held, and it takes staff time", async () => {
    await compare(
      { services: { IAPT: { hold: { chance: 1, lasts_months: 12 } } } },
      [
        [practices, "all", "person_days", "held", "sum"],
        ["IAPT", "all", "holds", "events", "count"],
      ],
      [["IAPT", "all", "courses", "finished", "count"]],
    );
  });
});
