/** Scaling the lists and the capacity scales the model. */
import { describe, expect, test } from "vitest";
import { scaled, withoutRoom } from "../../src/scenario/pathway/scaled.ts";
import type { PathwayScenario } from "../../src/scenario/pathway/types.ts";
import { brief, changed, figuresOf, practices } from "./scenarios.ts";

const replications = [0, 1, 2, 3, 4, 5];

/** Mean difference of a share between the two, and its standard error; a replication of both has the same practices. */
async function differences(
  small: PathwayScenario,
  large: PathwayScenario,
  shares: readonly Parameters<Awaited<ReturnType<typeof figuresOf>>>[],
): Promise<{ mean: number; error: number }[]> {
  const found: number[][] = shares.map(() => []);
  for (const replication of replications) {
    const [a, b] = [await figuresOf(small, replication), await figuresOf(large, replication)];
    shares.forEach((share, i) => found[i]!.push(b(...share) - a(...share)));
  }
  return found.map((values) => {
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
    return { mean, error: Math.sqrt(squares / (values.length - 1) / values.length) };
  });
}

describe("ten times the lists and the capacity", () => {
  const shares: Parameters<typeof differences>[2] = [
    [practices, "pd", "person_days", "gap", "share"],
    [practices, "pd", "person_days", "disengaged", "share"],
    [practices, "cmd", "person_days", "waiting_assessment", "share"],
    [practices, "cmd", "person_days", "in_treatment", "share"],
    ["IAPT", "all", "entered_treatment", "sent", "share"],
    ["IAPT", "all", "referrals", "by_self", "share"],
    ["IAPT", "cmd", "recovered", "finished_at_caseness", "share"],
    ["CMHT", "all", "acceptances", "on_paper", "share"],
  ];

  test("leave shares unchanged within their error", { timeout: 300_000 }, async () => {
    const base = scaled(brief(), 0.2);
    const found = await differences(base, scaled(base, 10), shares);
    // Student's t with 5 degrees of freedom: beyond 9.7 with a chance of 1 in 5,000, so 1 in 600 for one of eight.
    found.forEach(({ mean, error }, i) => expect(Math.abs(mean), shares[i]!.join(" ")).toBeLessThan(9.7 * error));
    found.forEach(({ error }) => expect(error).toBeLessThan(0.02));
  });
});

describe("scaling", () => {
  const base = changed({});

  test("by 1 changes nothing, and the original is left alone", () => {
    const before = JSON.stringify(base);
    expect(scaled(base, 1)).toEqual(base);
    scaled(base, 3);
    expect(JSON.stringify(base)).toBe(before);
  });

  test("leaves the run and its warm-up", () => {
    const small = scaled(base, 0.1);
    expect([small.run_days, small.warm_up_days]).toEqual([base.run_days, base.warm_up_days]);
    expect(small.windows).toEqual(base.windows);
  });

  test("leaves a rule that counts people for each WTE, since there are as many for each", () => {
    const rules = ({ services, parameters }: PathwayScenario) => [
      ...services.flatMap(({ programmes }) => programmes.map(({ rises_with_queue }) => rises_with_queue)),
      ...parameters.filter(({ path }) => path.endsWith(".rises_with_queue")).map(({ value }) => value),
    ];
    expect(Math.max(...rules(base))).toBeGreaterThan(0);
    expect(rules(scaled(base, 10))).toEqual(rules(base));
  });

  test("keeps a place where there was one, and none where there was none", () => {
    const [crisis] = scaled(base, 0.001).services.filter(({ name }) => name === "crisis team");
    expect(crisis!.stay!.places).toBe(1);
    const shut = changed({ services: { "crisis team": { stay: { places: { value: 0, low: 0, high: 0 } } } } });
    expect(scaled(shut, 10).services.find(({ name }) => name === "crisis team")!.stay!.places).toBe(0);
  });

  test("goes along with provenance, and says so", () => {
    const path = "services.IAPT.staff.therapists.wte";
    const find = ({ parameters }: PathwayScenario) => parameters.find((parameter) => parameter.path === path)!;
    const [before, after] = [find(base), find(scaled(base, 10))];
    expect(after.value).toBeCloseTo(10 * before.value, 9);
    expect(after.high).toBeCloseTo(10 * before.high!, 9);
    expect(after.note).toContain(`For 10 times the people; in the file: ${before.value}.`);
    const large = scaled(base, 10);
    expect(large.services[0]!.staff.find(({ name }) => name === "therapists")!.wte).toBe(after.value);
  });

  test("tells of services that are too small for anybody", () => {
    expect(withoutRoom(base)).toEqual([]);
    expect(withoutRoom(scaled(base, 0.1))).toContain("private specialist: counselling");
    expect(withoutRoom(scaled(base, 0.1))).not.toContain("IAPT: therapy");
    expect(withoutRoom(scaled(base, 0.0001))).toContain("IAPT");
  });

  test.each([0, -1, NaN, Infinity])("by %d is refused", (factor) => {
    expect(() => scaled(base, factor)).toThrow(RangeError);
  });
});
