/** `caregap explain`: where a number of a pathway comes from. */
import { type Command, Option } from "commander";
import {
  type AnyScenario,
  explain,
  findParameters,
  type Grade,
  grades,
  guessParameter,
  type Parameter,
} from "../../index.ts";
import { InputError } from "../errors.ts";
import { openScenario } from "../scenarios.ts";
import { layOut } from "../text/layout.ts";
import { count } from "../text/words.ts";

interface Options {
  readonly scenario: string;
  readonly all?: true;
  readonly grade?: Grade;
  readonly json?: true;
}

export function addExplain(program: Command): void {
  const command = program
    .command("explain")
    .description("Tell what a parameter of a care pathway means, where its number comes from, and how sure that is.")
    .argument(
      "[parameter...]",
      "its path, or words to look for in paths, titles, sources and notes; M28 for a mechanism",
    )
    .option("--scenario <scenario>", "a file, or the name of a scenario that comes with caregap", "baseline")
    .option("--all", "tell all about every parameter that is found")
    .addOption(new Option("--grade <grade>", "only parameters of this grade").choices(grades))
    .option("--json", "print what is found as JSON, and nothing else");
  command
    .addHelpText(
      "after",
      `
One parameter is told in full, several in a list. M1 to M70 are the mechanisms of docs/mechanisms.md.

Examples:
  caregap explain services.IAPT.triage.risk_ceiling
  caregap explain IAPT wait
  caregap explain M28
  caregap explain --grade assumption
  caregap explain --all --scenario my-plan.json`,
    )
    .action((words: string[], options: Options) => {
      if (words.length === 0 && !options.all && options.grade === undefined)
        command.error("error: name a parameter, or give '--all' or '--grade <grade>'");
      const { name, scenario } = openScenario(options.scenario);
      const parameters = parametersOf(scenario, name);
      const found = findParameters(parameters, { words, grade: options.grade });
      if (found.length === 0) throw new InputError(nothingFound(parameters, words, options.grade, name));
      if (options.json) console.log(JSON.stringify(found.map(explain), undefined, 2));
      else if (options.all || found.length === 1) console.log(found.map(inFull).join("\n\n"));
      else console.log(list(found, parameters.length, name));
    });
}

/** Parameters of a pathway; anything else has none. */
export function parametersOf(scenario: AnyScenario, name: string): readonly Parameter[] {
  if (scenario.kind === "pathway") return scenario.parameters;
  throw new InputError(`${name} is a network of places: its numbers have no provenance. Expected a care pathway.`);
}

function nothingFound(
  parameters: readonly Parameter[],
  words: readonly string[],
  grade: Grade | undefined,
  name: string,
): string {
  const guess = words.length === 1 ? guessParameter(parameters, words[0]!) : undefined;
  const graded = grade === undefined ? "" : ` of the grade "${grade}"`;
  const wanted = words.length > 0 ? ` that answers to ${words.join(" ")}` : "";
  const hint = guess === undefined ? "" : ` Did you mean ${guess}?`;
  return `${name} has no parameter${graded}${wanted}, among its ${count(parameters.length, "parameter")}.${hint}`;
}

/** All that is known of a parameter, a line for each fact. */
function inFull(parameter: Parameter): string {
  const { path, title, value, low, high, unit, law, source, grade, evidence, note } = parameter;
  const { checked, mechanisms, neutral } = explain(parameter);
  const lines: [string, string][] = [
    ["value", `${value}${unit === "" ? "" : ` ${unit}`}`],
    ["range", low === undefined && high === undefined ? "" : `${low ?? "…"} to ${high ?? "…"}`],
    ["law", law],
    ["source", source],
    ["grade", grade],
    ["checked", checked],
    ["evidence", evidence],
    ["mechanisms", mechanisms.join(", ")],
    ["switched off", neutral === undefined ? "" : `at ${neutral}`],
    ["note", note],
  ];
  const told = lines.filter(([, text]) => text !== "").map(([name, text]) => `  ${name.padEnd(13)} ${text}`);
  return [title === "" ? path : `${title}\n  ${path}`, ...told].join("\n");
}

function list(found: readonly Parameter[], of: number, name: string): string {
  const rows = found.map((parameter) => {
    const { path, value, low, high, unit, grade } = parameter;
    const range = low === undefined && high === undefined ? "" : `${low ?? "…"} to ${high ?? "…"}`;
    const { checked } = explain(parameter);
    return [path, unit, grade, checked === "to be checked" ? checked : "", String(value), range];
  });
  const heading = `${name}: ${found.length} of ${count(of, "parameter")}`;
  return `${heading}\n${layOut(["parameter", "unit", "grade", "", "value", "range"], rows, 4)}`;
}
