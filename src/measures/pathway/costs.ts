/** Costs by payer, in pounds of the scenario's price year: contacts, stays, attendances and consultations. */
import type { Figure } from "../figures.ts";
import type { ServiceCount } from "./counts.ts";
import { cellsOfServices, type Part, type PersonTotal } from "./part.ts";
import type { PathwayReader } from "./reader.ts";

/** Whose budget consultations come from. */
const gpPayer = "primary care";

const contacts = ["assessments attended", "sessions attended", "held contacts"] as const;

export function emitCosts(reader: PathwayReader, part: Part, ofPeople: PersonTotal, figure: Figure): void {
  const { services, consultation_pounds_per_minute } = reader.pathway;
  const minutes = ofPeople("consultation minutes") + ofPeople("advice minutes");
  const payers = new Map([[gpPayer, minutes * consultation_pounds_per_minute]]);
  let recovered = 0;
  services.forEach(({ payer }, service) => {
    const over = cellsOfServices(reader, [service], part);
    const total = (what: ServiceCount): number => reader.care.counts.total(over, what);
    payers.set(payer, (payers.get(payer) ?? 0) + costOf(reader, service, total));
    recovered += total("recovered");
  });
  let all = 0;
  for (const [payer, pounds] of payers) {
    figure("costs", payer, "sum", "pounds", pounds);
    all += pounds;
  }
  figure("costs", "all", "sum", "pounds", all);
  figure("costs", "all", "per_recovery", "pounds", all / recovered);
}

/** A service that only meets crises, and keeps nobody, is paid for each. */
function costOf({ pathway }: PathwayReader, service: number, total: (what: ServiceCount) => number): number {
  const { pounds_per_contact, pounds_per_day_of_stay, has_stays, has_referrals } = pathway.services[service]!;
  const paid = has_stays || has_referrals ? contacts.reduce((sum, what) => sum + total(what), 0) : total("crises met");
  return paid * pounds_per_contact + total("stay days") * pounds_per_day_of_stay;
}
