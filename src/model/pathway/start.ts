/** The state at day 0: residents, and, where a scenario starts from today, who waits, who is in a course, and who is in need. */
import type { Days } from "../../engine/time.ts";
import { From, Kind } from "../../records/log.ts";
import { Sender } from "../../records/pathway-codes.ts";
import type { ListAtStart } from "../../scenario/pathway/types.ts";
import { bring, comeIntoView, expectSource } from "./appear.ts";
import { Chooser, couldBeAccepted, couldPassTriage, letterBefore, type Wanted } from "./choose.ts";
import { resumeCourse } from "./resume.ts";
import type { ReadyProgramme, ReadyService } from "./services.ts";
import { settle } from "./settle.ts";
import { gainTrust } from "./trust.ts";
import { waitForAssessment, waitForTreatment } from "./wait.ts";
import type { World } from "./world.ts";

/** All who are there come into view, and the first episode of each source is awaited. */
export function appearAtStart(world: World): void {
  const residents: number[][] = world.groups.map(() => []);
  for (const source of world.sources) {
    for (let index = 0; index < source.residents; index++)
      residents[source.group]!.push(bring(world, { ...source, index }));
  }
  const chooser = new Chooser(world, residents);
  const posts = postsOf(world).map((post): Post & { readonly slot: number } => ({ ...post, slot: chooser.find(post) }));
  for (const slot of residents.flat().toSorted((one, other) => one - other)) {
    comeIntoView(world, slot);
    if (!chooser.isTaken(slot)) settle(world, slot);
  }
  for (const { slot, group, take } of posts) {
    if (residents[group]!.length === 0) comeIntoView(world, slot);
    take(slot);
    settle(world, slot);
  }
  world.sources.forEach((source, number) => {
    source.next();
    expectSource(world, number);
  });
}

/** A place where somebody is on day 0, and how they take it. */
interface Post extends Wanted {
  readonly take: (slot: number) => void;
}

/** In the order in which they are taken: those who have waited longest come first on their list. */
function postsOf(world: World): Post[] {
  return [
    ...world.services.flatMap((service) => [
      ...service.programmes.flatMap((number) => inCourses(world, service, world.programmes[number]!)),
      ...onAssessmentList(world, service),
      ...service.programmes.flatMap((number) => onTreatmentList(world, service, number)),
    ]),
    ...world.groups.flatMap(({ start, severity }, group) =>
      times(start?.in_need ?? 0, () => ({
        where: "in need from before",
        group,
        age: (u: number): Days => u * severity.drift_days,
        couldBe: () => true,
        take: () => {},
      })),
    ),
  ];
}

const times = <T>(count: number, one: () => T): T[] => Array.from({ length: count }, one);
/** Nobody's severity has moved since a course began that one is in. */
const fresh = (): Days => 0;

function inCourses(world: World, service: ReadyService, { spec, place }: ReadyProgramme): Post[] {
  return (spec.start?.in_treatment ?? []).flatMap((count, group) =>
    times(count, () => ({
      where: `in ${spec.name} of ${service.spec.name} from before`,
      group,
      age: fresh,
      couldBe: (slot) => couldBeAccepted(world, slot, service),
      take: (slot) => {
        world.people.service[slot] = service.number;
        world.people.programme[slot] = place - world.services.length;
        world.record(Kind.serve, slot, place, From.start);
        resumeCourse(world, slot);
      },
    })),
  );
}

/** Those who have waited already, then those who join today. */
function onList(
  { waiting, waited }: ListAtStart,
  where: string,
  post: (days: Days) => Pick<Post, "couldBe" | "take">,
): Post[] {
  return [
    ...waited.map(({ group, days }) => ({ where: `${where} from before`, group, age: () => days, ...post(days) })),
    ...waiting.flatMap((count, group) =>
      times(count, () => ({ where: `${where} from the start`, group, age: () => 0, ...post(0) })),
    ),
  ];
}

function onAssessmentList(world: World, service: ReadyService): Post[] {
  if (!service.spec.start) return [];
  return onList(service.spec.start, `on the list of ${service.spec.name}`, (days) => ({
    couldBe: (slot) => couldPassTriage(world, slot, service),
    take: (slot) => {
      const { people } = world;
      people.service[slot] = service.number;
      people.score[slot] = letterBefore(world, slot);
      people.letter[slot] = Sender.gp;
      people.tries[slot] = 1;
      people.lastReferral[slot] = world.now - days;
      waitForAssessment(world, slot, days);
    },
  }));
}

function onTreatmentList(world: World, service: ReadyService, number: number): Post[] {
  const { start, name } = world.programmes[number]!.spec;
  if (!start) return [];
  return onList(start, `on the list of ${service.spec.name}: ${name}`, (days) => ({
    couldBe: (slot) => couldBeAccepted(world, slot, service),
    take: (slot) => {
      world.people.letter[slot] = Sender.gp;
      world.people.lastReferral[slot] = world.now - days;
      if (service.spec.assessment) gainTrust(world, slot, world.scenario.trust.heard);
      waitForTreatment(world, slot, number, days);
    },
  }));
}
