/** People come into view: those who are there for the whole run, and those who come as episodes of illness. */
import { log as ln } from "../../engine/maths/log.ts";
import { normalQuantile } from "../../engine/maths/normal.ts";
import type { Streams } from "../../engine/streams.ts";
import { type Days, Phase } from "../../engine/time.ts";
import { Kind } from "../../records/log.ts";
import { appearance } from "../../records/pathway-codes.ts";
import type { PathwayScenario } from "../../scenario/pathway/types.ts";
import { hazards } from "./clocks.ts";
import type { ReadyPractice } from "./practices.ts";
import { Ask } from "./questions.ts";
import { caseness, mostSevere, putSeverity, setSeverity } from "./severity.ts";
import { drawTarget } from "./hazards.ts";
import { settle } from "./settle.ts";
import type { World } from "./world.ts";

/** The people of a group at a practice. Its place among the sources is not its number for `Streams.draw`: that is `stream`. */
export interface Source {
  readonly practice: number;
  readonly group: number;
  readonly stream: number;
  /** How many are there from the start to the end. */
  readonly residents: number;
  /** Moves on to the next episode. */
  readonly next: () => void;
  /** Number of the person who came last, within the source. */
  index: number;
  /** When that was, or will be; at or after the horizon, or Infinity: nobody comes any more. */
  time: Days;
}

/** One source for each group at each practice. The names, not the order, decide their luck. */
export function buildSources(
  { population: { practices: specs, groups }, warm_up_days, run_days }: PathwayScenario,
  practices: readonly ReadyPractice[],
  streams: Streams,
): Source[] {
  const horizon = warm_up_days + run_days;
  const gap = streams.question("time to the next episode");
  const thinning = streams.question("whether the episode is real");
  return practices.flatMap(({ adults, need }, practice) =>
    groups.map((group, g): Source => {
      const stream = streams.source(`${group.name} at ${specs[practice]!.name}`);
      const residents = Math.round(adults * group.share_of_adults * need);
      const rate = adults * group.episodes_per_day * need;
      const source = {
        practice,
        group: g,
        stream,
        residents,
        next: () => {},
        index: residents - 1,
        time: rate > 0 ? 0 : Infinity,
      };
      const draw = (question: number): number => streams.draw(stream, source.index, question, 0);
      return Object.assign(source, {
        next: poisson(
          source,
          rate,
          horizon,
          () => draw(gap),
          () => draw(thinning),
        ),
      });
    }),
  );
}

/**
 * Times of a Poisson process, by thinning candidates that come at a rate that is a power of two, so that a change of
 * demand mostly leaves the candidates where they are: more demand adds people, and moves nobody.
 */
function poisson(
  source: { index: number; time: Days },
  rate: number,
  horizon: Days,
  gap: () => number,
  thinning: () => number,
): () => void {
  if (rate === 0) return () => {};
  let candidates = 1;
  while (candidates < rate) candidates *= 2;
  while (candidates / 2 >= rate) candidates /= 2;
  return () => {
    while (source.time < horizon) {
      source.index++;
      source.time -= ln(gap()) / candidates;
      if (thinning() * candidates < rate) return;
    }
  };
}

/** An episode of illness begins. */
export function beginEpisode(world: World, number: number): void {
  const source = world.sources[number]!;
  appear(world, source, source.index);
  source.next();
  expectSource(world, number);
}

/** The next episode of a source is awaited. */
export function expectSource(world: World, number: number): void {
  world.executive.schedule(number, world.sources[number]!.time, Phase.act, number);
}

function appear(world: World, source: Source, index: number): void {
  const slot = bring(world, { ...source, index });
  comeIntoView(world, slot);
  settle(world, slot);
}

/** Who a person is: the stream of their luck with their number in it, and where they belong. */
export interface Who {
  readonly stream: number;
  readonly index: number;
  readonly practice: number;
  readonly group: number;
}

/** A person with all that they bring, whom nobody has seen yet. */
export function bring(world: World, { stream, index, practice, group }: Who): number {
  const { people } = world;
  const slot = people.enter(stream, index);
  people.practice[slot] = practice;
  people.group[slot] = group;
  const { severity, risk_start, difficulty_mean, difficulty_sd, engagement_start, is_pd } = world.groupOf(slot);
  people.level[slot] = within(mostSevere, severity.level_mean + severity.level_sd * ask("own level of severity"));
  people.difficulty[slot] = within(8, difficulty_mean + difficulty_sd * ask("difficulty"));
  people.ownRisk[slot] = world.scenario.risk.own_sd * ask("own variation of risk");
  people.engagement[slot] = engagement_start;
  people.band[slot] = pick(risk_start, world.ask(slot, Ask["risk at the start"]));
  const { at_start, false_positive } = world.scenario.gp.recognition;
  const known = is_pd ? at_start : false_positive;
  people.recognised[slot] = world.ask(slot, Ask["recognised at the start"]) < known ? 1 : 0;
  putSeverity(world, slot, startOf(world, slot));
  return slot;

  function ask(what: keyof typeof Ask): number {
    return normalQuantile(world.ask(slot, Ask[what]));
  }
}

/** Is there from now on. To be settled next. */
export function comeIntoView(world: World, slot: number): void {
  const { people } = world;
  const brings = appearance(people.band[slot]!, people.engagement[slot]!);
  world.record(Kind.appear, slot, world.practicePlace(slot), brings);
  for (let hazard = 0; hazard < hazards; hazard++) drawTarget(world, slot, hazard);
  setSeverity(world, slot, people.severity[slot]!);
  // No state has this number, so that the first one is written down.
  people.care[slot] = 255;
}

/** An episode of illness begins as a case, whatever the law says. */
function startOf(world: World, slot: number): number {
  const { severity, episodes_per_day } = world.groupOf(slot);
  const drawn = severity.start_mean + severity.start_sd * world.askNormal(slot, Ask["severity at the start"]);
  return episodes_per_day > 0 ? Math.max(caseness, drawn) : drawn;
}

const within = (most: number, value: number): number => Math.min(most, Math.max(0, value));

/** The place that a uniform number picks, among shares that add up to 1. The last takes what rounding leaves over. */
export function pick(shares: readonly number[], u: number): number {
  let place = 0;
  for (let upTo = shares[0]!; u >= upTo && place < shares.length - 1; upTo += shares[place]!) place++;
  return place;
}

/** An episode is over once the person is well and nothing is open: they are seen no more. */
export function disappear(world: World, slot: number): void {
  world.record(Kind.disappear, slot, world.practicePlace(slot), 0);
  world.executive.cancel(slot);
  world.people.leave(slot);
}
