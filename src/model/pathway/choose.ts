/**
 * Who they are that are there when a run starts from today: for each place on a list, in a course or in need, the first of a
 * row of people drawn by chance who could be there. Of groups that are there for the whole run they are some of its
 * residents; of groups that come as episodes, people whose episode began before the run.
 */
import { normalQuantile } from "../../engine/maths/normal.ts";
import type { Days } from "../../engine/time.ts";
import { bring, pick } from "./appear.ts";
import { Ask, At } from "./questions.ts";
import { trueScore } from "./risk.ts";
import type { ReadyService } from "./services.ts";
import { hasNeed, putSeverity, severityNow } from "./severity.ts";
import { chanceToBeLetIn } from "./triage.ts";
import type { World } from "./world.ts";

/** So many people are looked at for one place. If none of them could be there, next to nobody could. */
const mostTries = 10_000;

/** Whom to look for. */
export interface Wanted {
  /** In words, which decide the luck: "on the list of IAPT from before". */
  readonly where: string;
  readonly group: number;
  /** For how long an episode has been going on by now; given a uniform number. Residents are as they are on day 0. */
  readonly age: (u: number) => Days;
  readonly couldBe: (slot: number) => boolean;
}

export class Chooser {
  readonly #world: World;
  /** Slots of residents, by group. */
  readonly #residents: readonly (readonly number[])[];
  /** Of people with need, by practice. */
  readonly #shares: readonly number[];
  /** By place and group: the stream of its row, and how many have been found in it. */
  readonly #rows = new Map<string, { readonly stream: number; found: number }>();
  readonly #taken = new Set<number>();

  constructor(world: World, residents: readonly (readonly number[])[]) {
    this.#world = world;
    this.#residents = residents;
    const all = world.practices.reduce((sum, { adults, need }) => sum + adults * need, 0);
    this.#shares = world.practices.map(({ adults, need }) => (adults * need) / all);
  }

  /** Whether the person has been found for some place. */
  isTaken(slot: number): boolean {
    return this.#taken.has(slot);
  }

  /** RangeError where nobody of the group could be there. */
  find(wanted: Wanted): number {
    const { where, group } = wanted;
    const name = `${this.#world.groups[group]!.name} ${where}`;
    const row = this.#rows.get(name) ?? { stream: this.#world.streamFromBefore(name), found: 0 };
    this.#rows.set(name, row);
    const place = row.found++;
    const isResident = this.#residents[group]!.length > 0;
    for (let tried = 0; tried < mostTries; tried++) {
      const index = place * mostTries + tried;
      const slot = isResident ? this.#resident(row.stream, index, group) : this.#newcomer(row.stream, index, wanted);
      if (!this.#taken.has(slot) && hasNeed(this.#world, slot) && wanted.couldBe(slot)) {
        this.#taken.add(slot);
        return slot;
      }
      if (!isResident) this.#world.people.leave(slot);
    }
    throw new RangeError(
      `start: next to nobody of group "${this.#world.groups[group]!.name}" could be ${where} with the rules and risks of this scenario; ` +
        `see triage and start.from_risk, start.up_to_risk`,
    );
  }

  #resident(stream: number, index: number, group: number): number {
    const { streams } = this.#world;
    const slots = this.#residents[group]!;
    return slots[Math.floor(streams.draw(stream, index, streams.question("who is there"), 0) * slots.length)]!;
  }

  #newcomer(stream: number, index: number, { group, age }: Wanted): number {
    const world = this.#world;
    const draw = (question: string): number => world.streams.draw(stream, index, world.streams.question(question), 0);
    const practice = pick(this.#shares, draw("practice"));
    const slot = bring(world, { stream, index, practice, group });
    world.people.severityAt[slot] = world.now - age(draw("age of the episode"));
    putSeverity(world, slot, severityNow(world, slot));
    return slot;
  }
}

/** Whether the service's rules would have let the person in on paper, with the letter that they have. */
export function couldPassTriage(world: World, slot: number, service: ReadyService): boolean {
  const { number, spec, firstQuestion } = service;
  const { available, accepts } = world.practiceOf(slot);
  if (!available[number]! || !accepts[number]![world.people.group[slot]!]!) return false;
  if (world.trait(slot, firstQuestion + At.fits) >= spec.fits) return false;
  const noise = spec.triage.noise * normalQuantile(world.trait(slot, firstQuestion + At["triage before the run"]));
  if (!hasRiskFor(world, slot, service, letterBefore(world, slot) + noise)) return false;
  return world.trait(slot, firstQuestion + At["whether let in before the run"]) < chanceToBeLetIn(world, slot, service);
}

/** Whether, besides, an assessment that sees the truth would have. */
export const couldBeAccepted = (world: World, slot: number, service: ReadyService): boolean =>
  couldPassTriage(world, slot, service) &&
  (!service.spec.assessment || hasRiskFor(world, slot, service, trueScore(world, slot)));

/** What the GP wrote of the risk, without framing it. */
export const letterBefore = (world: World, slot: number): number =>
  trueScore(world, slot) +
  world.scenario.gp.risk_noise * normalQuantile(world.trait(slot, Ask["letter before the run"]));

function hasRiskFor({ people }: World, slot: number, { spec }: ReadyService, score: number): boolean {
  const { start, triage } = spec;
  if (triage.exempt[people.group[slot]!]!) return true;
  const { from_risk, up_to_risk } = start ?? { from_risk: triage.risk_floor, up_to_risk: triage.risk_ceiling };
  return score >= from_risk && score <= up_to_risk;
}
