/** What a set of figures is about, and the sums that it is made of. */
import type { PersonCount, ServiceCount } from "./counts.ts";
import type { PathwayReader } from "./reader.ts";
import type { Over } from "./tally.ts";

/** Some people in a window. */
export interface Part {
  /** Number of the window. */
  readonly w: number;
  readonly days: number;
  readonly segments: readonly number[];
  /** Cells of practices and groups. */
  readonly cells: readonly number[];
  /** Which of the cells of each service: by deprivation and group. */
  readonly kin: readonly number[];
}

export type PersonTotal = (what: PersonCount) => number;
export type ServiceTotal = (what: ServiceCount) => number;

/** Names of the places whose figures are of people rather than of a service. */
export const practicePlaces = {
  all: "all practices",
  more: "more deprived practices",
  less: "less deprived practices",
} as const;

/** The cells of some services for these people. */
export function cellsOfServices({ care }: PathwayReader, services: readonly number[], { segments, kin }: Part): Over {
  return { segments, cells: services.flatMap((service) => kin.map((each) => service * care.cellsPerService + each)) };
}
