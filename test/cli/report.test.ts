/** `caregap report`: the whole checklist, filled in as far as files can tell, and safe to open. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { clinic, largerClinic, useProgram } from "./program.ts";

const caregap = useProgram();
const read = (path: string): string => readFileSync(join(caregap.folder, path), "utf8");
const run = async (...args: string[]): Promise<string> => {
  const { code, out, err } = await caregap.run(...args);
  expect({ code, err }).toEqual({ code: 0, err: "" });
  return out;
};

const checklist = [
  "1.1 Purpose of the model",
  "1.2 Model outputs",
  "1.3 Experimentation aims",
  "2.1 Base model overview diagram",
  "2.2 Base model logic",
  "2.3 Scenario logic",
  "2.4 Algorithms",
  "2.5.1 Components: entities",
  "2.5.2 Components: activities",
  "2.5.3 Components: resources",
  "2.5.4 Components: queues",
  "2.5.5 Components: entry and exit points",
  "3.1 Data sources",
  "3.2 Pre-processing",
  "3.3 Input parameters",
  "3.4 Assumptions",
  "4.1 Initialisation",
  "4.2 Run length",
  "4.3 Estimation approach",
  "5.1 Software or programming language",
  "5.2 Random sampling",
  "5.3 Model execution",
  "5.4 System specification",
  "6.1 Computer model sharing statement",
];

test("of a comparison: every item in order, with what the scenario and the manifest say", async () => {
  await run("compare", clinic, largerClinic, "--replications", "3", "--seed", "s 1", "--out", "two");
  const out = await run("report", "two");
  const markdown = read("two/report.md");
  expect([...markdown.matchAll(/^### (.*)$/gm)].map(([, title]) => title)).toEqual(checklist);
  const html = read("two/report.html");
  expect([...html.matchAll(/<h3>(.*)<\/h3>/g)].map(([, title]) => title)).toEqual(checklist);
  expect(out).toContain(`: ${markdown.match(/\*\*To be written by you:\*\*/g)!.length} places are marked for you`);
  for (const told of [
    '3 independent replications, seed "s 1".',
    "| assessment | 3 |",
    "| assessment | new | exponential (mean days 1) |",
    "a course of 3 sessions attended, one every 7 days",
    "- first half: day 20 to day 120",
    "The first 20 days are a warm-up",
    "discharged (0.6)",
    "Poisson, 2 a day",
    "- larger-clinic: ",
  ]) {
    expect(markdown).toContain(told);
  }
  const { scenarios } = JSON.parse(read("two/manifest.json")) as { scenarios: { sha256: string }[] };
  for (const { sha256 } of scenarios) expect(markdown).toContain(sha256);
  // Where there is no limit the manifest has a word, which must not come out as a number that it is not.
  expect(markdown).toMatch(/therapy, "long" \| unlimited \|/);
});

test("of a care pathway: every parameter with its grade, and all assumptions", async () => {
  await run("report", "baseline", "--out", "methods");
  const markdown = read("methods.md");
  const [, all] = /^(\d+) parameters, each with its range/m.exec(markdown)!;
  const [, assumed, of] = /^(\d+) of (\d+) parameters are assumptions:/m.exec(markdown)!;
  expect(of).toBe(all);
  const section = markdown.slice(markdown.indexOf("### 3.3"), markdown.indexOf("### 3.4"));
  expect(section.match(/^\| /gm)).toHaveLength(Number(all) + 2);
  expect(section.match(/\| assumption \|/g)).toHaveLength(Number(assumed));
});

test("words of a scenario are words: no markup in either file", async () => {
  const evil = `<script>alert(1)</script> | **b** & "q" [x](javascript:1)`;
  const scenario = JSON.parse(readFileSync(clinic, "utf8")) as Record<string, unknown>;
  writeFileSync(join(caregap.folder, "evil.json"), JSON.stringify({ ...scenario, title: evil, description: evil }));
  await run("report", "evil.json", "--out", "evil");
  const html = read("evil.html");
  expect(html).not.toContain("<script");
  expect(html).toContain("&lt;script&gt;alert(1)&lt;/script&gt; | **b** &amp; &quot;q&quot;");
  expect(html).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`);
  const markdown = read("evil.md");
  expect(markdown).toContain(
    String.raw`&lt;script&gt;alert(1)&lt;/script&gt; \| \*\*b\*\* &amp; "q" \[x\](javascript:1)`,
  );
  expect(markdown).not.toContain("<script");
});

test("of a sweep; and what is neither results nor a scenario is told", async () => {
  const sweep = {
    format: 1,
    kind: "sweep",
    title: "Servers",
    scenario: "clinic.json",
    factors: [{ name: "servers", path: "nodes.assessment.servers", values: [3, 4] }],
    design: { design: "full_factorial" },
    replications: 2,
    measures: [{ measure: "queue_length", statistic: "mean", place: "assessment" }],
  };
  writeFileSync(join(caregap.folder, "clinic.json"), readFileSync(clinic));
  writeFileSync(join(caregap.folder, "sweep.json"), JSON.stringify(sweep));
  await run("sweep", "run", "sweep.json", "--out", "sweep");
  await run("report", "sweep");
  expect(read("sweep/report.md")).toContain(
    "2 points of a design (full factorial) over servers, each run with 2 independent",
  );
  const { code, err } = await caregap.run("report", "nothing");
  expect(code).toBe(1);
  expect(err).toContain("cannot find nothing");
});

test("of a start from today: who is there; of runs: what they say of their warm-up", async () => {
  await run("report", "examples/starting-from-today", "--out", "today");
  const today = read("today.md");
  const initial = today.slice(today.indexOf("### 4.1"), today.indexOf("### 4.2"));
  expect(initial).toContain("There is no warm-up");
  expect(initial).not.toContain("Why this warm-up is long enough");
  expect(initial).toMatch(/\| IAPT: \w+ \| cmd \| \d+ \| \d+ \|/);
  expect(initial).toMatch(/People in need and in no care at the start:\s+- cmd: [\d,]+/);

  await run("run", "verification/mm1", "--replications", "3", "--out", "mm1");
  await run("report", "mm1");
  expect(read("mm1/report.md")).toMatch(
    /By how the counts of these runs went[^]*- verification\/mm1: no count drifted after the warm-up/,
  );

  const { code } = await caregap.run("run", "verification/mm1", "--replications", "1", "--out", "one");
  expect(code).toBe(0);
  await run("report", "one");
  expect(read("one/report.md")).toContain(
    "- verification/mm1: it cannot be told whether the warm-up was long enough: ",
  );
});
