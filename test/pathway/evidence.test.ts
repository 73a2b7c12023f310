/** Where numbers come from: parameters name rows of docs/evidence.md and claim no more than those do; and how they are explained. */
import { describe, expect, test } from "vitest";
import { explain, findParameters, guessParameter, meaningOf, patternOf } from "../../src/experiment/explain.ts";
import type { Parameter } from "../../src/scenario/pathway/types.ts";
import { evidenceRows } from "./evidence.ts";
import { baselineText, changed } from "./scenarios.ts";

const evidence = evidenceRows();
const { parameters } = changed({});
const cited = parameters.filter(({ evidence: id }) => evidence.has(id));

/** Settings of a run, and the practices of the paper's table, which say together where they come from. */
const settings = /^(format|warm_up_days|run_days|wait_limits_days\[\d\]|population\.practices\[\d+\]\.\w+)$/;

/** Paths of numbers that stand alone, outside an object that says where they come from. */
function bareNumbers(value: unknown, path = ""): string[] {
  if (typeof value === "number") return settings.test(path) ? [] : [path];
  if (typeof value !== "object" || value === null) return [];
  if (Array.isArray(value)) return value.flatMap((item, i) => bareNumbers(item, `${path}[${i}]`));
  if (Object.hasOwn(value, "value")) return [];
  return Object.entries(value).flatMap(([key, inner]) => bareNumbers(inner, path === "" ? key : `${path}.${key}`));
}

describe("a number of the baseline", () => {
  test("never stands alone", () => {
    const baseline: unknown = JSON.parse(baselineText);
    expect(bareNumbers(baseline)).toEqual([]);
    expect(bareNumbers({ gp: { tries: 3, dna: { value: 0.05 } } })).toEqual(["gp.tries"]);
  });

  test.each(parameters)("$path has a range, a unit, a source and a title", ({ low, high, unit, source, title }) => {
    expect(low).toBeLessThan(high!);
    for (const text of [unit, source, title]) expect(text).not.toBe("");
  });
});

describe("a parameter of the baseline", () => {
  test("cites rows that exist, or a name from the table of mechanisms", () => {
    expect(evidence.size).toBeGreaterThan(90);
    const strays = parameters.filter(
      ({ evidence: id, grade }) => id !== "" && !evidence.has(id) && grade !== "assumption",
    );
    expect(strays.map(({ path }) => path)).toEqual([]);
  });

  test.each(cited)("$path claims no better grade than its row", ({ grade, evidence: id }) => {
    if (grade === "assumption") return;
    expect(evidence.get(id)!.grade.toLowerCase()).toContain(grade.toLowerCase());
  });

  test.each(cited)("$path claims no better check than its row", ({ checked, evidence: id }) => {
    const row = evidence.get(id)!.checked;
    // "read in part" and the like are printed to be checked.
    if (checked === "read") expect(row).toBe("read");
    if (checked === "derived") expect(row).toMatch(/^(read$|derived)/);
  });

  test("with any grade but assumption says where it comes from", () => {
    const strays = parameters.filter(
      ({ grade, evidence: id, source }) => grade !== "assumption" && (id === "" || source === ""),
    );
    expect(strays.map(({ path }) => path)).toEqual([]);
  });

  test("that is no more than assumed is not called read", () => {
    const strays = parameters.filter(({ grade, checked }) => grade === "assumption" && checked === "read");
    expect(strays.map(({ path }) => path)).toEqual([]);
  });
});

const ceiling: Parameter = {
  path: "services.IAPT.triage.risk_ceiling",
  value: 0.55,
  low: 0.4,
  high: 0.8,
  unit: "score, 0 to 1",
  law: "beta",
  source: "No source found",
  grade: "assumption",
  checked: "assumption",
  evidence: "iapt_T_low",
  title: "IAPT takes risk up to",
  note: "",
};
const wait: Parameter = {
  ...ceiling,
  path: 'services["a.b"].waiting_list.patience.scale_weeks',
  source: "Murch 2021",
  grade: "published",
  checked: "recalled",
  title: "Patience",
};

describe("explaining", () => {
  test("a path is told apart from the names in it, and from the unit in which its author wrote", () => {
    expect(patternOf(wait.path)).toBe("services.*.waiting_list.patience.scale_days");
    expect(patternOf("risk.crises_per_year[3]")).toBe("risk.crises_per_day");
    expect(patternOf("services.IAPT.staff.per_week.wte")).toBe("services.*.staff.*.wte");
  });

  test("a parameter within a block has the meaning of the block", () => {
    expect(meaningOf(wait.path)).toEqual({ mechanisms: ["M48"], neutral: "endless" });
    expect(meaningOf("services.IAPT.triage.accepts.pd").mechanisms).toEqual(["M8"]);
    expect(meaningOf("nothing.of.the.kind")).toEqual({ mechanisms: [], neutral: undefined });
  });

  test("what was recalled is to be checked", () => {
    expect(explain(wait).checked).toBe("to be checked");
    expect(explain(ceiling)).toMatchObject({ mechanisms: ["M26", "M27"], neutral: "none" });
  });

  test("words, mechanisms and grades find parameters; a whole path finds the one", () => {
    const both = [ceiling, wait];
    expect(findParameters(both, { words: ["services.IAPT.triage.risk_ceiling"] })).toEqual([ceiling]);
    expect(findParameters(both, { words: ["murch", "PATIENCE"] })).toEqual([wait]);
    expect(findParameters(both, { words: ["m27"] })).toEqual([ceiling]);
    expect(findParameters(both, { grade: "published" })).toEqual([wait]);
    expect(findParameters(both, { words: ["murch"], grade: "assumption" })).toEqual([]);
    expect(findParameters(both, {})).toEqual(both);
  });

  test("a slip of the keys leads to the path that was meant", () => {
    expect(guessParameter([ceiling, wait], "risk_cieling")).toBe(ceiling.path);
    expect(guessParameter([ceiling, wait], "services.IAPT.triage.risk_celing")).toBe(ceiling.path);
    expect(guessParameter([ceiling, wait], "hippopotamus")).toBeUndefined();
    expect(guessParameter([], "risk_ceiling")).toBeUndefined();
  });
});
