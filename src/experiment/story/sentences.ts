/**
 * What each kind of event is called in a story. One table. A sentence has no subject where the person is it; it says
 * what happened and judges nobody.
 */
import {
  Away,
  atAssessment,
  bandAtStart,
  bands,
  Ending,
  engagementOf,
  Letter,
  lostToAll,
  type RejectionReason,
  reasons,
  Sender,
  Visit,
} from "../../records/pathway-codes.ts";
import { divertedCrisis } from "./lists.ts";
import type { StoryEvent } from "./story.ts";
import { outOf100 } from "./trust.ts";

const secondsPerDay = 86_400;
const days = (count: number): string => `${Math.round(count)} ${Math.round(count) === 1 ? "day" : "days"}`;

type Told = Omit<StoryEvent, "text">;
type Tell = (event: Told) => string;

/** What the rows of a pathway say. Kinds that are told by another row of the same moment have no entry. */
const sentences: Partial<Readonly<Record<StoryEvent["kind"], Tell>>> = {
  appear: ({ detail }) => `Comes into view, with ${bands[bandAtStart(detail)]!} risk.`,
  risk: ({ detail }) => `Risk is ${bands[detail]!} from now on.`,
  engagement: ({ detail }) => `Trust in services is ${outOf100(engagementOf(detail))} from now on.`,
  life_event: () => "Something happens in their life that makes things harder.",

  consult: ({ detail }) => visits[detail % 8]!,
  consult_missed: () => "Does not come to an appointment with the GP.",
  advice: () => "The practice takes advice, or its team meets, about how to help.",
  plan: ({ detail }) =>
    detail === 1 ? "The GP makes a plan: fixed dates with the same clinician." : "The GP's plan ends.",
  recall: () => "The GP calls and asks them to come.",

  refer: tellReferral,
  join: ({ service, programme }) =>
    programme === "" ? `Waits for an assessment at ${service}.` : `Waits for ${programme} at ${service}.`,
  waited: ({ detail }) => `Has waited ${days(detail / secondsPerDay)} by the start of the run.`,
  serve: ({ service, programme }) => `Is in ${programme} at ${service} at the start of the run.`,
  treated: ({ detail }) => `Has attended ${detail} ${detail === 1 ? "session" : "sessions"} of it so far.`,
  start: ({ service, programme }) =>
    programme === "" ? `Has a date for the assessment at ${service}.` : `Begins ${programme} at ${service}.`,
  attend: ({ service, programme }) =>
    programme === "" ? `Is assessed at ${service}.` : `Attends a session of ${programme} at ${service}.`,
  miss: ({ service, programme }) =>
    programme === ""
      ? `Does not come to the assessment at ${service}.`
      : `Does not come to a session of ${programme} at ${service}.`,
  accept: ({ service, detail }) =>
    detail === 1 ? `${service} gives advice, and no treatment.` : `${service} takes them on.`,
  reject: ({ service, detail }) =>
    `${detail >= atAssessment ? "After the assessment " : ""}${service} says no: ${because[reasons[detail % atAssessment]!]}.`,
  withdraw: ({ service, detail }) =>
    detail === Away.no_longer_needed ? `No longer needs the referral to ${service}.` : "",
  decline: ({ service, programme }) => `Does not take up a place in ${programme} at ${service}.`,
  decline_referral: ({ service }) => `The GP thinks of ${service}; they do not want to be referred.`,
  outreach: ({ service }) => `${service} gets in touch, and they stay on the list.`,
  disengage: tellDisengagement,
  feedback: ({ service, detail }) =>
    detail === 1 ? `${service} tells the GP how treatment goes.` : `${service} tells the GP that contact was lost.`,
  end_course: tellEnding,
  hold: ({ service, detail }) =>
    detail === 1 ? `${service} stays in touch: they are held.` : `The time of holding at ${service} is over.`,
  contact: ({ service }) => `Has a contact with ${service} while held.`,

  crisis: ({ service, detail }) =>
    detail >= divertedCrisis
      ? `Is in a crisis and rings ${service}; the call is enough.`
      : `Is in a crisis, met by ${service === "" ? "the GP" : service}.`,
  stay: ({ service, detail }) => (detail === 1 ? `A stay begins: ${service}.` : `The stay ends: ${service}.`),
};

/** The sentence of an event; "" where another event of the moment tells it. */
export function sentenceOf(event: Told): string {
  const text = sentences[event.kind]?.(event) ?? "";
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

/** By the kind of visit. */
const visits: Readonly<Record<number, string>> = {
  [Visit.routine]: "Sees the GP.",
  [Visit.planned]: "Keeps the fixed date with the GP.",
  [Visit.crisis]: "Sees the GP in a crisis.",
  [Visit.follow_up]: "Sees the GP about what was left over last time.",
};

const because: Readonly<Record<RejectionReason, string>> = {
  too_risky: "too much risk",
  not_risky_enough: "not enough risk",
  too_complex: "too complex",
  label: "the service does not take on the diagnosis",
  does_not_fit: "they do not fit what it offers",
  service_full: "it is full",
  incomplete: "the letter is incomplete",
};

function tellReferral({ service, detail }: Told): string {
  switch (detail & 3) {
    case Sender.self:
      return `Refers themselves to ${service}.`;
    case Sender.crisis:
      return `Accepts a referral to ${service} after the crisis.`;
    case Sender.service:
      return `Is passed on to ${service}.`;
    default:
      return `The GP refers them to ${service}${framing(detail)}.`;
  }
}

function framing(letter: number): string {
  if (letter & Letter.writtenDown) return ", writing less risk than they see and leaving the diagnosis out";
  const up = letter & Letter.writtenUp ? ", writing more risk than they see" : "";
  const label = letter & Letter.labelled ? `${up === "" ? ", " : " and "}naming the diagnosis` : "";
  return up + label;
}

function tellDisengagement({ service, detail }: Told): string {
  const how: Readonly<Record<number, string>> = {
    [Away.left_waiting]: `Leaves the waiting list of ${service}`,
    [Away.missed]: `Is discharged by ${service} after missed appointments`,
    [Away.declined]: `Turns away from ${service}`,
    [Away.dropped_out]: `Stops coming to ${service}`,
  };
  const lost = detail >= lostToAll ? ", and is in touch with no service any more" : "";
  return `${how[detail % lostToAll]!}${lost}.`;
}

function tellEnding({ service, programme, detail }: Told): string {
  const sessions = Math.floor(detail / 64);
  const after = `after ${sessions} ${sessions === 1 ? "session" : "sessions"}`;
  const course = `${programme} at ${service}`;
  const isWell = (detail & 16) !== 0;
  switch (detail & 15) {
    case Ending.completed:
      return isWell
        ? `Finishes ${course} ${after}, below the threshold of illness.`
        : `Finishes ${course} ${after}, with problems unresolved.`;
    case Ending.stepped_up:
      return `Goes on from ${course} to more treatment, ${after}.`;
    case Ending.stepped_down:
      return `Goes on from ${course} to lighter treatment, ${after}.`;
    default:
      return `${course} ends early, ${after}.`;
  }
}
