/** The staff of a service, month by month: it may shrink or grow (M62). */
import { Phase } from "../../engine/time.ts";
import { Kind } from "../../records/log.ts";
import { minutesPerWeek, openOf, type ReadyService } from "./services.ts";
import type { World } from "./world.ts";

const month = 365 / 12;

/** Staff at this moment are written down, and looked at again in a month if they change. */
export function countStaff(world: World, number: number): void {
  const service = world.services[number]!;
  service.countedAt = world.now;
  setCapacity(service);
  world.log.write(world.now, Kind.staff, -1, -1, number, -1, minutesPerWeek(service));
  expectCount(world, service);
  world.toOffer.push(number);
}

/** Staff time as it was when it was counted last. */
export function setCapacity({ spec, pools, countedAt }: ReadyService): void {
  spec.staff.forEach(({ growth_per_day }, i) => {
    const pool = pools[i]!;
    pool.capacity = Math.round(pool.atStart * Math.max(0, 1 + growth_per_day * countedAt));
    pool.open = openOf(pool.capacity, spec);
  });
}

export function expectCount(world: World, { spec, number, countedAt }: ReadyService): void {
  if (spec.staff.every(({ growth_per_day }) => growth_per_day === 0)) return;
  const at = Math.max(world.now, countedAt + month);
  world.executive.schedule(world.sources.length + number, at, Phase.release, number);
}
