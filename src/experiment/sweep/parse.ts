/** The way in: from the text of a sweep file to a sweep that can be run, or to everything that is wrong with it. */
import { keyText, type MeasureKey } from "../../measures/key.ts";
import { checkShape } from "../../scenario/check-shape.ts";
import { A_RELATIVE_NAME, isRelative, joinPath, type Load } from "../../scenario/files.ts";
import { readJson } from "../../scenario/json.ts";
import { Origins } from "../../scenario/origins.ts";
import { parseAnyScenario } from "../../scenario/parse.ts";
import { Report } from "../../scenario/report.ts";
import type { Problem } from "../../scenario/types.ts";
import { faultOfRule, usualRule } from "../method/precision.ts";
import { mostSobolDimensions } from "../method/designs/sobol-directions.ts";
import { figureKeys } from "../replication.ts";
import { isPlaceIn, readPath } from "./path.ts";
import { countPoints, type Point, pointsOf } from "./points.ts";
import { readPoints } from "./points-csv.ts";
import { type MeasureFile, mostPoints, type SweepFile, sweepSchema } from "./schema.ts";
import { type Factor, parseAt, type Sweep } from "./sweep.ts";

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
  if (checkShape(sweepSchema, json.value, report).length > 0) return { ok: false, problems: report.all() };
  const file = json.value as SweepFile;
  const base = readBase(file, load, report);
  const factors = readFactors(file, base?.source, report);
  const replications = readReplications(file, report);
  const points = readDesign(file, load, report);
  const measures = base === undefined ? [] : readMeasures(file, figureKeys(base.scenario), report);
  if (report.problems.length > 0 || base === undefined) return { ok: false, problems: report.all() };
  const sweep: Sweep = {
    title: file.title,
    base: base.source,
    factors,
    points,
    seed: file.seed ?? "caregap",
    executive: file.executive ?? "fast",
    replications,
    measures,
  };
  const problems = pointsAreChecked ? [] : checkPoints(sweep);
  return problems.length > 0 ? { ok: false, problems } : { ok: true, sweep };
}

function readBase({ scenario: path }: SweepFile, load: Load, report: Report) {
  if (!isRelative(path)) {
    report.fault(["scenario"], A_RELATIVE_NAME);
    return undefined;
  }
  const text = load(path);
  if (text === undefined) {
    report.fault(["scenario"], "a scenario file that can be read", undefined, `There is no ${path} beside this sweep.`);
    return undefined;
  }
  const parsed = parseAnyScenario(text, { name: path, load: (other) => load(joinPath(path, other)) });
  if (parsed.ok) return parsed;
  report.add(parsed.problems.map((problem) => ({ ...problem, at: `${problem.at} (in ${path})` })));
  return undefined;
}

function readFactors({ factors }: SweepFile, base: unknown, report: Report): Factor[] {
  const names = new Map<string, number>();
  return factors.map((factor, i) => {
    const first = names.get(factor.name);
    if (first !== undefined) report.fault(["factors", i, "name"], `another name than that of factors[${first}]`);
    names.set(factor.name, i);
    const keys = readPath(factor.path) ?? [];
    const isThere = keys.length > 0 && (base === undefined || isPlaceIn(base, keys));
    if (!isThere) report.fault(["factors", i, "path"], "a path to something that the scenario has");
    if ("low" in factor) {
      if (!(factor.high > factor.low)) report.fault(["factors", i, "high"], `a number above low, ${factor.low}`);
      const isWhole = Number.isSafeInteger(factor.low) && Number.isSafeInteger(factor.high);
      if (factor.whole && !isWhole)
        report.fault(["factors", i, "whole"], "whole numbers for low and high", `${factor.low} and ${factor.high}`);
    }
    return { name: factor.name, path: factor.path, keys };
  });
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

function readDesign({ design, factors, seed = "caregap" }: SweepFile, load: Load, report: Report): readonly Point[] {
  const most = `at most ${mostPoints.toLocaleString("en-GB")} points`;
  if (design.design === "list") {
    design.points.forEach((point, i) => {
      if (point.length === factors.length) return;
      report.fault(["design", "points", i], `${factors.length} values, one for each factor`);
    });
    if (design.points.length === 0) report.fault(["design", "points"], "a list of points, one or more");
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
    return read.ok ? read.points : [];
  }
  const isSobol = design.design === "sobol" || design.design === "saltelli";
  const dimensions = factors.length * (design.design === "saltelli" ? 2 : 1);
  if (isSobol && dimensions > mostSobolDimensions) {
    const limit = design.design === "saltelli" ? mostSobolDimensions / 2 : mostSobolDimensions;
    report.fault(["factors"], `at most ${limit} factors for this design`);
  }
  const count = countPoints(design, factors);
  if (count > mostPoints) report.fault(["design"], most, `${count}`);
  return report.problems.length > 0 ? [] : pointsOf(design, factors, seed);
}

function readMeasures({ measures }: SweepFile, keys: readonly MeasureKey[], report: Report): MeasureKey[] {
  const chosen = new Set<MeasureKey>();
  measures.forEach((wanted, i) => {
    const found = keys.filter((key) => isMeant(wanted, key));
    if (found.length === 0)
      report.fault(["measures", i], "a measure that the scenario has", undefined, hintFor(wanted, keys, report));
    for (const key of found) chosen.add(key);
  });
  return keys.filter((key) => chosen.has(key));
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

/** Every point is a scenario without faults that has all the measures. */
function checkPoints(sweep: Sweep): Problem[] {
  const problems: Problem[] = [];
  let untold = 0;
  for (const [i, point] of sweep.points.entries()) {
    for (const problem of problemsAt(sweep, point)) {
      if (problems.length < mostTold)
        problems.push({ ...problem, at: `point ${i} (${describePoint(sweep, point)}): ${problem.at}` });
      else untold++;
    }
  }
  if (untold > 0)
    problems.push({ at: "the design", expected: "fewer faults", got: `${untold} more than are told here` });
  return problems;
}

function problemsAt(sweep: Sweep, point: Point): readonly Problem[] {
  const parsed = parseAt(sweep, point);
  if (!parsed.ok) return parsed.problems;
  const keys = new Set(figureKeys(parsed.scenario).map(keyText));
  const lost = sweep.measures.filter((key) => !keys.has(keyText(key)));
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
