/** Finds people in a run whose stories are worth looking at. The same run gives the same people. */
import { Streams } from "../../engine/streams.ts";
import type { RunSettings } from "../../model/run.ts";
import { Kind } from "../../records/log.ts";
import { Away, Care, careStates, Ending, lostToAll, Sender } from "../../records/pathway-codes.ts";
import type { Film } from "../film.ts";

/** What somebody may be found by. */
export const searches = [
  "most knock-backs",
  "longest wait",
  "longest in the gap",
  "most crises",
  "lost to all services",
  "left waiting",
  "declined",
  "held longest",
  "most sessions",
  "recovered",
  "random",
] as const;
export type Search = (typeof searches)[number];

export interface FoundPerson {
  readonly person: number;
  readonly group: string;
  readonly practice: string;
  /** What they were found by: a number of events, or of days; 0 for "random". */
  readonly value: number;
}

interface Tally {
  readonly group: number;
  readonly practice: number;
  readonly counts: Map<Search, number>;
  state: number;
  since: number;
  /** Days waited on end, for assessment and treatment. */
  waited: number;
}

const withoutService = new Set<number>([Care.gap, Care.gp, Care.disengaged, Care.lost]);
const waiting = new Set<number>([Care.referred, Care.waiting_assessment, Care.waiting_treatment]);

/**
 * The people with most of what is looked for, over the whole run, most first; equals by their numbers.
 * @param settings of the run that was kept: they decide who is picked at random
 */
export function findPeople({ legend, rows }: Film, search: Search, settings: RunSettings, most = 5): FoundPerson[] {
  const people = tallyOf(rows, legend.horizon);
  const found = search === "random" ? pickAtRandom(people, settings, most) : withMost(people, search, most);
  return found.map(([person, { group, practice, counts }]) => ({
    person,
    group: legend.groups[group]!,
    practice: legend.places[practice]!.name,
    value: counts.get(search) ?? 0,
  }));
}

type Entry = [person: number, tally: Tally];

function withMost(people: ReadonlyMap<number, Tally>, search: Search, most: number): Entry[] {
  const of = ({ counts }: Tally): number => counts.get(search) ?? 0;
  return [...people]
    .filter(([, tally]) => of(tally) > 0)
    .toSorted(([a, one], [b, other]) => of(other) - of(one) || a - b)
    .slice(0, most);
}

/** Of those who were ever referred: others have no story to tell. */
function pickAtRandom(people: ReadonlyMap<number, Tally>, { seed, replication }: RunSettings, most: number): Entry[] {
  const streams = new Streams(seed, replication);
  const [source, question] = [streams.source("stories"), streams.question("whose")];
  const left = [...people].filter(([, { counts }]) => counts.has("random")).toSorted(([a], [b]) => a - b);
  const picked: Entry[] = [];
  while (picked.length < most && left.length > 0) {
    const at = Math.floor(streams.draw(source, 0, question, picked.length) * left.length);
    picked.push(...left.splice(at, 1));
  }
  return picked;
}

function tallyOf(rows: Film["rows"], horizon: number): Map<number, Tally> {
  const people = new Map<number, Tally>();
  rows.person.forEach((person, row) => {
    if (person < 0) return;
    const [at, kind, detail] = [rows.at[row]!, rows.kind[row]!, rows.detail[row]!];
    if (kind === Kind.appear) {
      const [group, practice] = [rows.group[row]!, rows.place[row]!];
      people.set(person, { group, practice, counts: new Map(), state: careStates.length, since: at, waited: 0 });
      return;
    }
    const tally = people.get(person);
    if (tally) count(tally, at, kind, detail);
  });
  for (const tally of people.values()) endState(tally, horizon, Care.well);
  return people;
}

function count(tally: Tally, at: number, kind: number, detail: number): void {
  const add = (search: Search): void => addTo(tally, search, 1);
  if (kind === Kind.state) endState(tally, at, detail);
  else if (kind === Kind.disappear) endState(tally, at, Care.well);
  else if (kind === Kind.refer) countLetter(tally, detail);
  else if (kind === Kind.waited || kind === Kind.treated) tally.counts.set("random", 0);
  else if (kind === Kind.reject) add("most knock-backs");
  else if (kind === Kind.crisis) add("most crises");
  else if (kind === Kind.attend) add("most sessions");
  else if (kind === Kind.decline) add("declined");
  else if (kind === Kind.disengage) {
    if (detail >= lostToAll) add("lost to all services");
    if (detail % lostToAll === Away.left_waiting) add("left waiting");
  } else if (kind === Kind.end_course && (detail & 15) === Ending.completed && (detail & 48) === 48) add("recovered");
}

/** Somebody who was ever referred has a story. Being passed on takes back the knock-back of the same moment. */
function countLetter(tally: Tally, letter: number): void {
  tally.counts.set("random", 0);
  if ((letter & 3) === Sender.service) addTo(tally, "most knock-backs", -1);
}

function addTo({ counts }: Tally, search: Search, by: number): void {
  counts.set(search, (counts.get(search) ?? 0) + by);
}

/** Adds up the days of the state that ends. A wait goes on through its states, and ends with the first other one. */
function endState(tally: Tally, at: number, next: number): void {
  const days = at - tally.since;
  if (withoutService.has(tally.state)) addTo(tally, "longest in the gap", days);
  if (tally.state === Care.held) addTo(tally, "held longest", days);
  if (waiting.has(tally.state)) tally.waited += days;
  if (!waiting.has(next) && tally.waited > 0) {
    tally.counts.set("longest wait", Math.max(tally.waited, tally.counts.get("longest wait") ?? 0));
    tally.waited = 0;
  }
  tally.state = next;
  tally.since = at;
}
