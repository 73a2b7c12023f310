/** Trust in services over a story: how engaged the person is, and in words why it changed. */
import type { Days } from "../../engine/time.ts";
import { engagementAfter, engagementAtStart, engagementOf } from "../../records/pathway-codes.ts";
import type { StoryEvent } from "./story.ts";

export interface TrustInterval {
  /** Engagement, from 0 to 1. */
  readonly engagement: number;
  readonly from_day: Days;
  readonly to_day: Days;
}

/** Engagement from an event on; `undefined` where the event leaves it as it was. */
export function trustAfter({ kind, detail }: StoryEvent): number | undefined {
  if (kind === "appear") return engagementAtStart(detail);
  if (kind === "engagement") return engagementOf(detail);
  return kind === "attend" ? engagementAfter(detail) : undefined;
}

/** Stretches of like trust; each ends where the next begins, the last where the story does. */
export function trustOf(events: readonly StoryEvent[], end: Days): TrustInterval[] {
  const spans: { engagement: number; from_day: Days; to_day: Days }[] = [];
  for (const event of events) {
    const engagement = trustAfter(event);
    const last = spans.at(-1);
    if (engagement === undefined || engagement === last?.engagement) continue;
    if (last) last.to_day = event.day;
    spans.push({ engagement, from_day: event.day, to_day: end });
  }
  return spans;
}

/** The same events, those that change trust in a sentence that says what changed it. */
export function tellTrust(events: readonly StoryEvent[]): StoryEvent[] {
  let rejections = 0;
  let before = 0;
  return events.map((event, i) => {
    if (event.kind === "reject") rejections++;
    const now = trustAfter(event);
    const rises = now !== undefined && now > before;
    before = now ?? before;
    if (event.kind !== "engagement") return event;
    const why = rises ? "" : causeOf(events[i - 1], rejections);
    return { ...event, text: `Trust in services ${rises ? "grows" : "falls"} to ${outOf100(before)}${why}.` };
  });
}

export const outOf100 = (engagement: number): string => `${Math.round(engagement * 100)} of 100`;

/** The row of a change follows that of its cause. */
function causeOf(cause: StoryEvent | undefined, rejections: number): string {
  switch (cause?.kind) {
    case "reject":
      return `, after ${ordinals[rejections - 1] ?? `${rejections} rejections`}`;
    case "end_course":
      return ", after an ending with problems unresolved";
    default:
      return ", after the wait";
  }
}

const ordinals = ["first", "second", "third", "fourth", "fifth", "sixth"].map((nth) => `the ${nth} rejection`);
