/** One scale for people, one for flows, over both scenarios and every view of the map, so that sizes can be compared. */
import { max } from "d3";
import { isExit, type MapFigures, type MapPair } from "./figures.ts";

export interface MapScales {
  /** Side in pixels of the square that stands for so many people. */
  readonly side: (people: number) => number;
  /** Width in pixels of a flow of so many people a year. */
  readonly width: (peopleAYear: number) => number;
  /** Round numbers for the key. */
  readonly people: number;
  readonly peopleAYear: number;
}

/** Side of the largest square, and width of all that passes through the busiest place. */
export interface MapSizes {
  readonly square: number;
  readonly river: number;
}

const most = (pair: MapPair): number => Math.max(pair.base.mean || 0, pair.other.mean || 0);

export function mapScales({ places, flows }: MapFigures, { square, river }: MapSizes): MapScales {
  const crowd = roundUp(
    max(places, (place) => (isExit(place) ? 0 : Math.max(most(place.waiting), most(place.inCare)))) ?? 0,
  );
  const busiest = max(places, ({ name }) => {
    const out = flows.filter(({ from }) => from === name).reduce((sum, { people }) => sum + most(people), 0);
    const into = flows.filter(({ to }) => to === name).reduce((sum, { people }) => sum + most(people), 0);
    return Math.max(out, into);
  });
  const stream = roundUp(busiest ?? 0);
  return {
    side: (people) => square * Math.sqrt(Math.max(0, people || 0) / crowd),
    width: (peopleAYear) => (river * Math.max(0, peopleAYear || 0)) / stream,
    people: roundDown(crowd / 4),
    peopleAYear: roundDown(stream / 4),
  };
}

/** The next of 1, 1.5, 2, 3, 5, 7 × a power of ten: steps so small that rounding wastes little room, and few enough to keep still. */
function roundUp(value: number): number {
  if (!(value > 0)) return 1;
  const power = 10 ** Math.floor(Math.log10(value));
  return ([1, 1.5, 2, 3, 5, 7].find((step) => step * power >= value) ?? 10) * power;
}

/** The 1, 2 or 5 × a power of ten below. */
function roundDown(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  return ([5, 2, 1].find((step) => step * power <= value) ?? 1) * power;
}
