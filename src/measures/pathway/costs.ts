/** Costs by payer, in pounds of the scenario's price year: contacts, stays, attendances and consultations. */
import type { Figure } from "../figures.ts";
import { PersonAt, personCounts, type ServiceCount, ServiceAt, serviceCounts } from "./counts.ts";
import type { PathwayReader } from "./reader.ts";

/** Whose budget consultations come from. */
const gpPayer = "primary care";

const contacts = ["assessments attended", "sessions attended", "held contacts"] as const;

export function emitCosts(
  reader: PathwayReader,
  segments: readonly number[],
  members: readonly number[],
  figure: Figure,
): void {
  const { services } = reader.pathway;
  const payers = new Map([[gpPayer, gpCosts(reader, segments, members)]]);
  services.forEach(({ payer }, service) => {
    payers.set(payer, (payers.get(payer) ?? 0) + serviceCosts(reader, segments, members, service));
  });
  let all = 0;
  for (const [payer, pounds] of payers) {
    figure("costs", payer, "sum", "pounds", pounds);
    all += pounds;
  }
  figure("costs", "all", "sum", "pounds", all);
  const recovered = members.reduce(
    (sum, member) =>
      sum + services.reduce((so_far, _, service) => so_far + total(reader, segments, service, member, "recovered"), 0),
    0,
  );
  figure("costs", "all", "per_recovery", "pounds", all / recovered);
}

function gpCosts(reader: PathwayReader, segments: readonly number[], members: readonly number[]): number {
  const { practices, consultation_pounds_per_minute } = reader.pathway;
  let minutes = 0;
  for (const segment of segments) {
    for (const practice of practices.keys()) {
      for (const member of members) {
        const cell = (practice * reader.legend.groups.length + member) * personCounts.length;
        const counts = reader.people[segment]!;
        minutes += counts[cell + PersonAt["consultation minutes"]]! + counts[cell + PersonAt["advice minutes"]]!;
      }
    }
  }
  return minutes * consultation_pounds_per_minute;
}

/** A service that only meets crises, and keeps nobody, is paid for each. */
function serviceCosts(
  reader: PathwayReader,
  segments: readonly number[],
  members: readonly number[],
  service: number,
): number {
  const { pounds_per_contact, pounds_per_day_of_stay, has_stays, has_referrals } = reader.pathway.services[service]!;
  return members.reduce((pounds, member) => {
    const sum = (what: ServiceCount): number => total(reader, segments, service, member, what);
    const paid = has_stays || has_referrals ? contacts.reduce((all, what) => all + sum(what), 0) : sum("crises met");
    return pounds + paid * pounds_per_contact + sum("stay days") * pounds_per_day_of_stay;
  }, 0);
}

function total(
  { services, legend }: PathwayReader,
  segments: readonly number[],
  service: number,
  member: number,
  what: ServiceCount,
): number {
  const at = (service * legend.groups.length + member) * serviceCounts.length + ServiceAt[what];
  return segments.reduce((sum, segment) => sum + services[segment]![at]!, 0);
}
