/** From a pathway scenario as its author wrote it, checked, to the normal form that the model reads. */
import type { Staff } from "./types.ts";
import { normalLaw } from "../normalise-laws.ts";
import { counts, waited } from "../normalise-start.ts";
import type { UserByGroup, UserGroup, UserList, UserPathway, UserProgramme, UserService } from "./schema.ts";
import type { Group, ListAtStart, Parameter, PathwayScenario, PathwayService, Programme } from "./types.ts";

/** What names stand for: indices. */
interface Numbers {
  readonly groups: readonly string[];
  readonly services: readonly string[];
}

export function normalisePathway(user: UserPathway, parameters: readonly Parameter[]): PathwayScenario {
  const { population, warm_up_days, run_days, crisis, gp, risk, trust, costs } = user;
  const numbers = { groups: Object.keys(population.groups), services: Object.keys(user.services) };
  const whole = { name: "after warm-up", from_day: warm_up_days, to_day: warm_up_days + run_days };
  return {
    format: 1,
    kind: "pathway",
    title: user.title,
    description: user.description,
    source: user.source ?? "",
    about: {
      theme: user.theme ?? "",
      mechanisms: user.mechanisms ?? [],
      why: user.why ?? "",
      costs_note: user.costs_note ?? "",
    },
    warm_up_days,
    run_days,
    windows: user.windows?.map(({ name, from_day, to_day }) => ({ name, from_day, to_day })) ?? [whole],
    wait_limits_days: user.wait_limits_days,
    population: {
      ...bare(population),
      practices: population.practices.map(({ name, area, decile, list }) => ({ name, area, decile, list })),
      groups: Object.entries(population.groups).map(([name, group]) => normalGroup(name, group, numbers)),
    },
    risk: bare(risk),
    trust: bare(trust),
    gp: {
      ...bare(gp),
      tries: orEndless(gp.tries),
      recognition: bare(gp.recognition),
      framing: bare(gp.framing),
      advice: bare(gp.advice),
      plan: bare(gp.plan),
    },
    services: Object.entries(user.services).map(([name, service]) =>
      normalService(name, service, numbers, inflationFrom(service.prices_of, costs)),
    ),
    crisis: {
      ...bare(crisis),
      routes: Object.entries(crisis.routes).map(([to, { share }]) => ({ to: numbers.services.indexOf(to), share })),
      referral_to: numbers.services.indexOf(crisis.referral_to ?? ""),
      accepts_package: perGroup(crisis.accepts_package, numbers),
    },
    costs: {
      prices_of: costs.prices_of,
      index: costs.index,
      gp_consultation: costs.gp_consultation * inflationFrom(costs.gp_prices_of, costs),
    },
    quality_of_life: user.quality_of_life && bare(user.quality_of_life),
    parameters,
  };
}

/** Without the remarks that only readers of the file need. */
function bare<T extends { source?: string | undefined; note?: string | undefined }>(
  user: T,
): Omit<T, "source" | "note"> {
  const { source: _source, note: _note, ...rest } = user;
  return rest;
}

/** What prices of a year are multiplied by to become prices of the year of the scenario. */
function inflationFrom(year: string | undefined, { prices_of, inflation }: UserPathway["costs"]): number {
  return year === undefined || year === prices_of ? 1 : inflation[year]!;
}

/** "unlimited" and "none" are Infinity. */
const orEndless = (limit: number | "unlimited" | "none"): number => (typeof limit === "number" ? limit : Infinity);

function perGroup(map: UserByGroup, { groups }: Numbers): number[] {
  return groups.map((group) => {
    if (typeof map === "number") return map;
    return (Object.hasOwn(map, group) ? map[group] : map["otherwise"])!;
  });
}

function normalGroup(name: string, user: UserGroup, { services }: Numbers): Group {
  return {
    ...bare(user),
    name,
    severity: bare(user.severity),
    start: user.start && bare(user.start),
    policy: Object.entries(user.policy)
      .map(([service, step]) => ({ ...bare(step), service: services.indexOf(service) }))
      .toSorted((a, b) => a.rank - b.rank),
  };
}

function normalService(name: string, user: UserService, numbers: Numbers, inflation: number): PathwayService {
  const { triage, assessment, stay, waiting_list, hold, feedback, prices_of: _year, start, ...rest } = user;
  const staff = Object.keys(user.staff);
  const programmes = Object.keys(user.programmes);
  const risk_ceiling = orEndless(triage.risk_ceiling);
  const risk_floor = triage.risk_floor === "none" ? -Infinity : triage.risk_floor;
  return {
    ...bare(rest),
    name,
    cost_per_contact: user.cost_per_contact * inflation,
    start: start && {
      ...listAtStart(start, numbers),
      from_risk: start.from_risk ?? risk_floor,
      up_to_risk: start.up_to_risk ?? risk_ceiling,
    },
    triage: {
      ...bare(triage),
      risk_ceiling,
      risk_floor,
      exempt: numbers.groups.map((group) => triage.exempt.includes(group)),
      accepts: perGroup(triage.accepts, numbers),
      list_limit: orEndless(triage.list_limit),
    },
    staff: Object.entries(user.staff).map(([pool, one]): Staff => ({ ...bare(one), name: pool })),
    assessment: assessment && { ...bare(assessment), staff: staff.indexOf(assessment.staff) },
    programmes: Object.entries(user.programmes).map(([one, programme]) =>
      normalProgramme(one, programme, staff, programmes, numbers),
    ),
    stay: stay && {
      ...bare(stay),
      length: normalLaw(stay.length),
      places: orEndless(stay.places),
      cost_per_day: stay.cost_per_day * inflation,
    },
    waiting_list: {
      ...bare(waiting_list),
      patience: waiting_list.patience === "endless" ? undefined : normalLaw(waiting_list.patience),
      priority: levels(waiting_list.priority, numbers),
    },
    hold: {
      ...bare(hold),
      chance: perGroup(hold.chance, numbers),
      staff: hold.staff === undefined ? 0 : staff.indexOf(hold.staff),
    },
    feedback: bare(feedback),
    passes_on_to: user.passes_on_to.map((to) => numbers.services.indexOf(to)),
  };
}

const listAtStart = ({ waiting, waited: waits = [] }: UserList, { groups }: Numbers): ListAtStart => ({
  waiting: counts(waiting, groups),
  waited: waited(waits, groups),
});

function normalProgramme(
  name: string,
  user: UserProgramme,
  staff: readonly string[],
  programmes: readonly string[],
  numbers: Numbers,
): Programme {
  const { effect, share, session_cap, places, steps_up_to, steps_down_to, start } = user;
  const numberOf = (to: string | undefined): number | undefined =>
    to === undefined ? undefined : programmes.indexOf(to);
  return {
    ...bare(user),
    name,
    staff: staff.indexOf(user.staff),
    share: perGroup(share, numbers),
    session_cap: orEndless(session_cap),
    places: orEndless(places),
    effect: bare(effect),
    steps_up_to: numberOf(steps_up_to),
    steps_down_to: numberOf(steps_down_to),
    start: start && {
      ...listAtStart(start, numbers),
      in_treatment: counts(start.in_treatment, numbers.groups),
    },
  };
}

/** Groups that are not named come after those that are. */
function levels(priority: readonly (readonly string[])[] | undefined, { groups }: Numbers): number[] {
  if (priority === undefined) return groups.map(() => 0);
  return groups.map((group) => {
    const level = priority.findIndex((names) => names.includes(group));
    return level < 0 ? priority.length : level;
  });
}
