/** The staff of a service, month by month: it may shrink or grow (M62). */
import { Phase } from "../../engine/time.ts";
import { Kind } from "../../records/log.ts";
import { minutesPerWeek } from "./services.ts";
import type { World } from "./world.ts";

const month = 365 / 12;

/** Staff at this moment are written down, and looked at again in a month if they change. */
export function countStaff(world: World, number: number): void {
  const service = world.services[number]!;
  const { staff } = service.spec;
  staff.forEach(({ growth_per_day }, i) => {
    const pool = service.pools[i]!;
    pool.capacity = Math.round(pool.atStart * Math.max(0, 1 + growth_per_day * world.now));
  });
  world.log.write(world.now, Kind.staff, -1, -1, number, -1, minutesPerWeek(service));
  if (staff.some(({ growth_per_day }) => growth_per_day !== 0)) {
    world.executive.schedule(world.sources.length + number, world.now + month, Phase.release, number);
  }
  world.toOffer.push(number);
}
