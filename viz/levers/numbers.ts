/** The numbers of a scenario that a reader can change: as its file has them, and as the reader has set them. */
import type { AnyScenario, Parameter } from "../../src/index.ts";
import type { Change, ScenarioState } from "../state/state.ts";
import { titlesApart } from "./titles.ts";

/** A number with its provenance, and what the reader made of it. */
export interface Lever {
  readonly parameter: Parameter;
  /** The value now: the reader's, or that of the file. */
  readonly value: number;
  readonly changed: boolean;
}

export function leversOf(file: AnyScenario, { changes }: Pick<ScenarioState, "changes">): Lever[] {
  const set = new Map(changes.map(({ path, value }) => [path, value]));
  return numbersOf(file).map((parameter) => {
    const value = set.get(parameter.path);
    return typeof value === "number"
      ? { parameter, value, changed: true }
      : { parameter, value: parameter.value, changed: false };
  });
}

/** Of a pathway every number with its source; of a network the servers of each place. */
export function numbersOf(file: AnyScenario): readonly Parameter[] {
  if (file.kind === "pathway") return file.parameters;
  return file.nodes.flatMap(({ name, servers }): Parameter[] => {
    const [step, ...more] = servers.steps;
    if (step === undefined || more.length > 0 || !Number.isFinite(step.value)) return [];
    return [serversOf(name, step.value, file.source)];
  });
}

const plain = /^[^.[\]"'\\]+$/;

const serversOf = (node: string, value: number, source: string): Parameter => ({
  path: `nodes${plain.test(node) ? `.${node}` : `[${JSON.stringify(node)}]`}.servers`,
  value,
  low: 0,
  high: Math.max(10, 3 * value),
  unit: "people at once",
  law: "",
  source: source || "the scenario's own file",
  grade: "assumption",
  checked: "assumption",
  evidence: "",
  title: `${node}: people who can be served at once`,
  note: "",
});

/** Values that must be whole. */
const wholes = /(?:session_cap|places|tries|servers|list_limit|group_size)$/;
export const isWhole = ({ path }: Parameter): boolean => wholes.test(path);

/** A step of the slider: a hundredth of the range, rounded to 1, 2 or 5. */
export function stepOf(parameter: Parameter): number {
  const { low, high } = parameter;
  if (low === undefined || high === undefined) return 1;
  const rough = (high - low) / 100;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 5].find((one) => one * power >= rough) ?? 10) * power;
  return isWhole(parameter) ? Math.max(1, Math.round(step)) : Number(step.toPrecision(1));
}

/** A number that differs from the baseline's. */
export interface Difference {
  readonly path: string;
  readonly title: string;
  readonly unit: string;
  /** "" where there is none. */
  readonly was: string;
  readonly is: string;
  /** Whether the reader changed it here, so that it can be put back. */
  readonly own: boolean;
}

const shown = (value: number): string => String(Number(value.toPrecision(6)));

/** Paths of the numbers that a file has otherwise than that of the baseline. */
export function ownTo(baseline: AnyScenario, file: AnyScenario): ReadonlySet<string> {
  const before = new Map(numbersOf(baseline).map(({ path, value }) => [path, value]));
  return new Set(numbersOf(file).flatMap(({ path, value }) => (before.get(path) === value ? [] : [path])));
}

/** What differs from the baseline: what the file of the scenario changes, and what the reader has. */
export function differencesOf(
  baseline: { readonly file: AnyScenario; readonly asked: ScenarioState },
  other: { readonly file: AnyScenario; readonly asked: ScenarioState },
): Difference[] {
  const before = new Map(leversOf(baseline.file, baseline.asked).map((lever) => [lever.parameter.path, lever]));
  const levers = leversOf(other.file, other.asked);
  const numbers = levers.flatMap(({ parameter, value, changed }): Difference[] => {
    const { path, title, unit } = parameter;
    const was = before.get(path)?.value;
    if (was === value && !changed) return [];
    return [
      { path, title: title || path, unit, was: was === undefined ? "" : shown(was), is: shown(value), own: changed },
    ];
  });
  const known = new Set(levers.map(({ parameter }) => parameter.path));
  const others = other.asked.changes
    .filter(({ path }) => !known.has(path))
    .map((change) => ({ ...described(change), was: wasAt(change.path, baseline) }));
  const all = [...numbers, ...others];
  const titles = titlesApart(all);
  return all.map((one) => ({ ...one, title: titles.get(one.path) ?? one.title }));
}

/** The warm-up is no parameter, but a number all the same. */
const wasAt = (path: string, { file, asked }: { readonly file: AnyScenario; readonly asked: ScenarioState }): string =>
  path === warmUp ? shown(Number(asked.changes.find((one) => one.path === path)?.value ?? file.warm_up_days)) : "";

const warmUp = "warm_up_days";

function described({ path, value }: Change): Omit<Difference, "was"> {
  const name = path.slice(path.lastIndexOf(".") + 1);
  const added = typeof value === "object" && value !== null;
  const is = value === null ? "taken away" : added ? "added" : JSON.stringify(value);
  return {
    path,
    title: titleOf(path, name, added),
    unit: path === warmUp ? "days" : "",
    is,
    own: true,
  };
}

function titleOf(path: string, name: string, added: boolean): string {
  if (path === warmUp) return "Warm-up before counting begins";
  if (name === "start") return "Start from today";
  return path.startsWith("services.") && added ? `Service: ${name}` : path;
}
