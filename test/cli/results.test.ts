/** What the commands give: what is printed, and the files of --out. */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { canonicalJson } from "../../src/index.ts";
import { headerOf, readRows } from "./csv.ts";
import { clinic, largerClinic, useProgram } from "./program.ts";

const caregap = useProgram();
const out = (name: string): string => join(caregap.folder, name);
const few = ["--replications", "4"];

describe("run", () => {
  test("prints places and waits of every window, with the spread", async () => {
    const { code, out: text, err } = await caregap.run("run", clinic, ...few);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(text).toContain('A small clinic (clinic)\n4 replications, seed "caregap", fast executive.');
    expect(text).toContain("first half: day 20 to day 120");
    expect(text).toContain("second half: day 120 to day 220");
    for (const whose of ["those who started", "those who left unserved", "all who joined (Kaplan-Meier)"]) {
      expect(text).toContain(whose);
    }
    expect(text).toMatch(/assessment +\d+\.\d+ ± \d+\.\d+/);
    expect(text).toContain('Nobody waited: =therapy, "long".');
    expect(text).not.toMatch(/NaN|undefined|Infinity/);
  });

  test("one replication gives no spread, and says so", async () => {
    const { out: text } = await caregap.run("run", clinic, "--replications", "1");
    expect(text).toContain("One says nothing of how sure it is.");
    expect(text).not.toContain("±");
  });

  test("--json prints one JSON object and nothing else", async () => {
    const { out: text, err } = await caregap.run("run", clinic, "--replications", "1", "--json");
    expect(err).toBe("");
    const { summary, differences, seed } = JSON.parse(text) as Record<string, Record<string, unknown>[]>;
    expect(seed).toBe("caregap");
    expect(differences).toBeUndefined();
    expect(summary!.length).toBeGreaterThan(100);
    expect(Object.keys(summary![0]!).join()).toBe(
      "scenario,window,place,group,measure,estimand,statistic,mean,ci_low,ci_high,n,unit",
    );
    expect(summary!.every((row) => row["ci_low"] === null)).toBe(true);
  });

  test("--out has tables with the agreed columns", async () => {
    const { out: text } = await caregap.run("run", clinic, ...few, "--out", "run");
    expect(text).toContain("Written to run.");
    expect(readdirSync(out("run")).toSorted()).toEqual(["levels.csv", "manifest.json", "measures.csv", "summary.csv"]);
    expect(headerOf(out("run/measures.csv"))).toBe(
      "scenario,replication,window,place,group,measure,estimand,statistic,value,unit",
    );
    expect(headerOf(out("run/summary.csv"))).toBe(
      "scenario,window,place,group,measure,estimand,statistic,mean,ci_low,ci_high,n,unit",
    );
    expect(headerOf(out("run/levels.csv"))).toBe("scenario,window,place,measure,level,share");
  });

  test("the summary is the mean of the measures, and shares at levels add up to 1", () => {
    const measures = readRows(out("run/measures.csv"));
    expect(new Set(measures.map((row) => row["replication"]))).toEqual(new Set(["0", "1", "2", "3"]));
    const isIt = (row: Record<string, string>): boolean =>
      row["window"] === "first half" &&
      row["place"] === "assessment" &&
      row["group"] === "new" &&
      row["measure"] === "wait" &&
      row["estimand"] === "left" &&
      row["statistic"] === "mean";
    const values = measures.filter(isIt).map((row) => Number(row["value"]));
    const [row] = readRows(out("run/summary.csv")).filter(isIt);
    expect(values).toHaveLength(4);
    expect(Number(row!["mean"])).toBeCloseTo(values.reduce((a, b) => a + b) / 4, 12);
    expect(row!["n"]).toBe("4");
    const sums = new Map<string, number>();
    for (const { window, place, measure, share } of readRows(out("run/levels.csv"))) {
      const key = [window, place, measure].join();
      sums.set(key, (sums.get(key) ?? 0) + Number(share));
    }
    expect(sums.size).toBe(8);
    for (const sum of sums.values()) expect(sum).toBeCloseTo(1, 12);
  });

  test("a name that a spreadsheet would run as a formula is made harmless", () => {
    expect(readFileSync(out("run/summary.csv"), "utf8")).toContain(`"'=therapy, ""long"""`);
  });

  test("the manifest says what made the files, and its hash is that of the scenario in it", () => {
    const manifest = JSON.parse(readFileSync(out("run/manifest.json"), "utf8")) as {
      command: string;
      files: string[];
      scenarios: { sha256: string; scenario: { nodes: { servers: { steps: { value: unknown }[] } }[] } }[];
    };
    expect(manifest).toMatchObject({ made_by: "caregap", seed: "caregap", replications: 4, executive: "fast" });
    expect(manifest.command).toBe(`caregap run ${clinic} --replications 4 --seed caregap --executive fast`);
    expect(manifest.files.toSorted()).toEqual(readdirSync(out("run")).toSorted());
    const { sha256, scenario } = manifest.scenarios[0]!;
    expect(createHash("sha256").update(canonicalJson(scenario)).digest("hex")).toBe(sha256);
    expect(scenario.nodes[1]!.servers.steps[0]!.value).toBe("unlimited");
  });

  test.each([
    ["with one worker", ["--workers", "1"]],
    ["with two workers", ["--workers", "2"]],
    ["with three workers", ["--workers", "3"]],
    ["with the log", ["--log"]],
    ["on the simjs executive", ["--executive", "simjs"]],
  ])("the same bytes again %s", async (_, flags) => {
    await caregap.run("run", clinic, ...few, "--out", "again", ...flags);
    for (const file of ["measures.csv", "summary.csv", "levels.csv"]) {
      expect(readFileSync(out(`again/${file}`)).equals(readFileSync(out(`run/${file}`)))).toBe(true);
    }
  });

  test("another seed gives other figures", async () => {
    await caregap.run("run", clinic, ...few, "--out", "other", "--seed", "other");
    expect(readFileSync(out("other/measures.csv")).equals(readFileSync(out("run/measures.csv")))).toBe(false);
  });

  test("--log writes every event with its names, and the file goes when a result without it comes", async () => {
    await caregap.run("run", clinic, "--replications", "2", "--out", "log", "--log");
    expect(headerOf(out("log/events.csv"))).toBe("replication,at_day,event,person,place,group,detail");
    const rows = readRows(out("log/events.csv"));
    expect(new Set(rows.map((row) => row["replication"]))).toEqual(new Set(["0", "1"]));
    expect(rows[0]).toEqual({
      replication: "0",
      at_day: "0",
      event: "servers",
      person: "",
      place: "assessment",
      group: "",
      detail: "3",
    });
    expect(rows.find((row) => row["place"]!.includes("therapy") && row["event"] === "servers")!["detail"]).toBe(
      "unlimited",
    );
    const exits = new Set(rows.filter((row) => row["event"] === "exit").map((row) => row["detail"]));
    expect(exits).toEqual(new Set(["discharged", "left waiting"]));
    const times = rows.filter((row) => row["replication"] === "1").map((row) => Number(row["at_day"]));
    expect(times.every((time, i) => i === 0 || time >= times[i - 1]!)).toBe(true);
    await caregap.run("run", clinic, "--replications", "2", "--out", "log");
    expect(readdirSync(out("log")).toSorted()).toEqual(["levels.csv", "manifest.json", "measures.csv", "summary.csv"]);
  });
});

describe("compare", () => {
  test("prints what differs, with intervals, and never calls it significant", async () => {
    const { code, out: text } = await caregap.run("compare", clinic, largerClinic, "--replications", "6");
    expect(code).toBe(0);
    expect(text).toContain("larger-clinic compared with clinic");
    expect(text).toContain("Intervals away from zero");
    expect(text).toMatch(/assessment +left waiting +\d\S* +\d\S* +-\d\S* +-\d\S* to -\d\S* +people per day/);
    expect(text).toContain("add --out FOLDER");
    expect(text).not.toMatch(/significan/i);
  });

  test("a scenario compared with itself does not differ", async () => {
    const { out: text } = await caregap.run("compare", clinic, clinic, ...few);
    expect(text).toMatch(/^\d+ figures are the same in every pair\.$/m);
    expect(text).not.toContain("Intervals");
  });

  test("writes differences that are those of the means, and the events of all scenarios", async () => {
    await caregap.run("compare", clinic, largerClinic, ...few, "--out", "compare", "--log");
    expect(headerOf(out("compare/differences.csv"))).toBe(
      "base,other,window,place,group,measure,estimand,statistic,base_mean,other_mean,difference,ci_low,ci_high,n,unit",
    );
    const rows = readRows(out("compare/differences.csv")).filter((row) => row["n"] === "4");
    expect(rows.length).toBeGreaterThan(100);
    for (const row of rows) {
      expect(Number(row["difference"])).toBeCloseTo(Number(row["other_mean"]) - Number(row["base_mean"]), 9);
      expect(Number(row["ci_low"])).toBeLessThanOrEqual(Number(row["difference"]));
      expect(Number(row["ci_high"])).toBeGreaterThanOrEqual(Number(row["difference"]));
    }
    expect(headerOf(out("compare/events.csv"))).toBe("scenario,replication,at_day,event,person,place,group,detail");
    const events = readRows(out("compare/events.csv"));
    expect(new Set(events.map((row) => row["scenario"]))).toEqual(new Set(["clinic", "larger-clinic"]));
  });

  test("--json has differences as well", async () => {
    const { out: text } = await caregap.run("compare", clinic, largerClinic, ...few, "--json");
    const { summary, differences } = JSON.parse(text) as Record<string, Record<string, unknown>[]>;
    expect(new Set(summary!.map((row) => row["scenario"]))).toEqual(new Set(["clinic", "larger-clinic"]));
    expect(differences!.length).toBe(summary!.length / 2);
  });
});

describe("validate, check, digest", () => {
  test("validate tells of a file that is fine, and of one that comes with the package", async () => {
    const { code, out: text } = await caregap.run("validate", clinic, "verification/mm1");
    expect(code).toBe(0);
    expect(text).toBe(
      `${clinic} is fine: 2 places, 2 groups, 2 exits.\nverification/mm1 is fine: 1 place, 1 group, 1 exit.\n`,
    );
  });

  test("check holds the shipped M/M/1 against theory", async () => {
    const { code, out: text } = await caregap.run("check", "verification/mm1", "--replications", "5");
    expect(code).toBe(0);
    expect(text).toContain("figures agree with theory");
    expect(text).toMatch(/desk +waiting list +M\/M\/c \(Erlang C\) +0\.50/);
    expect(text).toContain("Little's law holds");
  });

  test("check of many prints a blank line between, and nothing on standard error", async () => {
    const many = Array.from({ length: 12 }, () => "verification/mm1");
    const { code, out: text, err } = await caregap.run("check", ...many, "--replications", "5");
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(text.split("\n\n")).toHaveLength(12);
    expect(text).toMatch(/[^\n]\n$/);
  });

  test("digest prints one line, the same again, and another for another seed", async () => {
    const first = await caregap.run("digest", clinic);
    expect(first).toMatchObject({ code: 0, err: "" });
    expect(first.out).toMatch(/^[0-9a-f]{64} {2}clinic\n$/);
    expect((await caregap.run("digest", clinic, "--seed", "caregap")).out).toBe(first.out);
    expect((await caregap.run("digest", clinic, "--seed", "")).out).not.toBe(first.out);
  });
});

describe("import", () => {
  const tables = join(import.meta.dirname, "../scenario/import");

  test("renege: writes a scenario that runs", async () => {
    const files = [join(tables, "clinic_network.csv"), "--arrivals", join(tables, "clinic_arrivals.csv")];
    const { code, out: text } = await caregap.run(
      "import",
      "renege",
      ...files,
      "--run-days",
      "50",
      "--out",
      "clinic.json",
    );
    expect(code).toBe(0);
    expect(text).toBe("Written to clinic.json: 2 nodes, 2 exits.\n");
    expect((await caregap.run("run", "clinic.json", "--replications", "2")).code).toBe(0);
  });

  test("pathsimr: writes a scenario that runs, and warns of what was taken for granted", async () => {
    const files = [join(tables, "unit_network.csv"), join(tables, "unit_calendar.csv"), "--time-unit", "hours"];
    const { code, err } = await caregap.run("import", "pathsimr", ...files, "--out", "unit.json");
    expect(code).toBe(0);
    expect(err).toContain("warning: --warm-up: expected a number of hours, got nothing.");
    expect((await caregap.run("run", "unit.json", "--replications", "2")).code).toBe(0);
  });
});
