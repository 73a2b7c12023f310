/** What the numbers in the log of a pathway mean. */
import type { Legend, LegendPlace, LegendService } from "../../records/legend.ts";
import type { PathwayScenario, PathwayService } from "../../scenario/pathway/types.ts";
import { buildServices, loadInMinutesPerWeek, type ReadyService } from "./services.ts";

const minutesPerDay = 1440;

/** Its places are services, then programmes, then practices. */
export function pathwayLegend(scenario: PathwayScenario): Legend {
  const { services, population, costs } = scenario;
  const ready = buildServices(scenario);
  const practices = population.practices;
  return {
    places: [
      ...services.map((service) => place(service.name)),
      ...services.flatMap((service) => service.programmes.map(({ name }) => place(`${service.name}: ${name}`))),
      ...practices.map((practice) => place(practice.name)),
    ],
    groups: population.groups.map((group) => group.name),
    exits: [],
    horizon: scenario.warm_up_days + scenario.run_days,
    windows: scenario.windows,
    wait_limits_days: scenario.wait_limits_days,
    pathway: {
      services: ready.services.map(legendService),
      programmes: ready.programmes.map(({ service, spec, load }) => ({
        service,
        session_minutes: spec.session_days * minutesPerDay,
        group_size: spec.group_size,
        minutes_per_week: loadInMinutesPerWeek(load),
      })),
      practices: practices.map(({ name, decile }) => ({ name, decile })),
      pd_groups: population.groups.map(({ is_pd }) => is_pd),
      drift_days: population.groups.map(({ severity }) => severity.drift_days),
      quality_of_life: scenario.quality_of_life,
      consultation_pounds_per_minute: costs.gp_consultation / (scenario.gp.consultation_days * minutesPerDay),
      prices_of: costs.prices_of,
    },
  };
}

/** Servers are not counted: capacity is staff time, which has measures of its own. */
const place = (name: string): LegendPlace => ({ name, limited: false, rota: false, courses: true, destinations: [] });

function legendService({ spec, assessmentLoad, holdLoad }: ReadyService): LegendService {
  return {
    payer: spec.payer,
    passes_on_to: spec.passes_on > 0 ? spec.passes_on_to : [],
    pounds_per_contact: spec.cost_per_contact,
    pounds_per_day_of_stay: spec.stay?.cost_per_day ?? 0,
    has_stays: spec.stay !== undefined,
    has_referrals: takesReferrals(spec),
    has_staff: spec.staff.length > 0,
    assessment_is_treatment: spec.assessment?.is_treatment ?? false,
    assessment_minutes: (spec.assessment?.session_days ?? 0) * minutesPerDay,
    hold_minutes: spec.hold.session_days * minutesPerDay,
    assessment_minutes_per_week: loadInMinutesPerWeek(assessmentLoad),
    hold_minutes_per_week: loadInMinutesPerWeek(holdLoad),
  };
}

const takesReferrals = ({ programmes }: PathwayService): boolean => programmes.length > 0;
