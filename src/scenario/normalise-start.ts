/** The people who are there when a run starts, in normal form. */
import type { UserCounts, UserWaited } from "./schema-start.ts";
import type { StartWaited } from "./types.ts";

/** By group, in the order of `groups`. */
export function counts(user: UserCounts | undefined, groups: readonly string[]): number[] {
  if (typeof user === "object") return groups.map((group) => (Object.hasOwn(user, group) ? (user[group] ?? 0) : 0));
  return groups.map((_, i) => (i === 0 ? (user ?? 0) : 0));
}

/** The longest first; equal ones in the order of the file. */
export function waited(user: readonly UserWaited[], groups: readonly string[]): StartWaited[] {
  const people = user.flatMap((entry) => {
    if ("file" in entry) throw new RangeError(`waits still in ${entry.file} in a checked scenario`);
    const groupOf = (i: number): string | undefined => ("groups" in entry ? entry.groups[i] : entry.group);
    return entry.days.map((days, i) => {
      const group = groupOf(i);
      return { group: group === undefined ? 0 : groups.indexOf(group), days };
    });
  });
  return people.toSorted((one, other) => other.days - one.days);
}
