import * as fc from "fast-check";
import { expect, test } from "vitest";
import { parseScenario } from "../../src/scenario/parse.ts";
import { unitIn, withUnit } from "../../src/scenario/units.ts";
import { clinic } from "./clinic.ts";

const HOURS = { hour: 24, day: 1, week: 1 / 7 };
type Unit = keyof typeof HOURS;

/** A scenario whose times are whole weeks, so that each unit can hold them exactly. */
const inDays = clinic({
  top: {
    warm_up_days: 14,
    run_days: 7 * 52,
    wait_limits_days: [42, 126],
    windows: [{ name: "spring", from_day: 14, to_day: 70 }],
  },
  node: {
    servers: {
      steps: [
        { from_day: 0, servers: 3 },
        { from_day: 7, servers: 6 },
      ],
      repeat_every_days: 14,
    },
    service: { law: "mixture", parts: [{ probability: 1, of: { law: "uniform", low_days: 7, high_days: 28 } }] },
    arrivals: [
      { per_day: 24 },
      {
        steps: [
          { from_day: 0, per_day: 48 },
          { from_day: 21, per_day: 0 },
        ],
      },
    ],
    patience: { law: "empirical", values_days: [7, 70] },
    leavers: [{ to: "left", probability: 1, delay: { law: "deterministic", days: 7 } }],
  },
});

/** The same scenario with every time in `unit`. */
function rewritten(value: unknown, unit: Unit): unknown {
  if (Array.isArray(value)) return value.map((item) => rewritten(item, unit));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => {
      if (unitIn(key) === undefined) return [key, rewritten(inner, unit)];
      const convert = (x: unknown) => Number(x) * (key === "per_day" ? 1 / HOURS[unit] : HOURS[unit]);
      return [withUnit(key, unit), Array.isArray(inner) ? inner.map(convert) : convert(inner)];
    }),
  );
}
const parsed = (user: unknown) => parseScenario(JSON.stringify(user), { name: "clinic.json" });

test.each(["hour", "week"] as const)("a scenario written in %ss is the same as in days", (unit) => {
  const [one, other] = [parsed(rewritten(inDays, unit)), parsed(inDays)];
  expect(other.ok).toBe(true);
  expect(one).toEqual(other);
});

test.each([
  ["minutes", 1440],
  ["hours", 24],
  ["days", 1],
  ["weeks", 1 / 7],
  ["months", 12 / 365],
  ["years", 1 / 365],
])("%s: one day is so many, and the mean logarithm moves along", (unit, many) => {
  const service = { law: "lognormal", [`mu_log_${unit}`]: Math.log(many), sigma_log: 1 };
  const read = parsed(clinic({ node: { service, arrivals: [{ [`per_${unit.slice(0, -1)}`]: 1 / many }] } }));
  const [node] = read.ok ? read.scenario.nodes : [];
  const [stay] = node?.service ?? [];
  const law = stay?.kind === "stay" ? stay.length : undefined;
  expect(law?.law === "lognormal" && "mu_log_days" in law ? law.mu_log_days : Number.NaN).toBeCloseTo(0, 14);
  const [arrivals] = node?.arrivals ?? [];
  expect(arrivals?.kind === "poisson" ? arrivals.per_day.steps[0]?.value : 0).toBeCloseTo(1, 14);
});

test("hours and weeks come out as the nearest number to the exact one", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1e9 }), (n) => {
      const read = (key: string) => {
        const one = parsed(clinic({ top: { warm_up_days: undefined, [key]: n } }));
        return one.ok ? one.scenario.warm_up_days : Number.NaN;
      };
      expect(read("warm_up_hours")).toBe(n / 24);
      expect(read("warm_up_weeks")).toBe(n * 7);
    }),
  );
});
