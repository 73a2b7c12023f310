/** Checks of those who are there when a run starts from today: that there is room for them, and that they could have come. */
import { checkCounts, checkWaited } from "../check-start.ts";
import type { Names } from "../check-names.ts";
import type { Path } from "../origins.ts";
import type { Report } from "../report.ts";
import type { UserWaited } from "../schema-start.ts";
import { checkRiskAtStart } from "./check-start-risk.ts";
import type { UserByGroup, UserGroup, UserList, UserPathway, UserProgramme, UserService } from "./schema.ts";

interface Pass {
  readonly groups: Names;
  readonly report: Report;
}

const hoursPerDay = 24;
/** Rounding that is forgiven where staff time is just enough. */
const rounding = 1 + 1e-9;

/** Some people or what they take, and the first place where they stand. */
interface Counted {
  readonly path: Path;
  readonly count: number;
}

export function checkStart(user: UserPathway, pass: Pass): void {
  const { population, services } = user;
  for (const [name, group] of Object.entries(population.groups))
    checkGroup(group, ["population", "groups", name], pass);
  const people = new Map<string, Counted>();
  for (const [name, service] of Object.entries(services)) {
    const path = ["services", name];
    checkService(service, path, pass);
    const lists: readonly (readonly [UserList | undefined, Path])[] = [
      [service.start, [...path, "start"]],
      ...Object.entries(service.programmes).map(
        ([programme, { start }]) => [start, [...path, "programmes", programme, "start"]] as const,
      ),
    ];
    for (const [i, [list, at]] of lists.entries()) {
      if (list === undefined) continue;
      for (const [group, count] of peopleOf(list, pass.groups)) {
        checkTaken(group, service, at, pass);
        checkRiskAtStart(user, [name, service], { group, isAccepted: i > 0, path: at }, pass.report);
        const { path: first, count: before } = people.get(group) ?? { path: at, count: 0 };
        people.set(group, { path: first, count: before + count });
      }
    }
  }
  checkResidents(population, people, pass);
}

function checkGroup({ start, episodes_per_day }: UserGroup, path: Path, { report }: Pass): void {
  if (start === undefined || start.in_need === 0 || episodes_per_day > 0) return;
  const hint = "Its people are there from day 0 to the end, with need or without: leave this out.";
  report.fault([...path, "start", "in_need"], "a group whose people come as episodes", undefined, hint);
}

function checkService(service: UserService, path: Path, pass: Pass): void {
  const { start, assessment, programmes } = service;
  const people = checkList(start, [...path, "start"], service, pass);
  if (assessment === undefined && people > 0) {
    const hint = `It does not assess: they wait for a programme, so put them into programmes.${Object.keys(programmes)[0] ?? "…"}.start.`;
    pass.report.fault([...path, "start"], "nobody on a list for assessment", `${people}`, hint);
  }
  const { from_risk = -Infinity, up_to_risk = Infinity } = start ?? {};
  if (from_risk > up_to_risk) pass.report.fault([...path, "start", "up_to_risk"], "no less than from_risk");
  for (const [name, programme] of Object.entries(programmes))
    checkList(programme.start, [...path, "programmes", name, "start"], service, pass);
  checkCourses(service, path, pass);
}

/** How many people are on a list. */
function checkList(list: UserList | undefined, path: Path, { waiting_list }: UserService, pass: Pass): number {
  const joining = checkCounts(list?.waiting, [...path, "waiting"], pass);
  return joining + checkWaited(list?.waited ?? [], [...path, "waited"], waiting_list.patience, pass);
}

/** There are places and staff time for those in courses. */
function checkCourses({ programmes, waiting_list, staff }: UserService, path: Path, pass: Pass): void {
  const committed = new Map<string, Counted>();
  for (const [name, programme] of Object.entries(programmes)) {
    const at = [...path, "programmes", name, "start", "in_treatment"];
    const people = checkCounts(programme.start?.in_treatment, at, pass);
    if (people === 0) continue;
    if (typeof programme.places === "number" && people > programme.places)
      pass.report.fault(at, `at most ${programme.places} people, its places`, `${people}`);
    const { path: first, count } = committed.get(programme.staff) ?? { path: at, count: 0 };
    committed.set(programme.staff, { path: first, count: count + people * loadOf(programme) });
  }
  for (const [pool, { path: at, count: load }] of committed) {
    if (!Object.hasOwn(staff, pool)) continue;
    const { wte, hours_per_day } = staff[pool]!;
    const time = ((wte * hours_per_day) / hoursPerDay) * (1 - waiting_list.kept_for_outreach);
    if (load <= time * rounding) continue;
    const expected = `people in treatment for whom the staff of ${JSON.stringify(pool)} have time`;
    const hint = "Raise wte, or see whether all of these, and of other programmes, are seen.";
    pass.report.fault(at, expected, `${percent(load / time)} of their time`, hint);
  }
}

/** Staff time per day of one person in a course, in days. */
const loadOf = ({ session_days, interval_days, group_size }: UserProgramme): number =>
  session_days / interval_days / group_size;

const percent = (share: number): string => (share < Infinity ? `${Math.round(100 * share)}%` : "more than all");

/** How many of each group there are on a list, or in a course. */
function peopleOf(
  list: UserList & { in_treatment?: UserList["waiting"] },
  { list: groups }: Names,
): Map<string, number> {
  const people = new Map<string, number>();
  const add = (group: string | undefined, count: number): void => {
    if (group !== undefined && count > 0) people.set(group, (people.get(group) ?? 0) + count);
  };
  for (const counts of [list.waiting, list.in_treatment]) {
    if (typeof counts === "number") add(groups[0], counts);
    else for (const [group, count] of Object.entries(counts ?? {})) add(group, count);
  }
  for (const entry of list.waited ?? []) for (const group of groupsIn(entry, groups[0])) add(group, 1);
  return people;
}

function groupsIn(entry: UserWaited, first: string | undefined): readonly (string | undefined)[] {
  if ("file" in entry) return []; // why it could not be read has been said
  return "groups" in entry ? entry.groups : entry.days.map(() => entry.group ?? first);
}

/** Nobody waits for a service that takes nobody like them. */
function checkTaken(
  group: string,
  { triage, fits, available }: UserService,
  path: Path,
  { groups, report }: Pass,
): void {
  if (!groups.has.has(group)) return; // has been told
  const closed = [
    [of(triage.accepts, group), "triage.accepts"],
    [fits, "fits"],
    [available, "available"],
  ].find(([share]) => share === 0);
  if (closed === undefined) return;
  report.fault(path, "people of groups that the service takes", JSON.stringify(group), `Its ${closed[1]} is 0.`);
}

const of = (map: UserByGroup, group: string): number | undefined =>
  typeof map === "number" ? map : Object.hasOwn(map, group) ? map[group] : map["otherwise"];

/** Those of a group that is there from day 0 to the end are some of its people. */
function checkResidents(
  { groups, practices, adult_share }: UserPathway["population"],
  people: ReadonlyMap<string, Counted>,
  { report }: Pass,
): void {
  const adults = practices.reduce((sum, { list }) => sum + list, 0) * adult_share;
  for (const [name, { path, count }] of people) {
    const share = groups[name]?.share_of_adults ?? 0;
    if (share === 0 || count <= adults * share) continue;
    const expected = `at most the ${Math.round(adults * share)} people of group ${JSON.stringify(name)} on lists and in treatment at the start`;
    report.fault(path, expected, `${count} in all`);
  }
}
