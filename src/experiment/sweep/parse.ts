/** The way in: from the text of a sweep file to a sweep that can be run, or to everything that is wrong with it. */
import { keyText, type MeasureKey } from "../../measures/key.ts";
import { checkShape } from "../../scenario/check-shape.ts";
import { A_RELATIVE_NAME, fileName, isRelative, joinPath, type Load } from "../../scenario/files.ts";
import { readJson } from "../../scenario/json.ts";
import { isObject, Origins, type Path } from "../../scenario/origins.ts";
import { parseAnyScenario } from "../../scenario/parse.ts";
import { Report } from "../../scenario/report.ts";
import type { AnyScenario, Problem } from "../../scenario/types.ts";
import { faultOfRule, usualRule } from "../method/precision.ts";
import { mostSobolDimensions } from "../method/designs/sobol-directions.ts";
import { figureKeys } from "../replication.ts";
import type { DesignName, Point, ReadyFactor } from "./design.ts";
import { readFactors } from "./factors.ts";
import { countPoints, pointsOf } from "./points.ts";
import { readPoints } from "./points-csv.ts";
import { type DesignFile, type MeasureFile, mostPoints, type SweepFile, sweepSchema } from "./schema.ts";
import { parseAt, type Sweep, type SweptScenario } from "./sweep.ts";

export type ParsedSweep =
  | { readonly ok: true; readonly sweep: Sweep }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** Problems of points that are told one by one. */
const mostTold = 50;

interface SweepContext {
  readonly name: string;
  /** Reads the files that the sweep names, relative to it. */
  readonly load: Load;
  /** Every point was checked when the sweep was planned; ten thousand of them take minutes. */
  readonly pointsAreChecked?: boolean;
}

export function parseSweep(text: string, { name, load, pointsAreChecked = false }: SweepContext): ParsedSweep {
  const json = readJson(text);
  if (!json.ok) return json;
  const report = new Report(json.value, { file: name, own: true, inChange: false }, new Origins());
  if (isObject(json.value) && (json.value["kind"] === "network" || json.value["kind"] === "pathway")) {
    // Every other field of it would be a fault too.
    const hint = "This is a scenario. A sweep is a file of its own, which names a scenario and what to change in it.";
    report.fault(["kind"], '"sweep"', undefined, hint);
    return { ok: false, problems: report.all() };
  }
  if (checkShape(sweepSchema, json.value, report).length > 0) return { ok: false, problems: report.all() };
  const file = json.value as SweepFile;
  const scenarios = readScenarios(file, load, report);
  const factors = readFactors(file.factors, scenarios, report);
  const replications = readReplications(file, report);
  const points = readDesign(file, factors, load, report);
  const measures = readMeasures(file, scenarios, report);
  if (report.problems.length > 0) return { ok: false, problems: report.all() };
  const sweep: Sweep = {
    title: file.title,
    scenarios: scenarios.map(({ name: called, source }) => ({ name: called, source })),
    factors: factors.map(({ name: called, paths, keys }) => ({ name: called, paths, keys })),
    design: designOf(file.design),
    points,
    seed: file.seed ?? "caregap",
    executive: file.executive ?? "fast",
    replications,
    measures,
  };
  const problems = pointsAreChecked ? [] : checkPoints(sweep);
  return problems.length > 0 ? { ok: false, problems } : { ok: true, sweep };
}

interface ReadScenario extends SweptScenario {
  readonly scenario: AnyScenario;
}

function readScenarios(file: SweepFile, load: Load, report: Report): ReadScenario[] {
  const { scenario, scenarios } = file;
  if ((scenario === undefined) === (scenarios === undefined)) {
    const got = scenario === undefined ? "neither" : "both";
    report.fault([], 'either "scenario" or "scenarios"', got);
    return [];
  }
  if (scenario !== undefined) return readScenario(scenario, shortName(scenario), ["scenario"], { load, report });
  const names = new Map<string, number>();
  return scenarios!.flatMap((entry, i) => {
    const { file: path, name } = typeof entry === "string" ? { file: entry, name: shortName(entry) } : entry;
    const first = names.get(name);
    const hint = 'Write { "file", "name" } to name it yourself.';
    if (first !== undefined)
      report.fault(["scenarios", i], `another name than that of scenarios[${first}]`, name, hint);
    names.set(name, i);
    return readScenario(path, name, ["scenarios", i], { load, report });
  });
}

const shortName = (path: string): string => fileName(path).replace(/\.json$/, "");

interface Pass {
  readonly load: Load;
  readonly report: Report;
}

function readScenario(path: string, name: string, at: Path, { load, report }: Pass): ReadScenario[] {
  if (!isRelative(path)) {
    report.fault(at, A_RELATIVE_NAME);
    return [];
  }
  const text = load(path);
  if (text === undefined) {
    report.fault(at, "a scenario file that can be read", undefined, `There is no ${path} beside this sweep.`);
    return [];
  }
  const parsed = parseAnyScenario(text, { name: path, load: (other) => load(joinPath(path, other)) });
  if (parsed.ok) return [{ name, source: parsed.source, scenario: parsed.scenario }];
  report.add(parsed.problems.map((problem) => ({ ...problem, at: `${problem.at} (in ${path})` })));
  return [];
}

function designOf(design: DesignFile): DesignName {
  if (design.design !== "list" && design.design !== "file") return design.design;
  return design.as ?? "list";
}

function readReplications({ replications, precision }: SweepFile, report: Report): Sweep["replications"] {
  if ((replications === undefined) === (precision === undefined)) {
    const got = precision === undefined ? "neither" : "both";
    report.fault([], 'either "replications" or "precision"', got);
  }
  if (precision === undefined) return replications ?? 1;
  const {
    relative,
    minimum = usualRule.minimum,
    maximum = usualRule.maximum,
    look_ahead = usualRule.look_ahead,
  } = precision;
  const rule = { relative, minimum, maximum, look_ahead };
  const fault = faultOfRule(rule);
  if (fault !== undefined) report.fault(["precision"], "a rule that can be followed", fault);
  return rule;
}

function readDesign(
  { design, seed = "caregap" }: SweepFile,
  factors: readonly ReadyFactor[],
  load: Load,
  report: Report,
): readonly Point[] {
  const most = `at most ${mostPoints.toLocaleString("en-GB")} points`;
  if (design.design === "list") {
    design.points.forEach((point, i) => {
      if (point.length === factors.length) return;
      report.fault(["design", "points", i], `${factors.length} values, one for each factor`);
    });
    if (design.points.length === 0) report.fault(["design", "points"], "a list of points, one or more");
    checkSaltelli(design, design.points.length, factors, report);
    // JSON has no undefined: null stands for "as it is", as an empty cell does in a CSV.
    return design.points.map((point) => point.map((value) => value ?? undefined));
  }
  if (design.design === "file") {
    const text = isRelative(design.file) ? load(design.file) : undefined;
    if (text === undefined) {
      report.fault(["design", "file"], "a CSV file beside this sweep that can be read");
      return [];
    }
    const read = readPoints(
      text,
      design.file,
      factors.map((factor) => factor.name),
    );
    if (!read.ok) report.add(read.problems);
    else if (read.points.length > mostPoints) report.fault(["design"], most, `${read.points.length}`);
    else checkSaltelli(design, read.points.length, factors, report);
    return read.ok ? read.points : [];
  }
  const isSobol = design.design === "sobol" || design.design === "saltelli";
  const dimensions = factors.length * (design.design === "saltelli" ? 2 : 1);
  if (isSobol && dimensions > mostSobolDimensions) {
    const limit = design.design === "saltelli" ? mostSobolDimensions / 2 : mostSobolDimensions;
    report.fault(["factors"], `at most ${limit} factors for this design`);
  }
  if (report.problems.length > 0) return [];
  const count = countPoints(design, factors);
  if (count > mostPoints) report.fault(["design"], most, `${count}`);
  return report.problems.length > 0 ? [] : pointsOf(design, factors, seed);
}

function checkSaltelli(
  { as }: { readonly as?: DesignName | undefined },
  points: number,
  factors: readonly ReadyFactor[],
  report: Report,
): void {
  const group = factors.length + 2;
  if (as !== "saltelli" || points % group === 0) return;
  report.fault(
    ["design"],
    `groups of ${group} points (A, an AB for each factor, B) for Saltelli's design`,
    `${points}`,
  );
}

function readMeasures({ measures }: SweepFile, scenarios: readonly ReadScenario[], report: Report): MeasureKey[] {
  const keys = scenarios.map(({ scenario }) => figureKeys(scenario));
  const chosen = new Set<string>();
  measures.forEach((wanted, i) => {
    for (const known of keys) {
      const found = known.filter((key) => isMeant(wanted, key));
      if (found.length === 0) {
        const hint = hintFor(wanted, known, report);
        report.fault(["measures", i], "a measure that the scenario has", undefined, hint);
        return;
      }
      for (const key of found) chosen.add(keyText(key));
    }
  });
  // Only what all scenarios have can be kept at every point.
  const inAll = [...chosen].filter((text) => keys.every((known) => known.some((key) => keyText(key) === text)));
  return keys[0]?.filter((key) => inAll.includes(keyText(key))) ?? [];
}

const parts = ["window", "place", "group", "measure", "estimand", "statistic"] as const;
const isMeant = (wanted: MeasureFile, key: MeasureKey): boolean =>
  parts.every((part) => key[part] === (wanted[part] ?? (part === "group" ? "all" : key[part])));

/** The first part that no figure has, and what it might be. */
function hintFor(wanted: MeasureFile, keys: readonly MeasureKey[], report: Report): string | undefined {
  const wrong = parts.find((part) => wanted[part] !== undefined && keys.every((key) => key[part] !== wanted[part]));
  if (wrong === undefined) return "Each part is known, but no figure has them together.";
  const names = [...new Set(keys.map((key) => key[wrong]))];
  return report.guess(wanted[wrong]!, names) ?? `Known as ${wrong}: ${names.slice(0, 20).join(", ")}.`;
}

/** Every point is a scenario without faults that has all the measures, whichever scenario it is a point of. */
function checkPoints(sweep: Sweep): Problem[] {
  const problems: Problem[] = [];
  let untold = 0;
  for (const [i, point] of sweep.points.entries()) {
    for (const { name, source } of sweep.scenarios) {
      const whose = sweep.scenarios.length > 1 ? `${name}, ` : "";
      for (const problem of problemsAt(sweep, source, point)) {
        if (problems.length < mostTold)
          problems.push({ ...problem, at: `${whose}point ${i} (${describePoint(sweep, point)}): ${problem.at}` });
        else untold++;
      }
    }
  }
  if (untold > 0)
    problems.push({ at: "the design", expected: "fewer faults", got: `${untold} more than are told here` });
  return problems;
}

function problemsAt({ factors, measures }: Sweep, source: unknown, point: Point): readonly Problem[] {
  const parsed = parseAt(source, factors, point);
  if (!parsed.ok) return parsed.problems;
  const keys = new Set(figureKeys(parsed.scenario).map(keyText));
  const lost = measures.filter((key) => !keys.has(keyText(key)));
  return lost.map((key) => ({
    at: `${key.place} ${key.measure}`,
    expected: "a measure that is there at every point",
    got: "nothing",
  }));
}

const describePoint = ({ factors }: Sweep, point: Point): string =>
  factors
    .flatMap(({ name }, i) => (point[i] === undefined ? [] : [`${name} = ${JSON.stringify(point[i])}`]))
    .join(", ") || "no change";
