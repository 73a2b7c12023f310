/** A small scenario for the tests, as its author would write it. */
export interface ClinicChanges {
  readonly top?: object;
  readonly node?: object;
}

/** A clinic with two clinicians; `node` changes it, `top` changes the scenario around it. */
export function clinic({ top = {}, node = {} }: ClinicChanges = {}): object {
  return {
    format: 1,
    kind: "network",
    title: "A clinic",
    warm_up_days: 28,
    run_days: 364,
    exits: ["discharged", "left"],
    nodes: {
      clinic: {
        servers: 2,
        service: { law: "exponential", mean_days: 3 },
        arrivals: [{ per_day: 0.5 }],
        routing: "discharged",
        ...node,
      },
    },
    ...top,
  };
}
