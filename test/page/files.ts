/** Files for tests of the page: scenarios that run in no time. */

/** One counter with so many servers. */
export const counter = (title: string, servers: number): string =>
  JSON.stringify({
    format: 1,
    kind: "network",
    title,
    warm_up_days: 10,
    run_days: 100,
    exits: ["home"],
    nodes: {
      "<b>counter</b>": {
        servers,
        service: { law: "exponential", mean_days: 1 },
        arrivals: [{ per_day: 2.5 }],
        routing: "home",
      },
    },
  });

/** The counter of `mine.json` with other servers. */
export const variant = (title: string, servers: number): string =>
  JSON.stringify({
    format: 1,
    extends: "mine.json",
    title,
    change: { nodes: { "<b>counter</b>": { servers } } },
  });

/** The care pathway over a quarter of a year, for one practice. */
export const shortPathway = JSON.stringify({
  format: 1,
  extends: "baseline.json",
  title: "Short",
  change: {
    warm_up_days: 30,
    run_days: 90,
    population: { practices: [{ name: "P1", area: "Bristol", decile: 3, list: 30_000 }] },
  },
});

/** The same with a year of holding. */
export const shortHolding = JSON.stringify({
  format: 1,
  extends: "short.json",
  title: "Short, held",
  change: { services: { IAPT: { hold: { chance: 1, lasts_months: 12 } } } },
});

export const wicked = "<img src=x onerror=alert(1)>";
