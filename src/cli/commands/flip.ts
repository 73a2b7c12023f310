/** `caregap flip`: the value of a parameter at which the better of two scenarios changes. */
import { type Command, InvalidArgumentError } from "commander";
import {
  type AnyScenario,
  type Estimate,
  estimate,
  estimateDifference,
  flipPoint,
  type FlipPoint,
  formatProblems,
  keyText,
  type MeasureKey,
  type Table,
  withChanges,
} from "../../index.ts";
import { InputError } from "../errors.ts";
import { figureHelp, fullName, headingOf, oneFigure } from "../figures.ts";
import { interruptible } from "../interrupt.ts";
import { addRunOptions, nonEmpty, type RunOptions } from "../options.ts";
import { type OpenScenario, openScenarios } from "../scenarios.ts";
import { runInWorkers, studyOf } from "../study.ts";
import { checkTablesOut, printTables, writeTables } from "../tables-out.ts";
import { layOut } from "../text/layout.ts";
import { decimal, decimalsFor } from "../text/numbers.ts";

interface FlipOptions extends RunOptions {
  readonly measure: string;
  readonly parameter: string;
  readonly from: number;
  readonly to: number;
  readonly within?: number;
  readonly out?: string;
  readonly json?: true;
}

/** Both scenarios at a value of the parameter. */
interface Tried {
  readonly value: number;
  readonly a: Estimate;
  readonly b: Estimate;
  readonly difference: Estimate;
}

export function addFlip(program: Command): void {
  const command = program
    .command("flip")
    .description(
      "Find the value of a parameter at which the better of two scenarios changes, with the same people in both.",
    )
    .argument("<a>", "a scenario: a file, or the name of one that comes with caregap")
    .argument("<b>", "another")
    .requiredOption("--parameter <path>", "what to change in both, such as services.IAPT.triage.risk_ceiling", nonEmpty)
    .requiredOption("--from <number>", "its lowest value", number)
    .requiredOption("--to <number>", "its highest value", number)
    .requiredOption("--measure <name>", "the figure to compare them by, such as wait.started.mean@triage", nonEmpty)
    .option("--within <number>", "how closely to find it; a hundredth of the range unless given", number);
  addRunOptions(command)
    .option("--out <folder>", "write flip.csv (all that was tried) there, and a manifest of what made it", nonEmpty)
    .option("--json", "print the result as JSON, and nothing else")
    .addHelpText(
      "after",
      `
By bisection: it is taken that the difference changes its sign once between the two values. It must be sure at both.
${figureHelp}

Examples:
  caregap flip bristol-2019 bristol-more-assessment --parameter "nodes.IAPT therapy.servers" --from 450 --to 900 --within 10
      --measure "queue_length@IAPT therapy#after"
  caregap flip baseline my-plan.json --parameter services.IAPT.triage.risk_ceiling --from 0.4 --to 0.8
      --measure "wait.started.mean@IAPT" --out flipped`,
    )
    .action((a: string, b: string, options: FlipOptions) => flip([a, b], options, command));
}

function number(text: string): number {
  const value = Number(text);
  if (text.trim() !== "" && Number.isFinite(value)) return value;
  throw new InvalidArgumentError("Expected a number.");
}

async function flip(arguments_: readonly string[], options: FlipOptions, command: Command): Promise<void> {
  const { from, to, within = (to - from) / 100, parameter, measure, out, json, ...how } = options;
  if (!(to > from)) command.error("error: '--to' must be above '--from'");
  if (!(within > 0)) command.error("error: '--within' must be above 0");
  if (options.replications < 2) command.error("error: comparing needs '--replications' of 2 or more");
  const opened = openScenarios(arguments_);
  const keys = opened.map((each) => oneFigure(each, measure));
  const whole = atEnds(opened, parameter, [from, to]);
  const tried = new Map<number, Tried>();
  checkTablesOut(out, ["flip.csv"]);
  await interruptible(async (signal) => {
    const differenceAt = async (asked: number): Promise<Estimate> => {
      const value = whole ? Math.floor(asked + 0.5) : asked;
      const known = tried.get(value);
      if (known) return known.difference;
      const scenarios = opened.map((each) => changed(each, parameter, value));
      const ran = await runInWorkers(studyOf(scenarios, how), { ...how, ...(json && { json }) }, signal);
      const [a, b] = ran.scenarios.map(({ keys: all, outcomes }, i) => {
        const figure = all.findIndex((key) => keyText(key) === keyText(keys[i]!));
        return outcomes.map(({ values }) => values[figure]!);
      });
      const difference = estimateDifference(a!, b!);
      tried.set(value, { value, a: estimate(a!), b: estimate(b!), difference });
      return difference;
    };
    const found = await flipPoint({ low: from, high: to, within: whole ? Math.max(within, 1) : within }, differenceAt);
    const all = [...tried.values()].toSorted((one, other) => one.value - other.value);
    const about = {
      seed: options.seed,
      replications: options.replications,
      executive: options.executive,
      scenarios: opened.map(({ name }) => name),
      parameter,
      measure: fullName(keys[0]!),
      flip_point: found ?? null,
    };
    const tables = { "flip.csv": tableOf(all, keys[0]!) };
    if (out !== undefined) await writeTables(out, tables, about, signal);
    if (json) printTables(about, tables);
    else console.log(reportOf(opened, keys[0]!, parameter, all, found));
    if (!json && out !== undefined) console.log(`\nWritten to ${out}.`);
  });
}

function changed({ name, source }: OpenScenario, path: string, value: number): AnyScenario {
  const parsed = withChanges(source, [{ path, value }]);
  if (parsed.ok) return parsed.scenario;
  throw new InputError(formatProblems(`${name} with ${path} = ${value}`, parsed.problems));
}

/** Makes sure that both scenarios take both values; returns whether they take whole numbers only. */
function atEnds(opened: readonly OpenScenario[], path: string, ends: readonly number[]): boolean {
  const faults = opened.flatMap((each) =>
    ends.flatMap((value) => {
      try {
        changed(each, path, value);
        return [];
      } catch (error) {
        if (!(error instanceof InputError)) throw error;
        return [error.message];
      }
    }),
  );
  if (faults.length > 0) throw new InputError(faults.join("\n"));
  const isFree = (value: number): boolean => opened.every(({ source }) => withChanges(source, [{ path, value }]).ok);
  return ends.every(Number.isInteger) && !isFree(Math.floor((ends[0]! + ends[1]!) / 2) + 0.5);
}

function tableOf(tried: readonly Tried[], { unit }: MeasureKey): Table {
  return {
    columns: ["value", "a_mean", "b_mean", "difference", "ci_low", "ci_high", "n", "unit"],
    *rows() {
      for (const { value, a, b, difference } of tried)
        yield [value, a.mean, b.mean, difference.mean, difference.low, difference.high, difference.n, unit];
    },
  };
}

function reportOf(
  [a, b]: readonly OpenScenario[],
  key: MeasureKey,
  parameter: string,
  tried: readonly Tried[],
  found: FlipPoint | undefined,
): string {
  const rows = tried.map(({ value, a: ofA, b: ofB, difference }) => {
    const decimals = decimalsFor(difference.mean, (difference.high - difference.low) / 2);
    const show = (x: number): string => decimal(x, decimals);
    const interval = `${show(difference.low)} to ${show(difference.high)}`;
    return [String(Number(value.toPrecision(6))), show(ofA.mean), show(ofB.mean), show(difference.mean), interval];
  });
  const head = `${headingOf(key)}; ${b!.name} minus ${a!.name}.`;
  const table = layOut([parameter, a!.name, b!.name, "difference", "95% interval"], rows);
  return [head, "", table, "", verdictOf(a!.name, b!.name, parameter, tried, found)].join("\n");
}

function verdictOf(
  a: string,
  b: string,
  parameter: string,
  tried: readonly Tried[],
  found: FlipPoint | undefined,
): string {
  const show = (x: number): string => String(Number(x.toPrecision(6)));
  const [first, last] = [tried[0]!, tried.at(-1)!];
  if (found) {
    const [more, less] = first.difference.mean > 0 ? [b, a] : [a, b];
    const range = `between ${show(found.low)} and ${show(found.high)}`;
    const sure = `With 95% confidence at each value it is so up to ${show(found.sure_below)}, and the other way round from ${show(found.sure_above)}.`;
    return `Below, ${more} has more of it than ${less}; the two change places ${range} of ${parameter}.\n${sure}`;
  }
  const unsure = [first, last].filter(({ difference: { low, high } }) => !(low > 0 || high < 0));
  if (unsure.length > 0) {
    const where = unsure.map(({ value }) => show(value)).join(" and ");
    const same = unsure.every(({ difference: { low, high } }) => low === 0 && high === 0);
    return same
      ? `They are the same at ${where} in every pair, so that nothing flips there.`
      : `It cannot be told which has more at ${where}: ask for more --replications, or a wider range.`;
  }
  const [more, less] = first.difference.mean > 0 ? [b, a] : [a, b];
  return `There is none: ${more} has more of it than ${less} at both ends.`;
}
