/**
 * A course that began before the run, of somebody of whom no more is known: as far as those are, on average, who are in such
 * a course where just as many begin it at all times. Of them the share with j sessions behind them is in proportion to
 * P(planned > j) × (1 - drop-out)^j, since everybody stays as long at each j; sessions planned are as in `treat.ts`, given
 * that they are more than j; and the next session is due at any moment of the interval.
 */
import { pow } from "../../engine/maths/pow.ts";
import { Kind } from "../../records/log.ts";
import type { Programme } from "../../scenario/pathway/types.ts";
import { At } from "./questions.ts";
import { setSeverity } from "./severity.ts";
import { dropOutOf, expectSession, gainOf, severityAfter, takePlace } from "./treat.ts";
import { gainTrust } from "./trust.ts";
import type { World } from "./world.ts";

/** Sessions that are left to chance nowhere: fewer than this share of people have more. */
const nothingLeft = 2 ** -40;

/** The person's severity is that with which they began; how long they had waited is not known, and counts as nothing. */
export function resumeCourse(world: World, slot: number): void {
  const { people } = world;
  const { heard } = world.scenario.trust;
  people.joined[slot] = world.now;
  const { spec, place, service } = takePlace(world, slot);
  const {
    firstQuestion,
    spec: { assessment },
  } = world.services[service]!;
  const u = (question: number): number => world.ask(slot, firstQuestion + question);
  const goOn = goOnAfter(spec);
  const attended = attendedBefore(goOn, 1 - dropOutOf(world, slot, spec), u(At["sessions planned"]));
  people.attended[slot] = attended;
  people.planned[slot] = plannedBeyond(goOn, attended, u(At["sessions planned, again"]));
  world.record(Kind.treated, slot, place, attended);
  if (assessment) gainTrust(world, slot, heard);
  people.gain[slot] = gainOf(world, slot, spec);
  gainTrust(world, slot, pow(heard, attended));
  setSeverity(world, slot, severityAfter(world, slot, spec));
  expectSession(world, slot, spec.interval_days * u(At["next session of the run"]));
}

/** P(planned > j), by j: 1 and the sum of two geometric numbers, cut at the cap. */
export function goOnAfter({ sessions_mean, session_cap }: Pick<Programme, "sessions_mean" | "session_cap">): number[] {
  const half = (sessions_mean - 1) / 2;
  const ratio = half / (1 + half);
  const chances: number[] = [];
  for (let j = 0, power = 1; j < session_cap; j++, power *= ratio) {
    const chance = power * (1 + j * (1 - ratio));
    if (chance < nothingLeft) break;
    chances.push(chance);
  }
  return chances;
}

/** How many sessions somebody in a course has behind them. @param stays chance of not dropping out after one */
export function attendedBefore(goOn: readonly number[], stays: number, u: number): number {
  const weights = goOn.map((chance, j) => chance * pow(stays, j));
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  let left = u * all;
  let j = 0;
  while (j < weights.length - 1 && left >= weights[j]!) left -= weights[j++]!;
  return j;
}

/** Sessions planned, given that they are more than so many. */
export function plannedBeyond(goOn: readonly number[], attended: number, u: number): number {
  const target = u * goOn[attended]!;
  let planned = attended + 1;
  while (planned < goOn.length && target < goOn[planned]!) planned++;
  return planned;
}
