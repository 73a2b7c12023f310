/**
 * What happened to one person in one run of a pathway: their part of the log, in order, and the same in intervals, in
 * lists and in sentences. With the same seed and replication a person has the same number, onset and luck in every
 * scenario, so that two stories of them can be laid side by side.
 */
import type { Days } from "../../engine/time.ts";
import type { RunSettings } from "../../model/run.ts";
import { Kind, kindNames } from "../../records/log.ts";
import { bandAtStart, careStates, type CareState } from "../../records/pathway-codes.ts";
import type { PathwayScenario } from "../../scenario/pathway/types.ts";
import { type Film, makeFilm } from "../film.ts";
import { foldLines, type StoryLine } from "./lines.ts";
import { type Crisis, crisesOf, type LetterSent, lettersOf, type Session, sessionsOf } from "./lists.ts";
import { sentenceOf } from "./sentences.ts";
import { tellTrust, type TrustInterval, trustOf } from "./trust.ts";

/** One row of the log, with names for its numbers. */
export interface StoryEvent {
  readonly day: Days;
  readonly kind: keyof typeof Kind;
  /** The service that it concerns, whether by itself or through a programme; "" where it is the practice. */
  readonly service: string;
  /** The programme; "" where there is none. */
  readonly programme: string;
  /** As in the log: what it means depends on the kind (src/records/log.ts, pathway-codes.ts). */
  readonly detail: number;
  /** In a sentence; "" for what is told by the intervals. */
  readonly text: string;
}

/** A stretch of time that ends where the next begins; the last ends where the story does. */
export interface StateInterval {
  readonly state: CareState;
  readonly from_day: Days;
  readonly to_day: Days;
}
export interface RiskInterval {
  /** 0 low, 1 moderate, 2 high, 3 very high. */
  readonly band: number;
  readonly from_day: Days;
  readonly to_day: Days;
}

/** Plain data: it can be sent, kept as JSON and drawn. */
export interface Story {
  readonly person: number;
  readonly group: string;
  readonly practice: string;
  /** From coming into view to going out of it, or to the end of the run. */
  readonly from_day: Days;
  readonly to_day: Days;
  readonly events: readonly StoryEvent[];
  readonly states: readonly StateInterval[];
  readonly risk: readonly RiskInterval[];
  readonly trust: readonly TrustInterval[];
  readonly letters: readonly LetterSent[];
  readonly sessions: readonly Session[];
  readonly crises: readonly Crisis[];
  /** The events in sentences, with runs of like ones told as one. */
  readonly lines: readonly StoryLine[];
}

/** Runs the scenario and tells what happened to a person; `undefined` where the run has nobody of that number. */
export async function story(
  scenario: PathwayScenario,
  settings: RunSettings,
  person: number,
): Promise<Story | undefined> {
  return storyOf(await makeFilm(scenario, settings), person);
}

/** The same from a run that was kept. */
export function storyOf({ legend, rows }: Film, person: number): Story | undefined {
  const mine: number[] = [];
  rows.person.forEach((number, row) => number === person && mine.push(row));
  const [first] = mine;
  if (first === undefined || legend.pathway === undefined) return undefined;
  const events = tellTrust(mine.map((row) => eventOf({ legend, rows }, row)));
  const last = mine.at(-1)!;
  const to_day = rows.kind[last] === Kind.disappear ? rows.at[last]! : legend.horizon;
  return {
    person,
    group: legend.groups[rows.group[first]!]!,
    practice: legend.places[rows.place[first]!]!.name,
    from_day: rows.at[first]!,
    to_day,
    events,
    states: intervalsOf(events, ["state"], to_day).map(({ detail, ...rest }) => ({
      state: careStates[detail]!,
      ...rest,
    })),
    risk: intervalsOf(events, ["appear", "risk"], to_day).map(({ detail, ...rest }) => ({
      band: bandAtStart(detail),
      ...rest,
    })),
    trust: trustOf(events, to_day),
    letters: lettersOf(events),
    sessions: sessionsOf(events),
    crises: crisesOf(events),
    lines: foldLines(events),
  };
}

/** A row of the log of a pathway, with names for its numbers, and in a sentence. */
export function eventOf({ legend, rows }: Film, row: number): StoryEvent {
  const { services, programmes } = legend.pathway!;
  const place = rows.place[row]!;
  const programme = programmes[place - services.length];
  const service = legend.places[programme?.service ?? place]!.name;
  const event = {
    day: rows.at[row]!,
    kind: kindNames[rows.kind[row]!]!,
    service: place < services.length || programme ? service : "",
    // A programme's place is called "service: programme".
    programme: programme ? legend.places[place]!.name.slice(service.length + 2) : "",
    detail: rows.detail[row]!,
  };
  return { ...event, text: sentenceOf(event) };
}

function intervalsOf(
  events: readonly StoryEvent[],
  kinds: readonly StoryEvent["kind"][],
  end: Days,
): { readonly detail: number; readonly from_day: Days; readonly to_day: Days }[] {
  const changes = events.filter(({ kind }) => kinds.includes(kind));
  return changes.map(({ day, detail }, i) => ({ detail, from_day: day, to_day: changes[i + 1]?.day ?? end }));
}
