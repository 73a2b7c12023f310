/** Capacity is given two ways, in staff time and in places. Both limits hold: this warns where one leaves the other without a meaning. */
import type { Path } from "../origins.ts";
import type { Report } from "../report.ts";
import type { UserProgramme, UserService } from "./schema.ts";

const hoursPerDay = 24;

export function checkCapacity({ staff, programmes }: UserService, path: Path, report: Report): void {
  for (const [name, programme] of Object.entries(programmes)) {
    const pool = Object.hasOwn(staff, programme.staff) ? staff[programme.staff]! : undefined;
    // Without staff it is shut, as its author wants it; staff that grow may one day fill any places.
    if (pool === undefined || pool.wte === 0 || pool.growth_per_day > 0) continue;
    const most = mostPeople(programme, (pool.wte * pool.hours_per_day) / hoursPerDay);
    checkProgramme(programme, most, [...path, "programmes", name], report);
  }
}

/** People whose sessions fit into so much staff time per day. */
const mostPeople = ({ session_days, interval_days, group_size }: UserProgramme, staffTime: number): number =>
  Math.floor((staffTime / session_days) * interval_days * group_size);

function checkProgramme({ places, staff }: UserProgramme, most: number, path: Path, report: Report): void {
  if (most === 0) {
    const hint = "Nobody will be treated: give it more staff or shorter sessions, or no staff if it is to be shut.";
    report.warning([...path, "staff"], "staff with time for one person at least", JSON.stringify(staff), hint);
  } else if (typeof places === "number" && places > most) {
    const hint = 'Raise wte, or write "unlimited" to leave it to the staff.';
    report.warning([...path, "places"], `at most the ${most} people that its staff have time for`, undefined, hint);
  }
}
