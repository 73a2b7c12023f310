/** Input that cannot be used: one clear message, exit code 1, and nothing left half-written. */
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { clinic, scenarios, useProgram } from "./program.ts";

const caregap = useProgram();
const inFolder = (name: string): string => join(caregap.folder, name);
const broken = join(scenarios, "broken.json");

function write(name: string, content: string | Uint8Array): string {
  writeFileSync(inFolder(name), content);
  return name;
}

async function refused(...args: string[]): Promise<string> {
  const { code, out, err } = await caregap.run(...args);
  expect({ code, out }).toEqual({ code: 1, out: "" });
  expect(err).not.toMatch(/\n {4}at |\(node:/);
  return err;
}

describe("scenarios", () => {
  test("a missing file is told, with what may be meant", async () => {
    const message = (given: string, guess: string): string =>
      `cannot find ${given}: there is no such file, and no scenario of that name comes with caregap.${guess} All that come with it: caregap scenarios\n`;
    for (const [given, guess] of [
      ["verification/mm2", " Did you mean verification/mm1, verification/mmc or verification/md1?"],
      ["Shorter waits.json", " Did you mean shorter-waits?"],
      ["bristol", " Did you mean bristol-2019, bristol-fewer-rejected or bristol-more-assessment?"],
      ["list", ""],
      ["no/such/file.json", ""],
    ] as const)
      expect(await refused("digest", given)).toBe(message(given, guess));
  });

  test("a file of the same folder may be meant", async () => {
    write("one-clinic.json", readFileSync(clinic));
    expect(await refused("run", "one_clinic.json")).toContain(" Did you mean one-clinic.json? ");
    expect(await refused("run", "one-clinic.jsn")).toContain(" Did you mean one-clinic.json? ");
    expect(await refused("run", inFolder("oneclinic"))).toContain(` Did you mean ${inFolder("one-clinic.json")}? `);
    expect(await refused("run", "")).toMatch(/^cannot find a scenario without a name: /);
  });

  test("all that come with caregap can be listed, and each of them is found by its name", async () => {
    const { code, out, err } = await caregap.run("scenarios");
    expect({ code, err }).toEqual({ code: 0, err: "" });
    const names = out
      .split("\n\n")[0]!
      .trimEnd()
      .split("\n")
      .slice(1)
      .map((line) => line.trim().split("  ")[0]!);
    expect(names).toContain("baseline");
    expect(names).toContain("examples/starting-from-today");
    expect((await caregap.run("validate", ...names)).err).toBe("");
  });

  test("a folder is not a scenario", async () => {
    expect(await refused("run", caregap.folder)).toBe(
      `cannot read ${caregap.folder}: it is a folder, expected a scenario file\n`,
    );
  });

  test("a file that is not JSON is told by line and column", async () => {
    const file = write("not.json", '{\n  "format": 1,\n  oops\n}');
    expect(await refused("run", file)).toContain("line 3, column 3");
  });

  test("a file that is not UTF-8 text is told as such", async () => {
    expect(await refused("validate", write("latin.json", Uint8Array.of(0x22, 0xa3, 0x22)))).toContain(
      "not text in UTF-8",
    );
    expect(await refused("validate", write("wide.json", Uint8Array.of(0xff, 0xfe, 0x7b, 0)))).toContain("UTF-16");
  });

  test("something without end is not read to its end", async () => {
    expect(await refused("validate", "/dev/zero")).toContain("more than 64 MB");
  });

  test("all faults of all files come at once, and a file that is fine is told as well", async () => {
    const { code, out, err } = await caregap.run("validate", broken, clinic, "missing.json");
    expect(code).toBe(1);
    expect(out).toContain(`${clinic} is fine`);
    expect(err).toContain(`${broken} is not a usable scenario (2 to mend):`);
    expect(err).toContain('Did you mean "out"?');
    expect(err).toContain("cannot find missing.json");
    expect(await refused("compare", broken, "missing.json")).toBe(err);
  });

  test("with --json errors go to standard error, and nothing to standard output", async () => {
    expect(await refused("run", broken, "--json")).toContain("2 to mend");
  });
});

describe("where results go", () => {
  const refuses = (out: string): Promise<string> => refused("run", clinic, "--replications", "1", "--out", out);

  test("a file is not a folder, and holds none", async () => {
    write("file", "text");
    expect(await refuses("file")).toBe("cannot write to file: it is a file, expected a folder\n");
    expect(await refuses("file/inner")).toBe(
      "cannot write to file/inner: a part of the path is a file, not a folder\n",
    );
    expect(readFileSync(inFolder("file"), "utf8")).toBe("text");
  });

  test("a folder with somebody's own files is left alone", async () => {
    mkdirSync(inFolder("own"));
    write("own/thesis.txt", "text");
    expect(await refuses("own")).toMatch(/^own is not empty and holds no caregap result/);
    write("own/manifest.json", '{"name": "an app"}');
    expect(await refuses("own")).toMatch(/^own is not empty and holds no caregap result/);
    expect(readdirSync(inFolder("own"))).toEqual(["manifest.json", "thesis.txt"]);
  });

  test("a bad scenario makes no folder", async () => {
    await refused("run", broken, "--out", "never");
    expect(existsSync(inFolder("never"))).toBe(false);
  });

  test("a folder that cannot be made is told, without trying for ever", async () => {
    expect(await refuses("/proc/caregap")).toMatch(/^cannot write to \/proc\/caregap: /);
  });

  const figure = ["--measure", "queue_length@assessment#first half"];
  test.each([
    ["best", [clinic, clinic, ...figure, "--better", "less"]],
    ["flip", [clinic, clinic, ...figure, "--parameter", "nodes.assessment.servers", "--from", "3", "--to", "5"]],
    ["waits", [clinic]],
  ])("%s tells before the work begins", async (command, args) => {
    // So many replications would take hours.
    const hours = ["--replications", "10000"];
    expect(await refused(command, ...args, ...hours, "--out", "own")).toMatch(
      /^own is not empty and holds no caregap result/,
    );
  });

  test("where a file goes is looked at before the work begins, and nothing is left", async () => {
    const before = readdirSync(caregap.folder);
    const hours = ["--replications", "1000000"];
    const told = "cannot write no/w.csv: there is no such file or folder\n";
    expect(await refused("warm-up", clinic, ...hours, "--out", "no/w.csv")).toBe(told);
    expect(await refused("calibration", "--tune", ...hours, "--out", "no/w.csv")).toBe(told);
    expect(readdirSync(caregap.folder)).toEqual(before);
  });

  test("a caregap result is replaced, and other files beside it are kept", async () => {
    const again = () => caregap.run("run", clinic, "--replications", "1", "--out", "deep/er/result");
    expect((await again()).code).toBe(0);
    write("deep/er/result/notes.txt", "mine");
    expect((await again()).code).toBe(0);
    expect(readdirSync(inFolder("deep/er/result")).toSorted()).toEqual([
      "levels.csv",
      "manifest.json",
      "measures.csv",
      "notes.txt",
      "summary.csv",
    ]);
  });

  test("a file of the user's own with the name of one of ours is not overwritten", async () => {
    write("deep/er/result/events.csv", "mine");
    const err = await refused("run", clinic, "--replications", "1", "--out", "deep/er/result", "--log");
    expect(err).toContain("has a events.csv that is not of its caregap result");
    expect(readFileSync(inFolder("deep/er/result/events.csv"), "utf8")).toBe("mine");
  });
});

describe("interrupted", () => {
  const long = ["run", "bristol-2019", "--replications", "500"];

  test.each([
    ["in workers", []],
    ["with the log", ["--log"]],
  ])("%s: exit code 130, and nothing is left", async (_, flags) => {
    const started = (): boolean => existsSync(inFolder("new/result"));
    const { code, out, err } = await caregap.interrupt(started, ...long, "--out", "new/result", ...flags);
    expect({ code, out, err }).toEqual({ code: 130, out: "", err: "caregap: interrupted; nothing was written\n" });
    expect(existsSync(inFolder("new"))).toBe(false);
  });

  test("a result that was there before stays as it was", async () => {
    await caregap.run("run", clinic, "--replications", "1", "--out", "before");
    const files = readdirSync(inFolder("before"));
    const manifest = readFileSync(inFolder("before/manifest.json"), "utf8");
    const started = (): boolean => readdirSync(inFolder("before")).length > files.length;
    const { code } = await caregap.interrupt(started, ...long, "--out", "before");
    expect(code).toBe(130);
    expect(readdirSync(inFolder("before"))).toEqual(files);
    expect(readFileSync(inFolder("before/manifest.json"), "utf8")).toBe(manifest);
  });
});

describe("import", () => {
  test("a broken table is told by file and line, and no file is written", async () => {
    const table = write("network.csv", "node,capacity\ndesk,three\n");
    expect(await refused("import", "renege", table, "--out", "plan.json")).toContain("network.csv");
    expect(existsSync(inFolder("plan.json"))).toBe(false);
  });

  test("neither an input nor a missing one becomes a file", async () => {
    const table = write("table.csv", "node\n");
    expect(await refused("import", "renege", table, "--out", "./table.csv")).toContain(
      "it is one of the files to import",
    );
    expect(statSync(inFolder("table.csv")).size).toBe(5);
    expect(await refused("import", "renege", "gone.csv", "--out", "plan.json")).toBe(
      "cannot read gone.csv: there is no such file or folder\n",
    );
  });
});
