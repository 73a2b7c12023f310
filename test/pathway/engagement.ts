/** Engagement as the logs of two worlds have it: where it stood at the end, of people to whom something happened in one of them. */
import { type Film, Kind } from "../../src/index.ts";
import { engagementAfter, engagementAtStart, engagementOf } from "../../src/records/pathway-codes.ts";

/** By person, the last value that the log has. */
function lastEngagement({ rows }: Film): Map<number, number> {
  const last = new Map<number, number>();
  rows.kind.forEach((kind, row) => {
    const [who, detail] = [rows.person[row]!, rows.detail[row]!];
    if (kind === Kind.appear) last.set(who, engagementAtStart(detail));
    else if (kind === Kind.attend) last.set(who, engagementAfter(detail));
    else if (kind === Kind.engagement) last.set(who, engagementOf(detail));
  });
  return last;
}

/** Mean of it over the people whom outreach reached in the world `reached`. */
export function meanEngagement(film: Film, reached: Film): number {
  const people = new Set(reached.rows.person.filter((_, row) => reached.rows.kind[row] === Kind.outreach));
  const last = lastEngagement(film);
  const values = [...people].map((person) => last.get(person)!);
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
