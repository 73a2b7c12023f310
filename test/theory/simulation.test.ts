/** The engine against theory, on the files of scenarios/verification: within 4 standard errors, each below 1% of its value. */
import { describe, expect, test } from "vitest";
import { type Check, checksFor, compareWithTheory, runChecks, uncheckedIn } from "../../src/experiment/check.ts";
import { runStudy } from "../../src/experiment/study.ts";
import { meanOfService } from "../../src/experiment/theory/expectation.ts";
import { mtgInfinityAt } from "../../src/experiment/theory/infinite.ts";
import { keyText } from "../../src/measures/key.ts";
import { expectAgreement } from "./agreement.ts";
import { tandemMeans } from "./tandem.ts";
import { verification } from "./verification.ts";

const replications = 40;

/** Which formula must be recognised in which file, and for how many figures. */
const files: readonly (readonly [file: string, formula: string, figures: number])[] = [
  ["mm1", "M/M/c (Erlang C)", 5],
  ["mmc", "M/M/c (Erlang C)", 5],
  ["mmck", "M/M/c/K", 4],
  ["erlang-a", "M/M/c+M (Erlang A)", 4],
  ["mg1-lognormal", "M/G/1 (Pollaczek-Khinchine)", 3],
  ["mg1-gamma", "M/G/1 (Pollaczek-Khinchine)", 3],
  ["mg1-uniform", "M/G/1 (Pollaczek-Khinchine)", 3],
  ["md1", "M/D/1", 3],
  ["mg-infinity", "M/G/∞", 3],
  ["jackson-feedback", "open Jackson network", 12],
  ["priority-mm1", "non-preemptive priority (Cobham)", 4],
  ["mtg-infinity", "M(t)/G/∞", 1],
];

describe("closed forms", () => {
  test.each(files)("%s agrees with %s", async (file, formula, figures) => {
    const scenario = verification(file);
    expect(checksFor(scenario).filter((check) => check.formula.name === formula)).toHaveLength(figures);
    const rows = await runChecks(scenario, { seed: `theory ${file}`, replications });
    expectAgreement(rows.filter((row) => row.formula.name !== "Little's law"));
  });
});

describe("beyond the closed forms that are recognised", () => {
  test("blocking after service agrees with its Markov chain", async () => {
    const scenario = verification("tandem-blocking");
    expect(uncheckedIn(scenario).map(({ place }) => place)).toEqual(["first", "second"]);
    const { refused, blocked, queue, holding } = tandemMeans({ arrive: 9, serve: [1 / 0.08, 1 / 0.1], room: [4, 1] });
    const through = 9 - refused;
    const { done } = runStudy({ scenarios: [scenario], seed: "theory tandem", replications });
    const result = (await done).scenarios[0]!;
    const expected: Readonly<Record<string, number>> = {
      "first queue_length time_weighted mean": queue[0],
      "first in_service time_weighted mean": holding[0],
      "first wait all_ended mean": queue[0] / through,
      "first refused events per_day": refused,
      "first blocked events per_day": blocked,
      "second queue_length time_weighted mean": queue[1],
      "second in_service time_weighted mean": holding[1],
      "second arrivals all per_day": through,
    };
    const checks = result.keys.flatMap((key): Check[] => {
      const value = expected[`${key.place} ${key.measure} ${key.estimand} ${key.statistic}`];
      const formula = { name: "Markov chain", citation: "Perros 1994" };
      return value === undefined ? [] : [{ key, formula, expected: value }];
    });
    expect(checks).toHaveLength(Object.keys(expected).length);
    expectAgreement(compareWithTheory(checks, result));
  });

  test("M(t)/G/∞ agrees with the integral at every other hour of the day", async () => {
    const scenario = verification("mtg-infinity");
    const node = scenario.nodes[0]!;
    const [arrivals] = node.arrivals;
    const hours = Array.from({ length: 12 }, (_, i) => 2 * i);
    const days = 180;
    const times = Array.from({ length: days }, (_, day) => hours.map((hour) => 20 + day + hour / 24)).flat();
    const { done } = runStudy({ scenarios: [scenario], seed: "theory hours", replications, times });
    const { outcomes } = (await done).scenarios[0]!;
    const keys = hours.map((hour) => ({
      window: "",
      place: "ward",
      group: "all",
      measure: "in_service",
      estimand: `at ${hour}`,
      statistic: "mean",
      unit: "people",
    }));
    const checks = keys.map((key, i): Check => {
      if (arrivals?.kind !== "poisson") throw new Error("the ward has no Poisson arrivals");
      const expected = mtgInfinityAt(arrivals.per_day, (f) => meanOfService(node.service[0]!, f), 20 + hours[i]! / 24);
      return { key, formula: { name: "M(t)/G/∞", citation: "Eick, Massey and Whitt 1993" }, expected };
    });
    // The series holds day after day; each hour is averaged over the days of a replication.
    const byHour = outcomes.map((outcome) => ({
      ...outcome,
      values: Float64Array.from(hours, (_, h) => {
        const seen = outcome.series!.inService.filter((__, i) => i % hours.length === h);
        return seen.reduce((sum, value) => sum + value, 0) / seen.length;
      }),
    }));
    expectAgreement(compareWithTheory(checks, { scenario, keys, outcomes: byHour }));
  });

  test("Little's law holds to the last digits on every waiting list and in every service", async () => {
    for (const file of ["jackson-feedback", "erlang-a", "tandem-blocking", "priority-mm1"]) {
      const scenario = verification(file);
      const rows = await runChecks(scenario, { seed: "little", replications: 2 });
      const little = rows.filter((row) => row.formula.name === "Little's law");
      const groups = scenario.groups.length === 1 ? 1 : scenario.groups.length + 1;
      expect(little).toHaveLength(2 * groups * scenario.nodes.length);
      expect(little.filter((row) => !row.agrees).map((row) => keyText(row.key))).toEqual([]);
    }
  });
});
