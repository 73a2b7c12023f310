/**
 * What a parameter of a pathway is and where its number comes from, for the command line and the page: its provenance as
 * the scenario gives it, the mechanisms of French et al. 2019 that it belongs to (docs/mechanisms.md), and the value that
 * switches it off. And how to find a parameter by a few words.
 */
import { closest, distance } from "fastest-levenshtein";
import type { Grade, Parameter } from "../scenario/pathway/types.ts";
import { unitIn, withUnit } from "../scenario/units.ts";

/** What a number of the format stands for, whatever its value. */
export interface Meaning {
  /** `M1` … `M70`; none for what no mechanism needs, such as the length of a session. */
  readonly mechanisms: readonly string[];
  /** Switches it off, in the normal form's unit; `undefined` where nothing does. */
  readonly neutral: number | string | undefined;
}

export interface Explanation extends Meaning {
  readonly parameter: Parameter;
  /** "read in the source", or "to be checked" and the like. */
  readonly checked: string;
}

const m = (mechanisms: string, neutral?: number | string): Meaning => ({
  mechanisms: mechanisms === "" ? [] : mechanisms.split(" "),
  neutral,
});

/**
 * By path, with `*` for a name that the author chose, without indices, and in days. A path stands for all that is
 * within it, unless that has a row of its own.
 */
export const meanings: Readonly<Record<string, Meaning>> = {
  "population.practices": m("M69"),
  "population.adult_share": m("M1"),
  "population.deprivation_need_ratio": m("M69", 1),
  "population.deprivation_recovery_odds": m("M69", 1),
  "population.groups.*.share_of_adults": m("M1", 0),
  "population.groups.*.episodes_per_day": m("M70", 0),
  "population.groups.*.severity": m("M36"),
  "population.groups.*.risk_start": m("M27"),
  "population.groups.*.risk_up_ratio": m("M12", 1),
  "population.groups.*.difficulty_mean": m("M57"),
  "population.groups.*.difficulty_sd": m("M57"),
  "population.groups.*.engagement_start": m("M3"),
  "population.groups.*.consultations_per_day": m("M1 M16"),
  "population.groups.*.consultations_with_need_ratio": m("M16", 1),
  "population.groups.*.consultation_length_ratio": m("M13 M15", 1),
  "population.groups.*.gp_dna_ratio": m("M18", 1),
  "population.groups.*.self_referrals_per_day": m("M70", 0),
  "population.groups.*.need_seen": m("M11 M67", 1),
  "population.groups.*.gp_acts": m("M11 M68", 1),
  "population.groups.*.accepts_referral": m("M19 M50", 1),
  "population.groups.*.policy": m("M7 M63"),
  "population.groups.*.policy.*.known": m("M5 M22 M23", 1),
  "population.groups.*.leaving_ratio": m("M48", 1),
  "population.groups.*.individual_take_up": m("M19", 1),
  "population.groups.*.group_take_up": m("M52", 1),
  "population.groups.*.crisis_ratio": m("M12", 1),
  "population.groups.*.life_events_per_day": m("M12", 0),

  "risk.band_scores": m("M27"),
  "risk.own_sd": m("M27", 0),
  "risk.up_per_day": m("M27"),
  "risk.down_per_day": m("M27"),
  "risk.up_waiting_ratio": m("M47", 1),
  "risk.up_gap_ratio": m("M47", 1),
  "risk.down_treatment_ratio": m("M41", 1),
  "risk.down_held_ratio": m("M37 M43", 1),
  "risk.crises_per_day": m("M12 M20"),
  "trust.rejection": m("M50", 1),
  "trust.week_waited": m("M48", 1),
  "trust.abandoned": m("M42", 1),
  "trust.heard": m("M3 M48 M61", 1),
  "trust.lost": m("M48", 0),

  "gp.patients_per_gp": m("M30"),
  "gp.consultation_days": m("M15"),
  "gp.consultation_cv": m("M13", 0),
  "gp.dna": m("M18", 0),
  "gp.follow_up": m("M14", 0),
  "gp.follow_up_days": m("M14"),
  "gp.risk_noise": m("M22 M25 M26", 0),
  "gp.recognition.at_start": m("M9"),
  "gp.recognition.per_contact": m("M66", 0),
  "gp.recognition.false_positive": m("M9", 0),
  "gp.recognition.label_in_letter": m("M4 M29", 0),
  "gp.framing.write_up": m("M28", 0),
  "gp.framing.write_up_by": m("M28", 0),
  "gp.framing.write_down": m("M29", 0),
  "gp.framing.write_down_by": m("M29", 0),
  "gp.framing.learning": m("M30", 0),
  "gp.tries": m("M31", "unlimited"),
  "gp.persists": m("M31", 0),
  "gp.between_referrals_days": m("M31", 0),
  "gp.spell_days": m("M31"),
  "gp.misreferral": m("M5 M24", 0),
  "gp.advice": m("M39"),
  "gp.advice.chance": m("M39", 0),
  "gp.plan": m("M37"),
  "gp.plan.chance": m("M35", 0),
  "gp.plan.crisis_ratio": m("M37", 1),
  "gp.plan.contact_ratio": m("M38", 1),
  "gp.plan.encouragement": m("M3 M37", 1),
  "gp.plan.team_days": m("M40", 0),
  "gp.plan.team_crisis_ratio": m("M40", 1),
  "gp.recalls_per_day": m("M21 M54", 0),
  "gp.disengaged_consultation_ratio": m("M21 M48", 1),

  "services.*.available": m("M32", 1),
  "services.*.fits": m("M34", 1),
  "services.*.triage": m("M25 M26"),
  "services.*.triage.risk_ceiling": m("M26 M27", "none"),
  "services.*.triage.risk_floor": m("M25 M27", "none"),
  "services.*.triage.noise": m("M25 M26", 0),
  "services.*.triage.accepts": m("M8", 1),
  "services.*.triage.label_rejection": m("M4", 0),
  "services.*.triage.complexity_rejection": m("M57", 0),
  "services.*.triage.incomplete": m("", 0),
  "services.*.triage.list_limit": m("M49", "unlimited"),
  "services.*.staff.*.wte": m("M70"),
  "services.*.staff.*.hours_per_day": m("M70"),
  "services.*.staff.*.trained_wte": m("M6 M57", 0),
  "services.*.staff.*.growth_per_day": m("M62", 0),
  "services.*.assessment": m("M70"),
  "services.*.assessment.dna": m("M19", 0),
  "services.*.assessment.sees_truth": m("M28 M29"),
  "services.*.assessment.noise": m("M25 M26", 0),
  "services.*.assessment.advice_only": m("", 0),
  "services.*.programmes.*": m("M70"),
  "services.*.programmes.*.share": m("M51"),
  "services.*.programmes.*.group_size": m("M51", 1),
  "services.*.programmes.*.rises_with_queue": m("M51", 0),
  "services.*.programmes.*.sessions_mean": m("M42 M45"),
  "services.*.programmes.*.session_cap": m("M42 M62", "none"),
  "services.*.programmes.*.places": m("M33 M70", "unlimited"),
  "services.*.programmes.*.dna": m("M19", 0),
  "services.*.programmes.*.drop_out": m("M10", 0),
  "services.*.programmes.*.drop_out_pd_ratio": m("M10", 1),
  "services.*.programmes.*.effect": m("M41 M53 M59 M60"),
  "services.*.programmes.*.effect.pd_odds": m("M10 M58", 1),
  "services.*.programmes.*.effect.gap_closure": m("M64", 0),
  "services.*.programmes.*.effect.odds_per_week_waited": m("M47", 1),
  "services.*.programmes.*.effect.odds_uninformed": m("M29", 1),
  "services.*.programmes.*.effect.odds_engaged": m("M41", 1),
  "services.*.programmes.*.effect.lasts": m("M36", 0),
  "services.*.programmes.*.step_up": m("", 0),
  "services.*.programmes.*.step_down": m("", 0),
  "services.*.stay": m("M20"),
  "services.*.stay.cost_per_day": m("M2", 0),
  "services.*.waiting_list.patience": m("M48", "endless"),
  "services.*.waiting_list.priority": m("M46"),
  "services.*.waiting_list.outreach": m("M49", 0),
  "services.*.waiting_list.kept_for_outreach": m("M49", 0),
  "services.*.waiting_list.encouragement": m("M50", 1),
  "services.*.hold": m("M43"),
  "services.*.hold.chance": m("M43 M65", 0),
  "services.*.hold.lasts_days": m("M43 M65", 0),
  "services.*.hold.crisis_ratio": m("M43", 1),
  "services.*.hold.line_diverts": m("M44", 0),
  "services.*.hold.encouragement": m("M3 M43", 1),
  "services.*.feedback.non_engagement": m("M54", 0),
  "services.*.feedback.progress": m("M55", 0),
  "services.*.feedback.shared_care_crisis_ratio": m("M56", 1),
  "services.*.passes_on": m("M31", 0),
  "services.*.cost_per_contact": m("M2", 0),

  "crisis.adds_severity": m("M12", 0),
  "crisis.life_event_adds_severity": m("M12", 0),
  "crisis.life_event_is_crisis": m("M12", 0),
  "crisis.raises_risk": m("M12", 0),
  "crisis.waiting_ratio": m("M47", 1),
  "crisis.treatment_ratio": m("M41", 1),
  "crisis.after_ending_ratio": m("M17 M42", 1),
  "crisis.after_ending_days": m("M17 M42"),
  "crisis.loop_ratio": m("M20", 1),
  "crisis.loop_days": m("M20"),
  "crisis.routes": m("M20"),
  "crisis.offers_referral": m("M20", 0),
  "crisis.accepts_package": m("M19 M20", 1),
  "costs.gp_consultation": m("M2", 0),
  "quality_of_life.by_severity": m("M2", 1),
  "quality_of_life.pd_ratio": m("M2", 1),
  "costs.inflation.*": m("M2", 1),
};

/** Objects whose keys are names. */
const named = new Set(["inflation", "groups", "policy", "services", "staff", "programmes"]);

/** The path of a parameter as `meanings` has it: `services.IAPT.triage.lasts_weeks` is `services.*.triage.lasts_days`. */
export function patternOf(path: string): string {
  const keys = [...path.matchAll(/\["((?:[^"\\]|\\.)*)"\]|\[(\d+)\]|[^.[\]]+/g)]
    .filter((match) => match[2] === undefined)
    .map((match) => match[1] ?? match[0]);
  return keys
    .map((key, i) => {
      if (named.has(keys[i - 1] ?? "")) return "*";
      return unitIn(key) === undefined ? key : withUnit(key, "day");
    })
    .join(".");
}

/** The row of `meanings` that is nearest to a path, from the outside in. */
export function meaningOf(path: string): Meaning {
  let pattern = patternOf(path);
  while (pattern !== "") {
    const found = Object.hasOwn(meanings, pattern) ? meanings[pattern] : undefined;
    if (found) return found;
    pattern = pattern.slice(0, Math.max(0, pattern.lastIndexOf(".")));
  }
  return m("");
}

const checkedWords: Readonly<Record<Parameter["checked"], string>> = {
  read: "read in the source",
  recalled: "to be checked",
  derived: "derived from figures that were read",
  assumption: "an assumption: no source",
};

export const explain = (parameter: Parameter): Explanation => ({
  ...meaningOf(parameter.path),
  parameter,
  checked: checkedWords[parameter.checked],
});

export interface Search {
  /** All must occur, whatever their case: in the path, the title, the source, the note, the law, the unit or the mechanisms. */
  readonly words?: readonly string[] | undefined;
  readonly grade?: Grade | undefined;
}

/** Parameters that answer to a search, in the order of the scenario. One whose path is the only word is the only one found. */
export function findParameters(parameters: readonly Parameter[], { words = [], grade }: Search): Parameter[] {
  const graded = parameters.filter((parameter) => grade === undefined || parameter.grade === grade);
  const exact = graded.find((parameter) => words.length === 1 && parameter.path === words[0]);
  return exact ? [exact] : graded.filter((parameter) => words.every((word) => answersTo(parameter, word)));
}

function answersTo(parameter: Parameter, word: string): boolean {
  if (/^M\d+$/i.test(word)) return meaningOf(parameter.path).mechanisms.includes(word.toUpperCase());
  const { path, title, source, note, law, unit, evidence } = parameter;
  return [path, title, source, note, law, unit, evidence].some((text) =>
    text.toLowerCase().includes(word.toLowerCase()),
  );
}

/** A path that may have been meant: the nearest whole path, or the nearest last part of one; `undefined` if none is near. */
export function guessParameter(parameters: readonly Parameter[], word: string): string | undefined {
  if (parameters.length === 0 || word.length > 200) return undefined;
  const lastOf = (path: string): string => path.slice(path.lastIndexOf(".") + 1);
  const paths = parameters.map(({ path }) => path);
  const byLast = closest(word, paths.map(lastOf));
  const candidates = [closest(word, paths), paths.find((path) => lastOf(path) === byLast)!];
  return candidates.find((path) => [path, lastOf(path)].some((text) => isNear(word, text)));
}

const isNear = (word: string, text: string): boolean =>
  distance(word.toLowerCase(), text.toLowerCase()) <= Math.max(1, Math.floor(text.length / 3));
