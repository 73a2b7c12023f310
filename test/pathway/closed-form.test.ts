/** With every mechanism at its neutral value the pathway is a queue with a closed form. */
import { expect, test } from "vitest";
import { runOnce } from "../../src/model/run.ts";
import { type Block, Kind, type Reader } from "../../src/records/log.ts";
import { formatProblems, parseAnyScenario } from "../../src/scenario/parse.ts";
import type { PathwayScenario } from "../../src/scenario/pathway/types.ts";

const interval = 7;
const perDay = 0.1;

/** Poisson illness, a GP who refers everybody at once, one place, courses of one session that always help. */
function neutral(): PathwayScenario {
  const scenario = {
    format: 1,
    kind: "pathway",
    title: "A queue",
    warm_up_days: 730,
    run_days: 20_000,
    population: {
      practices: [{ name: "P", area: "A", decile: 5, list: 1000 }],
      adult_share: 1,
      groups: {
        ill: {
          episodes_per_day: perDay / 1000,
          severity: { level_mean: 15, level_sd: 0, start_mean: 15, start_sd: 0, drift_days: 100 },
          consultations_per_day: 1,
          gp_acts: 1,
          policy: { clinic: {} },
        },
      },
    },
    risk: { band_scores: [0, 0, 0, 0], up_per_day: 0, down_per_day: 0, crises_per_day: [0, 0, 0, 0] },
    gp: { consultation_minutes: 10, recognition: { at_start: 0 } },
    services: {
      clinic: {
        payer: "clinic",
        staff: { team: { wte: 100, hours_per_week: 20 } },
        programmes: {
          course: {
            staff: "team",
            places: 1,
            session_minutes: 60,
            interval_days: interval,
            sessions_mean: 1,
            effect: { gain: 15, gain_scale: 0.001, gain_sessions: 0.01 },
          },
        },
      },
    },
    crisis: { routes: { gp: { share: [1, 1, 1, 1] } } },
    costs: { prices_of: "2016-17", gp_consultation: 0 },
  };
  const parsed = parseAnyScenario(JSON.stringify(scenario), { name: "queue.json" });
  if (!parsed.ok) throw new Error(formatProblems("queue.json", parsed.problems));
  if (parsed.scenario.kind !== "pathway") throw new Error("not a pathway");
  return parsed.scenario;
}

/** Waits on the list of the programme that began after the warm-up. */
class ListWaits implements Reader {
  readonly waits: number[] = [];
  readonly #since = new Map<number, number>();
  readonly #from: number;

  constructor(from: number) {
    this.#from = from;
  }

  read({ rows, at, kind, person }: Block): void {
    for (let i = 0; i < rows; i++) {
      if (kind[i] === Kind.join) this.#since.set(person[i]!, at[i]!);
      if (kind[i] === Kind.start && at[i]! >= this.#from) this.waits.push(at[i]! - this.#since.get(person[i]!)!);
    }
  }

  end(): void {}
}

test("one place, courses of one session: the mean wait is that of M/D/1 (Pollaczek and Khinchine)", async () => {
  const scenario = neutral();
  const means: number[] = [];
  for (let replication = 0; replication < 12; replication++) {
    const reader = new ListWaits(scenario.warm_up_days);
    await runOnce(scenario, { seed: "closed form", replication, executive: "fast" }, [reader]);
    expect(reader.waits.length).toBeGreaterThan(1500);
    means.push(reader.waits.reduce((sum, wait) => sum + wait, 0) / reader.waits.length);
  }
  const mean = means.reduce((sum, x) => sum + x, 0) / means.length;
  const variance = means.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (means.length - 1);
  const se = Math.sqrt(variance / means.length);
  const load = perDay * interval;
  const expected = (load * interval) / (2 * (1 - load));
  expect(se / expected).toBeLessThan(0.05);
  expect(Math.abs(mean - expected)).toBeLessThan(4 * se);
}, 60_000);
