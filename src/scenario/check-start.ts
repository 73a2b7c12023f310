/** Checks of the people who are there when a run starts: that each is of a group, and may have waited so long. */
import { lawBeyond } from "../engine/laws.ts";
import type { Names } from "./check-names.ts";
import { normalLaw } from "./normalise-laws.ts";
import type { Path } from "./origins.ts";
import type { Report } from "./report.ts";
import type { UserPatience } from "./schema.ts";
import type { UserCounts, UserWaited } from "./schema-start.ts";

interface WhoIsKnown {
  readonly groups: Names | undefined;
  readonly report: Report;
}

/** Fewer than this would still wait by the law of patience: then the law or the wait is wrong. */
const leastLeft = 1e-9;
/** Waits of one entry that are told one by one. */
const mostTold = 10;

/** How many people there are in all. Everybody is of a group there is, and still waits by its law of patience. */
export function checkWaited(
  entries: readonly UserWaited[],
  path: Path,
  patience: UserPatience | "endless" | undefined,
  known: WhoIsKnown,
): number {
  let people = 0;
  for (const [i, entry] of entries.entries()) {
    if ("file" in entry) continue; // why it could not be read has been said
    people += entry.days.length;
    const groups = checkWaitedGroups(entry, [...path, i], known);
    if (patience === undefined || patience === "endless" || groups === undefined) continue;
    const beyond = entry.days.flatMap((days, person) => (stillWaits(patience, groups(person), days) ? [] : [person]));
    for (const person of beyond.slice(0, mostTold)) {
      const hint =
        "By it, fewer than 1 in 1,000,000,000 wait so long. Give a law with a longer tail, or mend the wait.";
      known.report.fault([...path, i, "days", person], "a wait that the law of patience allows", undefined, hint);
    }
  }
  return people;
}

/** The group of each, by number of the person; undefined where they are faulty. */
function checkWaitedGroups(
  entry: Exclude<UserWaited, { file: string }>,
  path: Path,
  { groups, report }: WhoIsKnown,
): ((person: number) => string) | undefined {
  const before = report.problems.length;
  if ("groups" in entry) {
    if (entry.groups.length !== entry.days.length)
      report.fault([...path, "groups"], `${entry.days.length} groups, one for each wait`, `${entry.groups.length}`);
    return report.problems.length > before || !areKnown(entry.groups, groups)
      ? undefined
      : (person) => entry.groups[person]!;
  }
  const { group } = entry;
  if (group === undefined && groups !== undefined && groups.list.length > 1)
    report.fault([...path, "group"], "a group, since there are several", "nothing");
  if (report.problems.length > before || (group !== undefined && !areKnown([group], groups))) return undefined;
  return () => group ?? groups?.list[0] ?? "";
}

/** Those that are not are told by `checkReferences`. */
const areKnown = (names: readonly string[], groups: Names | undefined): boolean =>
  groups === undefined || names.every((name) => groups.has.has(name));

function stillWaits(patience: UserPatience, group: string, days: number): boolean {
  const byGroup = "by_group" in patience ? patience.by_group : { otherwise: patience };
  const law = Object.hasOwn(byGroup, group) ? byGroup[group] : byGroup["otherwise"];
  if (law === undefined || law === "endless") return true;
  try {
    return lawBeyond(normalLaw(law), days).survival >= leastLeft;
  } catch (error) {
    if (error instanceof RangeError) return true; // a law that makes no sense has been told as such
    throw error;
  }
}

/** How many people there are in all. */
export function checkCounts(counts: UserCounts | undefined, path: Path, { groups, report }: WhoIsKnown): number {
  if (counts === undefined) return 0;
  if (typeof counts === "number") {
    if (counts > 0 && groups !== undefined && groups.list.length > 1) {
      report.fault(path, "a number for each group, since there are several");
    }
    return counts;
  }
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}
