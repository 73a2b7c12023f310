/** What may be tuned: capacities, and what has no published value. Never a parameter with a published one. */
import type { Parameter, PathwayScenario } from "../../scenario/pathway/types.ts";

/** A parameter that may be tuned, and the target that it mostly moves. */
export interface Free {
  readonly path: string;
  readonly mostly: string;
}

export const free: readonly Free[] = [
  { path: "population.groups.cmd.episodes_per_year", mostly: "IAPT referrals" },
  { path: "population.groups.cmd.self_referrals_per_year", mostly: "self-referrals" },
  { path: "population.groups.cmd.gp_acts", mostly: "self-referrals, CMHT referrals" },
  { path: "population.groups.smi.episodes_per_year", mostly: "CMHT referrals" },
  { path: "population.groups.pd.gp_acts", mostly: "share of PD in IAPT and CMHT" },
  { path: "population.groups.pd.policy.CMHT.from_risk", mostly: "CMHT acceptance, share of PD in the CMHT" },
  { path: "population.groups.cmd.policy.CMHT.from_risk", mostly: "CMHT acceptance" },
  { path: "population.groups.pd.self_referrals_per_year", mostly: "share of PD in IAPT" },
  { path: "population.groups.pd.consultations_with_need_ratio", mostly: "GP contacts with PD" },
  { path: "services.IAPT.staff.assessors.wte", mostly: "wait to first treatment" },
  { path: "services.IAPT.staff.wellbeing practitioners.wte", mostly: "wait from first to second contact" },
  { path: "services.IAPT.staff.therapists.wte", mostly: "wait from first to second contact" },
  { path: "services.IAPT.assessment.notice_days", mostly: "wait to first treatment" },
  { path: "services.IAPT.assessment.dna", mostly: "referrals that enter treatment" },
  { path: "services.IAPT.assessment.advice_only", mostly: "one treatment contact only" },
  { path: "services.IAPT.programmes.guided self-help.sessions_mean", mostly: "contacts per finished course" },
  { path: "services.IAPT.programmes.therapy.sessions_mean", mostly: "contacts per finished course" },
  { path: "services.IAPT.programmes.guided self-help.drop_out", mostly: "contacts per finished course" },
  { path: "services.IAPT.programmes.therapy.drop_out", mostly: "contacts per finished course" },
  { path: "services.IAPT.programmes.guided self-help.effect.gain", mostly: "recovery" },
  { path: "services.IAPT.programmes.therapy.effect.gain", mostly: "recovery" },
  { path: "services.CMHT.triage.risk_floor", mostly: "CMHT acceptance" },
  { path: "services.CMHT.assessment.advice_only", mostly: "wait in secondary care" },
  { path: "services.CMHT.staff.coordinators.wte", mostly: "wait in secondary care" },
  { path: "services.CMHT.staff.psychologists.wte", mostly: "wait in secondary care" },
  { path: "risk.up_per_year", mostly: "share of PD in the CMHT" },
  { path: "crisis.offers_referral", mostly: "CMHT referrals, share of PD in the CMHT" },
  { path: "risk.crises_per_year[0]", mostly: "A&E attendances of all" },
  { path: "risk.crises_per_year[1]", mostly: "A&E attendances of all" },
  { path: "risk.crises_per_year[2]", mostly: "A&E attendances with PD" },
  { path: "risk.crises_per_year[3]", mostly: "A&E attendances with PD" },
];

/** Grades that allow tuning. A number of another grade is somebody's, and stays as it is. */
const tunable = new Set<Parameter["grade"]>(["assumption"]);

/** Those that the scenario has, with both ends of their range, and that are no more than an assumption. */
export function freeIn({ parameters }: PathwayScenario): Parameter[] {
  const byPath = new Map(parameters.map((parameter) => [parameter.path, parameter]));
  return free.flatMap(({ path }) => {
    const parameter = byPath.get(path);
    const isTunable =
      parameter !== undefined &&
      tunable.has(parameter.grade) &&
      parameter.low !== undefined &&
      parameter.high !== undefined &&
      parameter.low < parameter.high;
    return isTunable ? [parameter] : [];
  });
}
