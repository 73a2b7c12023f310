/** A service that a form describes, as changes of a scenario. */
import type { PathwayScenario } from "../../src/index.ts";
import { numberIn } from "../parts/typed.ts";
import type { Change, Json } from "../state/state.ts";

/** As typed. */
export interface NewService {
  readonly name: string;
  readonly payer: string;
  readonly wte: string;
  readonly sessions: string;
  readonly minutes: string;
  readonly known: string;
  readonly cost: string;
}

const limits: readonly (readonly [Exclude<keyof NewService, "name" | "payer">, string, number, number])[] = [
  ["wte", "Staff", 0, 1000],
  ["sessions", "Sessions", 1, 500],
  ["minutes", "The length of a session", 5, 480],
  ["known", "The share of GPs", 0, 1],
  ["cost", "The cost of a contact", 0, 10_000],
];

/** What is wrong with it, in words; "" where nothing is. */
export function newServiceFault(asked: NewService, { services }: PathwayScenario): string {
  const name = asked.name.trim();
  if (name === "") return "Give the service a name.";
  if (/[.[\]"'\\]/.test(name)) return "Leave dots, brackets and quotation marks out of the name.";
  if (services.some((one) => one.name === name)) return `There is a service called ${name} already: give another name.`;
  const wrong = limits.find(([key, , low, high]) => {
    const value = numberIn(asked[key]);
    return !(value >= low && value <= high);
  });
  return wrong === undefined ? "" : `${wrong[1]}: give a number from ${wrong[2]} to ${wrong[3]}.`;
}

/** What the form does not ask for: as in the charity of the baseline. */
const effect = {
  gain: 4,
  gain_scale: 3.2,
  gain_sessions: 5,
  pd_odds: 0.55,
  odds_per_week_waited: 0.98,
  odds_uninformed: 0.9,
  odds_engaged: 1.5,
  lasts: 0.5,
};

/** A number with where it is from, as the format has it. */
const assumed = (value: number, low: number, high: number, unit: string, title: string): Json => ({
  value,
  low: Math.min(low, value),
  high: Math.max(high, value),
  unit,
  title,
  source: "Given in the form of the page",
  grade: "assumption",
  checked: "assumption",
});

export function newServiceChanges(asked: NewService, { population }: PathwayScenario): Change[] {
  const name = asked.name.trim();
  const service: Json = {
    payer: asked.payer,
    triage: { lasts_days: 5 },
    staff: {
      staff: {
        wte: assumed(numberIn(asked.wte), 0, 20, "WTE", `Staff of ${name}`),
        hours_per_week: assumed(20, 10, 25, "hours per week", `Hours with patients, ${name}`),
      },
    },
    programmes: {
      treatment: {
        staff: "staff",
        session_minutes: assumed(numberIn(asked.minutes), 30, 90, "minutes", `Length of a session, ${name}`),
        interval_weeks: 1,
        sessions_mean: assumed(numberIn(asked.sessions), 1, 30, "sessions", `Sessions planned, ${name}`),
        dna: 0.12,
        discharge_after_dnas: 3,
        drop_out: 0.04,
        effect,
      },
    },
    waiting_list: { patience: { law: "log_logistic", scale_days: 120, shape: 1 } },
    cost_per_contact: assumed(numberIn(asked.cost), 0, 300, "pounds", `Cost of a contact, ${name}`),
  };
  const thought = population.groups.map((group): Change => ({
    path: `population.groups.${group.name}.policy.${name}`,
    value: { known: assumed(numberIn(asked.known), 0, 1, "share, 0 to 1", `GPs think of ${name}, ${group.name}`) },
  }));
  return [{ path: `services.${name}`, value: service }, ...thought];
}
