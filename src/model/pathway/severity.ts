/**
 * Severity, PHQ-9. Outside a course it drifts to the person's own level l: s(t) = l + (s - l) exp(-t / drift). Within a
 * course it stands still between sessions, and sessions set it.
 */
import { exp } from "../../engine/maths/exp.ts";
import { log as ln } from "../../engine/maths/log.ts";
import { Kind } from "../../records/log.ts";
import { severityCode } from "../../records/pathway-codes.ts";
import { Clock, clocks } from "./clocks.ts";
import { Open } from "./people.ts";
import type { World } from "./world.ts";

/** PHQ-9 from which a person is a case. */
export const caseness = 10;
export const mostSevere = 27;

export function severityNow({ people, now, groups }: World, slot: number): number {
  const from = people.severity[slot]!;
  const level = people.level[slot]!;
  if (people.open[slot] === Open.course || from === level) return from;
  const drift = groups[people.group[slot]!]!.severity.drift_days;
  return level + (from - level) * exp((people.severityAt[slot]! - now) / drift);
}

/** Sets severity, now, and foresees when it will cross caseness. */
export function setSeverity(world: World, slot: number, value: number): void {
  putSeverity(world, slot, value);
  foreseeCaseness(world, slot);
  writeSeverity(world, slot);
}

/** Sets severity, now, of somebody who is not in view. */
export function putSeverity({ people, now }: World, slot: number, value: number): void {
  people.severity[slot] = Math.min(mostSevere, Math.max(0, value));
  people.severityAt[slot] = now;
  people.isCase[slot] = people.severity[slot] >= caseness ? 1 : 0;
}

/** For quality of life: from now on severity drifts to the person's level, or stands still in a course. */
export function writeSeverity(world: World, slot: number): void {
  if (world.scenario.quality_of_life === undefined) return;
  const { people } = world;
  const severity = people.severity[slot]!;
  const level = people.open[slot] === Open.course ? severity : people.level[slot]!;
  world.record(Kind.severity, slot, world.practicePlace(slot), severityCode(severity, level));
}

/** Severity is taken from now on to drift, or to stand still. */
export function foreseeCaseness({ people, now, groups }: World, slot: number): void {
  const from = people.severity[slot]!;
  const level = people.level[slot]!;
  const isCase = people.isCase[slot] === 1;
  let at = Infinity;
  const crosses = isCase ? level < caseness : level > caseness;
  if (people.open[slot] !== Open.course && crosses) {
    const drift = groups[people.group[slot]!]!.severity.drift_days;
    // On its way up it reaches caseness; on its way down it must fall below, so being there already is the last moment.
    at = now + (from === caseness ? 0 : drift * ln((from - level) / (caseness - level)));
  }
  people.rings[slot * clocks + Clock.need] = at;
}

/** Severity crosses caseness. */
export function crossCaseness(world: World, slot: number): void {
  const { people } = world;
  people.isCase[slot] = people.isCase[slot] === 1 ? 0 : 1;
  people.severity[slot] = caseness;
  people.severityAt[slot] = world.now;
  people.rings[slot * clocks + Clock.need] = Infinity;
}

/** At caseness, or risk above low. */
export const hasNeed = ({ people }: World, slot: number): boolean =>
  people.isCase[slot] === 1 || people.band[slot]! > 0;
