/** A GP who sees need decides: refer, and where to, or hold the person in the practice (M7, M22–M24, M31, M35, M63). */
import { Kind } from "../../records/log.ts";
import { Sender } from "../../records/pathway-codes.ts";
import { makePlan } from "./manage.ts";
import { Ask, At } from "./questions.ts";
import { refer } from "./refer.ts";
import { trueScore } from "./risk.ts";
import { willing } from "./trust.ts";
import type { World } from "./world.ts";

export function decide(world: World, slot: number): void {
  const { people, now } = world;
  const { gp } = world.scenario;
  if (now < people.notBefore[slot]!) return;
  if (now - people.lastReferral[slot]! > gp.spell_days) forgetSpell(world, slot);
  const service = people.tries[slot]! < gp.tries ? chooseService(world, slot) : -1;
  if (service < 0) makePlan(world, slot);
  else if (wantsReferral(world, slot)) refer(world, slot, service, Sender.gp);
  else world.record(Kind.decline_referral, slot, service, 0);
}

/** Whether the person agrees to be referred: less, the less they trust that it will help (M19, M50). */
const wantsReferral = (world: World, slot: number): boolean =>
  world.ask(slot, Ask["whether a referral is wanted"]) < willing(world, slot, world.groupOf(slot).accepts_referral);

/** A new spell begins: knock-backs are forgotten. */
export function forgetSpell({ people }: World, slot: number): void {
  people.tries[slot] = 0;
  people.rejectedBy[slot] = 0;
}

/** The first in the GP's order of preference that is there, known, thought right, and has not said no; -1 if none. */
function chooseService(world: World, slot: number): number {
  const { policy } = world.groupOf(slot);
  const options = policy.filter(({ service }) => isOpenTo(world, slot, service));
  if (options.length === 0) return -1;
  const { misreferral, risk_noise } = world.scenario.gp;
  if (world.ask(slot, Ask["whether the GP picks at random"]) < misreferral) {
    return options[Math.floor(world.ask(slot, Ask["which service at random"]) * options.length)]!.service;
  }
  const risk = trueScore(world, slot) + risk_noise * world.askNormal(slot, Ask["risk as the GP sees it"]);
  for (const { service, from_risk, up_to_risk, known } of options) {
    if (risk < from_risk || risk > up_to_risk) continue;
    if (world.ask(slot, world.services[service]!.firstQuestion + At["known to the GP"]) < known) return service;
  }
  return -1;
}

/** Whether the practice has the service, and it has not rejected the person in this spell. */
const isOpenTo = (world: World, slot: number, service: number): boolean =>
  world.practiceOf(slot).available[service]! && (world.people.rejectedBy[slot]! & (1 << service)) === 0;
