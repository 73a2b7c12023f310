/** Files of simulation-dts-renege with something wrong become located problems, whatever they hold. */
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { importRenege, type NamedText } from "../../src/scenario/import/index.ts";
import { changed, faultsOf, hasRealFiles, isUnreachable, problemsOf, real, warningsOf } from "./import-files.ts";
import { network, arrivals, flow, days, importNetwork, importArrivals, importFlow } from "./import-renege.ts";

const inNetwork = (...change: [from: string, to: string]): string[] =>
  problemsOf(importNetwork(changed(network, ...change)));
const inArrivals = (...change: [from: string, to: string]): string[] =>
  problemsOf(importArrivals(changed(arrivals, ...change)));
const inFlow = (...change: [from: string, to: string]): string[] => problemsOf(importFlow(changed(flow, ...change)));

describe("what is wrong with a network", () => {
  it.each([
    ["lost,arr", "losst,arr", '1, column "losst": the name of a row of the network: "losst"'],
    ["wt_lost", "wt_losst", '1, column "wt_losst": the name of a row of the network: "losst"'],
    ["srv.par", "srv_par", '1: a column "srv.par": none of that name'],
    ["\nward", "\nclinic", '3, column 1: each name once: "clinic" again'],
    ["0.25,0.75", "0.25,0.7", '2, columns "clinic" to "lost": probabilities that add up to 1: 0.95'],
    ["0.25,0.75", "0.25,-0.75", '2, column "home": a probability from 0 to 1: "-0.75"'],
    ["0.25,0.75", '0.25,"0,75"', '2, column "home": a probability from 0 to 1: "0,75"'],
    ["pois", "poisson", '2, column "arr.dist": pois or const: "poisson"'],
    ["pois,4", "pois,four", '2, column "arr.par": a number, 0 or more: "four"'],
    ["pois,4", "pois,", '2, column "arr.par": a number, 0 or more: an empty cell'],
    ["epmf", "emf", '2, column "srv.dist": lnorm, const or epmf: "emf"'],
    ["7;0.25;", "7", '2, column "srv.par": value;probability;value;probability…: "1;0.5;7"'],
    ["7;0.25;", "7;-1", '2, column "srv.par": a number, 0 or more, as probability 2: "-1"'],
    ["1;0.5;7;0.25;", "1;0;7;0", '2, column "srv.par": probabilities that add up to 1: 0'],
    [" 2.5 ; 0.5 ", "2.5", '3, column "srv.par": mu;sigma: "2.5"'],
    ["lnorm, 2.5 ; 0.5 ", "const,-1", '3, column "srv.par": a number, 0 or more: "-1"'],
    [",6,", ",6.5,", '2, column "capacity": a whole number, 0 or more: "6.5"'],
    [",6,", ",0,", '2, column "capacity": a capacity above 0 at some time: 0'],
    [
      "p[4] + ((p[1]-p[4]) / (1+(x/p[3])^p[2]))",
      "p[1]",
      '2, column "wt_fn": p[4]+((p[1]-p[4])/(1+(x/p[3])^p[2])): "p[1]"',
    ],
    ["0.1;2;30", "0.1;2;0", '2, column "wt_params": a number above 0, as p[3]: "0"'],
    ["0.1;2;30;0.5", "", '2, column "wt_params": p[1];p[2];p[3];p[4]: an empty cell'],
    ["0.5,,0.5", "0.5,,", '2, columns "wt_clinic" to "wt_lost": probabilities that add up to 1: 0.5'],
    ["lost,,,,,", "lost,,,1,,", '5, column "home": an empty row for an exit: "1"'],
    ["\nlost,,", "\nlost,,,", "5: 16 cells, as in the header: 17"],
    ["arr.dist,", ",", '2, column 6: nothing in a column without a name: "pois"'],
  ])("%j for %j", (from, to, problem) => {
    expect(inNetwork(from, to)[0]).toBe(`clinic_network.csv, line ${problem}`);
  });

  it.each([
    ["__proto__", '"__proto__"'],
    ["constructor", '"constructor"'],
    ["all", '"all"'],
    ["", "an empty cell"],
    ['"two\nlines"', '"two\\nlines"'],
    ["x".repeat(81), `"${"x".repeat(60)}…"`],
  ])("the name %j", (name, got) => {
    const text = network.text.replaceAll(/\bward\b/g, name).replaceAll(/wt_(?=,)/g, "wt_ward");
    const expected = "a name of 1 to 80 characters, on one line, that is not a reserved word";
    const problems = problemsOf(importNetwork({ ...network, text }));
    expect(problems.some((line) => line.endsWith(`column 1: ${expected}: ${got}`))).toBe(true);
  });

  it("a doubled column that contradicts itself", () => {
    const text = network.text.replace("capacity", "arr.par");
    expect(problemsOf(importNetwork({ ...network, text }))).toEqual([
      'clinic_network.csv, line 2, column 10 "arr.par": "4", as in the first column of that name: "6"',
      'clinic_network.csv, line 1: a column "capacity": none of that name',
    ]);
  });

  it("nothing in it, or a header alone", () => {
    expect(problemsOf(importNetwork({ name: "n.csv", text: "\n" }))).toEqual([
      "n.csv: a header and rows of cells: an empty file",
    ]);
    const [header = ""] = network.text.split("\n");
    const text = header.replaceAll(/\b(wt_)?(clinic|ward|home|lost)\b,?/g, "");
    expect(problemsOf(importNetwork({ name: "n.csv", text }))).toEqual([
      'n.csv, line 1, column "capacity": a row with something in "capacity": a node: none',
      'n.csv, line 1, column "capacity": a row with nothing in "capacity": an exit: none',
    ]);
  });

  it("semicolons as separators leave lists nowhere to be", () => {
    const text = network.text.replaceAll(",", ";");
    expect(problemsOf(importNetwork({ ...network, text }))[0]).toMatch(/^clinic_network.csv, line 2: 16 cells/);
  });

  it("more rows than a scenario may have places", () => {
    const text = network.text + "y,,,,,,,,,,,,,,,\n".repeat(4000);
    expect(problemsOf(importNetwork({ ...network, text }))).toEqual([
      "clinic_network.csv: a table of at most 4000 rows: 4004",
    ]);
  });

  it("a hint says what may have been meant", () => {
    const text = network.text.replace("lost,arr", "losst,arr").replace("0.25,0.75", '0.25,"0,75"');
    const imported = importNetwork({ ...network, text });
    expect(imported.ok ? [] : imported.problems.map(({ hint }) => hint)).toEqual([
      'Did you mean "lost"?',
      "Decimals are written with a point.",
    ]);
  });

  it("everything at once", () => {
    const text = network.text.replace("pois,4", "pois,x").replace("0.1,,0.9", "0.1,,0.8").replace(",10,", ",-1,");
    expect(problemsOf(importNetwork({ ...network, text }))).toEqual([
      'clinic_network.csv, line 2, column "arr.par": a number, 0 or more: "x"',
      'clinic_network.csv, line 3, columns "clinic" to "lost": probabilities that add up to 1: 0.9',
      'clinic_network.csv, line 3, column "capacity": a whole number, 0 or more: "-1"',
    ]);
  });
});

describe("what is wrong with arrivals", () => {
  it.each([
    [
      "31;60",
      "30;60",
      '2, column "period": a first day after 30, the last day on clinic_arrivals.csv, line 3: "30;60"',
    ],
    ["31;60", "60;31", '2, column "period": first;last day, whole numbers from 1 on: "60;31"'],
    ["31;60", "0;60", '2, column "period": first;last day, whole numbers from 1 on: "0;60"'],
    ["31;60", "31;60;90", '2, column "period": first;last day, whole numbers from 1 on: "31;60;90"'],
    ["1;30,clinic", "1;30,clinik", '3, column "node": the name of a row of the network: "clinik"'],
    ["1;30,clinic", "1;30,home", '3, column "node": the name of a row of the network: "home"'],
    ["period", "periods", '1: a column "period": none of that name'],
    [",6\n1;", ",six\n1;", '2, column "capacity": a whole number, 0 or more: "six"'],
    ["const,0", "const,1", '4, column "arr.dist": pois, where arrivals change by date: const'],
  ])("%j for %j", (from, to, problem) => {
    expect(inArrivals(from, to)).toContain(`clinic_arrivals.csv, line ${problem}`);
  });

  it("a service that changes by date has no place in our format", () => {
    expect(inArrivals("epmf,1;0.5;7;0.25;,6", "const,1,6")).toEqual([
      'clinic_arrivals.csv, line 2, column "srv.dist": the same service at all dates, as in clinic_network.csv, line 2, column "srv.dist": another law or other parameters',
    ]);
  });

  it("is not told anew for each period with the same text", () => {
    const both = { network: changed(network, "0.25;,6", "x,6"), arrivals: changed(arrivals, "0.25;,6", "x,6") };
    expect(problemsOf(importRenege(both, days))).toEqual([
      'clinic_network.csv, line 2, column "srv.par": a number, 0 or more, as probability 2: "x"',
    ]);
  });
});

describe("what is wrong with a flow file or the options", () => {
  it.each([
    ["ward,home", "wart,home", 'clinic_flow.csv, line 1, column "wart": the name of a row of the network: "wart"'],
    ["\nward", "\nwart", 'clinic_flow.csv, line 3, column 1: the name of a row of the network: "wart"'],
    ["\nward", "\nwart", 'clinic_flow.csv: a row for the node "ward": none of that name'],
    ["\nward", "\nhome", 'clinic_flow.csv, line 3, column "clinic": an empty row for an exit: "0.1"'],
    ["0.75", "0.5", 'clinic_flow.csv, line 2, columns "clinic" to "lost": probabilities that add up to 1: 0.75'],
  ])("%j for %j", (from, to, problem) => {
    expect(inFlow(from, to)).toContain(problem);
  });

  it.each([
    [{ network, flow }, {}, "flowFromDay: a whole number, 1 or more: nothing"],
    [{ network, flow }, { flowFromDay: 0 }, "flowFromDay: a whole number, 1 or more: 0"],
    [{ network }, { flowFromDay: 5 }, "flowFromDay: a flow file to hold from that day on: none"],
    [{ network }, { warmUpDays: -1 }, "warmUpDays: a number of days, 0 or more: -1"],
    [{ network }, { runDays: Number.NaN }, "runDays: a number of days above 0: NaN"],
    [{ network, arrivals }, { warmUpDays: 90 }, "runDays: a number of days above 0: nothing"],
  ])("options %#", (files, options, problem) => {
    expect(problemsOf(importRenege(files, options))).toEqual([problem]);
  });
});

describe("whatever the files hold", () => {
  const anyText = fc.string({ unit: "binary" });

  it("any text ends with a scenario or with problems", () => {
    fc.assert(
      fc.property(anyText, anyText, anyText, (a, b, c) => {
        const imported = importRenege(
          { network: { name: "a", text: a }, arrivals: { name: "b", text: b }, flow: { name: "c", text: c } },
          { flowFromDay: 2 },
        );
        expect(imported.ok || imported.problems.length > 0).toBe(true);
      }),
    );
  });

  it("so does any change to cells of a good file", () => {
    const cell = fc.constantFrom(
      "",
      "NA",
      "0",
      "1",
      "-1",
      "1e999",
      ";",
      "1;2",
      "clinic",
      "home",
      "__proto__",
      "epmf",
      '"',
    );
    const files = [network, arrivals, flow];
    fc.assert(
      fc.property(fc.nat(2), fc.array(fc.tuple(fc.nat(80), cell), { minLength: 1 }), (which, edits) => {
        const [one, two, three] = files.map((file, i) => (i === which ? edited(file, edits) : file));
        const imported = importRenege({ network: one ?? network, arrivals: two, flow: three }, { flowFromDay: 2 });
        expect(imported.ok || imported.problems.length > 0).toBe(true);
        if (imported.ok) expect(faultsOf(imported).filter((fault) => !isUnreachable(fault))).toEqual([]);
        expect(JSON.stringify(imported)).not.toMatch(/undefined|\[object/);
      }),
    );
  });

  it("a long file with a fault in every cell is told briefly", () => {
    const rows = Array.from({ length: 20_000 }, () => "x,y,z,w");
    const imported = importArrivals({ name: "a.csv", text: `period,node,arr.dist,arr.par\n${rows.join("\n")}` });
    expect(problemsOf(imported).length).toBe(101);
    expect(problemsOf(imported).at(-1)).toBe("a.csv: files that fit together: 39900 more problems");
  });
});

it.skipIf(!hasRealFiles)("the real files are read without problems", () => {
  const path = "simulation-dts-renege";
  const imported = importRenege(
    {
      network: real(`${path}/network_baseline.csv`),
      arrivals: real(`${path}/arrivals_baseline.csv`),
      flow: real(`${path}/postcov_flow_baseline.csv`),
    },
    { flowFromDay: 1166, warmUpDays: 730, runDays: 801 },
  );
  expect(faultsOf(imported)).toEqual([]);
  expect(warningsOf(imported)).toEqual([
    'network_baseline.csv, line 4, column "srv.par": a list that ends with a probability: an empty item at its end',
    "postcov_flow_baseline.csv: routing other than the network's: the same",
  ]);
});

function edited({ name, text }: NamedText, edits: readonly (readonly [number, string])[]): NamedText {
  const cells = text.split(/([,\n])/);
  for (const [i, cell] of edits) cells[(2 * i) % cells.length] = cell;
  return { name, text: cells.join("") };
}
