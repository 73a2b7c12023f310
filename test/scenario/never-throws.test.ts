/** Whatever a file holds, reading it ends with a scenario or with problems. */
import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { Law } from "../../src/engine/law-types.ts";
import { sampler } from "../../src/engine/laws.ts";
import { formatProblems, parseScenario, type Parsed } from "../../src/scenario/parse.ts";
import { clinic } from "./clinic.ts";
import { withFiles } from "./files.ts";

function lawsIn(value: unknown): Law[] {
  if (typeof value !== "object" || value === null) return [];
  return "law" in value ? [value as Law] : Object.values(value).flatMap(lawsIn);
}

/** Refused in words, or accepted and fit for the engine. */
function isSettled(parsed: Parsed): void {
  if (parsed.ok) {
    for (const law of lawsIn(parsed.scenario.nodes)) expect(sampler(law)(0.5)).toBeGreaterThanOrEqual(0);
  } else {
    expect(parsed.problems.length).toBeGreaterThan(0);
    const lines = formatProblems("x.json", parsed.problems).split("\n");
    expect(lines.length).toBe(parsed.problems.length + 1);
    expect(lines.join("")).not.toMatch(/undefined|\[object|Invalid key|Expected /);
  }
}

test("any text", () => {
  fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => isSettled(parseScenario(text, { name: "x.json" }))));
});

test("any JSON value", () => {
  fc.assert(fc.property(fc.json(), (text) => isSettled(parseScenario(text, { name: "x.json" }))));
});

const WORDS = (
  "law days mean_days mean_hours mean steps from_day per_day servers service by_group by_date " +
  "routing otherwise sessions to probability parts of values empirical gamma exponential mixture " +
  "discrete clinic discharged unlimited endless everyone nodes start"
).split(" ");
const junk = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom(null, true, -1, 0, 0.5, 1, 2, 1e308, 1e-320, "", "x", ...WORDS),
    fc.array(tie("value"), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom(...WORDS), tie("value"), { maxKeys: 4 }),
  ),
})).value;

/** Every path in a value, so that any part of it can be replaced. */
function pathsIn(value: unknown, path: readonly string[] = []): (readonly string[])[] {
  if (typeof value !== "object" || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, inner]) => pathsIn(inner, [...path, key]))];
}
function replaced(value: unknown, [key, ...rest]: readonly string[], by: unknown): unknown {
  if (key === undefined) return by;
  const copy = (Array.isArray(value) ? [...(value as unknown[])] : { ...(value as object) }) as Record<string, unknown>;
  copy[key] = replaced(copy[key], rest, by);
  return copy;
}

const rich = clinic({
  top: { groups: ["everyone", "b"], wait_limits_weeks: [6], windows: [{ name: "w", from_day: 28, to_day: 60 }] },
  node: {
    servers: { steps: [{ from_hour: 0, servers: 3 }], repeat_every_hours: 24 },
    service: {
      by_group: {
        b: { sessions: 6, interval_days: 14, dna: 0.1 },
        otherwise: { law: "gamma", mean_days: 2, sd_days: 1 },
      },
    },
    arrivals: [
      { group: "b", per_day: 2 },
      { group: "b", between: { law: "discrete", values: [{ days: 1, probability: 1 }] } },
    ],
    waiting_room: { from_outside: 9, from_nodes: "unlimited" },
    priority: [["b"], ["everyone"]],
    patience: { by_group: { b: "endless", otherwise: { law: "hazard", steps: [{ from_day: 0, per_day: 1 }] } } },
    leavers: "left",
    routing: {
      by_date: [{ from_day: 0, routing: [{ to: "discharged", probability: 1, as_group: "b", holds_server: false }] }],
    },
    start: { waiting: { b: 3 }, in_service: { b: 1 } },
  },
});
const nearly = fc.tuple(fc.constantFrom(...pathsIn(rich)), junk).map(([path, by]) => replaced(rich, path, by));

test("a sound scenario with any part of it replaced by something else", () => {
  isSettled(parseScenario(JSON.stringify(rich), { name: "x.json" }));
  fc.assert(
    fc.property(nearly, (value) => isSettled(parseScenario(JSON.stringify(value), { name: "x.json" }))),
    { numRuns: 2000 },
  );
});

test("any change to a sound scenario", () => {
  const files = withFiles({ "base.json": JSON.stringify(rich) });
  fc.assert(
    fc.property(fc.oneof(nearly, junk), (change) => {
      const { title: _, format: __, kind: ___, ...parts } = (change ?? {}) as Record<string, unknown>;
      const user = { format: 1, title: "Variant", extends: "base.json", change: parts };
      isSettled(parseScenario(JSON.stringify(user), files));
    }),
    { numRuns: 1000 },
  );
});
