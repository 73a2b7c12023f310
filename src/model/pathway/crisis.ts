/** A crisis, met by the GP, A&E, a crisis team or a ward; without resolution it comes again (M12, M17, M20, M44, M47). */
import { Kind } from "../../records/log.ts";
import { Sender, Visit } from "../../records/pathway-codes.ts";
import { pick } from "./appear.ts";
import { Clock, clocks } from "./clocks.ts";
import { consult } from "./consult.ts";
import { beginUnrest } from "./end.ts";
import { Away, Open } from "./people.ts";
import { Ask, At } from "./questions.ts";
import { refer } from "./refer.ts";
import { raiseRisk } from "./risk.ts";
import { drawTarget } from "./hazards.ts";
import { setSeverity, severityNow } from "./severity.ts";
import { willing } from "./trust.ts";
import type { World } from "./world.ts";

/** Added to the band of risk in the log when a call diverted the crisis. */
const diverted = 8;

/** Debt, violence, loss: things get worse, perhaps at once (M12). */
export function sufferLifeEvent(world: World, slot: number): void {
  const { crisis } = world.scenario;
  drawTarget(world, slot, Clock.lifeEvent);
  world.record(Kind.life_event, slot, world.practicePlace(slot), 0);
  worsen(world, slot, crisis.life_event_adds_severity);
  const isCrisis = world.ask(slot, Ask["whether an event of life is a crisis"]) < crisis.life_event_is_crisis;
  if (isCrisis && world.people.stay[slot]! < 0) meetCrisis(world, slot);
}

export function suffer(world: World, slot: number): void {
  drawTarget(world, slot, Clock.crisis);
  meetCrisis(world, slot);
}

function meetCrisis(world: World, slot: number): void {
  const { people, scenario } = world;
  const { crisis } = scenario;
  worsen(world, slot, crisis.adds_severity);
  if (world.ask(slot, Ask["whether a crisis raises risk"]) < crisis.raises_risk) raiseRisk(world, slot);
  people.away[slot] = Away.no;
  if (isDiverted(world, slot)) {
    world.record(Kind.crisis, slot, people.service[slot]!, people.band[slot]! + diverted);
    return;
  }
  const to = whereMet(world, slot);
  world.record(Kind.crisis, slot, to < 0 ? world.practicePlace(slot) : to, people.band[slot]!);
  if (to < 0) consult(world, slot, Visit.crisis);
  else if (canStay(world, to)) beginStay(world, slot, to);
  else offerPackage(world, slot);
}

/** In a course severity stands still, and what is gained is counted from where it began: both go up. */
function worsen(world: World, slot: number, by: number): void {
  if (by === 0) return;
  world.people.courseFrom[slot]! += by;
  setSeverity(world, slot, severityNow(world, slot) + by);
}

/** Somebody who is held rings up, and needs no more (M44). */
function isDiverted(world: World, slot: number): boolean {
  if (world.people.open[slot] !== Open.hold) return false;
  const { spec, firstQuestion } = world.services[world.people.service[slot]!]!;
  return world.ask(slot, firstQuestion + At["call diverts"]) < spec.hold.line_diverts;
}

/** By band of risk; a crisis service that is full sends people to the one before it in the list. -1: the GP. */
function whereMet(world: World, slot: number): number {
  const { routes } = world.scenario.crisis;
  const band = world.people.band[slot]!;
  let route = pick(world.crisisShares[band]!, world.ask(slot, Ask["where a crisis is met"]));
  while (route > 0 && isFull(world, routes[route]!.to)) route--;
  return routes[route]!.to;
}

function isFull(world: World, to: number): boolean {
  if (to < 0) return false;
  const { spec, staying } = world.services[to]!;
  return spec.stay !== undefined && staying >= spec.stay.places;
}

const canStay = (world: World, service: number): boolean =>
  world.services[service]!.spec.stay !== undefined && !isFull(world, service);

function beginStay(world: World, slot: number, number: number): void {
  const { people } = world;
  const service = world.services[number]!;
  service.staying++;
  people.stay[slot] = number;
  world.record(Kind.stay, slot, number, 1);
  const lasts = service.lengthOfStay!(world.ask(slot, service.firstQuestion + At["length of stay"]));
  people.rings[slot * clocks + Clock.stayEnds] = world.now + lasts;
}

export function endStay(world: World, slot: number): void {
  const { people } = world;
  const number = people.stay[slot]!;
  world.services[number]!.staying--;
  people.stay[slot] = -1;
  people.rings[slot * clocks + Clock.stayEnds] = Infinity;
  world.record(Kind.stay, slot, number, 0);
  offerPackage(world, slot);
}

/** After a crisis: the offer of a referral, accepted or refused; and for those who go without, the loop (M20). */
function offerPackage(world: World, slot: number): void {
  const { people } = world;
  const { crisis } = world.scenario;
  if (people.open[slot] !== Open.nothing) return;
  const isOffered = world.ask(slot, Ask["whether a referral is offered after a crisis"]) < crisis.offers_referral;
  const accepts = willing(world, slot, crisis.accepts_package[people.group[slot]!]!);
  if (isOffered && world.ask(slot, Ask["whether the package is accepted"]) < accepts) {
    refer(world, slot, crisis.referral_to, Sender.crisis);
  } else {
    beginUnrest(world, slot, crisis.loop_ratio, crisis.loop_days);
  }
}
