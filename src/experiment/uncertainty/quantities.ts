/**
 * Which parameters are uncertain when some scenarios are compared, and how: from their provenance, or from ranges that
 * are given.
 *
 * A parameter is drawn if it has a range, is not called "fixed" (a choice or a definition), is the same in all scenarios
 * (where it differs it is what is being decided), and can move on its own (shares that add up to 1 cannot). Parameters
 * with the same entry in the table of evidence, value, law and range to be drawn from are one quantity, and get one draw.
 *
 * The range of a number that is known from somewhere says how far it may be off, and is drawn from whole. That of an
 * assumption goes as far as a design may be tried: in doubt is no more than half to twice the number.
 */
import type { Key } from "../../scenario/origins.ts";
import type { AnyScenario } from "../../scenario/types.ts";
import { lawOfProvenance, type Spread, spreadOver } from "../method/spread.ts";
import type { ReadyFactor } from "../sweep/design.ts";
import { isWhole, rangeOf } from "../sweep/factors.ts";
import { isPlaceIn, type QuantityAt, quantityAt, readPath } from "../sweep/path.ts";
import { parseAt } from "../sweep/sweep.ts";

export interface Uncertain {
  readonly name: string;
  readonly source: unknown;
  readonly scenario: AnyScenario;
}

/** A range that was given for a path, instead of that of its provenance. */
export interface GivenRange {
  readonly path: string;
  readonly low: number;
  /** The mode of a triangular law; without it the law is uniform. */
  readonly mode: number | undefined;
  readonly high: number;
}

export interface Choice {
  /** Parts of scenarios to draw, such as `services.IAPT` or a whole path; all unless given. */
  readonly only?: readonly string[] | undefined;
  readonly except?: readonly string[] | undefined;
  readonly given?: readonly GivenRange[] | undefined;
}

export interface Quantity {
  readonly name: string;
  readonly paths: readonly string[];
  readonly spread: Spread;
  /** The law that is really used; see `spreadOver`. */
  readonly law: string;
  /** The law of the provenance, in its words. */
  readonly stated: string;
  /** Why it is left as it is; undefined where it is drawn. */
  readonly left: string | undefined;
}

export interface Quantities {
  /** Those that are drawn, for a design. */
  readonly factors: readonly ReadyFactor[];
  /** All that have a range, drawn or not. */
  readonly all: readonly Quantity[];
  /** What is wrong with the choice. */
  readonly faults: readonly string[];
}

interface Candidate extends Omit<Quantity, "law"> {
  readonly keys: readonly (readonly Key[])[];
}

/** @param onProgress told how many quantities have been tried on their own, of how many */
export function chooseQuantities(
  scenarios: readonly Uncertain[],
  choice: Choice,
  onProgress?: (done: number, of: number) => void,
): Quantities {
  const steps = choosingQuantities(scenarios, choice);
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) return step.value;
    onProgress?.(step.value.done, step.value.of);
  }
}

export interface Step {
  readonly done: number;
  readonly of: number;
}

/** The same in steps of some hundredths of a second, one for each quantity, for a page that must not stand still. */
export function* choosingQuantities(
  scenarios: readonly Uncertain[],
  { only, except = [], given = [] }: Choice,
): Generator<Step, Quantities> {
  const known = candidatesOf(scenarios);
  const faults = [...unknownParts([...(only ?? []), ...except], known), ...faultsOfGiven(given, scenarios)];
  if (faults.length > 0) return { factors: [], all: [], faults };
  const isGiven = (path: string): boolean => given.some((each) => samePart(path, each.path));
  const wanted = known.filter(
    ({ paths: [path] }) =>
      (only === undefined ? given.length === 0 : only.some((part) => samePart(path!, part))) &&
      !except.some((part) => samePart(path!, part)) &&
      !isGiven(path!),
  );
  const candidates = [...given.map((each) => fromGiven(each)), ...tied(wanted)];
  const factors: ReadyFactor[] = [];
  const all: Quantity[] = [];
  for (const [i, candidate] of candidates.entries()) {
    yield { done: i, of: candidates.length };
    const { keys, ...quantity } = candidate;
    const left = candidate.left ?? (given.length > i ? undefined : whyNotAlone(scenarios[0]!.source, candidate));
    if (left === undefined) {
      const whole = isWhole(scenarios[0]!.source, keys, candidate.spread);
      factors.push({ name: candidate.name, paths: candidate.paths, keys, take: rangeOf(candidate.spread, whole) });
    }
    all.push({ ...quantity, law: left === undefined ? spreadOver(candidate.spread).law : "", left });
  }
  return { factors, all, faults };
}

/** Every parameter of the first scenario that has a range. */
function candidatesOf([base, ...others]: readonly Uncertain[]): (Candidate & { readonly evidence: string })[] {
  if (base?.scenario.kind !== "pathway") return [];
  return base.scenario.parameters.flatMap(({ path, value, low, high, law: stated, evidence, grade }) => {
    const keys = readPath(path);
    if (keys === undefined || low === undefined || high === undefined || !(high > low)) return [];
    const law = lawOfProvenance(stated);
    const range = grade === "assumption" ? inDoubt(value, low, high) : { low, high };
    const isSame = (other: QuantityAt | undefined): boolean =>
      other?.value === value && other.low === low && other.high === high;
    const differs = others.some(({ source }) => !isSame(quantityAt(source, keys)));
    const left =
      law === undefined
        ? "fixed: a choice or a definition"
        : differs
          ? "differs between the scenarios: what is being decided"
          : range.high > range.low
            ? undefined
            : "assumed to be 0: the range is there to try designs with";
    const spread: Spread = { law: law ?? "uniform", value, ...(left === undefined ? range : { low, high }) };
    return [{ name: path, paths: [path], keys: [keys], spread, stated, left, evidence }];
  });
}

/** Half to twice a number, within its range. */
function inDoubt(value: number, low: number, high: number): { low: number; high: number } {
  const [half, twice] = [value / 2, value * 2];
  return { low: Math.max(low, Math.min(half, twice)), high: Math.min(high, Math.max(half, twice)) };
}

/** Those that are one quantity made one. */
function tied(candidates: readonly (Candidate & { readonly evidence: string })[]): Candidate[] {
  const groups = new Map<string, (Candidate & { readonly evidence: string })[]>();
  for (const each of candidates) {
    const { evidence, paths, spread, left = "" } = each;
    const text = evidence === "" ? paths[0]! : JSON.stringify([evidence, spread, left]);
    groups.set(text, [...(groups.get(text) ?? []), each]);
  }
  return [...groups.values()].map((members): Candidate => {
    const { evidence: _evidence, ...first } = members[0]!;
    const [paths, keys] = [members.flatMap((each) => each.paths), members.flatMap((each) => each.keys)];
    return { ...first, paths, keys };
  });
}

function fromGiven({ path, low, mode, high }: GivenRange): Candidate {
  const spread: Spread = { law: mode === undefined ? "uniform" : "triangular", low, value: mode ?? low, high };
  return { name: path, paths: [path], keys: [readPath(path)!], spread, stated: "as given", left: undefined };
}

function faultsOfGiven(given: readonly GivenRange[], scenarios: readonly Uncertain[]): string[] {
  return given.flatMap(({ path, low, mode = low, high }) => {
    const keys = readPath(path);
    const nowhere = scenarios.filter(({ source }) => keys === undefined || !isPlaceIn(source, keys));
    if (nowhere.length > 0 || keys === undefined)
      return [`${path} is not a path to something that ${nowhere[0]!.name} has`];
    if (!(high > low && mode >= low && mode <= high)) return [`the range of ${path} must go up, got ${low} to ${high}`];
    const factor = { name: path, paths: [path], keys: [keys] };
    return scenarios.flatMap(({ name, source }) =>
      [low, high].flatMap((end) => {
        const parsed = parseAt(source, [factor], [end]);
        if (parsed.ok) return [];
        return parsed.problems.map(
          ({ at, expected, got }) => `${name} with ${path} = ${end}: ${at}: expected ${expected}, got ${got}`,
        );
      }),
    );
  });
}

function unknownParts(parts: readonly string[], known: readonly Candidate[]): string[] {
  return parts
    .filter((part) => !known.some(({ paths }) => paths.some((path) => samePart(path, part))))
    .map((part) => `there is no parameter with a range at ${part}`);
}

/** Whether a path is a part, or within it. */
const samePart = (path: string, part: string): boolean =>
  path === part || path.startsWith(`${part}.`) || path.startsWith(`${part}[`);

/** What is wrong with the scenario when a quantity goes to either end of its range alone; undefined if nothing is. */
function whyNotAlone(source: unknown, { name, paths, keys, spread }: Candidate): string | undefined {
  for (const end of [spread.low, spread.high]) {
    const parsed = parseAt(source, [{ name, paths, keys }], [end]);
    if (parsed.ok) continue;
    const { at, expected, got } = parsed.problems[0]!;
    return `cannot move on its own: at ${end} ${at} should be ${expected}, and is ${got}`;
  }
  return undefined;
}
