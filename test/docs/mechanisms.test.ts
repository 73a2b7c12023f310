/**
 * docs/mechanisms.md is true: every mechanism has its row, names files and parameters that exist, and does something. Each
 * is shown by a lever on its own, pulled in a short run of the baseline with the same people.
 */
import { existsSync, readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { withValues } from "../../src/experiment/calibration/change.ts";
import { meanings, patternOf } from "../../src/experiment/explain.ts";
import { parseAnyScenario } from "../../src/scenario/parse.ts";
import { pathwaySchema } from "../../src/scenario/pathway/schema.ts";
import { baselineText, brief, changed, figuresOf, type Find, practices, wide } from "../pathway/scenarios.ts";

const page = readFileSync("docs/mechanisms.md", "utf8");
const all = Array.from({ length: 70 }, (_, i) => `M${i + 1}`);

interface Row {
  readonly id: string;
  readonly files: readonly string[];
  /** Path, then neutral value as written; "" where there is none. */
  readonly parameters: readonly (readonly [string, string])[];
  readonly test: string;
}

const rows: readonly Row[] = page
  .split("\n")
  .filter((line) => /^\| M\d+ \|/.test(line))
  .map((line) => {
    const cells = line.split("|").map((cell) => cell.trim());
    const code = (cell: string): string[] => [...cell.matchAll(/`([^`]+)`/g)].map((match) => match[1]!);
    const parameters = cells[5]!.split("<br>").map((part): [string, string] => {
      return [code(part)[0] ?? "", /→ (.+)$/.exec(part)?.[1] ?? ""];
    });
    return { id: cells[1]!, files: code(cells[4]!), parameters, test: cells[6]! };
  });

test("each of the 70 mechanisms has one row", () => {
  expect(rows.map(({ id }) => id)).toEqual(all);
});

test.each(rows)("$id names files that exist", ({ files }) => {
  expect(files.length).toBeGreaterThan(0);
  for (const file of files) expect(existsSync(`src/model/pathway/${file}`), file).toBe(true);
});

test.each(rows)("$id names the parameters that caregap explain gives it, with their neutral values", (row) => {
  const explained = Object.entries(meanings).filter(([, { mechanisms }]) => mechanisms.includes(row.id));
  expect(row.parameters).toEqual(explained.map(([path, { neutral }]) => [path, String(neutral ?? "")]));
});

test.each(Object.keys(meanings))("%s is a path of the format", (path) => {
  expect(isInFormat(pathwaySchema, path.split("."))).toBe(true);
});

test("every parameter of the baseline has a meaning", () => {
  const strays = changed({}).parameters.filter(({ path }) => {
    let pattern = patternOf(path);
    while (pattern !== "" && !Object.hasOwn(meanings, pattern)) {
      pattern = pattern.slice(0, Math.max(0, pattern.lastIndexOf(".")));
    }
    return pattern === "";
  });
  expect(strays.map(({ path }) => path)).toEqual([]);
});

describe("every mechanism can be switched off alone", () => {
  const parsed = parseAnyScenario(baselineText, { name: "baseline.json" });
  if (!parsed.ok || parsed.scenario.kind !== "pathway") throw new Error("the baseline must be a pathway");
  const { parameters } = parsed.scenario;
  // The ranges are those of the evidence; off may lie outside.
  const withoutRanges: unknown = JSON.parse(
    JSON.stringify(parsed.source, (key, value: unknown) => (key === "low" || key === "high" ? undefined : value)),
  );
  test.each(all)("%s", (id) => {
    const neutral = parameters.flatMap(({ path }): [string, number][] => {
      const meaning = Object.hasOwn(meanings, patternOf(path)) ? meanings[patternOf(path)] : undefined;
      const isIts = meaning?.mechanisms.includes(id) === true && typeof meaning.neutral === "number";
      return isIts ? [[path, meaning.neutral]] : [];
    });
    expect(withValues(withoutRanges, new Map(neutral)), neutral.map(([path]) => path).join(", ")).toBeDefined();
  });
});

/** Whether the format has such a path; `*` stands for any name. */
function isInFormat(schema: unknown, [key, ...rest]: readonly string[]): boolean {
  if (key === undefined) return true;
  const { entries, value, wrapped, item, options } = schema as Record<string, unknown>;
  if (entries !== undefined && Object.hasOwn(entries as object, key)) {
    return isInFormat((entries as Record<string, unknown>)[key], rest);
  }
  if (key === "*" && value !== undefined) return isInFormat(value, rest);
  if (wrapped !== undefined) return isInFormat(wrapped, [key, ...rest]);
  if (item !== undefined) return isInFormat(item, [key, ...rest]);
  return Array.isArray(options) && options.some((option) => isInFormat(option, [key, ...rest]));
}

type Names = Parameters<Find>;
/** A change to the baseline, and what must rise and fall. */
interface Lever {
  readonly change: object;
  readonly up?: readonly Names[];
  readonly down?: readonly Names[];
}

const iapt = (change: object) => ({ services: { IAPT: change } });
const pd = (change: object) => ({ population: { groups: { pd: change } } });
/** The same change to every programme of IAPT, or to the effect of each. */
const courses = (change: object) =>
  iapt({ programmes: { "guided self-help": change, group: change, therapy: change } });
const effects = (effect: object) => courses({ effect });
const held = { chance: 1, lasts_months: 12 };

const byGp: Names = ["IAPT", "pd", "referrals", "by_gp", "count"];
const leftWaiting: Names = ["IAPT", "all", "disengaged", "left_waiting", "count"];
const recovery = (group: string): Names => ["IAPT", group, "recovered", "finished_at_caseness", "share"];
const paper = (reason: string, service = "IAPT", group = "pd"): Names => [
  service,
  group,
  "rejections_on_paper",
  reason,
  "count",
];
const crises: Names = [practices, "pd", "crises", "events", "count"];
const consultations: Names = [practices, "pd", "gp_consultations", "attended", "count"];
const minutes = (of: string): Names => [practices, "all", "gp_minutes", of, "count"];
const labelled: Names = ["CMHT", "pd", "letters", "labelled", "count"];
const days = (state: string): Names => [practices, "pd", "person_days", state, "sum"];

const levers: Readonly<Record<string, Lever>> = {
  M1: { change: pd({ share_of_adults: 0.06 }), up: [days("all"), consultations] },
  M2: {
    change: { costs: { gp_consultation: 45 }, ...iapt({ cost_per_contact: 200 }) },
    up: [
      [practices, "all", "costs", "primary care", "sum"],
      [practices, "all", "costs", "IAPT", "sum"],
    ],
  },
  M3: { change: { trust: { heard: 1.5 } }, down: [leftWaiting] },
  M4: {
    change: { gp: { recognition: { label_in_letter: 1 } }, ...iapt({ triage: { label_rejection: 0.5 } }) },
    up: [paper("label")],
    down: [["IAPT", "pd", "acceptances", "on_paper", "share"]],
  },
  M5: { change: { gp: { misreferral: 0.5 } }, up: [["CMHT", "cmd", "referrals", "by_gp", "count"]] },
  M6: {
    change: iapt({
      staff: {
        assessors: { trained_wte: 0.05 },
        "wellbeing practitioners": { trained_wte: 0.05 },
        therapists: { trained_wte: 0.05 },
      },
    }),
    up: [paper("too_complex")],
  },
  M7: { change: pd({ policy: { IAPT: null } }), down: [byGp] },
  M8: { change: iapt({ triage: { accepts: { pd: 0.5 } } }), up: [paper("label")] },
  M9: { change: { gp: { recognition: { at_start: 0.8 } } }, up: [labelled] },
  M10: { change: effects({ pd_odds: wide(1) }), up: [recovery("pd")] },
  M11: { change: pd({ gp_acts: 0.02 }), down: [byGp] },
  M12: { change: pd({ life_events_per_year: 4 }), up: [crises] },
  M13: { change: pd({ consultation_length_ratio: 1.8 }), up: [minutes("consultations")] },
  M14: { change: { gp: { follow_up: 0.5 } }, up: [consultations] },
  M15: { change: pd({ consultation_length_ratio: 1.8 }), up: [minutes("consultations")] },
  M16: { change: pd({ consultations_with_need_ratio: 5 }), up: [consultations] },
  M17: { change: { crisis: { after_ending_ratio: 3, after_ending_days: 180 } }, up: [minutes("consultations")] },
  M18: { change: pd({ gp_dna_ratio: 3 }), up: [[practices, "pd", "gp_consultations", "missed", "share"]] },
  M19: { change: pd({ individual_take_up: 0.5 }), up: [["IAPT", "pd", "declined", "events", "count"]] },
  M20: { change: { crisis: { loop_ratio: 4, loop_days: 180 } }, up: [crises] },
  M21: {
    change: { gp: { recalls_per_year: 12 } },
    up: [[practices, "all", "recalls", "events", "count"]],
    down: [days("disengaged")],
  },
  M22: { change: { gp: { risk_noise: 0.25 } }, up: [paper("too_risky", "IAPT", "cmd")] },
  M23: { change: pd({ policy: { IAPT: { known: 0.1 } } }), down: [byGp] },
  M24: { change: { gp: { misreferral: 0.5 } }, up: [paper("not_risky_enough", "CMHT", "cmd")] },
  M25: {
    change: { services: { CMHT: { triage: { risk_floor: 0.9 } } } },
    down: [["CMHT", "pd", "acceptances", "on_paper", "share"]],
  },
  M26: { change: iapt({ triage: { risk_ceiling: 0.4 } }), up: [paper("too_risky")] },
  M27: {
    change: { services: { IAPT: { triage: { risk_ceiling: "none" } }, CMHT: { triage: { risk_floor: "none" } } } },
    down: [days("gap"), [practices, "pd", "knock_backs", "people", "mean"]],
  },
  M28: {
    change: { gp: { framing: { write_up: 0.8, write_up_by: 0.4, learning: 1 }, recognition: { at_start: 0.8 } } },
    up: [
      ["CMHT", "pd", "letters", "written_up", "count"],
      ["CMHT", "pd", "acceptances", "on_paper", "share"],
    ],
  },
  M29: {
    change: { gp: { framing: { write_down: 0.8, write_down_by: 0.4, learning: 1 }, recognition: { at_start: 0.8 } } },
    up: [["IAPT", "pd", "letters", "written_down", "count"]],
    down: [paper("too_risky")],
  },
  M30: { change: { gp: { framing: { learning: 0 } } }, down: [["IAPT", "pd", "letters", "written_down", "count"]] },
  M31: { change: { gp: { tries: 1 } }, down: [[practices, "pd", "knock_backs", "people", "mean"]] },
  M32: {
    change: { services: { "practice therapist": { available: 1 } } },
    up: [["practice therapist", "all", "referrals", "all", "count"]],
  },
  M33: {
    change: { services: { "private specialist": { available: 1 } } },
    up: [["private specialist", "pd", "referrals", "all", "count"]],
  },
  M34: {
    change: { services: { charity: { fits: 0.8 } } },
    up: [["charity", "pd", "acceptances", "on_paper", "share"]],
    down: [paper("does_not_fit", "charity")],
  },
  M35: { change: { gp: { plan: { chance: 1 } } }, up: [[practices, "pd", "plans", "events", "count"]] },
  M36: { change: pd({ severity: { level_mean: 4 } }), up: [days("well")] },
  M37: {
    change: { gp: { plan: { interval_days: 7 } } },
    up: [[practices, "pd", "gp_consultations", "planned", "count"]],
  },
  M38: { change: { gp: { plan: { contact_ratio: 0.3 } } }, down: [consultations] },
  M39: {
    change: { gp: { advice: { chance: 1, saves: 1 } } },
    up: [minutes("advice"), ["CMHT", "pd", "acceptances", "on_paper", "share"]],
  },
  M40: { change: { gp: { plan: { team_minutes: 30 } } }, up: [minutes("advice")] },
  M41: { change: effects({ odds_engaged: 4 }), up: [recovery("cmd")] },
  M42: {
    change: courses({ session_cap: 2 }),
    down: [["IAPT", "all", "contacts_per_course", "finished", "mean"], recovery("all")],
  },
  M43: { change: iapt({ hold: held }), up: [[practices, "all", "person_days", "held", "sum"]] },
  M44: {
    change: iapt({ hold: { ...held, line_diverts: 0.4 } }),
    up: [["IAPT", "all", "crises", "diverted", "count"]],
  },
  M45: {
    change: iapt({ programmes: { therapy: { sessions_mean: 20, session_cap: 100 } } }),
    up: [["IAPT", "all", "contacts_per_course", "finished", "mean"]],
  },
  M46: {
    change: iapt({ waiting_list: { priority: [["cmd", "smi"], ["pd"]] } }),
    up: [["IAPT", "pd", "wait_to_first_treatment", "started", "mean"]],
  },
  M47: { change: { risk: { up_waiting_ratio: 3, up_gap_ratio: 3 }, crisis: { waiting_ratio: 2 } }, up: [crises] },
  M48: {
    change: { ...pd({ leaving_ratio: 3 }), trust: { lost: 0.5 } },
    up: [
      ["IAPT", "pd", "disengaged", "left_waiting", "count"],
      [practices, "pd", "lost", "events", "count"],
    ],
  },
  // At full load, as in the baseline, there is none: the time must be there.
  M49: {
    change: iapt({ waiting_list: { outreach: 0.6, kept_for_outreach: 0.15 } }),
    up: [["IAPT", "all", "outreach", "events", "count"]],
    down: [["IAPT", "all", "treatment_sessions", "attended", "count"]],
  },
  M50: {
    change: { trust: { rejection: 2 } },
    down: [
      ["IAPT", "pd", "referrals", "by_self", "count"],
      ["CMHT", "pd", "referrals", "all", "count"],
    ],
  },
  M51: {
    change: iapt({ programmes: { group: { rises_with_queue: 0.1 } } }),
    up: [["IAPT", "all", "declined", "events", "count"]],
  },
  M52: {
    change: { population: { groups: { pd: { group_take_up: 0.1 }, cmd: { group_take_up: 0.4 } } } },
    up: [["IAPT", "all", "declined", "events", "count"]],
  },
  M53: { change: iapt({ programmes: { group: { effect: { gain: 15 } } } }), up: [recovery("all")] },
  M54: {
    change: iapt({ feedback: { non_engagement: 0 } }),
    down: [
      ["IAPT", "all", "feedback", "non_engagement", "count"],
      [practices, "all", "recalls", "events", "count"],
    ],
  },
  M55: { change: iapt({ feedback: { progress: 1 } }), up: [["IAPT", "all", "feedback", "progress", "count"]] },
  M56: {
    change: iapt({ feedback: { progress: 1, shared_care_crisis_ratio: 0.5 } }),
    down: [["IAPT", "all", "crises", "in_treatment", "per_person_year"]],
  },
  M57: { change: iapt({ triage: { complexity_rejection: 0.5 } }), up: [paper("too_complex")] },
  M58: { change: iapt({ programmes: { therapy: { effect: { pd_odds: wide(1) } } } }), up: [recovery("pd")] },
  M59: {
    change: {
      services: { "practice therapist": { available: 1, programmes: { counselling: { effect: { gain: 15 } } } } },
    },
    up: [["practice therapist", "all", "recovered", "events", "count"]],
  },
  M60: {
    change: iapt({
      programmes: {
        skills: {
          staff: "therapists",
          share: 2,
          session_minutes: 60,
          sessions_mean: 8,
          effect: { gain: 18, gain_scale: 3, gain_sessions: 3 },
        },
      },
    }),
    up: [recovery("pd")],
  },
  M61: { change: { trust: { heard: 1.5 } }, down: [["IAPT", "all", "declined", "events", "count"]] },
  M62: {
    change: iapt({
      staff: { "wellbeing practitioners": { growth_per_year: -0.5 }, therapists: { growth_per_year: -0.5 } },
    }),
    down: [["IAPT", "all", "courses", "finished", "count"]],
  },
  M63: { change: pd({ policy: { charity: { known: 1 } } }), up: [["charity", "pd", "referrals", "by_gp", "count"]] },
  M64: { change: effects({ gap_closure: 1 }), up: [recovery("pd")] },
  M65: { change: iapt({ hold: held }), up: [["IAPT", "all", "holds", "events", "count"]] },
  M66: { change: { gp: { recognition: { per_contact: 0.2 } } }, up: [labelled] },
  M67: { change: pd({ need_seen: 1 }), up: [byGp] },
  M68: { change: pd({ gp_acts: 1 }), up: [byGp] },
  M69: {
    change: { population: { deprivation_need_ratio: 2.5 } },
    up: [["more deprived practices", "all", "person_days", "all", "sum"]],
    down: [["less deprived practices", "all", "person_days", "all", "sum"]],
  },
  M70: {
    change: { population: { groups: { cmd: { episodes_per_year: 0.06 } } } },
    up: [["IAPT", "pd", "wait_to_first_treatment", "started", "mean"]],
  },
};

describe("a lever on its own, with the same people", () => {
  let base: Find;
  beforeAll(async () => {
    base = await figuresOf(brief());
  }, 60_000);

  test.each(rows)(
    "$id",
    async ({ id, test: named }) => {
      expect(named).toBe(id);
      const { change, up = [], down = [] } = levers[id]!;
      const other = await figuresOf(brief(change));
      for (const names of up) expect(other(...names), `${names.join(" | ")} rises`).toBeGreaterThan(base(...names));
      for (const names of down) expect(other(...names), `${names.join(" | ")} falls`).toBeLessThan(base(...names));
    },
    60_000,
  );
});
