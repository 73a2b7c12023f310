/** Extreme scenarios, in which the answer is known beforehand. */
import { expect, test } from "vitest";
import { atAssessment, Reason } from "../../src/records/pathway-codes.ts";
import { brief, changed, figuresOf, practices, rowsOf, wide } from "./scenarios.ts";

test("where nobody falls ill, nobody comes", async () => {
  const nobody = {
    severity: { level_mean: wide(0), level_sd: wide(0), start_mean: wide(0), start_sd: wide(0) },
    risk_start: [1, 0, 0, 0],
  };
  const find = await figuresOf(
    brief({
      population: {
        groups: {
          pd: { ...nobody, life_events_per_year: 0, risk_up_ratio: 0 },
          cmd: { episodes_per_year: wide(0) },
          smi: { episodes_per_year: wide(0) },
        },
      },
      risk: { crises_per_year: [wide(0), wide(0), wide(0), wide(0)] },
    }),
  );
  expect(find("IAPT", "all", "referrals", "all", "count")).toBe(0);
  expect(find("CMHT", "all", "referrals", "all", "count")).toBe(0);
  expect(find(practices, "all", "person_days", "well", "share")).toBe(1);
  expect(find(practices, "all", "gp_consultations", "attended", "count")).toBeGreaterThan(1000);
});

test("with endless capacity the wait is the notice and the interval, and nobody leaves", async () => {
  const many = { wte: wide(1e4) };
  const staff = { assessors: many, "wellbeing practitioners": many, therapists: many };
  const scenario = brief({ services: { IAPT: { staff } } });
  const find = await figuresOf(scenario);
  expect(find("IAPT", "all", "wait", "started", "max")).toBe(0);
  expect(find("IAPT", "all", "withdrawals", "left_waiting", "count")).toBe(0);
  const [iapt] = scenario.services;
  const least = iapt!.triage.lasts_days + iapt!.assessment!.notice_days;
  expect(find("IAPT", "all", "wait_to_first_treatment", "started", "median")).toBeCloseTo(least, 6);
});

test("a service that is shut treats nobody, and its list only grows or is left", async () => {
  const find = await figuresOf(
    brief({
      services: {
        CMHT: { staff: { coordinators: { wte: wide(0) }, psychologists: { wte: wide(0), trained_wte: wide(0) } } },
      },
    }),
  );
  expect(find("CMHT", "all", "treatment_sessions", "attended", "count")).toBe(0);
  expect(find("CMHT", "all", "assessments", "attended", "count")).toBe(0);
  expect(find("CMHT", "all", "referrals", "all", "count")).toBeGreaterThan(500);
  expect(find("CMHT", "all", "queue_length", "time_weighted", "mean")).toBeGreaterThan(100);
});

test("where the thresholds meet and nobody errs, no risk is both too high for IAPT and too low for the CMHT", async () => {
  const exact = { noise: wide(0) };
  const scenario = brief({
    gp: { risk_noise: wide(0), framing: { write_up: 0, write_down: 0 }, advice: { chance: 0 } },
    services: {
      IAPT: { triage: { risk_ceiling: 0.5, ...exact }, assessment: { ...exact, sees_truth: 1 } },
      CMHT: { triage: { risk_floor: 0.5, ...exact }, assessment: { ...exact, sees_truth: 1 } },
    },
    population: { groups: { pd: { policy: { IAPT: { up_to_risk: 1 }, CMHT: { from_risk: 0 } } } } },
  });
  // By person, what was said of their risk as it is now: a row of risk begins a new one.
  const said = new Map<number, Set<number>>();
  let both = 0;
  let once = 0;
  for (const { kind, person, detail } of await rowsOf(scenario)) {
    if (kind === "risk") said.delete(person);
    const reason = detail % atAssessment;
    if (kind !== "reject" || reason > Reason.not_risky_enough) continue;
    const of = said.get(person) ?? new Set<number>();
    said.set(person, of.add(reason));
    once++;
    if (of.size === 2) both++;
  }
  expect(once).toBeGreaterThan(100);
  expect(both).toBe(0);
});

test("thresholds that let nobody through turn everybody away who is judged by them", async () => {
  const find = await figuresOf(
    brief({
      services: { IAPT: { triage: { risk_ceiling: wide(-10) } }, CMHT: { triage: { risk_floor: wide(10) } } },
      gp: { advice: { chance: 0 } },
    }),
  );
  for (const group of ["pd", "cmd"]) {
    expect(find("IAPT", group, "acceptances", "events", "count")).toBe(0);
    expect(find("CMHT", group, "acceptances", "events", "count")).toBe(0);
  }
  expect(find("IAPT", "cmd", "rejections_on_paper", "too_risky", "count")).toBeGreaterThan(500);
  expect(find("CMHT", "smi", "acceptances", "events", "count")).toBeGreaterThan(0);
});

test("when everybody leaves at once, only those who are seen at once are seen", async () => {
  const find = await figuresOf(
    brief({ services: { IAPT: { waiting_list: { patience: { law: "deterministic", days: 0.001 }, outreach: 0 } } } }),
  );
  expect(find("IAPT", "all", "wait", "started", "max")).toBeLessThanOrEqual(0.001);
  expect(find("IAPT", "all", "withdrawals", "left_waiting", "count")).toBeGreaterThan(0);
});

test("held for ever: whoever is held stays so to the end", async () => {
  const rows = await rowsOf(brief({ services: { IAPT: { hold: { chance: 1, lasts_months: wide(1200) } } } }));
  expect(rows.filter((row) => row.kind === "hold" && row.detail === 1).length).toBeGreaterThan(20);
  expect(rows.filter((row) => row.kind === "hold" && row.detail === 0)).toEqual([]);
});

test("where one group is to be held, nobody else is", async () => {
  const scenario = brief({ services: { IAPT: { hold: { chance: { pd: 1, otherwise: 0 }, lasts_months: 12 } } } });
  const held = (await rowsOf(scenario)).filter((row) => row.kind === "hold");
  expect(held.length).toBeGreaterThan(20);
  const pd = scenario.population.groups.findIndex(({ name }) => name === "pd");
  expect(held.every((row) => row.group === pd)).toBe(true);
});

test("a group of one's own and a service of one's own take a few lines and no code", async () => {
  const scenario = changed({
    warm_up_days: 30,
    run_days: 365,
    services: {
      "PD hub": {
        payer: "secondary care",
        staff: { team: { wte: 3, hours_per_week: 20 } },
        programmes: {
          "skills group": {
            staff: "team",
            group_size: 8,
            session_minutes: 120,
            sessions_mean: 20,
            places: 20,
            effect: { gain: 6, gain_scale: 3, gain_sessions: 8 },
          },
        },
      },
    },
    population: { groups: { pd: { policy: { "PD hub": { rank: -1 } } } } },
  });
  const find = await figuresOf(scenario);
  expect(find("PD hub", "pd", "treatment_sessions", "attended", "count")).toBeGreaterThan(50);
});
