/**
 * A story in lines: one for each turn that things take, and one for each run of like events between two turns, such as
 * visits to the GP or the sessions of a course.
 */
import type { Days } from "../../engine/time.ts";
import { bands, Care, Visit } from "../../records/pathway-codes.ts";
import { divertedCrisis } from "./lists.ts";
import type { StoryEvent } from "./story.ts";

export interface StoryLine {
  readonly from_day: Days;
  readonly to_day: Days;
  readonly text: string;
  /** How many events it tells. */
  readonly events: number;
}

/** Events of one run, and how several of them are told. */
interface Run {
  readonly key: string;
  readonly tell: (events: readonly StoryEvent[]) => string;
}

export function foldLines(events: readonly StoryEvent[]): StoryLine[] {
  const lines: StoryEvent[][] = [];
  let open = new Map<string, StoryEvent[]>();
  for (const event of events) {
    const run = runOf(event);
    const going = run && open.get(run.key);
    if (going) going.push(event);
    else if (textOf(event) !== "") {
      const line = [event];
      lines.push(line);
      if (run) open.set(run.key, line);
      else open = new Map();
    }
  }
  return lines.map((line) => ({
    from_day: line[0]!.day,
    to_day: line.at(-1)!.day,
    text: line.length === 1 ? textOf(line[0]!) : runOf(line[0]!)!.tell(line),
    events: line.length,
  }));
}

/** What stands in a line of its own. A visit in a crisis is told by the crisis, and how treatment goes by its end. */
function textOf({ kind, detail, text }: StoryEvent): string {
  if (kind === "consult" && detail % 8 === Visit.crisis) return "";
  if (kind === "feedback" && detail === 1) return "";
  if (kind === "state" && detail === Care.well) return "Is well, and needs nothing.";
  return text;
}

function runOf(event: StoryEvent): Run | undefined {
  const { kind, service, programme } = event;
  switch (kind) {
    case "consult":
    case "consult_missed":
      return textOf(event) === "" ? undefined : { key: "GP", tell: tellVisits };
    case "attend":
    case "miss":
      return programme === "" ? undefined : { key: `${service}: ${programme}`, tell: tellSessions };
    case "contact":
      return { key: kind, tell: (events) => `Has ${events.length} contacts with ${service} while held.` };
    case "risk":
      return {
        key: kind,
        tell: (events) => `Risk goes to ${events.map(({ detail }) => bands[detail]!).join(", then ")}.`,
      };
    case "engagement":
      // A fall is a turn and has its reason; growth comes bit by bit.
      return event.text.includes(" grows ") ? { key: kind, tell: (events) => events.at(-1)!.text } : undefined;
    case "life_event":
      return {
        key: kind,
        tell: (events) => `Something happens in their life that makes things harder, ${events.length} times.`,
      };
    case "advice":
      return { key: kind, tell: (events) => `The practice takes advice, or its team meets, ${events.length} times.` };
    case "outreach":
      return {
        key: kind,
        tell: (events) => `${service} gets in touch ${events.length} times, and they stay on the list.`,
      };
    case "crisis":
      return { key: kind, tell: tellCrises };
    default:
      return undefined;
  }
}

function tellVisits(events: readonly StoryEvent[]): string {
  const kept = events.filter(({ kind }) => kind === "consult").length;
  const missed = events.length - kept;
  if (kept === 0) return `Does not come to ${missed} appointments with the GP.`;
  const times = kept === 1 ? "Sees the GP" : `Sees the GP ${kept} times`;
  return missed === 0 ? `${times}.` : `${times}, and does not come ${missed === 1 ? "once" : `${missed} times`}.`;
}

function tellSessions(events: readonly StoryEvent[]): string {
  const { service, programme } = events[0]!;
  const attended = events.filter(({ kind }) => kind === "attend").length;
  const missed = events.length - attended;
  const of = `${attended} of ${events.length} sessions of ${programme} at ${service}`;
  return missed === 0 ? `Attends ${attended} sessions of ${programme} at ${service}.` : `Attends ${of}.`;
}

function tellCrises(events: readonly StoryEvent[]): string {
  const where = new Map<string, number>();
  for (const { service, detail } of events) {
    const at = detail >= divertedCrisis ? `a call to ${service}` : service === "" ? "the GP" : service;
    where.set(at, (where.get(at) ?? 0) + 1);
  }
  const told = [...where].map(([at, times]) => (times === 1 ? at : `${at} (${times} times)`));
  return `Is in a crisis ${events.length} times: ${told.join(", ")}.`;
}
