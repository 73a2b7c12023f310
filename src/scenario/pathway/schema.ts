/**
 * The shape of a pathway scenario: fields, bounds, and the neutral value of what is left out. What each field means says
 * `types.ts`. Parameter objects have given way to their values, and every time is in days, before this is asked.
 */
import * as v from "valibot";
import { law } from "../schema-laws.ts";
import { counts, waitingAtStart } from "../schema-start.ts";
import { aboutChange } from "./about.ts";
import { A_SHARE, choice, days, daysAbove0, described, fields, listOf, namesTo, number, wholeFrom } from "../shapes.ts";

const name = () => v.string("a name");
const share = () => v.pipe(v.number(A_SHARE), v.minValue(0, A_SHARE), v.maxValue(1, A_SHARE));
const atLeast0 = (what = "a number, 0 or more") => v.pipe(v.number(what), v.finite(what), v.minValue(0, what));
const above0 = (what = "a number above 0") => v.pipe(v.number(what), v.finite(what), v.gtValue(0, what));
const rate = () => atLeast0("a number per {day}, 0 or more");
const anyNumber = () => number("a number");
const whole = (least: number) => wholeFrom(least, `a whole number, ${least} or more`);
const or = <const S extends v.GenericSchema, const W extends string>(schema: S, word: W, what: string) =>
  v.union([schema, v.literal(word, `"${word}"`)], `${what}, or "${word}"`);
/** May be left out: then it is neutral. */
const opt = <S extends v.GenericSchema>(schema: S, neutral: unknown) =>
  v.optional(schema, neutral as never) as unknown as v.GenericSchema<unknown, v.InferOutput<S>>;

const A_FOUR = "a list of four numbers, one for each band of risk";
const four = (item: v.GenericSchema<number>) => v.pipe(v.array(item, A_FOUR), v.length(4, A_FOUR));
const mapByGroup = <S extends v.GenericSchema<number>>(one: S) => namesTo("an object of groups", one);
/** One number for all groups, or one for each by name; "otherwise" stands for the groups that are not named. */
const byGroup = <S extends v.GenericSchema<number>>(one: S) =>
  choice("a number, or an object of groups", [one, mapByGroup(one)], () => mapByGroup(one));

const practice = fields("a practice, an object with name, decile and list", {
  name: name(),
  area: opt(v.string("text"), ""),
  decile: v.pipe(wholeFrom(1, "a decile from 1 to 10"), v.maxValue(10, "a decile from 1 to 10")),
  list: atLeast0("a number of registered patients, 0 or more"),
});

const severity = fields("an object with level_mean and so on", {
  level_mean: anyNumber(),
  level_sd: atLeast0(),
  start_mean: anyNumber(),
  start_sd: atLeast0(),
  drift_days: daysAbove0(),
});
const policyStep = fields("an object with known and so on", {
  rank: opt(anyNumber(), 0),
  from_risk: opt(anyNumber(), -10),
  up_to_risk: opt(anyNumber(), 10),
  known: opt(share(), 1),
});
const group = fields("a group, an object with severity and so on", {
  share_of_adults: opt(share(), 0),
  episodes_per_day: opt(rate(), 0),
  is_pd: opt(v.boolean("true or false"), false),
  severity,
  risk_start: opt(four(share()), [1, 0, 0, 0]),
  risk_up_ratio: opt(atLeast0(), 1),
  difficulty_mean: opt(anyNumber(), 2),
  difficulty_sd: opt(atLeast0(), 0),
  engagement_start: opt(v.pipe(above0(), v.maxValue(1, "a number above 0, up to 1")), 0.5),
  consultations_per_day: rate(),
  consultations_with_need_ratio: opt(atLeast0(), 1),
  consultation_length_ratio: opt(above0(), 1),
  gp_dna_ratio: opt(atLeast0(), 1),
  self_referrals_per_day: opt(rate(), 0),
  need_seen: opt(share(), 1),
  gp_acts: share(),
  accepts_referral: opt(share(), 1),
  policy: namesTo("an object of services to think of", policyStep),
  leaving_ratio: opt(atLeast0(), 1),
  individual_take_up: opt(share(), 1),
  group_take_up: opt(share(), 1),
  crisis_ratio: opt(atLeast0(), 1),
  life_events_per_day: opt(rate(), 0),
  start: v.optional(fields("an object with in_need", { in_need: wholeFrom(0, "a whole number of people, 0 or more") })),
});
const population = fields("an object with practices and groups", {
  practices: listOf("a list of practices, one or more", practice),
  adult_share: share(),
  deprivation_need_ratio: opt(above0(), 1),
  deprivation_recovery_odds: opt(above0(), 1),
  groups: v.pipe(namesTo("an object of groups by name", group), v.minEntries(1, "one group or more")),
});

const risk = fields("an object with band_scores and so on", {
  band_scores: four(anyNumber()),
  own_sd: opt(atLeast0(), 0),
  up_per_day: rate(),
  down_per_day: rate(),
  up_waiting_ratio: opt(atLeast0(), 1),
  up_gap_ratio: opt(atLeast0(), 1),
  down_treatment_ratio: opt(atLeast0(), 1),
  down_held_ratio: opt(atLeast0(), 1),
  crises_per_day: four(rate()),
});
const trust = fields("an object with rejection and so on", {
  rejection: opt(above0(), 1),
  week_waited: opt(above0(), 1),
  abandoned: opt(above0(), 1),
  heard: opt(above0(), 1),
  lost: opt(share(), 0),
});

const recognition = fields("an object with at_start and so on", {
  at_start: share(),
  per_contact: opt(share(), 0),
  false_positive: opt(share(), 0),
  label_in_letter: opt(share(), 0),
});
const framing = fields("an object with write_up and so on", {
  write_up: opt(share(), 0),
  write_up_by: opt(anyNumber(), 0),
  write_down: opt(share(), 0),
  write_down_by: opt(anyNumber(), 0),
  learning: opt(share(), 0),
});
const advice = fields("an object with chance and so on", {
  chance: opt(share(), 0),
  lasts_days: opt(days(), 0),
  saves: opt(share(), 0),
});
const plan = fields("an object with chance and so on", {
  chance: opt(share(), 0),
  interval_days: opt(daysAbove0(), 30),
  lasts_days: opt(days(), 365),
  crisis_ratio: opt(atLeast0(), 1),
  contact_ratio: opt(atLeast0(), 1),
  encouragement: opt(above0(), 1),
  team_days: opt(days(), 0),
  team_crisis_ratio: opt(atLeast0(), 1),
});
const gp = fields("an object with consultation_minutes and so on", {
  patients_per_gp: opt(above0(), 1800),
  consultation_days: daysAbove0(),
  consultation_cv: opt(atLeast0(), 0),
  dna: opt(share(), 0),
  follow_up: opt(share(), 0),
  follow_up_days: opt(days(), 14),
  risk_noise: opt(atLeast0(), 0),
  recognition,
  framing: opt(framing, {}),
  tries: opt(or(whole(0), "unlimited", "a whole number, 0 or more"), "unlimited"),
  persists: opt(share(), 0),
  between_referrals_days: opt(days(), 0),
  spell_days: opt(days(), 365),
  misreferral: opt(share(), 0),
  advice: opt(advice, {}),
  plan: opt(plan, {}),
  recalls_per_day: opt(rate(), 0),
  disengaged_consultation_ratio: opt(atLeast0(), 1),
});

const triage = fields("an object with risk_ceiling and so on", {
  lasts_days: opt(days(), 0),
  risk_ceiling: opt(or(anyNumber(), "none", "a score"), "none"),
  risk_floor: opt(or(anyNumber(), "none", "a score"), "none"),
  exempt: opt(v.array(name(), "a list of groups"), []),
  noise: opt(atLeast0(), 0),
  accepts: opt(byGroup(share()), 1),
  label_rejection: opt(share(), 0),
  complexity_rejection: opt(share(), 0),
  incomplete: opt(share(), 0),
  list_limit: opt(or(whole(0), "unlimited", "a whole number of people, 0 or more"), "unlimited"),
});
const staff = fields("an object with wte and hours_per_week", {
  wte: atLeast0("whole-time equivalents, 0 or more"),
  hours_per_day: v.pipe(atLeast0("hours per {day}, 0 or more"), v.maxValue(24, "no more hours than there are")),
  trained_wte: opt(atLeast0("whole-time equivalents, 0 or more"), 0),
  growth_per_day: opt(anyNumber(), 0),
});
const assessment = fields("an object with staff and session_minutes", {
  staff: name(),
  session_days: daysAbove0(),
  notice_days: opt(daysAbove0(), 7),
  dna: opt(share(), 0),
  discharge_after_dnas: opt(whole(1), 2),
  sees_truth: opt(share(), 1),
  noise: opt(atLeast0(), 0),
  is_treatment: opt(v.boolean("true or false"), false),
  advice_only: opt(share(), 0),
});
const effect = fields("an object with gain and so on", {
  gain: anyNumber(),
  gain_scale: above0(),
  gain_sessions: above0(),
  pd_odds: opt(above0(), 1),
  gap_closure: opt(share(), 0),
  odds_per_week_waited: opt(above0(), 1),
  odds_uninformed: opt(above0(), 1),
  odds_engaged: opt(above0(), 1),
  lasts: opt(share(), 0),
});
const SOME_SESSIONS = "a whole number of sessions, 1 or more (a programme that takes nobody has 0 places)";
const programme = fields("a programme, an object with staff, session_minutes and so on", {
  staff: name(),
  share: opt(byGroup(atLeast0()), 1),
  group_size: opt(v.pipe(above0(), v.minValue(1, "people treated together, 1 or more")), 1),
  rises_with_queue: opt(atLeast0(), 0),
  session_days: daysAbove0(),
  interval_days: opt(daysAbove0(), 7),
  sessions_mean: v.pipe(above0(), v.minValue(1, "a number of sessions, 1 or more")),
  session_cap: opt(or(wholeFrom(1, SOME_SESSIONS), "none", SOME_SESSIONS), "none"),
  places: opt(or(whole(0), "unlimited", "a whole number of people, 0 or more"), "unlimited"),
  dna: opt(v.pipe(share(), v.ltValue(1, "a share, 0 or more and below 1")), 0),
  discharge_after_dnas: opt(whole(1), 1_000),
  drop_out: opt(share(), 0),
  drop_out_pd_ratio: opt(atLeast0(), 1),
  effect,
  step_up: opt(share(), 0),
  steps_up_to: v.optional(name()),
  step_down: opt(share(), 0),
  steps_down_to: v.optional(name()),
  start: v.optional(
    fields("an object with waiting, waited and in_treatment", {
      ...waitingAtStart,
      in_treatment: v.optional(described(counts(), "People in a course at the start of the run.")),
    }),
  ),
});
const stay = fields("an object with length and places", {
  length: law,
  places: opt(or(whole(0), "unlimited", "a whole number of people, 0 or more"), "unlimited"),
  cost_per_day: opt(atLeast0(), 0),
});
const endless = v.literal("endless", '"endless"');
const waitingList = fields("an object with patience and so on", {
  patience: opt(
    choice('a law, or "endless"', [law, endless], () => law),
    "endless",
  ),
  priority: v.optional(
    listOf("a list of levels, each a list of groups", listOf("a list of groups, one or more", name())),
  ),
  outreach: opt(share(), 0),
  kept_for_outreach: opt(share(), 0),
  encouragement: opt(above0(), 1),
  offers_first: opt(v.picklist(["treatment", "assessment"], '"treatment" or "assessment"'), "treatment"),
  decliners: opt(v.picklist(["return to the list", "end"], '"return to the list" or "end"'), "end"),
});
const hold = fields("an object with chance, lasts_months and staff", {
  chance: opt(byGroup(share()), 0),
  lasts_days: opt(days(), 0),
  interval_days: opt(daysAbove0(), 30),
  staff: v.optional(name()),
  session_days: opt(days(), 0),
  crisis_ratio: opt(atLeast0(), 1),
  line_diverts: opt(share(), 0),
  encouragement: opt(above0(), 1),
});
const feedback = fields("an object with non_engagement and so on", {
  non_engagement: opt(share(), 0),
  progress: opt(share(), 0),
  shared_care_crisis_ratio: opt(atLeast0(), 1),
});
const service = fields("a service, an object with payer and so on", {
  payer: name(),
  available: opt(share(), 1),
  fits: opt(share(), 1),
  takes_self_referrals: opt(v.boolean("true or false"), false),
  triage: opt(triage, {}),
  staff: opt(namesTo("an object of staff by name", staff), {}),
  assessment: v.optional(assessment),
  programmes: opt(namesTo("an object of programmes by name", programme), {}),
  stay: v.optional(stay),
  waiting_list: opt(waitingList, {}),
  hold: opt(hold, {}),
  feedback: opt(feedback, {}),
  passes_on: opt(share(), 0),
  passes_on_to: opt(v.array(name(), "a list of services"), []),
  cost_per_contact: opt(atLeast0(), 0),
  prices_of: v.optional(v.string("a year, as text")),
  start: v.optional(
    fields("an object with waiting and waited", {
      ...waitingAtStart,
      from_risk: v.optional(described(anyNumber(), "The least risk with which they were let in.")),
      up_to_risk: v.optional(described(anyNumber(), "The most risk with which they were let in.")),
    }),
  ),
});

const crisis = fields("an object with routes and so on", {
  adds_severity: opt(atLeast0(), 0),
  life_event_adds_severity: opt(atLeast0(), 0),
  life_event_is_crisis: opt(share(), 0),
  raises_risk: opt(share(), 0),
  waiting_ratio: opt(atLeast0(), 1),
  treatment_ratio: opt(atLeast0(), 1),
  after_ending_ratio: opt(atLeast0(), 1),
  after_ending_days: opt(daysAbove0(), 30),
  loop_ratio: opt(atLeast0(), 1),
  loop_days: opt(daysAbove0(), 14),
  routes: v.pipe(
    namesTo('an object of services by name, and "gp"', fields("an object with share", { share: four(share()) })),
    v.minEntries(1, "one route or more"),
  ),
  offers_referral: opt(share(), 0),
  referral_to: v.optional(name()),
  accepts_package: opt(byGroup(share()), 1),
});
const costs = fields("an object with prices_of", {
  prices_of: v.string("a year, as text"),
  index: opt(v.string("text"), ""),
  inflation: opt(namesTo("an object of years, each with a factor", above0()), {}),
  gp_prices_of: v.optional(v.string("a year, as text")),
  gp_consultation: opt(atLeast0(), 0),
});

const A_UTILITY = "a utility, 1 or less";
const FIVE = "a list of five utilities, one for each band of severity";
const utility = v.pipe(v.number(A_UTILITY), v.maxValue(1, A_UTILITY));
const qualityOfLife = fields("an object with by_severity", {
  by_severity: v.pipe(v.array(utility, FIVE), v.length(5, FIVE)),
  pd_ratio: opt(above0(), 1),
});

const A_TITLE = "a title";
const SOME_LIMITS = "a list of at most 100 numbers of {days} above 0";
const window = fields("a window, an object with name, from_day and to_day", {
  name: name(),
  from_day: days(),
  to_day: daysAbove0(),
});
export const pathwaySchema = fields("a scenario, an object with format, kind, title and so on", {
  $schema: v.optional(v.string("text")),
  format: v.literal(1, "1, the only format there is"),
  kind: v.literal("pathway", '"pathway"'),
  title: v.pipe(v.string(A_TITLE), v.regex(/\S/, A_TITLE)),
  description: opt(v.string("text"), ""),
  ...aboutChange,
  warm_up_days: days(),
  run_days: daysAbove0(),
  windows: v.optional(listOf("a list of windows, one or more", window)),
  wait_limits_days: opt(v.pipe(v.array(daysAbove0(), SOME_LIMITS), v.maxLength(100, SOME_LIMITS)), []),
  population,
  risk,
  trust: opt(trust, {}),
  gp,
  services: namesTo("an object of services by name", service),
  crisis,
  costs,
  quality_of_life: v.optional(qualityOfLife),
});

/** As its author wrote it, with neutral values where nothing was written. */
export type UserPathway = v.InferOutput<typeof pathwaySchema>;
export type UserService = UserPathway["services"][string];
export type UserProgramme = UserService["programmes"][string];
export type UserGroup = UserPathway["population"]["groups"][string];
/** What a service and a programme have in common at the start. */
export type UserList = Pick<NonNullable<UserService["start"]>, "waiting" | "waited">;
export type UserByGroup = number | Record<string, number>;
