/** Files of simulation-dts-renege become scenarios. */
import { describe, expect, it } from "vitest";
import { importRenege, type Imported } from "../../src/scenario/import/index.ts";
import { changed, faultsOf, problemsOf, warningsOf } from "./import-files.ts";
import { network, arrivals, flow, days, importNetwork, importArrivals, importFlow } from "./import-renege.ts";

describe("what the files say", () => {
  it("network, arrivals and flow make one scenario", () => {
    const imported = importRenege({ network, arrivals, flow }, { ...days, flowFromDay: 41 });
    expect(faultsOf(imported)).toEqual([]);
    expect(imported).toMatchObject({
      scenario: {
        format: 1,
        kind: "network",
        title: "Network of clinic_network.csv",
        source:
          "simulation-dts-renege; all figures come from clinic_network.csv, clinic_arrivals.csv, clinic_flow.csv.",
        warm_up_days: 10,
        run_days: 110,
        exits: ["home", "lost"],
      },
    });
    expect(nodesOf(imported)).toEqual([
      [
        "clinic",
        {
          servers: {
            steps: [
              { from_day: 0, servers: 6 },
              { from_day: 60, servers: 9 },
              { from_day: 90, servers: 6 },
            ],
          },
          service: {
            law: "discrete",
            values: [
              { days: 1, probability: 2 / 3 },
              { days: 7, probability: 1 / 3 },
            ],
          },
          arrivals: [
            {
              steps: [
                { from_day: 0, per_day: 4 },
                { from_day: 30, per_day: 8 },
                { from_day: 60, per_day: 0 },
                { from_day: 90, per_day: 4 },
              ],
            },
          ],
          patience: { law: "daily_chance", first: 0.1, shape: 2, scale_days: 30, last: 0.5 },
          leavers: [
            { to: "ward", probability: 0.5 },
            { to: "lost", probability: 0.5 },
          ],
          routing: {
            by_date: [
              {
                from_day: 0,
                routing: [
                  { to: "ward", probability: 0.25 },
                  { to: "home", probability: 0.75 },
                ],
              },
              {
                from_day: 40,
                routing: [
                  { to: "home", probability: 0.75 },
                  { to: "lost", probability: 0.25 },
                ],
              },
            ],
          },
        },
      ],
      [
        "ward",
        {
          servers: 10,
          service: { law: "lognormal", mu_log_days: 2.5, sigma_log: 0.5 },
          arrivals: [{ between: { law: "deterministic", days: 0.5 } }],
          routing: [
            { to: "clinic", probability: 0.1 },
            { to: "home", probability: 0.9 },
          ],
        },
      ],
    ]);
  });

  it("each change to the figures is a warning", () => {
    const imported = importRenege({ network, arrivals, flow }, { ...days, flowFromDay: 41 });
    expect(warningsOf(imported)).toEqual([
      'clinic_arrivals.csv, line 4, column "period": periods without gaps: none for days 91 to 120 of "clinic"',
      'clinic_network.csv, line 2, column "srv.par": a list that ends with a probability: an empty item at its end',
      'clinic_network.csv, line 2, column "srv.par": probabilities that add up to 1: 0.75',
      'clinic_network.csv, line 3, column "arr.dist": pois: const',
    ]);
  });

  it("without a flow file, and up to the end of the periods", () => {
    const imported = importRenege({ network, arrivals }, {});
    expect(imported).toMatchObject({ ok: true, scenario: { warm_up_days: 0, run_days: 90 } });
    expect(nodesOf(imported)[0]?.[1]).toMatchObject({
      arrivals: [{ steps: [{ per_day: 4 }, { per_day: 8 }, { per_day: 0 }] }],
      routing: [{ to: "ward" }, { to: "home" }],
    });
    expect(warningsOf(imported)).toEqual(
      expect.arrayContaining(["warmUpDays: a number of days: nothing", "runDays: a number of days: nothing"]),
    );
  });

  it("a flow file from day 1 on takes the place of the network's routing", () => {
    const imported = importRenege({ network, flow }, { ...days, flowFromDay: 1 });
    expect(nodesOf(imported)[0]?.[1]).toMatchObject({ routing: [{ to: "home" }, { to: "lost" }] });
  });

  it("a flow file that changes nothing is a warning", () => {
    const same = changed(flow, "clinic,,,0.75,0.25", "clinic,,0.25,0.75,");
    expect(warningsOf(importFlow(same))).toContain("clinic_flow.csv: routing other than the network's: the same");
  });

  it("a period may override the service when it does so at all dates", () => {
    const text = "period,node,arr.dist,arr.par,srv.dist,srv.par\n1;120,clinic,pois,4,const,3\n";
    expect(nodesOf(importArrivals({ name: "a.csv", text }))[0]?.[1]).toMatchObject({
      service: { law: "deterministic", days: 3 },
    });
  });

  it("before, between and after periods the network's own figures hold", () => {
    const text = "period,node,arr.dist,arr.par\n11;20,clinic,pois,1\n31;40,clinic,pois,2\n";
    const imported = importArrivals({ name: "a.csv", text });
    expect(nodesOf(imported)[0]?.[1]).toMatchObject({
      arrivals: [
        {
          steps: [
            { from_day: 0, per_day: 4 },
            { from_day: 10, per_day: 1 },
            { from_day: 20, per_day: 4 },
            { from_day: 30, per_day: 2 },
            { from_day: 40, per_day: 4 },
          ],
        },
      ],
    });
    expect(warningsOf(imported).slice(0, 3)).toEqual([
      'a.csv, line 2, column "period": periods without gaps: none for days 1 to 10 of "clinic"',
      'a.csv, line 2, column "period": periods without gaps: none for days 21 to 30 of "clinic"',
      'a.csv, line 3, column "period": periods without gaps: none for days 41 to 120 of "clinic"',
    ]);
  });

  it("without a formula people wait for ever, and a warning says that where they would go is not read", () => {
    const patient = changed(network, "10,,,,,,", "10,,,,,,1");
    expect(nodesOf(importNetwork(patient))[1]?.[1]).not.toHaveProperty("patience");
    expect(warningsOf(importNetwork(patient))).toContain(
      'clinic_network.csv, line 3, column "wt_lost": an empty cell, as in "wt_fn": "1"',
    );
  });

  it.each([
    ["a byte order mark", `\uFEFF${network.text}`],
    ["line ends of Windows", network.text.replaceAll("\n", "\r\n")],
    ["tabs", network.text.replaceAll(",", "\t")],
    ["blanks around cells", network.text.replaceAll(",", " , ")],
  ])("%s changes nothing", (_, text) => {
    expect(nodesOf(importNetwork({ ...network, text }))).toEqual(nodesOf(importNetwork(network)));
  });

  it("probabilities that are off by their last digit are divided by their sum", () => {
    const thirds = changed(network, "clinic,,0.25,0.75,", "clinic,,0.333,0.667,0.0005");
    const imported = importNetwork(thirds);
    expect(faultsOf(imported)).toEqual([]);
    expect(warningsOf(imported)).toContain(
      'clinic_network.csv, line 2, columns "clinic" to "lost": probabilities that add up to 1: 1.0005',
    );
  });

  it("a column that says the same twice is a warning", () => {
    const lines = arrivals.text.trim().split("\n");
    const text = lines.map((line, i) => `${line},${["node", "clinic", "clinic", "clinic"][i]}`).join("\n");
    const imported = importArrivals({ ...arrivals, text });
    expect(nodesOf(imported)).toEqual(nodesOf(importArrivals(arrivals)));
    expect(warningsOf(imported)[0]).toBe(
      'clinic_arrivals.csv, line 1, column 8 "node": each column once: the column a second time',
    );
  });

  it("names with markup and spaces pass through", () => {
    const text = network.text.replaceAll("ward", "<b>ward & bed</b>");
    const imported = importNetwork({ ...network, text });
    expect(faultsOf(imported)).toEqual([]);
    expect(nodesOf(imported)[1]?.[0]).toBe("<b>ward & bed</b>");
  });
});

function nodesOf(imported: Imported): [string, object][] {
  expect(problemsOf(imported)).toEqual([]);
  const nodes = imported.ok && "nodes" in imported.scenario ? imported.scenario.nodes : undefined;
  return typeof nodes === "object" && nodes !== null ? Object.entries(nodes) : [];
}
