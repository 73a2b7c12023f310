/** Events worth stopping for, and the next of them in a film. */
import { type Film, Kind } from "../../src/index.ts";

/** Kinds of row that change something in a life, rather than go on with it. */
const turns: ReadonlySet<number> = new Set<number>([
  Kind.reject,
  Kind.accept,
  Kind.decline,
  Kind.end_course,
  Kind.crisis,
  Kind.disengage,
  Kind.recall,
  Kind.outreach,
  Kind.engagement,
]);
/** Of nobody in particular, only the rarer ones: there are dozens of the others a day. */
const rare: ReadonlySet<number> = new Set<number>([Kind.reject, Kind.recall, Kind.outreach, Kind.decline]);

/** Number of the first row of interest from `from` on: of a person, or of anybody (-1); the number of rows if there is none. */
export function nextOfInterest({ rows }: Film, from: number, person: number): number {
  for (let row = from; row < rows.at.length; row++) {
    if (person < 0 ? rare.has(rows.kind[row]!) : rows.person[row] === person && turns.has(rows.kind[row]!)) return row;
  }
  return rows.at.length;
}
