/** `caregap calibration`: the model beside what a calibrated baseline should reproduce, and the tuning that led there. */
import { existsSync } from "node:fs";
import { basename, dirname, resolve } from "node:path";
import type { Command } from "commander";
import {
  type CalibrationRow,
  calibrationRows,
  formatProblems,
  parseAnyScenario,
  type PathwayScenario,
  readyToCalibrate,
  runStudy,
  type Target,
  tune,
  tunedIn,
  type TuneProgress,
} from "../../index.ts";
import { InputError } from "../errors.ts";
import { addRunOptions, nonEmpty, type RunOptions, wholeFrom1To } from "../options.ts";
import { interruptible } from "../interrupt.ts";
import { checkFileOut, writeWholeFile } from "../out-file.ts";
import { shippedScenarios } from "../package.ts";
import { startProgress } from "../progress.ts";
import { readText } from "../read-text.ts";
import { openScenario } from "../scenarios.ts";
import { spawn } from "../spawn.ts";
import { layOut } from "../text/layout.ts";
import { decimal, decimalsFor, missing } from "../text/numbers.ts";

interface Options extends RunOptions {
  readonly tune?: true;
  readonly rounds: number;
  readonly out?: string;
  readonly json?: true;
}

export function addCalibration(program: Command): void {
  const command = program
    .command("calibration")
    .description("Hold a care pathway against published figures, and say what was tuned towards them.")
    .argument("[scenario]", "a file, or the name of a scenario that comes with caregap", "baseline");
  addRunOptions(command)
    .option("--json", "print the rows as JSON, and nothing else")
    .option("--tune", "search for values of what has no published one, and print them; the scenario is not changed")
    .option("--rounds <number>", "with --tune: most rounds of the search", wholeFrom1To(100), 10)
    .option("--out <file>", "with --tune: write the values there (JSON)", nonEmpty)
    .addHelpText(
      "after",
      `
A target is met when the mean over replications lies within its tolerance. Targets that cannot be met together are not
forced: the exit code is 0 whatever comes out. What is tuned, and how, is told in docs/model.md.

Examples:
  caregap calibration
  caregap calibration my-plan.json --replications 50
  caregap calibration --tune --replications 2 --out tuned.json`,
    )
    .action(async (argument: string, options: Options) => {
      if (options.out !== undefined && !options.tune) command.error("error: option '--out' needs '--tune'");
      if (command.getOptionValueSource("rounds") === "cli" && !options.tune)
        command.error("error: option '--rounds' needs '--tune'");
      const { name, scenario } = openPathway(argument);
      if (options.tune) await search(name, scenario, sourceOf(argument), options);
      else await hold(name, scenario, options);
    });
}

function openPathway(argument: string): { readonly name: string; readonly scenario: PathwayScenario } {
  const { name, scenario } = openScenario(argument);
  if (scenario.kind === "pathway") return { name, scenario };
  throw new InputError(`${argument} is a network of places: the targets are those of a care pathway`);
}

/** What the scenario was read from, which tuning changes. The scenario has been opened before, and is sound. */
function sourceOf(argument: string): unknown {
  const path = existsSync(argument) ? argument : shippedScenarios().get(argument.replace(/\.json$/, ""))!;
  const load = (name: string): string | undefined => {
    const file = resolve(dirname(path), name);
    return existsSync(file) ? readText(file, name) : undefined;
  };
  const parsed = parseAnyScenario(readText(path, argument), { name: basename(path), load });
  if (!parsed.ok) throw new InputError(formatProblems(argument, parsed.problems));
  return parsed.source;
}

async function evaluate(
  scenarios: readonly PathwayScenario[],
  { seed, replications, workers, executive }: RunOptions,
  isQuiet: boolean,
  signal?: AbortSignal,
): Promise<CalibrationRow[][]> {
  const ready = scenarios.map(readyToCalibrate);
  const progress = startProgress("replications", !isQuiet);
  const study = { scenarios: ready, seed, replications, executive };
  const onProgress = (finished: number, of: number): void => progress.update(finished, of);
  const running = runStudy(study, { spawn, workers, onProgress });
  signal?.addEventListener("abort", () => running.cancel());
  const { scenarios: results } = await running.done.finally(() => progress.stop());
  return results.map((result, i) => calibrationRows(ready[i]!, result));
}

async function hold(name: string, scenario: PathwayScenario, options: Options): Promise<void> {
  const [rows] = await interruptible((signal) => evaluate([scenario], options, options.json === true, signal));
  if (options.json) {
    console.log(JSON.stringify(rows!.map(asData), undefined, 2));
    return;
  }
  console.log(`${scenario.title} (${name})\n${options.replications} replications, seed "${options.seed}".\n`);
  console.log(`${table(rows!)}\n\n${verdict(rows!)}\n\n${whatIsCompared(rows!)}\n\n${whatWasTuned(scenario)}`);
}

async function search(name: string, scenario: PathwayScenario, source: unknown, options: Options): Promise<void> {
  const { seed, replications, rounds, out } = options;
  checkFileOut(out);
  const told = (progress: TuneProgress) => {
    return { made_by: "caregap calibration --tune", scenario: name, seed, replications, rounds, ...asTuned(progress) };
  };
  const write = (progress: TuneProgress): void => {
    if (out !== undefined) writeWholeFile(out, `${JSON.stringify(told(progress), undefined, 2)}\n`);
  };
  const tuned = await tune(scenario, source, {
    rounds,
    evaluate: (scenarios) => evaluate(scenarios, options, options.json === true),
    onRound: (progress) => {
      const { round, loss, rows } = progress;
      const met = rows.filter(({ off }) => off === 0).length;
      console.error(`round ${round}: loss ${loss.toFixed(3)}, ${met} of ${rows.length} inside`);
      // A search takes long: what it has found so far is there if it is stopped.
      write(progress);
    },
  });
  write(tuned);
  if (options.json) console.log(JSON.stringify(told(tuned), undefined, 2));
  else console.log(`${tunedTable(tuned)}\n\n${table(tuned.rows)}\n\n${verdict(tuned.rows)}`);
}

const asData = ({ target: { figure: _figure, ...target }, model, verdict: told }: CalibrationRow) => ({
  ...target,
  high: Number.isFinite(target.high) ? target.high : null,
  model,
  verdict: told,
});

const asTuned = ({ round, loss, values, rows }: TuneProgress) => ({
  round,
  loss,
  values: Object.fromEntries(values.map(({ parameter, value }) => [parameter.path, value])),
  targets: rows.map(asData),
});

function tunedTable({ values }: TuneProgress): string {
  const rows = values.map(({ parameter: { path, value: was, low, high }, value }) => {
    return [path, String(was), String(value), `${low} to ${high}`];
  });
  return layOut(["tuned", "was", "now", "range"], rows);
}

const unitOf = ({ unit }: Target): string => (unit === "number" || unit === "ratio" ? "" : unit);

function table(rows: readonly CalibrationRow[]): string {
  const lines = rows.map(({ target, model: { mean, low, high }, verdict: told }) => {
    const decimals = decimalsFor(mean, (high - low) / 2, 2);
    const interval = Number.isNaN(low) ? "" : `${decimal(low, decimals)} to ${decimal(high, decimals)}`;
    const most = Number.isFinite(target.high) ? `${target.low} to ${target.high}` : `${target.low} or more`;
    const role = target.role === "target" ? "" : target.role;
    return [target.output, unitOf(target), role, most, decimal(mean, decimals) || missing, interval, told];
  });
  return layOut(["", "unit", "", "tolerance", "model", "95% interval", ""], lines, 3);
}

function verdict(rows: readonly CalibrationRow[]): string {
  const met = rows.filter(({ verdict: told }) => told === "inside").length;
  const off = rows.filter(({ verdict: told }) => told === "outside");
  const lines = off.map(({ target }) => `  ${target.output}. ${target.note ?? ""}`.trimEnd());
  const rest = off.length === 0 ? "" : `\nNot met, and not forced:\n${lines.join("\n")}`;
  const unsure = rows.filter(({ verdict: told }) => told === "unsure").length;
  const told = unsure === 0 ? "" : ` Of ${unsure} the interval reaches over an end: unsure.`;
  return `${met} of ${rows.length} figures are inside their tolerance.${told}${rest}`;
}

function whatIsCompared(rows: readonly CalibrationRow[]): string {
  const told = rows.map(({ target: { output, published, source, grade, checked, estimand } }) => {
    const sure = checked === "recalled" ? "to be checked" : checked;
    return `  ${output}\n    published: ${published}\n    source: ${source} (${grade}; ${sure})\n    model: ${estimand}`;
  });
  return ["What is compared", ...told].join("\n");
}

function whatWasTuned(scenario: PathwayScenario): string {
  const rows = tunedIn(scenario).map(({ path, value, low, high }) => [
    path,
    String(value),
    low === undefined || high === undefined ? "" : `${low} to ${high}`,
  ]);
  if (rows.length === 0) return "Nothing was tuned, by the notes of the parameters.";
  return `What was tuned (from calibration/start, by caregap calibration --tune), by the notes of the parameters\n${layOut(["parameter", "value", "range"], rows)}`;
}
