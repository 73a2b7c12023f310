/** Files of PathSimR become scenarios, or located problems. */
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { importPathSimR, type Imported, type NamedText } from "../../src/scenario/import/index.ts";
import { changed, faultsOf, hasRealFiles, isUnreachable, own, problemsOf, real, warningsOf } from "./import-files.ts";

const network = own("unit_network.csv");
const calendar = own("unit_calendar.csv");
const older = { network: own("older_network.csv"), calendar: own("older_calendar.csv") };
const hours = { timeUnit: "hours", warmUp: 100, run: 1000 } as const;
const days = { timeUnit: "days", warmUp: 0, run: 30 } as const;

describe("what the files say", () => {
  it("network and calendar make one scenario in their unit", () => {
    const imported = importPathSimR({ network, calendar }, hours);
    expect(faultsOf(imported)).toEqual([]);
    expect(imported).toEqual({
      ok: true,
      scenario: {
        format: 1,
        kind: "network",
        title: "Network of unit_network.csv",
        description:
          "Imported from files of PathSimR, read in hours. A person who is delayed on the way keeps their place where they come from.",
        source: "PathSimR; all figures come from unit_network.csv, unit_calendar.csv.",
        warm_up_hours: 100,
        run_hours: 1000,
        exits: ["home", "moved"],
        nodes: {
          front: {
            servers: {
              steps: [
                { from_hour: 0, servers: 1 },
                { from_hour: 8, servers: 3 },
                { from_hour: 20, servers: 1 },
              ],
              repeat_every_hours: 24,
            },
            service: { law: "lognormal", mu_log_hours: -1, sigma_log: 0.5 },
            arrivals: [
              {
                steps: [
                  { from_hour: 0, per_hour: 0.5 },
                  { from_hour: 12, per_hour: 0.75 },
                ],
                repeat_every_hours: 24,
              },
            ],
            waiting_room: { from_outside: 10, from_nodes: 0 },
            routing: [
              {
                to: "ward one",
                probability: 0.4,
                delay: { law: "deterministic", hours: 0.5 },
                holds_server: true,
              },
              { to: "home", probability: 0.6 },
            ],
          },
          "ward one": {
            servers: 12,
            service: { law: "gamma", shape: 2, scale_hours: 4 },
            routing: [
              { to: "front", probability: 0.2 },
              { to: "home", probability: 0.5, delay: { law: "exponential", mean_hours: 2 }, holds_server: true },
              { to: "moved", probability: 0.3 },
            ],
          },
        },
      },
      warnings: [
        {
          at: 'unit_network.csv, line 1, column "moved"',
          expected: "a name without blanks around it",
          got: '"moved "',
          hint: 'Read as "moved".',
        },
      ],
    });
  });

  it("older files name the columns of delays by the place alone", () => {
    const imported = importPathSimR(older, days);
    expect(faultsOf(imported)).toEqual([]);
    expect(imported).toMatchObject({
      ok: true,
      warnings: [],
      scenario: {
        warm_up_days: 0,
        run_days: 30,
        exits: ["home"],
        nodes: {
          front: {
            servers: 2,
            service: { law: "uniform", low_days: 1, high_days: 3 },
            arrivals: [{ per_day: 1.5 }],
            routing: [
              { to: "home", probability: 1, delay: { law: "weibull", shape: 2, scale_days: 0.5 }, holds_server: true },
            ],
          },
        },
      },
    });
    expect(JSON.stringify(imported)).not.toContain("waiting_room");
  });

  it.each([
    ["exp,4", { law: "exponential", mean_days: 0.25 }],
    ["unif,2;2", { law: "deterministic", days: 2 }],
    ["unif,0;2", { law: "uniform", low_days: 0, high_days: 2 }],
    ["lnorm,-1; 2", { law: "lognormal", mu_log_days: -1, sigma_log: 2 }],
    ["gamma,3;0.5", { law: "gamma", shape: 3, scale_days: 2 }],
    ["weibull,3;0.5", { law: "weibull", shape: 3, scale_days: 0.5 }],
    ["norm,3;0.5", { law: "normal", mean_days: 3, sd_days: 0.5 }],
  ])("the law %s", (written, service) => {
    const imported = importPathSimR({ ...older, network: changed(older.network, "unif,1;3", written) }, days);
    expect(faultsOf(imported)).toEqual([]);
    expect(imported).toMatchObject({ scenario: { nodes: { front: { service } } } });
  });

  it("what is not quite as it stands in the file is a warning", () => {
    const normal = changed(older.network, "unif,1;3", "norm,3;1");
    const alone = { name: "c.csv", text: "metric,node,start,end,value,by\ncap,front,0,,2,me\n" };
    expect(warningsOf(importPathSimR({ network: normal, calendar: alone }, { timeUnit: "days" }))).toEqual([
      'c.csv, line 1, column "by": one of the columns metric, node, start, end, value: another column',
      "warmUp: a number of days: nothing",
      "run: a number of days: nothing",
      'older_network.csv, line 2, column "serv_dist": a law of times of 0 or more: "norm"',
      'c.csv: a row of metric ext_arr for the node "front": none',
    ]);
  });

  it("a run of a year is taken where none is given, in either unit", () => {
    expect(importPathSimR(older, { timeUnit: "days" })).toMatchObject({ scenario: { run_days: 365 } });
    expect(importPathSimR(older, { timeUnit: "hours" })).toMatchObject({ scenario: { run_hours: 8760 } });
  });

  it.each([
    ["a byte order mark", (text: string) => `\uFEFF${text}`],
    ["line ends of Windows", (text: string) => text.replaceAll("\n", "\r\n")],
    ["tabs", (text: string) => text.replaceAll(",", "\t")],
    ["no blanks after a name", (text: string) => text.replaceAll("moved ", "moved")],
    ["blanks after a name in one place", (text: string) => text.replace("moved ", "moved")],
  ])("%s: the same scenario", (_, change) => {
    const files = { network: rewritten(network, change), calendar: rewritten(calendar, change) };
    expect(scenarioOf(importPathSimR(files, hours))).toEqual(scenarioOf(importPathSimR({ network, calendar }, hours)));
  });

  it("a column of probabilities that is there twice is a warning beside delays with names of their own", () => {
    const twice = ["home", "0.6", "0.5", "NA", "NA"];
    const text = network.text.split("\n").map((line, i) => (line === "" ? "" : `${line},${twice[i]}`));
    const imported = importPathSimR({ network: { ...network, text: text.join("\n") }, calendar }, hours);
    expect(scenarioOf(imported)).toEqual(scenarioOf(importPathSimR({ network, calendar }, hours)));
    expect(warningsOf(imported)).toContain(
      'unit_network.csv, line 1, column 16 "home": each column once: the column a second time',
    );
  });
});

const inNetwork = (...change: [from: string, to: string]): string[] =>
  problemsOf(importPathSimR({ network: changed(network, ...change), calendar }, hours));
const inCalendar = (...change: [from: string, to: string]): string[] =>
  problemsOf(importPathSimR({ network, calendar: changed(calendar, ...change) }, hours));

describe("what is wrong with a network", () => {
  it.each([
    ["lnorm,-1;0.5", "lnorm,-1;-0.5", '2, column "serv_dist_param": a number, 0 or more, as sigma: "-0.5"'],
    ["lnorm,-1;0.5", "lnorm,-1", '2, column "serv_dist_param": mu;sigma: "-1"'],
    ["lnorm,-1;0.5", "lnorm,NA", '2, column "serv_dist_param": mu;sigma: an empty cell'],
    ["lnorm,-1;0.5", "lognorm,-1;0.5", '2, column "serv_dist": exp, unif, lnorm, weibull, gamma, norm: "lognorm"'],
    ["lnorm,-1;0.5", "exp,0", '2, column "serv_dist_param": a number above 0, as rate: "0"'],
    ["lnorm,-1;0.5", "exp,Inf", '2, column "serv_dist_param": a number above 0, as rate: "Inf"'],
    ["lnorm,-1;0.5", "unif,3;1", '2, column "serv_dist_param": min;max, min not above max: "3;1"'],
    [",10,0,", ",-1,0,", '2, column "ext_queue": a whole number, 0 or more: "-1"'],
    [",10,0,", ",10,NA,", '2, column "int_queue": a whole number, 0 or more: an empty cell'],
    ["unif,NA,NA,0.5;0.5", "NA,NA,NA,0.5;0.5", delayLawMissing()],
    ["unif,NA,NA,0.5;0.5", "unif,NA,NA,NA", '2, column "ward one_delay_params": min;max: an empty cell'],
    ["0,0.4,0.6", "0,0.4,0.5", '2, columns "front" to "moved": probabilities that add up to 1: 0.9'],
    ["home,NA", "home,1", '4, column "front": an empty row for an exit: "1"'],
    ["home,moved", "hom,moved", '1, column "hom": the name of a row of the network: "hom"'],
    ["home_delay_dist", "hom_delay_dist", '1, column "hom_delay_dist": the name of a row of the network: "hom"'],
    ["\nmoved", "\nhome", '5, column 1: each name once: "home" again'],
    ["int_queue", "in_queue", '1: a column "int_queue": none of that name'],
  ])("%j for %j", (from, to, problem) => {
    expect(inNetwork(from, to)).toContain(`unit_network.csv, line ${problem}`);
  });

  it("an unknown place of an older file is told once, for its three columns", () => {
    const text = older.network.text.replaceAll(/home(?=[,\n][^,])/g, "hame");
    const [first, ...others] = problemsOf(importPathSimR({ ...older, network: { ...older.network, text } }, days));
    expect(first).toBe('older_network.csv, line 1, column 3 "hame": the name of a row of the network: "hame"');
    expect(others.filter((line) => line.includes('"hame"'))).toEqual([]);
  });

  it("a delay whose parameters have no column", () => {
    const text =
      ",front,home,serv_dist,serv_dist_param,ext_queue,int_queue,home\nfront,0,1,exp,1,0,0,exp\nhome,,,,,,,\n";
    expect(problemsOf(importPathSimR({ ...older, network: { name: "n.csv", text } }, days))).toEqual([
      'n.csv, line 2, column "home_delay_params": a number above 0, as rate: an empty cell',
    ]);
  });
});

function delayLawMissing(): string {
  return '2, column "ward one_delay_dist": exp, unif, lnorm, weibull, gamma, norm: an empty cell';
}

describe("what is wrong with a calendar or the options", () => {
  it.each([
    ["8,20,3", "9,20,3", '2, column "start": a start at 8, where unit_calendar.csv, line 3 ends: 9'],
    ["8,20,3", "7,20,3", '2, column "start": a start at 8, where unit_calendar.csv, line 3 ends: 7'],
    ["0,8,1", "1,8,1", '3, column "start": a first start at 0: 1'],
    ["8,20,3", "8,,3", '2, column "end": a number: an empty cell'],
    ["8,20,3", "8,8,3", '2, column "end": a number above 8, the start: "8"'],
    ["8,20,3", "8,20,2.5", '2, column "value": a whole number, 0 or more: "2.5"'],
    ["0,NA,12", "0,NA,0", '5, column "value": a capacity above 0 at some time: 0'],
    ["0,12,0.5", "0,12,-0.5", '6, column "value": a number, 0 or more: "-0.5"'],
    ["cap,ward", "kap,ward", '5, column "metric": cap or ext_arr: "kap"'],
    ["cap,ward one", "cap,ward two", '5, column "node": the name of a row of the network: "ward two"'],
    ["cap,ward one", "cap,home", '5, column "node": the name of a row of the network: "home"'],
    ["value", "values", '1: a column "value": none of that name'],
  ])("%j for %j", (from, to, problem) => {
    expect(inCalendar(from, to)).toContain(`unit_calendar.csv, line ${problem}`);
  });

  it("a node without a capacity", () => {
    expect(inCalendar("cap,ward one,0,NA,12\n", "")).toEqual([
      'unit_calendar.csv: a row of metric cap for the node "ward one": none',
    ]);
  });

  it("both files and an option at once", () => {
    const empty = { name: "n.csv", text: "" };
    const bad = { name: "c.csv", text: "a,b\n1\n" };
    expect(problemsOf(importPathSimR({ network: empty, calendar: bad }, { ...hours, run: 0 }))).toEqual([
      "n.csv: a header and rows of cells: an empty file",
      "c.csv, line 2: 2 cells, as in the header: 1",
      "run: a number of hours above 0: 0",
    ]);
  });

  it("an unknown unit of time, which only untyped callers can give", () => {
    // @ts-expect-error: weeks are not among the units
    const imported = importPathSimR(older, { ...days, timeUnit: "weeks" });
    expect(problemsOf(imported)).toEqual(['timeUnit: hours or days: "weeks"']);
  });
});

describe("whatever the files hold", () => {
  it("any text ends with a scenario or with problems", () => {
    const anyText = fc.string({ unit: "binary" });
    fc.assert(
      fc.property(anyText, anyText, (a, b) => {
        const imported = importPathSimR({ network: { name: "a", text: a }, calendar: { name: "b", text: b } }, hours);
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
      "front",
      "home",
      "__proto__",
      "exp",
      '"',
    );
    fc.assert(
      fc.property(fc.boolean(), fc.array(fc.tuple(fc.nat(80), cell), { minLength: 1 }), (which, edits) => {
        const edit = (file: NamedText): NamedText => rewritten(file, (text) => edited(text, edits));
        const files = which ? { network: edit(network), calendar } : { network, calendar: edit(calendar) };
        const imported = importPathSimR(files, hours);
        expect(imported.ok || imported.problems.length > 0).toBe(true);
        if (imported.ok) expect(faultsOf(imported).filter((fault) => !isUnreachable(fault))).toEqual([]);
        expect(JSON.stringify(imported)).not.toMatch(/undefined|\[object/);
      }),
    );
  });
});

it.skipIf(!hasRealFiles).each([
  ["ae", "hours", []],
  ["stroke", "days", ['stroke_network.csv, line 1, column 14 "Death": a name without blanks around it: "Death "']],
] as const)("the real files of %s are read without problems", (name, timeUnit, warnings) => {
  const files = { network: real(`pathsimr/${name}_network.csv`), calendar: real(`pathsimr/${name}_calendar.csv`) };
  const imported = importPathSimR(files, { timeUnit, warmUp: 100, run: 1000 });
  expect(faultsOf(imported)).toEqual([]);
  expect(warningsOf(imported)).toEqual(warnings);
});

function scenarioOf(imported: Imported): object {
  expect(problemsOf(imported)).toEqual([]);
  return imported.ok ? imported.scenario : {};
}

const rewritten = ({ name, text }: NamedText, change: (text: string) => string): NamedText => ({
  name,
  text: change(text),
});

function edited(text: string, edits: readonly (readonly [number, string])[]): string {
  const cells = text.split(/([,\n])/);
  for (const [i, cell] of edits) cells[(2 * i) % cells.length] = cell;
  return cells.join("");
}
