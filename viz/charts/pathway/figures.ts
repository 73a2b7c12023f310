/** The numbers that the map of the care pathway draws. */
import { ofPeople, signedPeople, range, verdictOf } from "../../numbers.ts";
import type { MapPair, MapView } from "../map/figures.ts";
import { interval, shown } from "../map/tell.ts";

export interface PathwayPlace {
  /** What flows call it. */
  readonly key: string;
  readonly label: string;
  /** Where it stands: primary care on the left with the gap below it, services in the middle, ways out and crises on the right. */
  readonly part: "gp" | "gap" | "service" | "well" | "crisis" | "lost";
  /** Colour of a service; fixed for each sort of service. */
  readonly tone: "gp" | "iapt" | "cmht" | "third" | "other" | "gap" | "none";
  /** People there at any one time, by what they are doing. */
  readonly people: readonly Crowd[];
}

export interface Crowd {
  /** How the square is drawn: hatched, filled or outlined. */
  readonly how: "waiting" | "inCare" | "held" | "here";
  /** "waiting", "in care", "held", "in the gap". */
  readonly word: string;
  readonly pair: MapPair;
}

export interface PathwayFlow {
  readonly from: string;
  readonly to: string;
  /** `back`: rejections; `away`: into the gap, or lost. */
  readonly kind: "referral" | "back" | "away" | "onward" | "out";
  /** "referred", "rejected", "left or dropped out". */
  readonly word: string;
  /** People a year. */
  readonly people: MapPair;
}

export interface PathwayFigures {
  readonly places: readonly PathwayPlace[];
  readonly flows: readonly PathwayFlow[];
}

export const flowKey = ({ from, to, kind, word }: PathwayFlow): string => [from, to, kind, word].join("\u001f");

/** The words that are seen, in their order: who speaks to the page can say what they see. */
export function tellPlace({ label, people }: PathwayPlace, view: MapView): string {
  const seen = people.flatMap(({ word, pair }) => [shown(pair, view), word, interval(pair, view)]);
  return `${[label, ...seen.filter((text) => text !== "")].join(" ")}. People at any one time, with 95% intervals.`;
}

export function tellFlow(
  { from, to, word, people }: PathwayFlow,
  places: readonly PathwayPlace[],
  view: MapView,
): string {
  const name = (key: string): string => places.find((place) => place.key === key)?.label ?? key;
  return `${name(from)} to ${name(to)}, ${word}: ${tellPair(people, view)} people a year`;
}

/** `1,200 (1,150 to 1,250)`, `+120 (+90 to +150)`, `+3 (−9 to +15), too close to call`. */
export function tellPair(pair: MapPair, view: MapView): string {
  const estimate = pair[view];
  if (estimate.n === 0) return "not known";
  const write = view === "difference" ? signedPeople : ofPeople;
  const close = view === "difference" && verdictOf(estimate) === "close";
  return `${write(estimate.mean)} (${range(estimate, write)})${close ? ", too close to call" : ""}`;
}
