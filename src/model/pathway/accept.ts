/** A service takes a person on: the referral is closed, and a form of treatment is chosen (M51). */
import { Kind } from "../../records/log.ts";
import { Open } from "./people.ts";
import { forgetSpell } from "./decide.ts";
import { At } from "./questions.ts";
import { closeReferral } from "./reject.ts";
import { waitForTreatment } from "./wait.ts";
import type { World } from "./world.ts";

export function accept(world: World, slot: number): void {
  const { people } = world;
  world.record(Kind.accept, slot, people.service[slot]!, 0);
  forgetSpell(world, slot);
  people.declined[slot] = 0;
  people.open[slot] = Open.nothing;
  const programme = chooseProgramme(world, slot);
  if (programme >= 0) waitForTreatment(world, slot, programme);
  else closeReferral(world, slot);
}

/**
 * A programme of the service by its shares, those of groups rising with the queue; not one that was declined. -1 if
 * there is none.
 */
export function chooseProgramme(world: World, slot: number): number {
  const { people } = world;
  const { programmes, firstQuestion, waitingForTreatment, spec: service } = world.services[people.service[slot]!]!;
  const wte = service.staff.reduce((sum, pool) => sum + pool.wte, 0);
  const perWte = wte > 0 ? waitingForTreatment / wte : 0;
  const shares = programmes.map((number, i) => {
    const { spec } = world.programmes[number]!;
    const isDeclined = (people.declined[slot]! & (1 << i)) !== 0;
    return isDeclined ? 0 : spec.share[people.group[slot]!]! * (1 + spec.rises_with_queue * perWte);
  });
  const all = shares.reduce((sum, share) => sum + share, 0);
  if (all === 0) return -1;
  let left = world.ask(slot, firstQuestion + At.programme) * all;
  let last = -1;
  for (const [i, share] of shares.entries()) {
    if (share === 0) continue;
    last = programmes[i]!;
    left -= share;
    if (left < 0) break;
  }
  return last;
}
