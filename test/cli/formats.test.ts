/** Results in the forms of other tools, read back by other people's readers and held against the CSV. */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DOMParser, type Element } from "@xmldom/xmldom";
import { parquetReadObjects } from "hyparquet";
import { describe, expect, test } from "vitest";
import { legendOf, replicate, vidigiColumns, VidigiRows } from "../../src/index.ts";
import { brief } from "../pathway/scenarios.ts";
import { readRows } from "./csv.ts";
import { clinic, largerClinic, useProgram } from "./program.ts";

const caregap = useProgram();
const at = (path: string): string => join(caregap.folder, path);
const run = async (...args: string[]) => {
  const { code, err } = await caregap.run(...args);
  expect({ code, err }).toEqual({ code: 0, err: "" });
};

/** Rows of a Parquet file as the CSV has them. */
async function parquetRows(path: string): Promise<Record<string, string>[]> {
  const bytes = readFileSync(at(path));
  const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
  const rows = (await parquetReadObjects({ file })) as Record<string, string | number | null>[];
  const text = (value: string | number | null): string => {
    // In CSV a name that a spreadsheet would take for a formula has a ' before it.
    if (typeof value === "string") return /^[=+@-]/.test(value) ? `'${value}` : value;
    return value === null ? "" : `${value}`;
  };
  return rows.map((row) => Object.fromEntries(Object.entries(row).map(([name, value]) => [name, text(value)])));
}

describe("Parquet", () => {
  test("every table and the log hold the cells of the CSV, number for number", async () => {
    await run("compare", clinic, largerClinic, "--replications", "3", "--out", "all", "--log", "--parquet");
    const tables = ["measures", "summary", "differences", "levels", "events"];
    const files = tables.flatMap((table) => [`${table}.csv`, `${table}.parquet`]);
    expect(readdirSync(at("all")).toSorted()).toEqual([...files, "manifest.json"].toSorted());
    for (const table of tables) {
      const rows = readRows(at(`all/${table}.csv`));
      expect(rows.length).toBeGreaterThan(10);
      expect(await parquetRows(`all/${table}.parquet`)).toEqual(rows);
    }
  });

  test("a log of many groups of rows is whole", async () => {
    await run("run", "verification/mm1", "--replications", "2", "--out", "long", "--log", "--parquet");
    const rows = readRows(at("long/events.csv"));
    expect(rows.length).toBeGreaterThan(100_000);
    const parquet = await parquetRows("long/events.parquet");
    expect(parquet).toHaveLength(rows.length);
    expect(parquet.filter((_, i) => i % 997 === 0)).toEqual(rows.filter((_, i) => i % 997 === 0));
  });

  test("of a sweep, with factors that are numbers and some that are not", async () => {
    const factors = [
      { name: "servers", path: "nodes.assessment.servers", values: [3, "unlimited"] },
      { name: "a day", path: "nodes.assessment.arrivals[0].per_day", values: [1, 1.5] },
    ];
    const sweep = {
      format: 1,
      kind: "sweep",
      title: "Servers",
      scenario: "clinic.json",
      factors,
      design: { design: "full_factorial" },
      replications: 2,
      measures: [{ measure: "wait", estimand: "left", place: "assessment" }],
    };
    writeFileSync(at("clinic.json"), readFileSync(clinic));
    writeFileSync(at("sweep.json"), JSON.stringify(sweep));
    await run("sweep", "run", "sweep.json", "--out", "sweep", "--parquet");
    for (const table of ["points", "results", "summary"]) {
      expect(await parquetRows(`sweep/${table}.parquet`)).toEqual(readRows(at(`sweep/${table}.csv`)));
    }
  });
});

describe("vidigi", () => {
  test("its columns, one row for each thing it has a word for, and no server with two people", async () => {
    await run("run", clinic, "--replications", "2", "--out", "vidigi", "--log", "vidigi");
    const rows = readRows(at("vidigi/vidigi.csv"));
    expect(Object.keys(rows[0]!)).toEqual(vidigiColumns.map(({ name }) => name));
    await run("run", clinic, "--replications", "2", "--out", "events", "--log");
    const events = readRows(at("events/events.csv"));
    const count = (...kinds: string[]): number => events.filter(({ event }) => kinds.includes(event!)).length;
    const told = (type: string, event?: string): number =>
      rows.filter((row) => row["event_type"] === type && (event === undefined || row["event"] === event)).length;
    expect(told("queue")).toBe(count("join"));
    expect(told("resource_use")).toBe(count("serve", "start"));
    expect(told("resource_use_end")).toBe(count("complete"));
    expect(told("arrival_departure", "depart")).toBe(count("exit"));
    expect(told("arrival_departure", "arrival")).toBe(events.filter((row) => row["detail"] === "(outside)").length);
    expectServersHeldOnce(rows);
    const first = rows.filter((row) => row["event"] === "assessment: in service");
    expect(new Set(first.map((row) => row["resource_id"]))).toEqual(new Set(["1", "2", "3"]));
  });

  test("a care pathway too", async () => {
    const scenario = brief();
    const rows: Record<string, string>[] = [];
    const reader = new VidigiRows(legendOf(scenario), 0, (row) => {
      rows.push(Object.fromEntries(row.map((cell, i) => [vidigiColumns[i]!.name, `${cell}`])));
    });
    await replicate(scenario, { seed: "a", replication: 0, executive: "fast" }, [reader]);
    const types = new Set(rows.map((row) => row["event_type"]));
    expect(types).toEqual(new Set(["arrival_departure", "queue", "resource_use", "resource_use_end"]));
    expectServersHeldOnce(rows);
  });
});

function expectServersHeldOnce(rows: readonly Record<string, string>[]): void {
  const held = new Map<string, string>();
  for (const { event_type, event, entity_id, resource_id, run_number } of rows) {
    if (event_type !== "resource_use" && event_type !== "resource_use_end") continue;
    expect(resource_id).toMatch(/^[1-9]\d*$/);
    const server = [run_number, event!.replace(/: [^:]*$/, ""), resource_id].join();
    expect(held.get(server)).toBe(event_type === "resource_use" ? undefined : entity_id);
    if (event_type === "resource_use") held.set(server, entity_id!);
    else held.delete(server);
  }
}

describe("XES", () => {
  test("a trace for each person of each replication, with all their events in order", async () => {
    await run("compare", clinic, largerClinic, "--replications", "2", "--out", "xes", "--log", "xes");
    expect(readdirSync(at("xes"))).toContain("events.xes");
    await run("compare", clinic, largerClinic, "--replications", "2", "--out", "csv", "--log");
    const rows = readRows(at("csv/events.csv")).filter((row) => row["person"] !== "");
    const wanted = new Map<string, unknown[]>();
    for (const { scenario, replication, person, at_day, event, place } of rows) {
      const name = `${scenario}/${replication}/${person}`;
      wanted.set(name, [...(wanted.get(name) ?? []), [at_day, `${event}: ${place!.replace(/^'/, "")}`]]);
    }
    const log = new DOMParser({
      onError: (level, message) => {
        throw new Error(`${level}: ${message}`);
      },
    }).parseFromString(readFileSync(at("xes/events.xes"), "utf8"), "text/xml").documentElement!;
    expect([log.tagName, log.getAttribute("xes.version")]).toEqual(["log", "1849-2016"]);
    const traces = children(log, "trace");
    expect(traces).toHaveLength(wanted.size);
    for (const trace of traces) {
      const events = children(trace, "event").map((event) => [
        valueOf(event, "at_day"),
        valueOf(event, "concept:name"),
      ]);
      expect(events).toEqual(wanted.get(valueOf(trace, "concept:name")!));
    }
    const [event] = children(traces[0]!, "event");
    const days = (Date.parse(valueOf(event!, "time:timestamp")!) - Date.parse("2000-01-01T00:00:00Z")) / 86_400_000;
    expect(days).toBeCloseTo(Number(valueOf(event!, "at_day")), 6);
  });

  test("names with letters that XML has other plans for", async () => {
    const text = readFileSync(clinic, "utf8").replaceAll('=therapy, \\"long\\"', '<b> & \\"c\\" ü');
    writeFileSync(at("odd.json"), text);
    await run("run", "odd.json", "--replications", "1", "--out", "odd", "--log", "xes");
    const log = new DOMParser().parseFromString(readFileSync(at("odd/events.xes"), "utf8"), "text/xml");
    const names = children(log.documentElement!, "trace").flatMap((trace) =>
      children(trace, "event").map((event) => valueOf(event, "place")),
    );
    expect(new Set(names)).toEqual(new Set(["assessment", '<b> & "c" ü']));
  });
});

const children = (element: Element, tag: string): Element[] =>
  [...element.childNodes].filter((node): node is Element => node.nodeName === tag);

const valueOf = (element: Element, key: string): string | undefined =>
  [...element.childNodes]
    .filter((node): node is Element => node.nodeType === node.ELEMENT_NODE)
    .find((node) => node.getAttribute("key") === key)
    ?.getAttribute("value") ?? undefined;

test("what does not go together is wrong usage", async () => {
  for (const flags of [["--log", "xes"], ["--parquet"], ["--out", "x", "--log", "pdf"]]) {
    expect((await caregap.run("run", clinic, ...flags)).code).toBe(2);
  }
});
