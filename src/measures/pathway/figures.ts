/** Every figure of a pathway: of people by group and deprivation, of services by group, and what they cost. */
import type { Legend } from "../../records/legend.ts";
import type { Emit, Figure } from "../figures.ts";
import { segmentsOf } from "../segments.ts";
import { emitCare, emitStaff, emitStays } from "./care-figures.ts";
import { emitCosts } from "./costs.ts";
import { compareGroups } from "./fairness.ts";
import { cellsOfServices, type Part, type PersonTotal, practicePlaces, type ServiceTotal } from "./part.ts";
import { emitPeople } from "./people-figures.ts";
import { deprivedUpTo, type PathwayReader } from "./reader.ts";
import { emitReferrals } from "./referral-figures.ts";
import { emitPathwayWaits } from "./wait-figures.ts";

/** Emits every figure of a run, always in the same order for the same legend. A figure that does not exist is NaN. */
export function pathwayFigures(reader: PathwayReader, emit: Emit): void {
  const { legend, clock, pathway } = reader;
  legend.windows.forEach((window, w) => {
    const segments = segmentsOf(window, clock.ends);
    const days = window.to_day - window.from_day;
    const compare = compareGroups(legend, window.name, emit);
    for (const { name: group, members } of groupsOf(legend)) {
      for (const { name: place, practices, halves } of placesOf(reader)) {
        const cells = cellsOf(practices, members, legend);
        const part = { w, days, segments, cells, kin: cellsOf(halves, members, legend) };
        const figure: Figure = (measure, estimand, statistic, unit, value) =>
          compare.emit({ window: window.name, place, group, measure, estimand, statistic, unit }, value);
        emitPractices(reader, part, figure);
      }
      pathway.services.forEach((_, service) => {
        const place = legend.places[service]!.name;
        const figure: Figure = (measure, estimand, statistic, unit, value) =>
          emit({ window: window.name, place, group, measure, estimand, statistic, unit }, value);
        const part = { w, days, segments, cells: [], kin: cellsOf([0, 1], members, legend) };
        emitService(reader, service, part, figure);
        if (group === "all") emitStaff(reader, service, segments, figure);
      });
    }
    compare.ratios();
  });
}

/** People of some practices, and all that services did for them. */
function emitPractices(reader: PathwayReader, part: Part, figure: Figure): void {
  const { pathway, care } = reader;
  const total: PersonTotal = (what) => reader.people.counts.total(part, what);
  emitPeople(reader, part, figure);
  const referredTo = [...pathway.services.keys()].filter((service) => pathway.services[service]!.has_referrals);
  const over = cellsOfServices(reader, referredTo, part);
  const ofServices: ServiceTotal = (what) => care.counts.total(over, what);
  emitReferrals(ofServices, figure);
  emitCare(ofServices, figure);
  emitPathwayWaits(care.first, "wait_to_first_treatment", reader.legend, over, figure);
  emitPathwayWaits(care.hidden, "hidden_wait", reader.legend, over, figure);
  emitCosts(reader, part, total, figure);
}

function emitService(reader: PathwayReader, service: number, part: Part, figure: Figure): void {
  const { care, legend, pathway } = reader;
  const over = cellsOfServices(reader, [service], part);
  const total: ServiceTotal = (what) => care.counts.total(over, what);
  const { has_referrals, has_stays } = pathway.services[service]!;
  figure("crises", "met", "count", "events", total("crises met"));
  if (has_stays) emitStays(total, part.days, figure);
  if (!has_referrals) return;
  emitReferrals(total, figure);
  emitPassedOn(reader, service, part, figure);
  emitCare(total, figure);
  emitPathwayWaits(care.first, "wait_to_first_treatment", legend, over, figure);
  emitPathwayWaits(care.hidden, "hidden_wait", legend, over, figure);
}

/** To which services it passes people on; of all groups together. */
function emitPassedOn({ legend, pathway, care }: PathwayReader, service: number, part: Part, figure: Figure): void {
  const isOfAll = part.kin.length === care.cellsPerService;
  if (!isOfAll) return;
  for (const to of pathway.services[service]!.passes_on_to) {
    const at = service * pathway.services.length + to;
    const count = part.segments.reduce((sum, segment) => sum + care.passedOn[segment]![at]!, 0);
    figure("passed_on", legend.places[to]!.name, "count", "events", count);
  }
}

const cellsOf = (rows: readonly number[], members: readonly number[], { groups }: Legend): number[] =>
  rows.flatMap((row) => members.map((member) => row * groups.length + member));

function groupsOf({ groups }: Legend): { readonly name: string; readonly members: readonly number[] }[] {
  const each = groups.map((name, member) => ({ name, members: [member] }));
  return groups.length === 1
    ? [{ name: "all", members: [0] }]
    : [{ name: "all", members: [...groups.keys()] }, ...each];
}

function placesOf({ pathway: { practices } }: PathwayReader) {
  const those = (name: string, halves: readonly number[], isIn: (decile: number) => boolean) => ({
    name,
    halves,
    practices: practices.flatMap(({ decile }, practice) => (isIn(decile) ? [practice] : [])),
  });
  return [
    those(practicePlaces.all, [0, 1], () => true),
    those(practicePlaces.more, [0], (decile) => decile <= deprivedUpTo),
    those(practicePlaces.less, [1], (decile) => decile > deprivedUpTo),
  ];
}
