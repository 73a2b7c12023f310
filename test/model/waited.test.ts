/** A network that starts from today: people who have waited for some days already. */
import { describe, expect, test } from "vitest";
import { EndingsReader } from "../../src/experiment/method/endings.ts";
import { figureKeys, replicate } from "../../src/experiment/replication.ts";
import { legendOf } from "../../src/model/legend.ts";
import { runOnce } from "../../src/model/run.ts";
import { type Block, Kind, kindNames, type Reader } from "../../src/records/log.ts";
import { parseScenario } from "../../src/scenario/parse.ts";
import type { NetworkScenario } from "../../src/scenario/types.ts";

const csv = "who,waited so far,kind\nA,2,new\nB,10,old\nC,3,new\n";

const file = (start: object, more: object = {}, node: object = {}): string =>
  JSON.stringify({
    format: 1,
    kind: "network",
    title: "From today",
    warm_up_days: 0,
    run_days: 2000,
    groups: ["new", "old"],
    exits: ["out", "gone"],
    nodes: {
      desk: {
        servers: 1,
        service: { law: "deterministic", days: 1 },
        arrivals: [{ group: "new", per_day: 0.0001 }],
        routing: "out",
        start,
        ...node,
      },
    },
    ...more,
  });
const parse = (text: string) =>
  parseScenario(text, { name: "today.json", load: (name) => (name === "queue.csv" ? csv : undefined) });
function good(text: string): NetworkScenario {
  const parsed = parse(text);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems, undefined, 1));
  return parsed.scenario;
}
const faults = (text: string): string[] => {
  const parsed = parse(text);
  return parsed.ok ? [] : parsed.problems.map(({ at, expected, got }) => `${at}: ${expected} | ${got}`);
};

class Rows implements Reader {
  readonly rows: string[] = [];
  read({ rows, at, kind, group, detail }: Block): void {
    for (let i = 0; i < rows; i++) {
      const name = kindNames[kind[i]!]!;
      if (at[i]! < 10 && ["join", "waited", "serve", "start", "leave"].includes(name))
        this.rows.push(`${at[i]} ${name} ${group[i]} ${kind[i] === Kind.waited ? detail[i]! / 86_400 : ""}`.trim());
    }
  }
  end(): void {}
}

const waited = [
  { file: "queue.csv", column: "waited so far", unit: "weeks", group_column: "kind" },
  { group: "old", days: [21] },
];
const settings = { seed: "today", replication: 0, executive: "fast" } as const;

describe("people who have waited already", () => {
  test("come from a CSV or a list, in any unit, and are served the longest first, before those who come today", async () => {
    const scenario = good(file({ waited, waiting: { new: 1 } }));
    expect(scenario.nodes[0]!.start_waited).toEqual([
      { group: 1, days: 70 },
      { group: 0, days: 21 },
      { group: 1, days: 21 },
      { group: 0, days: 14 },
    ]);
    const reader = new Rows();
    await runOnce(scenario, settings, [reader]);
    expect(reader.rows.join("; ")).toBe(
      "0 join 1; 0 waited 1 70; 0 join 0; 0 waited 0 21; 0 join 1; 0 waited 1 21; 0 join 0; 0 waited 0 14; " +
        "0 start 1; 0 join 0; 1 start 0; 2 start 1; 3 start 0; 4 start 0",
    );
  });

  test("both executives agree, and in weeks it is the same as in days", async () => {
    const log = async (scenario: NetworkScenario, executive: "fast" | "simjs"): Promise<string[]> => {
      const reader = new Rows();
      await runOnce(scenario, { ...settings, executive }, [reader]);
      return reader.rows;
    };
    const patience = { patience: { law: "weibull", shape: 1.5, scale_days: 60 }, leavers: "gone" };
    const scenario = good(file({ waited }, {}, patience));
    expect(await log(scenario, "simjs")).toEqual(await log(scenario, "fast"));
    const days = [
      { group: "old", days: [21, 70] },
      { group: "new", days: [14, 21] },
    ];
    const weeks = [
      { group: "old", weeks: [3, 10] },
      { group: "new", weeks: [2, 3] },
    ];
    expect(good(file({ waited: weeks }))).toEqual(good(file({ waited: days })));
  });

  test("their whole wait counts where waits end; waits begun in the run are those of others", async () => {
    const scenario = good(file({ waited: [{ group: "new", days: [100, 40] }] }));
    const keys = figureKeys(scenario);
    const { values } = await replicate(scenario, settings);
    const figure = (estimand: string, statistic: string): number =>
      values[
        keys.findIndex(
          (key) =>
            key.measure === "wait" && key.group === "new" && key.estimand === estimand && key.statistic === statistic,
        )
      ]!;
    expect(figure("started", "max")).toBeCloseTo(100, 9);
    const others = figure("kaplan_meier", "count");
    expect(figure("started", "count")).toBe(others + 2);
    const endings = new EndingsReader();
    await runOnce(scenario, settings, [endings]);
    expect(endings.waits(legendOf(scenario), { window: 0, place: 0 })).toHaveLength(others);
  });

  /** Nobody is served: all that happens is that patience runs out. */
  test.each([
    ["exponential", { law: "exponential", mean_days: 30 }, (t: number) => Math.exp(-t / 30)],
    ["weibull", { law: "weibull", shape: 2, scale_days: 100 }, (t: number) => Math.exp(-((t / 100) ** 2))],
    ["log-logistic", { law: "log_logistic", shape: 3, scale_days: 50 }, (t: number) => 1 / (1 + (t / 50) ** 3)],
  ] as const)("leave by what is left of their patience: %s", async (_, patience, survival) => {
    const n = 4000;
    const [a, later] = [60, 25];
    const start = { waited: [{ group: "new", days: Array.from({ length: n }, () => a) }] };
    const closed = {
      steps: [
        { from_day: 0, servers: 0 },
        { from_day: 1990, servers: 1 },
      ],
    };
    const scenario = good(file(start, {}, { servers: closed, patience, leavers: "gone", arrivals: [] }));
    let gone = 0;
    await runOnce(scenario, settings, [
      {
        read: ({ rows, at, kind }) => {
          for (let i = 0; i < rows; i++) if (kind[i] === Kind.leave && at[i]! <= later) gone++;
        },
        end: () => {},
      },
    ]);
    const due = 1 - survival(a + later) / survival(a);
    expect(Math.abs(gone / n - due)).toBeLessThan(4 * Math.sqrt((due * (1 - due)) / n));
  });

  test("the luck of those who come later, and of those who wait from today, stays theirs", async () => {
    const alone = good(file({ waiting: { new: 2 } }, {}, { servers: 5 }));
    const both = good(file({ waiting: { new: 2 }, waited: [{ group: "old", days: [5] }] }, {}, { servers: 5 }));
    const people = async (scenario: NetworkScenario): Promise<string[]> => {
      const found: string[] = [];
      const read = ({ rows, at, kind, group }: Block): void => {
        for (let i = 0; i < rows; i++) if (group[i] === 0) found.push(`${at[i]} ${kind[i]}`);
      };
      await runOnce(scenario, settings, [{ read, end: () => {} }]);
      return found;
    };
    expect(await people(both)).toEqual(await people(alone));
  });
});

describe("what is wrong is told", () => {
  test.each([
    [{ waited: [{ days: [1] }] }, {}, ["nodes.desk.start.waited[0].group: a group, since there are several | nothing"]],
    [{ waited: [{ group: "nwe", days: [1] }] }, {}, ['nodes.desk.start.waited[0].group: a group | "nwe"']],
    [
      { waited: [{ group: "new", weeks: [-1] }] },
      {},
      ["nodes.desk.start.waited[0].weeks[0]: a number of weeks, 0 or more | -1"],
    ],
    [{ waited: [{ groups: ["new", "x"], days: [1, 2] }] }, {}, ['nodes.desk.start.waited[0].groups[1]: a group | "x"']],
    [
      { waited: [{ groups: ["new"], days: [1, 2] }] },
      {},
      ["nodes.desk.start.waited[0].groups: 2 groups, one for each wait | 1"],
    ],
    [
      { waited: [{ file: "queue.csv", column: "wait", unit: "days", group_column: "kind" }] },
      {},
      ['nodes.desk.start.waited[0].column: a column of the file | "wait"'],
    ],
    [
      { waited: [{ file: "queue.csv", column: "waited so far", unit: "days", group_column: "knd" }] },
      {},
      ['nodes.desk.start.waited[0].group_column: a column of the file | "knd"'],
    ],
    [
      { waited: [{ file: "other.csv", column: "x", unit: "days" }] },
      {},
      ['nodes.desk.start.waited[0].file: a CSV file that can be read | "other.csv"'],
    ],
    [
      { waited: [{ file: "queue.csv", column: "who", unit: "days" }] },
      {},
      ["queue.csv, line 2: a number of days, 0 or more"],
    ],
    [
      { waited: [{ group: "new", days: [5, 900] }] },
      { patience: { law: "exponential", mean_days: 10 }, leavers: "gone" },
      ["nodes.desk.start.waited[0].days[1]: a wait that the law of patience allows | 900"],
    ],
    [
      { waiting: { new: 2 }, waited: [{ group: "new", days: [1, 2] }] },
      { waiting_room: { from_outside: 2, from_nodes: 1 } },
      ["nodes.desk.start.waited: at most 3 people, the places to wait | 4"],
    ],
  ] as const)("%j", (start, node, told) => {
    const found = faults(file(start, {}, node));
    told.forEach((line, i) => expect(found[i]).toContain(line));
  });
});
