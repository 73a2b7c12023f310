/** Lists out of the events of a story: letters with what became of them, sessions, crises. */
import type { Days } from "../../engine/time.ts";
import { atAssessment, Letter, type RejectionReason, reasons, senders, ways } from "../../records/pathway-codes.ts";
import type { StoryEvent } from "./story.ts";

export interface LetterSent {
  readonly day: Days;
  readonly service: string;
  readonly sender: (typeof senders)[number];
  readonly written: "up" | "down" | "as seen";
  readonly labelled: boolean;
  /** `undefined`: still open at the end of the run. */
  readonly outcome: LetterOutcome | undefined;
}

export type LetterOutcome =
  | { readonly kind: "accepted"; readonly day: Days; readonly advised_only: boolean }
  | { readonly kind: "rejected"; readonly day: Days; readonly reason: RejectionReason; readonly at_assessment: boolean }
  | { readonly kind: "withdrawn"; readonly day: Days; readonly way: (typeof ways)[number] };

export interface Session {
  readonly day: Days;
  readonly service: string;
  readonly programme: string;
  readonly attended: boolean;
}

export interface Crisis {
  readonly day: Days;
  /** The service that met it; "" for the GP. */
  readonly service: string;
  /** Band of risk: 0 low … 3 very high. */
  readonly band: number;
  /** Whether a call was enough. */
  readonly diverted: boolean;
}

/** Added to the band of risk of a crisis that a call diverted. */
export const divertedCrisis = 8;
const senderBits = 3;

export function lettersOf(events: readonly StoryEvent[]): LetterSent[] {
  return events.flatMap(({ kind, day, service, detail }, i) => {
    if (kind !== "refer") return [];
    const written = detail & Letter.writtenUp ? "up" : detail & Letter.writtenDown ? "down" : "as seen";
    const labelled = (detail & Letter.labelled) !== 0;
    return [
      { day, service, sender: senders[detail & senderBits]!, written, labelled, outcome: outcomeAfter(events, i) },
    ];
  });
}

/** A person has one letter open at a time: the next of these closes it. */
function outcomeAfter(events: readonly StoryEvent[], letter: number): LetterOutcome | undefined {
  for (const { kind, day, detail } of events.slice(letter + 1)) {
    if (kind === "accept") return { kind: "accepted", day, advised_only: detail === 1 };
    if (kind === "reject") {
      return { kind: "rejected", day, reason: reasons[detail % atAssessment]!, at_assessment: detail >= atAssessment };
    }
    if (kind === "withdraw") return { kind: "withdrawn", day, way: ways[detail]! };
  }
  return undefined;
}

export const sessionsOf = (events: readonly StoryEvent[]): Session[] =>
  events
    .filter(({ kind, programme }) => (kind === "attend" || kind === "miss") && programme !== "")
    .map(({ kind, day, service, programme }) => ({ day, service, programme, attended: kind === "attend" }));

export const crisesOf = (events: readonly StoryEvent[]): Crisis[] =>
  events
    .filter(({ kind }) => kind === "crisis")
    .map(({ day, service, detail }) => ({
      day,
      service,
      band: detail % divertedCrisis,
      diverted: detail >= divertedCrisis,
    }));
