/** Assessment: the service sees for itself, and may still turn the person away, the wait wasted. */
import { Kind } from "../../records/log.ts";
import { Away as Way } from "../../records/pathway-codes.ts";
import { accept } from "./accept.ts";
import { Clock, clocks, Step } from "./clocks.ts";
import { disengage } from "./disengage.ts";
import { Away } from "./people.ts";
import { At } from "./questions.ts";
import { closeReferral, reject } from "./reject.ts";
import { trueScore } from "./risk.ts";
import type { ReadyService } from "./services.ts";
import { reasonByRisk } from "./triage.ts";
import { attendAssessment } from "./trust.ts";
import { quitList, waitForAssessment } from "./wait.ts";
import type { World } from "./world.ts";
import type { Assessment } from "../../scenario/pathway/types.ts";

/** Comes off the list with a date; staff time is committed until then. */
export function bookAssessment(world: World, slot: number, service: ReadyService): void {
  const { people } = world;
  const { staff, notice_days } = service.spec.assessment!;
  world.record(Kind.start, slot, quitList(world, slot), 0);
  service.pools[staff]!.committed += service.assessmentLoad;
  people.booked[slot] = 1;
  people.step[slot] = Step.assess;
  people.rings[slot * clocks + Clock.step] = world.now + notice_days;
}

/** The date has come. */
export function assess(world: World, slot: number): void {
  const { people } = world;
  const service = world.services[people.service[slot]!]!;
  const rule = service.spec.assessment!;
  people.rings[slot * clocks + Clock.step] = Infinity;
  world.record(Kind.complete, slot, service.number, 0);
  service.pools[rule.staff]!.committed -= service.assessmentLoad;
  people.booked[slot] = 0;
  world.toOffer.push(service.number);
  if (people.stay[slot]! >= 0 || world.ask(slot, service.firstQuestion + At["assessment attended"]) < rule.dna) {
    missAssessment(world, slot, rule);
    return;
  }
  people.away[slot] = Away.no;
  people.missed[slot] = 0;
  attendAssessment(world, slot, service.number);
  judge(world, slot, service, rule);
}

function missAssessment(world: World, slot: number, rule: Assessment): void {
  const { people } = world;
  const service = people.service[slot]!;
  world.record(Kind.miss, slot, service, 0);
  people.missed[slot]!++;
  if (people.missed[slot]! < rule.discharge_after_dnas) {
    waitForAssessment(world, slot);
    return;
  }
  people.missed[slot] = 0;
  world.record(Kind.withdraw, slot, service, Way.missed);
  closeReferral(world, slot);
  disengage(world, slot, service, Way.missed);
}

/** By the truth, or else still by the letter (M28, M29). */
function judge(world: World, slot: number, service: ReadyService, rule: Assessment): void {
  const seesTruth = world.ask(slot, service.firstQuestion + At["truth seen"]) < rule.sees_truth;
  const noise =
    rule.noise > 0 ? rule.noise * world.askNormal(slot, service.firstQuestion + At["noise of assessment"]) : 0;
  const score = (seesTruth ? trueScore(world, slot) : world.people.score[slot]!) + noise;
  const reason = reasonByRisk(world, slot, service, score);
  if (reason >= 0) {
    reject(world, slot, reason, true);
  } else if (world.ask(slot, service.firstQuestion + At["advice only"]) < rule.advice_only) {
    world.record(Kind.accept, slot, service.number, 1);
    closeReferral(world, slot);
  } else {
    accept(world, slot);
  }
}
