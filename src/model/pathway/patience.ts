/**
 * Patience on a list: a hazard as a clock. The person draws a unit exponential on joining; exposure adds up at the hazard
 * of the service's law, at the time since they joined, times what the group brings and what trust is left (M48, M50). When
 * trust changes, what is left of the exposure is shared out anew.
 */
import { expm1 } from "../../engine/maths/exp.ts";
import { log1p } from "../../engine/maths/log.ts";
import type { Days } from "../../engine/time.ts";
import { Clock, clocks } from "./clocks.ts";
import { At } from "./questions.ts";
import { distrust } from "./trust.ts";
import type { World } from "./world.ts";

type Patience = (u: number) => Days;

/** Halvings that find a share to the last bits of it. */
const halvings = 52;

/**
 * Draws how much exposure it takes from now on until the person leaves the list on which they are. A unit exponential has no
 * memory: for those who have waited for some time already this is their patience given that it has lasted so long.
 */
export function drawPatience(world: World, slot: number): void {
  const { people } = world;
  const { patience, firstQuestion } = world.services[people.service[slot]!]!;
  if (!patience) return;
  people.exposureLeft[slot] = -log1p(-world.ask(slot, firstQuestion + At.patience));
  people.exposedTo[slot] = hazardUpTo(patience, world.now - people.joined[slot]!);
  runAt(world, slot, ratioOf(world, slot), patience);
}

/** To be called after anything that may have changed trust. */
export function reconsiderPatience(world: World, slot: number): void {
  const { people } = world;
  if (people.rings[slot * clocks + Clock.patience] === Infinity) return;
  const ratio = ratioOf(world, slot);
  const old = people.leavingRatio[slot]!;
  const { patience } = world.services[people.service[slot]!]!;
  if (ratio === old || !patience) return;
  const exposed = hazardUpTo(patience, world.now - people.joined[slot]!);
  people.exposureLeft[slot]! -= old * (exposed - people.exposedTo[slot]!);
  people.exposedTo[slot] = exposed;
  runAt(world, slot, ratio, patience);
}

const ratioOf = (world: World, slot: number): number => world.groupOf(slot).leaving_ratio * distrust(world, slot);

function runAt({ people, now }: World, slot: number, ratio: number, patience: Patience): void {
  people.leavingRatio[slot] = ratio;
  const exposure = people.exposedTo[slot]! + Math.max(0, people.exposureLeft[slot]!) / ratio;
  const gone = -expm1(-exposure);
  const stays = ratio > 0 && gone < 1 ? patience(gone) : Infinity;
  // What is left may be so little that rounding puts it before now.
  people.rings[slot * clocks + Clock.patience] = Math.max(now, people.joined[slot]! + stays);
}

/** Cumulative hazard of a law at a time, -ln S(t), from its sampler: by the share u that is gone by then. */
function hazardUpTo(patience: Patience, time: Days): number {
  if (time === 0) return 0;
  let low = 0;
  let high = 1;
  for (let i = 0; i < halvings; i++) {
    const middle = (low + high) / 2;
    if (patience(middle) <= time) low = middle;
    else high = middle;
  }
  return -log1p(-low);
}
