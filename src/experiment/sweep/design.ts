/** Which points a sweep has. Apart from the schema, since programs see these types and not those of a schema. */

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
