/** The same pathway for more people or fewer: a tenth for a quick look, ten times for a county. */
import type { StartWaited } from "../types.ts";
import type { ListAtStart, Parameter, PathwayScenario, PathwayService, Programme } from "./types.ts";

/**
 * A pathway with `factor` times the patients and `factor` times the capacity: lists of practices, staff, places, beds, people
 * who are there at the start, and the rule that counts people who wait (`list_limit`). Practices stay as many, with
 * `factor` times the GPs. The length of the run, the warm-up, all times and all shares stay, and so does
 * `rises_with_queue`, which is for each WTE. Provenance goes along, and says by what it was scaled.
 *
 * Shares and waits of the whole are then those of the original, but for two things. Short queues do get longer for
 * their size in a small service. And wholes stay wholes: residents are rounded in each practice; places, beds and list
 * limits are rounded, to 1 at least where there were any; and a service whose staff has not the time for one person
 * any more treats nobody: see `withoutRoom`.
 *
 * @param factor above 0; throws a RangeError otherwise
 */
export function scaled(scenario: PathwayScenario, factor: number): PathwayScenario {
  if (!(factor > 0 && factor < Infinity)) throw new RangeError(`the factor must be above 0, got ${factor}`);
  if (factor === 1) return scenario;
  const { population, services, parameters } = scenario;
  const practices = population.practices.map((practice) => ({ ...practice, list: practice.list * factor }));
  const groups = population.groups.map((group) => ({
    ...group,
    start: group.start && { in_need: Math.round(group.start.in_need * factor) },
  }));
  return {
    ...scenario,
    population: { ...population, practices, groups },
    services: services.map((service) => scaledService(service, factor)),
    parameters: parameters.map((parameter) => scaledParameter(parameter, factor)),
  };
}

/** Names of programmes, and of services with assessments, whose staff has not the time for one person. */
export function withoutRoom({ services }: PathwayScenario): string[] {
  return services.flatMap(({ name, staff, programmes, assessment }) => {
    const hasTime = (pool: number, load: number): boolean => {
      const { wte, hours_per_day } = staff[pool]!;
      return load <= (wte * hours_per_day) / hoursPerDay;
    };
    const full = programmes.filter(
      (each) => !hasTime(each.staff, each.session_days / each.interval_days / each.group_size),
    );
    const sees =
      assessment === undefined || hasTime(assessment.staff, assessment.session_days / assessment.notice_days);
    return [...(sees ? [] : [name]), ...full.map((programme) => `${name}: ${programme.name}`)];
  });
}

const hoursPerDay = 24;

function scaledService(service: PathwayService, factor: number): PathwayService {
  const { triage, staff, programmes, stay, start } = service;
  return {
    ...service,
    start: start && { ...start, ...scaledList(start, factor) },
    triage: { ...triage, list_limit: wholes(triage.list_limit, factor) },
    staff: staff.map((pool) => ({ ...pool, wte: pool.wte * factor, trained_wte: pool.trained_wte * factor })),
    programmes: programmes.map((programme): Programme => {
      const { places, start: present } = programme;
      return {
        ...programme,
        places: wholes(places, factor),
        start: present && { ...scaledList(present, factor), in_treatment: rounded(present.in_treatment, factor) },
      };
    }),
    stay: stay && { ...stay, places: wholes(stay.places, factor) },
  };
}

const rounded = (counts: readonly number[], factor: number): number[] =>
  counts.map((count) => Math.round(count * factor));

const scaledList = ({ waiting, waited }: ListAtStart, factor: number): ListAtStart => ({
  waiting: rounded(waiting, factor),
  waited: scaledWaits(waited, factor),
});

/** So many times the people of each group, their waits spread as before: every n-th of them, or each several times. */
function scaledWaits(waited: readonly StartWaited[], factor: number): StartWaited[] {
  const groups = [...new Set(waited.map(({ group }) => group))];
  const people = groups.flatMap((group) => {
    const of = waited.filter((each) => each.group === group);
    const most = Math.round(of.length * factor);
    return Array.from({ length: most }, (_, i) => of[Math.floor(((i + 0.5) * of.length) / most)]!);
  });
  return people.toSorted((one, other) => other.days - one.days);
}

function wholes(count: number, factor: number): number {
  if (count === 0 || count === Infinity) return count;
  return Math.max(1, Math.round(count * factor));
}

const byFactor = (x: number, factor: number): number => x * factor;
/** What happens to each kind of number, by the end of the path under which it has its provenance. */
const rules: readonly (readonly [RegExp, (x: number, factor: number) => number])[] = [
  [/^services\b.*\.staff\b.*\.(?:wte|trained_wte)$/, byFactor],
  [/^services\b.*(?:\.programmes\b.*|\.stay)\.places$/, wholes],
  [/^services\b.*\.triage\.list_limit$/, wholes],
];

function scaledParameter(parameter: Parameter, factor: number): Parameter {
  const rule = rules.find(([path]) => path.test(parameter.path))?.[1];
  if (rule === undefined) return parameter;
  const { value, low, high, note } = parameter;
  const by = (x: number | undefined): number | undefined => (x === undefined ? undefined : rule(x, factor));
  const told = `For ${factor} times the people; in the file: ${value}.`;
  return { ...parameter, value: rule(value, factor), low: by(low), high: by(high), note: `${note} ${told}`.trim() };
}
