/** A letter goes to a service: by the GP, by the person, after a crisis, or from another service. */
import { pow } from "../../engine/maths/pow.ts";
import { Kind } from "../../records/log.ts";
import { Letter, Sender } from "../../records/pathway-codes.ts";
import { Clock, clocks, Step } from "./clocks.ts";
import { Away, Open } from "./people.ts";
import { Ask } from "./questions.ts";
import { trueScore } from "./risk.ts";
import { drawTarget } from "./hazards.ts";
import type { World } from "./world.ts";

const secondsPerDay = 86_400;

/** Refers; paper triage follows. Nothing else may be open. */
export function refer(world: World, slot: number, service: number, sender: number): void {
  const { people } = world;
  people.score[slot] = trueScore(world, slot);
  people.letter[slot] = sender;
  people.advised[slot] = 0;
  if (sender === Sender.gp) {
    people.tries[slot]!++;
    takeAdvice(world, slot);
    frame(world, slot, service);
  }
  people.lastReferral[slot] = world.now;
  people.open[slot] = Open.referral;
  people.away[slot] = Away.no;
  people.service[slot] = service;
  world.record(Kind.refer, slot, service, people.letter[slot]);
  people.step[slot] = Step.triage;
  people.rings[slot * clocks + Clock.step] = world.now + world.services[service]!.spec.triage.lasts_days;
}

/** Refers themselves to the first service of their GP's policy that takes such referrals. */
export function referOneself(world: World, slot: number): void {
  drawTarget(world, slot, Clock.selfReferral);
  const { available } = world.practiceOf(slot);
  const step = world
    .groupOf(slot)
    .policy.find(({ service }) => available[service]! && world.services[service]!.spec.takes_self_referrals);
  if (step !== undefined) refer(world, slot, step.service, Sender.self);
}

/** The GP asks an expert first (M39). */
function takeAdvice(world: World, slot: number): void {
  const { advice } = world.scenario.gp;
  if (!(world.ask(slot, Ask["whether to take advice"]) < advice.chance)) return;
  world.people.advised[slot] = 1;
  const seconds = Math.round(advice.lasts_days * secondsPerDay);
  world.record(Kind.advice, slot, world.practicePlace(slot), seconds);
}

/**
 * What the GP writes: the risk as they see it and, of somebody whom they take to have a personality disorder, the risk
 * written up to a service with a floor, or written down and the label left out to one with a ceiling (M28–M30).
 */
function frame(world: World, slot: number, service: number): void {
  const { people } = world;
  const { risk_noise, framing, recognition } = world.scenario.gp;
  people.score[slot]! += risk_noise * world.askNormal(slot, Ask["risk as the GP sees it"]);
  if (people.recognised[slot] === 0) return;
  const { risk_ceiling, risk_floor } = world.services[service]!.spec.triage;
  const { rejectedAsRisky, rejectedAsSafe, gps } = world.practiceOf(slot);
  const hasLearned = (rejections: number): number => 1 - pow(1 - framing.learning, rejections / gps);
  const down = risk_ceiling < Infinity ? framing.write_down * hasLearned(rejectedAsRisky) : 0;
  const up = risk_floor > -Infinity ? framing.write_up * hasLearned(rejectedAsSafe) : 0;
  if (world.ask(slot, Ask["whether to write down"]) < down) {
    people.score[slot]! -= framing.write_down_by;
    people.letter[slot]! |= Letter.writtenDown;
    return;
  }
  if (world.ask(slot, Ask["whether to write up"]) < up) {
    people.score[slot]! += framing.write_up_by;
    people.letter[slot]! |= Letter.writtenUp;
  }
  if (world.ask(slot, Ask["whether the label is written"]) < recognition.label_in_letter) {
    people.letter[slot]! |= Letter.labelled;
  }
}

/** Who sent the letter that is open. */
export const senderOf = ({ people }: World, slot: number): number => people.letter[slot]! & 3;
