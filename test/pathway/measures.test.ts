/** Figures of the pathway against a plain recount of the log, and against each other. */
import { beforeAll, describe, expect, test } from "vitest";
import { Ending, levelOf, Sender, severityOf } from "../../src/records/pathway-codes.ts";
import type { PathwayScenario } from "../../src/scenario/pathway/types.ts";
import { changed, type Find, figuresOf, practices, type Row, rowsOf } from "./scenarios.ts";

const run = { warm_up_days: 0, run_days: 900 };
let scenario: PathwayScenario;
let find: Find;
let people: Map<number, Row[]>;

beforeAll(async () => {
  scenario = changed({
    ...run,
    services: {
      IAPT: { hold: { chance: 0.6, lasts_months: 5 }, passes_on: 0.5, passes_on_to: ["CMHT", "charity"] },
    },
  });
  find = await figuresOf(scenario);
  people = new Map();
  for (const row of await rowsOf(scenario)) {
    if (row.person < 0) continue;
    const rows = people.get(row.person);
    if (rows) rows.push(row);
    else people.set(row.person, [row]);
  }
}, 120_000);

const service = (name: string): number => scenario.services.findIndex((each) => each.name === name);
/** The service of a service or programme. */
function serviceOf(place: number): number {
  const programmes = scenario.services.flatMap((each, s) => each.programmes.map(() => s));
  return place < scenario.services.length ? place : programmes[place - scenario.services.length]!;
}
const isEndOfCare = (row: Row, next: Row | undefined): boolean =>
  (row.kind === "end_course" &&
    (row.detail & 15) < Ending.stepped_up &&
    !(next?.kind === "hold" && next.detail === 1 && next.at === row.at)) ||
  (row.kind === "hold" && row.detail === 0);

describe("a recount of the log", () => {
  test("finds as many returns within a year of the end of care", () => {
    let [ended, returned] = [0, 0];
    for (const rows of people.values()) {
      const care = rows.filter(({ kind }) => ["end_course", "hold", "refer"].includes(kind));
      care.forEach((row, i) => {
        if (!isEndOfCare(row, care[i + 1]) || serviceOf(row.place) !== service("IAPT")) return;
        if (row.at + 365 > run.run_days) return;
        ended++;
        const next = care[i + 1];
        if (next?.kind === "refer" && next.at - row.at <= 365) returned++;
      });
    }
    expect(returned).toBeGreaterThan(50);
    expect(find("IAPT", "all", "returns", "endings_followed", "count")).toBe(returned);
    expect(find("IAPT", "all", "returns", "endings_followed", "share")).toBe(returned / ended);
  });

  test("finds as many left unresolved and not held, and as many crises of people held", () => {
    let [abandoned, crises, days] = [0, 0, 0];
    for (const rows of people.values()) {
      let heldSince = NaN;
      rows.forEach((row, i) => {
        const unresolved =
          row.kind === "end_course" && (row.detail & 15) === Ending.completed && (row.detail & 16) === 0;
        const held = rows
          .slice(i, i + 8)
          .some((each) => each.kind === "hold" && each.detail === 1 && each.at === row.at);
        if (unresolved && !held && serviceOf(row.place) === service("IAPT")) abandoned++;
        if (row.kind === "crisis" && !Number.isNaN(heldSince)) crises++;
        if (row.kind !== "hold") return;
        if (row.detail === 0) days += row.at - heldSince;
        heldSince = row.detail === 1 ? row.at : NaN;
      });
      if (!Number.isNaN(heldSince)) days += run.run_days - heldSince;
    }
    expect(crises).toBeGreaterThan(10);
    expect(find("IAPT", "all", "abandoned", "completed_unresolved", "count")).toBe(abandoned);
    expect(find("IAPT", "all", "crises", "held", "count")).toBe(crises);
    expect(find("IAPT", "all", "crises", "held", "per_person_year")).toBeCloseTo((crises / days) * 365, 9);
  });

  test("finds the same days by severity, worked out in small steps", () => {
    const ends = [5, 10, 15, 20, Infinity];
    const days = [0, 0, 0, 0, 0];
    let all = 0;
    const steps = 40;
    for (const rows of [...people.values()].slice(0, 1500)) {
      const drift = scenario.population.groups[rows[0]!.group]!.severity.drift_days;
      const turns = rows.filter(({ kind }) => kind === "severity");
      const last = rows.at(-1)!.kind === "disappear" ? rows.at(-1)!.at : run.run_days;
      all += last - rows[0]!.at;
      turns.forEach(({ at, detail }, i) => {
        const until = turns[i + 1]?.at ?? last;
        const [from, level] = [severityOf(detail), levelOf(detail)];
        for (let step = 0; step < steps; step++) {
          const time = ((step + 0.5) / steps) * (until - at);
          const severity = level + (from - level) * Math.exp(-time / drift);
          days[ends.findIndex((end) => severity < end)]! += (until - at) / steps;
        }
      });
    }
    expect(days.reduce((sum, each) => sum + each, 0) / all).toBeCloseTo(1, 6);
    // The first 1,500 people are residents with PD: the share of all of them is near.
    const share = days.map((each) => each / all);
    const bands = ["0_to_4", "5_to_9", "10_to_14", "15_to_19", "20_to_27"];
    bands.forEach((band, i) => {
      expect(Math.abs(find(practices, "pd", "severity", band, "share") - share[i]!)).toBeLessThan(0.02);
    });
  });

  test("finds as many passed on, and where to", () => {
    const to = new Map<number, number>();
    for (const rows of people.values()) {
      for (const { kind, detail, place } of rows) {
        if (kind === "refer" && (detail & 3) === Sender.service) to.set(place, (to.get(place) ?? 0) + 1);
      }
    }
    const [cmht, charity] = [to.get(service("CMHT"))!, to.get(service("charity"))!];
    expect(cmht).toBeGreaterThan(100);
    expect(find("IAPT", "all", "passed_on", "CMHT", "count")).toBe(cmht);
    expect(find("IAPT", "all", "passed_on", "charity", "count")).toBe(charity);
    expect(find("IAPT", "all", "passed_on", "all", "count")).toBe(cmht + charity);
    expect(find("CMHT", "all", "referrals", "by_service", "count")).toBe(cmht);
  });

  test("finds the same median wait from the first referral of those who were treated", () => {
    const waits: number[] = [];
    for (const rows of people.values()) {
      let since = NaN;
      let isTreated = false;
      let well = true;
      let contacts = 0;
      for (const { kind, at, detail, place } of rows) {
        if (kind === "state") well = detail === 10;
        if (kind === "state") isTreated = detail === 1 || detail === 2;
        if ((kind === "state" && well) || kind === "disappear") since = NaN;
        if (kind === "refer") contacts = 0;
        if (kind === "refer" && !well && !isTreated && Number.isNaN(since)) since = at;
        const counts = place >= scenario.services.length || scenario.services[place]!.assessment?.is_treatment === true;
        if (kind === "attend" && counts && ++contacts === 1 && !Number.isNaN(since)) {
          waits.push(at - since);
          since = NaN;
        }
      }
    }
    waits.sort((a, b) => a - b);
    expect(find(practices, "all", "wait_from_first_referral", "started", "count")).toBe(waits.length);
    const median = waits[Math.ceil(waits.length / 2) - 1]!;
    expect(find(practices, "all", "wait_from_first_referral", "started", "median") / median).toBeCloseTo(1, 2);
  });
});

describe("figures agree with each other", () => {
  const counted = [
    ["referrals", "all", "count"],
    ["rejections_on_paper", "too_risky", "count"],
    ["recovered", "events", "count"],
    ["wait_to_first_treatment", "kaplan_meier", "count"],
    ["holds", "days", "sum"],
  ] as const;

  test.each(counted)("%s (%s): services add up to practices, and halves and groups to all", (...figure) => {
    const all = find(practices, "all", ...figure);
    const sum = (values: number[]): number => values.reduce((a, b) => a + b, 0);
    const referredTo = scenario.services.filter(({ programmes }) => programmes.length > 0);
    expect(sum(referredTo.map(({ name }) => find(name, "all", ...figure)))).toBeCloseTo(all, 6);
    const halves = ["more deprived practices", "less deprived practices"];
    expect(sum(halves.map((place) => find(place, "all", ...figure)))).toBeCloseTo(all, 6);
    const groups = scenario.population.groups.map(({ name }) => find(practices, name, ...figure));
    expect(sum(groups)).toBeCloseTo(all, 6);
  });

  test("costs of both halves, and of all payers, add up", () => {
    const cost = (place: string, payer: string): number => find(place, "all", "costs", payer, "sum");
    const payers = ["primary care", ...new Set(scenario.services.map(({ payer }) => payer))];
    const all = cost(practices, "all");
    expect([...new Set(payers)].reduce((sum, payer) => sum + cost(practices, payer), 0)).toBeCloseTo(all, 3);
    expect(cost("more deprived practices", "all") + cost("less deprived practices", "all")).toBeCloseTo(all, 3);
  });

  test("days by severity are all days, and QALYs are years by utility", () => {
    const bands = ["0_to_4", "5_to_9", "10_to_14", "15_to_19", "20_to_27"];
    const shares = bands.map((band) => find(practices, "cmd", "severity", band, "share"));
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
    const years = find(practices, "cmd", "person_days", "all", "sum") / 365;
    const utility = shares.reduce((sum, share, i) => sum + share * scenario.quality_of_life!.by_severity[i]!, 0);
    expect(find(practices, "cmd", "qalys", "all", "per_person_year")).toBeCloseTo(utility, 9);
    expect(find(practices, "cmd", "qalys", "all", "sum")).toBeCloseTo(years * utility, 4);
  });

  test("ratios are those of the figures that they compare", () => {
    const recovered = (group: string): number => find(practices, group, "recovered", "finished_at_caseness", "share");
    expect(find(practices, "all", "pd_to_cmd", "recovered", "ratio")).toBe(recovered("pd") / recovered("cmd"));
    const gap = (place: string): number => find(place, "all", "days_in_the_gap", "days_with_need", "share");
    const halves = gap("more deprived practices") / gap("less deprived practices");
    expect(find(practices, "all", "more_to_less_deprived", "gap", "ratio")).toBe(halves);
  });
});
