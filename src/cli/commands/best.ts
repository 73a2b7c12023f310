/** `caregap best`: which of several scenarios is the best on one figure, or that it cannot be told. */
import type { Command } from "commander";
import {
  type Choice,
  chooseBest,
  keyText,
  type MeasureKey,
  type NamedResult,
  scenarioHash,
  type Table,
} from "../../index.ts";
import { addBetterOption, type BetterOption, betterOf } from "../better.ts";
import { InputError } from "../errors.ts";
import { figureHelp, fullName, headingOf, oneFigure } from "../figures.ts";
import { interruptible } from "../interrupt.ts";
import { addRunOptions, nonEmpty, type RunOptions } from "../options.ts";
import { openScenarios } from "../scenarios.ts";
import { runInWorkers, studyOf } from "../study.ts";
import { checkTablesOut, printTables, writeTables } from "../tables-out.ts";
import { layOut } from "../text/layout.ts";
import { decimal, decimalsFor } from "../text/numbers.ts";
import { judgementsOf, warnOfWarmUp } from "../warm-up-warning.ts";

interface BestOptions extends RunOptions, BetterOption {
  readonly measure: string;
  readonly out?: string;
  readonly json?: true;
}

export function addBest(program: Command): void {
  const command = program
    .command("best")
    .description(
      "Choose the best of several scenarios on one figure, with the same people in all, or say that it cannot be told.",
    )
    .argument("<scenario...>", "two scenarios or more: files, or names of scenarios that come with caregap")
    .requiredOption("--measure <name>", "the figure, such as wait.started.mean@triage", nonEmpty);
  addBetterOption(addRunOptions(command))
    .option("--out <folder>", "write best.csv there, and a manifest of what made it", nonEmpty)
    .option("--json", "print the result as JSON, and nothing else")
    .addHelpText(
      "after",
      `
Multiple comparisons with the best (Hsu 1984; Nelson and Matejcik 1995): for every scenario how much better it is than the
best of the others, all intervals at once with 95% confidence. A scenario whose interval does not reach above 0 is not the best.
${figureHelp}

Examples:
  caregap best bristol-2019 bristol-more-assessment bristol-fewer-rejected --measure "queue_length@IAPT therapy#after"
  caregap best now.json plan-a.json plan-b.json --measure wait.started.mean@triage --replications 50 --out chosen`,
    )
    .action((scenarios: string[], options: BestOptions) => best(scenarios, options, command));
}

async function best(scenarios: readonly string[], options: BestOptions, command: Command): Promise<void> {
  if (scenarios.length < 2) command.error("error: give two scenarios or more to choose from");
  if (options.replications < 2) command.error("error: choosing needs '--replications' of 2 or more");
  const opened = openScenarios(scenarios);
  const keys = opened.map((each) => oneFigure(each, options.measure));
  const better = betterOf(keys[0]!, options);
  const { out, json, ...how } = options;
  checkTablesOut(out, ["best.csv"]);
  const study = studyOf(
    opened.map(({ scenario }) => scenario),
    how,
  );
  await interruptible(async (signal) => {
    const ran = await runInWorkers(study, { ...how, ...(json && { json }) }, signal);
    const results = ran.scenarios.map((result, i) => ({ name: opened[i]!.name, result }));
    const choice = chooseBest(valuesOf(results, keys), better);
    const { seed, replications, executive } = options;
    const warmUps = judgementsOf(results);
    const about = {
      seed,
      replications,
      executive,
      measure: fullName(keys[0]!),
      better,
      best_scenario: choice.best === undefined ? null : results[choice.best]!.name,
      scenarios: opened.map(({ name, scenario }, i) => ({
        name,
        title: scenario.title,
        sha256: scenarioHash(scenario),
        warm_up: warmUps[i]!,
      })),
    };
    const tables = { "best.csv": tableOf(results, choice, keys[0]!) };
    if (out !== undefined) await writeTables(out, tables, about, signal);
    if (json) printTables(about, tables);
    else console.log(reportOf(results, choice, keys[0]!, { better, replications }));
    if (!json && out !== undefined) console.log(`\nWritten to ${out}.`);
    warnOfWarmUp(results, warmUps);
  });
}

/** By scenario, then by replication. */
function valuesOf(results: readonly NamedResult[], keys: readonly MeasureKey[]): number[][] {
  return results.map(({ name, result }, i) => {
    const figure = result.keys.findIndex((key) => keyText(key) === keyText(keys[i]!));
    return result.outcomes.map(({ values }, replication) => {
      const value = values[figure]!;
      if (!Number.isNaN(value)) return value;
      throw new InputError(
        `${fullName(keys[i]!)} does not exist in replication ${replication} of ${name}, so that it cannot be compared`,
      );
    });
  });
}

const verdictOf = ({ best: chosen, scenarios }: Choice, i: number): string =>
  chosen === i ? "best" : scenarios[i]!.possible ? "may be the best" : "not the best";

function tableOf(results: readonly NamedResult[], choice: Choice, { unit }: MeasureKey): Table {
  return {
    columns: [
      "scenario",
      "mean",
      "better_than_best_of_others_low",
      "better_than_best_of_others_high",
      "verdict",
      "unit",
    ],
    *rows() {
      for (const [i, { mean, low, high }] of choice.scenarios.entries())
        yield [results[i]!.name, mean, low, high, verdictOf(choice, i), unit];
    },
  };
}

interface About {
  readonly better: "more" | "less";
  readonly replications: number;
}

function reportOf(
  results: readonly NamedResult[],
  choice: Choice,
  key: MeasureKey,
  { better, replications }: About,
): string {
  const rows = choice.scenarios.map(({ mean, low, high }, i) => {
    const decimals = decimalsFor(mean, (high - low) / 2);
    const show = (value: number): string => decimal(value, decimals);
    return [results[i]!.name, show(mean), `${show(low)} to ${show(high)}`, verdictOf(choice, i)];
  });
  const head = `${headingOf(key)}; ${better} is better.`;
  const table = layOut(["scenario", "mean", "better than the best of the others by", ""], rows);
  const possible = results.filter((_, i) => choice.scenarios[i]!.possible).map(({ name }) => name);
  const verdict =
    choice.best === undefined
      ? `It cannot be told which is the best with ${replications} replications: ${possible.join(", ")} may be. More replications tell more.`
      : `${results[choice.best]!.name} is the best, with 95% confidence.`;
  return [
    head,
    `${replications} replications with the same people in all; intervals hold together with 95% confidence.`,
    "",
    table,
    "",
    verdict,
  ].join("\n");
}
