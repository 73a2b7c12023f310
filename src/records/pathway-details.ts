/** How `detail` reads in the rows of the care pathway: words that are also the names of estimands, parted by "; ". */
import { Kind } from "./log.ts";
import {
  atAssessment,
  bandAtStart,
  bands,
  careStates,
  endings,
  engagementAfter,
  engagementAtStart,
  engagementOf,
  Letter,
  levelOf,
  lostToAll,
  reasons,
  senders,
  sessionsAttended,
  severityOf,
  visits,
  ways,
} from "./pathway-codes.ts";

type DetailText = (detail: number) => string;

const secondsPerMinute = 60;

const join = (...parts: readonly (string | false)[]): string => parts.filter((part) => part !== false).join("; ");
const one =
  (names: readonly string[]): DetailText =>
  (detail) =>
    names[detail]!;
/** In minutes, to a second. */
const minutes = (seconds: number): string => `${Math.round((seconds * 100) / secondsPerMinute) / 100} minutes`;
const beginsOrEnds: DetailText = (detail) => (detail === 1 ? "begins" : "ends");

const letter: DetailText = (detail) =>
  join(
    `by_${senders[detail & 3]!}`,
    (detail & Letter.writtenUp) !== 0 && "written_up",
    (detail & Letter.writtenDown) !== 0 && "written_down",
    (detail & Letter.labelled) !== 0 && "labelled",
  );
const rejection: DetailText = (detail) =>
  join(reasons[detail % atAssessment]!, detail >= atAssessment ? "at assessment" : "on paper");
const courseEnd: DetailText = (detail) =>
  join(
    endings[detail & 15]!,
    `${Math.floor(detail / 64)} sessions`,
    `${(detail & 32) !== 0 ? "at" : "below"} caseness before`,
    `${(detail & 16) !== 0 ? "below" : "at"} caseness after`,
  );
const disengagement: DetailText = (detail) => join(ways[detail % lostToAll]!, detail >= lostToAll && "lost");
const crisis: DetailText = (detail) => join(`${bands[detail % 8]!} risk`, detail >= 8 && "diverted");

/** By kind; those that are not named have nothing to tell. */
export const pathwayDetails: Readonly<Partial<Record<Kind, DetailText>>> = {
  [Kind.appear]: (detail) => join(`${bands[bandAtStart(detail)]!} risk`, `engagement ${engagementAtStart(detail)}`),
  [Kind.attend]: (detail) => join(`${sessionsAttended(detail)}`, `engagement ${engagementAfter(detail)}`),
  [Kind.state]: one(careStates),
  [Kind.risk]: one(bands),
  [Kind.consult]: (detail) => join(visits[detail % 8]!, minutes(Math.floor(detail / 8))),
  [Kind.consult_missed]: one(visits),
  [Kind.refer]: letter,
  [Kind.accept]: (detail) => (detail === 1 ? "advised_only" : "for treatment"),
  [Kind.reject]: rejection,
  [Kind.withdraw]: one(ways),
  [Kind.end_course]: courseEnd,
  [Kind.hold]: beginsOrEnds,
  [Kind.crisis]: crisis,
  [Kind.disengage]: disengagement,
  [Kind.feedback]: one(["non_engagement", "progress"]),
  [Kind.plan]: beginsOrEnds,
  [Kind.advice]: minutes,
  [Kind.stay]: beginsOrEnds,
  [Kind.severity]: (detail) => `PHQ-9 of ${severityOf(detail)}; on its way to ${levelOf(detail)}`,
  [Kind.engagement]: (detail) => `${engagementOf(detail)}`,
  [Kind.staff]: (detail) => `${detail} minutes a week`,
};
