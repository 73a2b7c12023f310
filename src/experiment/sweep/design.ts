/** Which points a sweep has, and which values its factors take. Apart from the schema, since programs see these types and not those of a schema. */
import type { Factor } from "./sweep.ts";

/** Designs that are made here, or elsewhere and listed. */
export const designNames = [
  "full_factorial",
  "one_at_a_time",
  "latin_hypercube",
  "sobol",
  "saltelli",
  "draws",
  "list",
] as const;
export type DesignName = (typeof designNames)[number];

/** One value for each factor; undefined: as it is in the scenario. */
export type Point = readonly unknown[];

/** What values a factor can take. */
export type Values =
  | { readonly kind: "list"; readonly values: readonly unknown[] }
  | {
      readonly kind: "range";
      readonly low: number;
      readonly high: number;
      readonly whole: boolean;
      readonly levels: number;
      /** From a uniform number to a value of the range, not yet made whole. */
      readonly quantile: (u: number) => number;
    };

export interface ReadyFactor extends Factor {
  readonly take: Values;
}
