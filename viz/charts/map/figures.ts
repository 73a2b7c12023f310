/** The numbers that the map of a network draws. */
import type { Estimate } from "../../../src/index.ts";

/** A figure in both scenarios, and the paired difference. */
export interface MapPair {
  readonly base: Estimate;
  readonly other: Estimate;
  readonly difference: Estimate;
}

export type MapView = "base" | "other" | "difference";

export type MapPlace = MapStation | MapExit;

/** Where people wait and are cared for; people at any one time. */
export interface MapStation {
  readonly name: string;
  readonly waiting: MapPair;
  readonly inCare: MapPair;
  /** From outside, people a year. */
  readonly arrivals: MapPair;
}

/** A way out. */
export interface MapExit {
  readonly name: string;
  /** People a year who ended here. */
  readonly through: MapPair;
}

export interface MapFlow {
  readonly from: string;
  readonly to: string;
  /** People a year. */
  readonly people: MapPair;
}

export interface MapFigures {
  readonly places: readonly MapPlace[];
  readonly flows: readonly MapFlow[];
}

export const isExit = (place: MapPlace): place is MapExit => "through" in place;
