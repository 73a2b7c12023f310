/** Pathways with something wrong: each fault is told with its place, and what would be right. */
import { describe, expect, test } from "vitest";
import { parseAnyScenario } from "../../src/scenario/parse.ts";
import { baselineText, changed, problemsOf } from "./scenarios.ts";

const iapt = (change: object): object => ({ services: { IAPT: change } });

describe("a change to the baseline is refused, and told where and why", () => {
  test.each<[string, object, RegExp]>([
    [
      "a policy naming a service that is not there",
      { population: { groups: { pd: { policy: { CMHTs: { known: 1 } } } } } },
      /change\.population\.groups\.pd\.policy\.CMHTs: expected the name of a service, got "CMHTs"\. Did you mean "CMHT"\?/,
    ],
    [
      "a service that nobody refers to",
      {
        services: {
          "PD hub": {
            payer: "nobody",
            staff: { team: { wte: 1, hours_per_week: 20 } },
            programmes: {
              group: {
                staff: "team",
                session_minutes: 90,
                sessions_mean: 10,
                effect: { gain: 1, gain_scale: 1, gain_sessions: 1 },
              },
            },
          },
        },
      },
      /change\.services\.PD hub: expected a service that somebody refers to/,
    ],
    ["a share above 1", iapt({ fits: 1.5 }), /change\.services\.IAPT\.fits: expected a share from 0 to 1, got 1\.5/],
    ["a session cap of 0", iapt({ programmes: { therapy: { session_cap: 0 } } }), /session_cap/],
    [
      "more trained staff than staff",
      iapt({ staff: { therapists: { trained_wte: 30 } } }),
      /change\.services\.IAPT\.staff\.therapists\.trained_wte: expected at most the/,
    ],
    [
      "people both always there and coming as episodes",
      { population: { groups: { pd: { episodes_per_year: 0.1 } } } },
      /expected either share_of_adults or episodes_per_year, got both/,
    ],
    [
      "a lever outside its range",
      iapt({ triage: { risk_ceiling: 3 } }),
      /change\.services\.IAPT\.triage\.risk_ceiling: expected a value within its range, from 0\.4 up to 0\.8/,
    ],
    [
      "staff that are not there",
      iapt({ assessment: { staff: "therapist" } }),
      /assessment\.staff: expected the name of staff of the service, got "therapist"\. Did you mean "therapists"\?/,
    ],
    [
      "shares that do not add up",
      { population: { groups: { pd: { risk_start: [0.5, 0.5, 0.5, 0] } } } },
      /risk_start: expected shares that add up to 1, got 1\.5/,
    ],
    ["a word for a number", { gp: { dna: "often" } }, /change\.gp\.dna: expected a share from 0 to 1, got "often"/],
    ["a field that is not there", { gp: { dan: 0.1 } }, /change\.gp\.dan: expected a known field/],
    [
      "a grade of one's own",
      { gp: { dna: { value: 0.05, grade: "certain" } } },
      /change\.gp\.dna\.grade: expected one of/,
    ],
    ["a time without its unit", iapt({ triage: { lasts: 3 } }), /a field that names its unit/],
    [
      "staff time given in two units",
      iapt({ staff: { therapists: { wte: 1, hours_per_week: 20, hours_per_day: 4 } } }),
      /hours_per/,
    ],
  ])("%s", (_, change, told) => {
    expect(problemsOf(change)).toMatch(told);
  });
});

describe("parameters", () => {
  test("a plain number replaces the value and leaves what it is and its range; the file answers for it", () => {
    const path = "services.IAPT.triage.risk_ceiling";
    const before = changed({}).parameters.find((parameter) => parameter.path === path)!;
    const after = changed(iapt({ triage: { risk_ceiling: 0.7 } })).parameters.find((each) => each.path === path)!;
    const answersFor = { source: "Changed in test.json", grade: "assumption", checked: "assumption", note: "" };
    expect(after).toEqual({ ...before, value: 0.7, ...answersFor });
    expect(before.evidence).toBe("iapt_T_low");
  });

  test("a change of a published number does not keep its grade; one that gives a source keeps title, unit and range", () => {
    const find = (change: object) =>
      changed(change).parameters.find((parameter) => parameter.path.endsWith("therapy.session_minutes"))!;
    const therapy = (session_minutes: unknown) => iapt({ programmes: { therapy: { session_minutes } } });
    const before = find({});
    expect(before.grade).toBe("open model");
    expect(find(therapy(50)).grade).toBe("assumption");
    const given = { value: 50, source: "A job plan", law: "fixed" };
    const { title, unit, low, high, grade, law, source } = find(therapy(given));
    expect([title, unit, low, high]).toEqual([before.title, before.unit, before.low, before.high]);
    expect([grade, law, source]).toEqual(["assumption", "fixed", "A job plan"]);
  });

  test("what a variant says of its change is its own, and a mechanism is one of the paper's", () => {
    const about = { theme: "Waits", mechanisms: ["M46"], why: "Because.", costs_note: "Nothing." };
    const text = (more: object, base = "baseline.json") =>
      JSON.stringify({ format: 1, kind: "pathway", extends: base, title: "A test", change: {}, ...more });
    const load = (path: string): string => (path === "middle.json" ? text(about) : baselineText);
    const aboutOf = (more: object, base?: string): unknown => {
      const parsed = parseAnyScenario(text(more, base), { name: "test.json", load });
      return parsed.ok && parsed.scenario.kind === "pathway" ? parsed.scenario.about : parsed;
    };
    expect(aboutOf(about)).toEqual(about);
    expect(aboutOf({}, "middle.json")).toEqual({ theme: "", mechanisms: [], why: "", costs_note: "" });
    expect(JSON.stringify(aboutOf({ mechanisms: ["M71"] }))).toContain("a mechanism, from M1 to M70");
  });

  test("are told in the unit of their key, and reach the model in days", () => {
    const { parameters, services } = changed({});
    const length = parameters.find(({ path }) => path === "services.IAPT.assessment.session_minutes")!;
    expect(length.value).toBe(45);
    expect(services[0]!.assessment!.session_days).toBeCloseTo(45 / 1440, 12);
  });

  test("of the baseline all say where they come from, and lie within their range", () => {
    const { parameters } = changed({});
    expect(parameters.length).toBeGreaterThan(300);
    for (const { path, source, title, unit, grade, checked, value, low, high } of parameters) {
      expect([path, source !== "", title !== "", unit !== ""]).toEqual([path, true, true, true]);
      if (grade === "assumption")
        expect([path, checked, low !== undefined && high !== undefined]).toEqual([path, checked, true]);
      expect(value).toBeGreaterThanOrEqual(low ?? -Infinity);
      expect(value).toBeLessThanOrEqual(high ?? Infinity);
    }
  });
});

describe("prices", () => {
  test("of another year become those of the scenario's by its factor; the parameter stays as it was written", () => {
    const costs = { inflation: { "2010-11": { value: 1.25, low: 1, high: 2 } } };
    const scenario = changed({ costs, services: { IAPT: { cost_per_contact: 100, prices_of: "2010-11" } } });
    expect(scenario.services[0]!.cost_per_contact).toBe(125);
    const path = "services.IAPT.cost_per_contact";
    expect(scenario.parameters.find((each) => each.path === path)!.value).toBe(100);
    expect(changed({ services: { IAPT: { cost_per_contact: 100, prices_of: "2016-17" } } }).services[0]!).toMatchObject(
      {
        cost_per_contact: 100,
      },
    );
  });

  test("of a year without a factor are refused", () => {
    expect(problemsOf({ services: { "A&E": { prices_of: "1999" } }, costs: { gp_prices_of: "2015" } })).toBe(
      [
        "test.json is not a usable scenario (2 to mend):",
        '  change.costs.gp_prices_of: expected one of "2016-17", "2013-14", "2014-15", "2015-16", "2020-21", "2021-22", got "2015". Give the factor of this year in costs.inflation.',
        '  change.services.A&E.prices_of: expected one of "2016-17", "2013-14", "2014-15", "2015-16", "2020-21", "2021-22", got "1999". Give the factor of this year in costs.inflation.',
      ].join("\n"),
    );
  });
});
