/** What takes more than one field to judge, but for names: shares that must add up, parts that need each other. */
import { checkEveryGroup, checkKnown, checkName, checkNameList, type Names, namesOf } from "../check-names.ts";
import { checkWindows } from "../check.ts";
import type { Path } from "../origins.ts";
import type { Report } from "../report.ts";
import { checkCapacity } from "./check-capacity.ts";
import { checkStart } from "./check-start.ts";
import type { UserByGroup, UserGroup, UserPathway, UserProgramme, UserService } from "./schema.ts";

/** A bit each in a person's memory of who has said no. */
const mostServices = 30;
/** Programmes of one service, a bit each in a person's memory of what they declined. */
const mostProgrammes = 8;

interface Pass {
  readonly groups: Names;
  readonly report: Report;
}

/** Reports what is wrong in a scenario whose shape is sound. */
export function checkPathway(user: UserPathway, report: Report): void {
  const { population, services, crisis } = user;
  const pass = {
    groups: namesOf(Object.keys(population.groups)),
    report,
  };
  checkNameList(
    population.practices.map((practice) => practice.name),
    ["population", "practices"],
    report,
  );
  const many = Object.keys(services).length;
  if (many > mostServices) report.fault(["services"], `at most ${mostServices} services`, String(many));
  for (const [name, group] of Object.entries(population.groups)) {
    checkName(name, ["population", "groups", name], report);
    checkGroup(group, ["population", "groups", name], pass);
  }
  for (const [name, service] of Object.entries(services)) {
    checkName(name, ["services", name], report);
    checkService(service, ["services", name], pass);
    checkCapacity(service, ["services", name], report);
  }
  checkStart(user, pass);
  checkCrisis(crisis, pass);
  checkPrices(user, report);
  checkReferredTo(user, report);
  checkAscending(user.risk.band_scores, ["risk", "band_scores"], report);
  checkWindows(user, report);
}

function checkGroup(group: UserGroup, path: Path, { report }: Pass): void {
  if (group.share_of_adults > 0 && group.episodes_per_day > 0) {
    const hint = "People of a group are there all the time, or come as episodes.";
    report.fault([...path, "episodes_per_day"], "either share_of_adults or episodes_per_year", "both", hint);
  }
  addsUpTo1(group.risk_start, [...path, "risk_start"], report);
  for (const [service, { from_risk, up_to_risk }] of Object.entries(group.policy)) {
    if (from_risk > up_to_risk) report.fault([...path, "policy", service, "up_to_risk"], "no less than from_risk");
  }
}

function checkService(service: UserService, path: Path, pass: Pass): void {
  const { report } = pass;
  const staff = namesOf(Object.keys(service.staff));
  for (const [name, { wte, trained_wte }] of Object.entries(service.staff)) {
    checkName(name, [...path, "staff", name], report);
    if (trained_wte > wte) {
      const hint = "Trained staff are among the staff: raise wte, or train fewer.";
      report.fault([...path, "staff", name, "trained_wte"], `at most the ${wte} there are`, undefined, hint);
    }
  }
  const { assessment, programmes, hold, stay, triage } = service;
  if (assessment && Object.keys(programmes).length === 0) {
    report.fault([...path, "assessment"], "programmes to be assessed for", "none");
  }
  for (const [name, programme] of Object.entries(programmes)) {
    checkName(name, [...path, "programmes", name], report);
    checkProgramme(programme, [...path, "programmes", name], pass);
  }
  if (Object.keys(programmes).length > mostProgrammes)
    report.fault([...path, "programmes"], `at most ${mostProgrammes} programmes`);
  if (Object.keys(programmes).length === 0 && !stay && !isMerelyMet(service))
    report.fault(path, "programmes, or a stay", "neither");
  checkByGroup(hold.chance, [...path, "hold", "chance"], pass);
  if (largest(hold.chance) > 0 && hold.lasts_days > 0) {
    checkKnown(hold.staff ?? "", staff, "the name of staff of the service", [...path, "hold", "staff"], report);
    if (hold.session_days === 0) report.fault([...path, "hold", "session_days"], "the length of a contact, above 0");
  }
  checkByGroup(triage.accepts, [...path, "triage", "accepts"], pass);
}

const largest = (map: UserByGroup): number => (typeof map === "number" ? map : Math.max(...Object.values(map)));

/** A service that meets crises and does nothing else, such as A&E. */
const isMerelyMet = ({ staff }: UserService): boolean => Object.keys(staff).length === 0;

function checkProgramme(programme: UserProgramme, path: Path, pass: Pass): void {
  const { report } = pass;
  checkByGroup(programme.share, [...path, "share"], pass);
  for (const [chance, to] of [
    ["step_up", "steps_up_to"],
    ["step_down", "steps_down_to"],
  ] as const) {
    if (programme[to] === undefined && programme[chance] > 0)
      report.fault([...path, to], "the name of the programme to go on to", "nothing");
  }
  if (programme.session_cap !== "none" && programme.sessions_mean > 4 * programme.session_cap) {
    const hint = "The mean is of the sessions planned, before they are cut at the cap.";
    report.warning([...path, "sessions_mean"], "a mean near the cap", undefined, hint);
  }
}

function checkByGroup(map: UserByGroup, path: Path, { groups, report }: Pass): void {
  if (typeof map === "object") checkEveryGroup(map, groups, path, report);
}

function checkCrisis(crisis: UserPathway["crisis"], pass: Pass): void {
  const { report } = pass;
  for (let band = 0; band < 4; band++) {
    const shares = Object.values(crisis.routes).map((route) => route.share[band]!);
    addsUpTo1(shares, ["crisis", "routes"], report);
  }
  if (crisis.referral_to === undefined && crisis.offers_referral > 0) {
    report.fault(["crisis", "referral_to"], "the service that is offered after a crisis", "nothing");
  }
  checkByGroup(crisis.accepts_package, ["crisis", "accepts_package"], pass);
}

/** Prices are those of the year of the scenario, or of one that can be brought to it. */
function checkPrices({ costs, services }: UserPathway, report: Report): void {
  const years = [costs.prices_of, ...Object.keys(costs.inflation)];
  const check = (year: string | undefined, path: Path): void => {
    if (year === undefined || years.includes(year)) return;
    const known = years.map((each) => JSON.stringify(each)).join(", ");
    report.fault(path, `one of ${known}`, JSON.stringify(year), "Give the factor of this year in costs.inflation.");
  };
  check(costs.gp_prices_of, ["costs", "gp_prices_of"]);
  for (const [name, { prices_of }] of Object.entries(services)) check(prices_of, ["services", name, "prices_of"]);
}

/** Every service is one that somebody can come to. */
function checkReferredTo({ population, services, crisis }: UserPathway, report: Report): void {
  const named = new Set([
    ...Object.values(population.groups).flatMap((group) => Object.keys(group.policy)),
    ...Object.values(services).flatMap((service) => service.passes_on_to),
    ...Object.keys(crisis.routes),
    crisis.referral_to,
  ]);
  for (const name of Object.keys(services)) {
    if (named.has(name)) continue;
    const hint = "Name it in the policy of a group, in passes_on_to of a service, or in crisis.";
    report.fault(["services", name], "a service that somebody refers to", "nobody", hint);
  }
}

function addsUpTo1(shares: readonly number[], path: Path, report: Report): void {
  const sum = shares.reduce((total, share) => total + share, 0);
  if (Math.abs(sum - 1) > 1e-9) report.fault(path, "shares that add up to 1", String(Number(sum.toPrecision(12))));
}

function checkAscending(scores: readonly number[], path: Path, report: Report): void {
  for (const [i, score] of scores.entries()) {
    if (i > 0 && score < scores[i - 1]!) report.fault([...path, i], "no less than the score of the band before");
  }
}
