/** A course: sessions at an interval, some missed, each attended one lowering severity (M10, M41, M42, M57, M58, M64). */
import { exp } from "../../engine/maths/exp.ts";
import { log as ln } from "../../engine/maths/log.ts";
import type { Days } from "../../engine/time.ts";
import { Kind } from "../../records/log.ts";
import { Ending, Letter } from "../../records/pathway-codes.ts";
import type { Programme } from "../../scenario/pathway/types.ts";
import { Clock, clocks, Step } from "./clocks.ts";
import { tellOfProgress } from "./communicate.ts";
import { endCourse } from "./end.ts";
import { Away, Open } from "./people.ts";
import { At } from "./questions.ts";
import type { ReadyProgramme } from "./services.ts";
import { setSeverity, severityNow, writeSeverity } from "./severity.ts";
import { attend, loseTrustByWaiting } from "./trust.ts";
import type { World } from "./world.ts";

/** Trust at which engagement makes no difference to the odds of recovery (M41). */
const evenTrust = 0.5;

/** Off the list and into a programme; the first session is the next that there is, an interval from now. */
export function beginCourse(world: World, slot: number): void {
  const { people } = world;
  const { spec } = takePlace(world, slot);
  loseTrustByWaiting(world, slot);
  people.attended[slot] = 0;
  people.planned[slot] = planSessions(world, slot, spec);
  people.gain[slot] = gainOf(world, slot, spec);
  expectSession(world, slot, spec.interval_days);
}

/** A place in the course of their programme, with severity as it is now. */
export function takePlace(world: World, slot: number): ReadyProgramme {
  const { people } = world;
  const programme = world.programmes[people.programme[slot]!]!;
  programme.inTreatment++;
  programme.pool.committed += programme.load;
  // Severity stands still from here on, so it is set before the course is open.
  setSeverity(world, slot, severityNow(world, slot));
  people.open[slot] = Open.course;
  writeSeverity(world, slot);
  people.courseFrom[slot] = people.severity[slot]!;
  people.rings[slot * clocks + Clock.need] = Infinity;
  people.missed[slot] = 0;
  return programme;
}

export function expectSession({ people, now }: World, slot: number, inDays: Days): void {
  people.step[slot] = Step.session;
  people.rings[slot * clocks + Clock.step] = now + inDays;
}

/** 1 and a negative binomial rest: the sum of two geometric numbers. Cut at the cap. */
function planSessions(world: World, slot: number, { sessions_mean, session_cap }: Programme): number {
  const { firstQuestion } = world.services[world.people.service[slot]!]!;
  const half = (sessions_mean - 1) / 2;
  const geometric = (u: number): number => (half > 0 ? Math.floor(ln(u) / ln(half / (1 + half))) : 0);
  const first = geometric(world.ask(slot, firstQuestion + At["sessions planned"]));
  const second = geometric(world.ask(slot, firstQuestion + At["sessions planned, again"]));
  return Math.min(session_cap, 1 + first + second);
}

/**
 * What an endless course would take off severity: logistic about its median. A ratio of odds moves the median by the
 * scale × its logarithm, so that it is exactly the ratio of the odds of recovery, whatever the severity and sessions.
 */
export function gainOf(world: World, slot: number, { effect }: Programme): number {
  const { people } = world;
  const { firstQuestion } = world.services[people.service[slot]!]!;
  const u = world.ask(slot, firstQuestion + At.gain);
  const weeks = (world.now - people.joined[slot]!) / 7;
  const logOdds =
    (world.groupOf(slot).is_pd ? (1 - effect.gap_closure) * ln(effect.pd_odds) : 0) +
    weeks * ln(effect.odds_per_week_waited) +
    ((people.letter[slot]! & Letter.writtenDown) !== 0 ? ln(effect.odds_uninformed) : 0) +
    (people.engagement[slot]! - evenTrust) * ln(effect.odds_engaged) +
    ln(world.practiceOf(slot).recoveryOdds);
  return effect.gain + effect.gain_scale * (logOdds + ln(u / (1 - u)));
}

/** A session is due: attended, missed, or put off while the person stays with a crisis service. */
export function attendSession(world: World, slot: number): void {
  const { people, now } = world;
  const { spec, place, service } = world.programmes[people.programme[slot]!]!;
  const { firstQuestion } = world.services[service]!;
  people.rings[slot * clocks + Clock.step] = now + spec.interval_days;
  if (people.stay[slot]! >= 0) return;
  if (world.ask(slot, firstQuestion + At["session attended"]) < spec.dna) {
    world.record(Kind.miss, slot, place, people.attended[slot]!);
    people.missed[slot]!++;
    if (people.missed[slot]! >= spec.discharge_after_dnas) endCourse(world, slot, Ending.discharged_for_missing);
    return;
  }
  const sessions = ++people.attended[slot]!;
  people.away[slot] = Away.no;
  attend(world, slot, place, sessions);
  setSeverity(world, slot, severityAfter(world, slot, spec));
  tellOfProgress(world, slot, service);
  if (sessions >= people.planned[slot]!) endCourse(world, slot, Ending.completed);
  else if (dropsOut(world, slot, spec, firstQuestion)) endCourse(world, slot, Ending.dropped_out);
}

/** Severity after the sessions attended. */
export function severityAfter({ people }: World, slot: number, { effect }: Programme): number {
  const reached = 1 - exp(-people.attended[slot]! / effect.gain_sessions);
  return people.courseFrom[slot]! - people.gain[slot]! * reached;
}

const dropsOut = (world: World, slot: number, spec: Programme, firstQuestion: number): boolean =>
  world.ask(slot, firstQuestion + At["drop-out"]) < dropOutOf(world, slot, spec);

/** The chance of dropping out after a session that is not the last. */
export const dropOutOf = (world: World, slot: number, spec: Programme): number =>
  world.groupOf(slot).is_pd ? spec.drop_out * spec.drop_out_pd_ratio : spec.drop_out;
