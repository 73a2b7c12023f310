/**
 * The state of a run on a day, as plain data that can be copied, kept and gone on with: by the same scenario, which gives
 * the run that was never stopped, or by another one from that day on ("what if it had been changed here?").
 */
import type { Days } from "../../engine/time.ts";
import { Kind } from "../../records/log.ts";
import type { PathwayScenario } from "../../scenario/pathway/types.ts";
import { expectSource } from "./appear.ts";
import { Open, type SavedPeople } from "./people.ts";
import { minutesPerWeek } from "./services.ts";
import { settle } from "./settle.ts";
import { expectCount, setCapacity } from "./staff.ts";
import type { World } from "./world.ts";

export interface SavedRun {
  readonly scenario: PathwayScenario;
  /** Everything before this moment has happened, and nothing at it or after. */
  readonly day: Days;
  readonly people: SavedPeople;
  readonly queues: readonly Int32Array[];
  /** By source: who came or is to come last, and when. */
  readonly sources: readonly { readonly index: number; readonly time: Days }[];
  readonly streamsFromBefore: readonly string[];
  /** By practice: what its GPs have learned. */
  readonly learned: readonly { readonly rejectedAsSafe: number; readonly rejectedAsRisky: number }[];
  /** By service: when its staff were counted last. */
  readonly countedAt: readonly Days[];
}

export function saveWorld(world: World, day: Days): SavedRun {
  return {
    scenario: world.scenario,
    day,
    people: world.people.save(),
    queues: world.queues.save(),
    sources: world.sources.map(({ index, time }) => ({ index, time })),
    streamsFromBefore: [...world.streamsFromBefore],
    learned: world.practices.map(({ rejectedAsSafe, rejectedAsRisky }) => ({ rejectedAsSafe, rejectedAsRisky })),
    countedAt: world.services.map(({ countedAt }) => countedAt),
  };
}

/**
 * Makes a world in which nothing has happened yet what was saved. Rates, loads and what is offered are those of the
 * world's own scenario from here on.
 * RangeError if the scenario has other practices, groups, services, programmes or levels of priority.
 */
export function loadWorld(world: World, saved: SavedRun): void {
  checkShape(saved.scenario, world.scenario);
  moveClock(world, saved.day);
  for (const name of saved.streamsFromBefore) world.streamFromBefore(name);
  world.people.load(saved.people);
  world.queues.load(saved.queues);
  world.practices.forEach((practice, i) => Object.assign(practice, saved.learned[i]));
  const present = world.people.presentSlots();
  for (const slot of present) takeCapacity(world, slot);
  world.services.forEach((service, number) => {
    service.countedAt = saved.countedAt[number]!;
    setCapacity(service);
    expectCount(world, service);
  });
  world.sources.forEach((source, number) => {
    Object.assign(source, saved.sources[number]);
    expectSource(world, number);
  });
  for (const slot of present) settle(world, slot);
  if (isSame(saved.scenario, world.scenario)) return;
  // Staff may be others than before, and what is free now may be offered.
  world.services.forEach((service, number) => {
    world.log.write(world.now, Kind.staff, -1, -1, number, -1, minutesPerWeek(service));
    world.toOffer.push(number);
  });
}

/** An event of nobody's on that day takes the clock there. */
function moveClock({ executive }: World, day: Days): void {
  executive.schedule(0, day, 0, 0);
  executive.next();
}

/** What a person takes of a service, by what they have open. Loads are those of the scenario that goes on. */
function takeCapacity({ people, services, programmes }: World, slot: number): void {
  const stay = people.stay[slot]!;
  if (stay >= 0) services[stay]!.staying++;
  const service = services[people.service[slot]!];
  const programme = programmes[people.programme[slot]!];
  switch (people.open[slot]) {
    case Open.assessmentList:
      if (people.booked[slot] === 0) service!.waitingForAssessment++;
      else service!.pools[service!.spec.assessment!.staff]!.committed += service!.assessmentLoad;
      break;
    case Open.treatmentList:
      service!.waitingForTreatment++;
      break;
    case Open.course:
      programme!.inTreatment++;
      programme!.pool.committed += programme!.load;
      break;
    case Open.hold:
      service!.pools[service!.spec.hold.staff]!.committed += service!.holdLoad;
      break;
    default:
      break;
  }
}

function checkShape(was: PathwayScenario, is: PathwayScenario): void {
  const [before, now] = [shapeOf(was), shapeOf(is)];
  const stray = before.findIndex((part, i) => part !== now[i]);
  if (stray < 0 && before.length === now.length) return;
  const [old, other] = [before[stray] ?? "nothing", now[stray < 0 ? before.length : stray] ?? "nothing"];
  throw new RangeError(
    `a branch needs the same practices, groups and services in the same order: ${old}, got ${other}`,
  );
}

/** What numbers in a saved state refer to. */
const shapeOf = ({ population, services }: PathwayScenario): readonly string[] => [
  ...population.practices.map(({ name }) => `practice "${name}"`),
  ...population.groups.map(
    ({ name, share_of_adults }) => `group "${name}" ${share_of_adults > 0 ? "(residents)" : ""}`,
  ),
  ...services.flatMap(({ name, programmes, waiting_list: { priority } }) => [
    `service "${name}" with priorities ${priority.join(" ")}`,
    ...programmes.map((programme) => `programme "${programme.name}" of "${name}"`),
  ]),
];

const isSame = (a: PathwayScenario, b: PathwayScenario): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);
