/** How fast each hazard of a person runs, in the state in which they are. */
import { Care } from "../../records/pathway-codes.ts";
import { Clock } from "./clocks.ts";
import { changeRates } from "./hazards.ts";
import { Away } from "./people.ts";
import { distrust } from "./trust.ts";
import type { World } from "./world.ts";

/** Sets the rates of all hazards; `need` and `care` are the person's now. */
export function setRates(world: World, slot: number, need: boolean, care: number): void {
  const { people, scenario, perDay } = world;
  const group = world.groupOf(slot);
  const { gp, risk } = scenario;
  const away = people.away[slot]!;
  const band = people.band[slot]!;
  const alone = care === Care.gap || care === Care.gp;
  const isCalled = away !== Away.no && people.known[slot] === 1;
  perDay[Clock.consult] = consultations(world, slot, need, care);
  perDay[Clock.selfReferral] = alone ? group.self_referrals_per_day / distrust(world, slot) : 0;
  perDay[Clock.lifeEvent] = group.life_events_per_day;
  perDay[Clock.crisis] = crises(world, slot, care);
  perDay[Clock.riskUp] = band < 3 ? risk.up_per_day * group.risk_up_ratio * upRatio(world, care) : 0;
  perDay[Clock.riskDown] = band > 0 ? risk.down_per_day * downRatio(world, slot, care) : 0;
  perDay[Clock.recall] = isCalled ? gp.recalls_per_day : 0;
  changeRates(world, slot);
}

/** None during a stay, nor from those who are lost (M16, M17, M38, M48). */
function consultations(world: World, slot: number, need: boolean, care: number): number {
  const { people, scenario } = world;
  const group = world.groupOf(slot);
  const away = people.away[slot]!;
  if (care === Care.crisis || away === Away.lost) return 0;
  return (
    group.consultations_per_day *
    (need ? group.consultations_with_need_ratio : 1) *
    (away === Away.disengaged ? scenario.gp.disengaged_consultation_ratio : 1) *
    (people.planUntil[slot]! > 0 ? scenario.gp.plan.contact_ratio : 1) *
    people.unrest[slot]!
  );
}

function crises(world: World, slot: number, care: number): number {
  if (care === Care.crisis) return 0;
  const { crises_per_day } = world.scenario.risk;
  return crises_per_day[world.people.band[slot]!]! * world.groupOf(slot).crisis_ratio * crisisRatio(world, slot, care);
}

/** Crises as a multiple (M17, M37, M43, M47, M56). */
function crisisRatio(world: World, slot: number, care: number): number {
  const { gp } = world.scenario;
  const { people } = world;
  const plan =
    people.planUntil[slot]! > 0 ? gp.plan.crisis_ratio * (gp.plan.team_days > 0 ? gp.plan.team_crisis_ratio : 1) : 1;
  return plan * people.unrest[slot]! * crisisRatioOfCare(world, slot, care);
}

function crisisRatioOfCare(world: World, slot: number, care: number): number {
  const { crisis } = world.scenario;
  if (care === Care.waiting_assessment || care === Care.waiting_treatment) return crisis.waiting_ratio;
  const service = world.people.service[slot]!;
  if (care === Care.held) return world.services[service]!.spec.hold.crisis_ratio;
  if (care !== Care.in_treatment) return 1;
  const shared = world.practiceOf(slot).hearsOfProgress[service]!;
  return crisis.treatment_ratio * (shared ? world.services[service]!.spec.feedback.shared_care_crisis_ratio : 1);
}

/** Waiting, and being left alone with need, lets risk rise (M47). */
function upRatio({ scenario: { risk } }: World, care: number): number {
  switch (care) {
    case Care.referred:
    case Care.waiting_assessment:
    case Care.waiting_treatment:
      return risk.up_waiting_ratio;
    case Care.gap:
    case Care.disengaged:
    case Care.lost:
      return risk.up_gap_ratio;
    default:
      return 1;
  }
}

/** Treatment and being held bring risk down (M43). */
function downRatio({ scenario: { risk }, people }: World, slot: number, care: number): number {
  if (care === Care.in_treatment || care === Care.crisis) return risk.down_treatment_ratio;
  return care === Care.held || people.planUntil[slot]! > 0 ? risk.down_held_ratio : 1;
}
