/** What `--help` says, word for word; wrong usage; and exit codes. `npx vitest run test/cli -u` takes over new words. */
import { describe, expect, test } from "vitest";
import { clinic, useProgram } from "./program.ts";

const caregap = useProgram();
const commands = [
  "",
  "run",
  "compare",
  "scenarios",
  "validate",
  "check",
  "import",
  "import renege",
  "import pathsimr",
  "digest",
  "bench",
  "warm-up",
  "sweep run",
  "sweep plan",
  "sweep merge",
  "plot",
  "report",
  "best",
  "flip",
  "sensitivity",
  "uncertainty",
  "waits",
  "explain",
  "story",
  "calibration",
];

describe("help", () => {
  test.each(commands)("caregap %s --help", async (command) => {
    const { code, out, err } = await caregap.run(...command.split(" ").filter(Boolean), "--help");
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toContain("Examples:");
    await expect(out).toMatchFileSnapshot(`help/${command.replaceAll(" ", "-") || "caregap"}.txt`);
  });

  test("-h is --help", async () => {
    expect(await caregap.run("waits", "-h")).toEqual(await caregap.run("waits", "--help"));
  });

  test("--version prints the version of the package", async () => {
    const { code, out } = await caregap.run("--version");
    expect(code).toBe(0);
    expect(out).toMatch(/^\d+\.\d+\.\d+\n$/);
  });

  test("without a command the help comes as an error", async () => {
    const { code, out, err } = await caregap.run();
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toContain("Usage: caregap");
  });
});

describe("wrong usage ends with exit code 2 and a line that says what is wrong", () => {
  test.each([
    ["runn x", "error: unknown command 'runn'\n(Did you mean run?)"],
    ["--verbose", "error: unknown option '--verbose'"],
    ["run", "error: missing required argument 'scenario'"],
    ["run a b", "error: too many arguments for 'run'"],
    ["run a --replicatons 3", "error: unknown option '--replicatons'\n(Did you mean --replications?)"],
    ["run a --replications 0", "Expected a whole number from 1 to 1,000,000."],
    ["run a --replications 1e3", "Expected a whole number from 1 to 1,000,000."],
    ["run a --workers two", "Expected a whole number from 1 to 1,024."],
    ["run a --executive slow", "Allowed choices are fast, simjs."],
    ["run a --log", "error: option '--log' needs '--out <folder>'"],
    ["run a --maximum 10", "need '--precision <share>'"],
    ["compare a b --look-ahead 3", "need '--precision <share>'"],
    ["run a --replications 5 --precision 5% --measure x", "'--precision' decides how many replications there are"],
    ["run a --out", "error: option '--out <folder>' argument missing"],
    ["story a", "error: give either '--person <number>' or '--who <what>'"],
    ["story a --person 1 --who random", "error: give either '--person <number>' or '--who <what>'"],
    ["story a --person 1 --list 2", "error: option '--list' needs '--who <what>'"],
    ["story a --person -1", "Expected a whole number from 1 to"],
    ["story a --person 1 --replication 0.5", "Expected a whole number from 0 to 1,000,000."],
    ["story a --who loudest", "Allowed choices are most knock-backs, longest wait"],
    ["compare a", "error: missing required argument 'other'"],
    ["compare", "error: missing required argument 'base'"],
    ["compare a b --replications", "argument missing"],
    ["compare a b --log", "error: option '--log' needs '--out <folder>'"],
    ["validate", "error: missing required argument 'scenario'"],
    ["validate a --strict", "error: unknown option '--strict'"],
    ["validate --out x", "error: unknown option '--out'"],
    ["check --replications 1", "error: a check needs 2 or more replications"],
    ["check --seed", "argument missing"],
    ["check --out x", "error: unknown option '--out'"],
    ["import", "Usage: caregap import"],
    ["import simul8 x", "error: unknown command 'simul8'"],
    ["import renege --out o.json", "error: missing required argument 'network'"],
    ["import renege n.csv", "error: required option '--out <file>' not specified"],
    ["import renege n.csv --out o.json --flow f.csv", "go together"],
    ["import renege n.csv --out o.json --run-days -1", "Expected a number, 0 or more."],
    ["import pathsimr n.csv --time-unit days --out o.json", "error: missing required argument 'calendar'"],
    ["import pathsimr n.csv c.csv --out o.json", "error: required option '--time-unit <unit>' not specified"],
    ["import pathsimr n.csv c.csv --time-unit weeks --out o.json", "Allowed choices are hours, days."],
    ["digest", "error: missing required argument 'scenario'"],
    ["sweep run . --out x", "error: . is a folder, expected a sweep file; of a plan give '--shard <number>'"],
    ["calibration --rounds 3", "error: option '--rounds' needs '--tune'"],
    ["digest a b", "error: too many arguments for 'digest'"],
    ["digest a --seeds x", "error: unknown option '--seeds'\n(Did you mean --seed?)"],
    ["bench fast", "error: too many arguments for 'bench'"],
    ["bench --fast", "error: unknown option '--fast'"],
  ])("caregap %s", async (command, message) => {
    const { code, out, err } = await caregap.run(...command.split(" "));
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toContain(message);
    expect(err).not.toMatch(/\n {4}at /);
  });

  test("an empty --out is refused", async () => {
    const { code, err } = await caregap.run("run", clinic, "--out", "");
    expect(code).toBe(2);
    expect(err).toContain("It is empty.");
  });
});
