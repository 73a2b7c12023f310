/** Scenarios as the command line names them: by a path, or by the name of one that comes with the package. */
import { readdirSync, statSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { distance } from "fastest-levenshtein";
import { type AnyScenario, formatProblems, type NetworkScenario, parseAnyScenario } from "../index.ts";
import { codeOf, InputError } from "./errors.ts";
import { shippedScenarios } from "./package.ts";
import { readText } from "./read-text.ts";

export interface OpenScenario {
  /** Short, and different from those of the other scenarios of the command. */
  readonly name: string;
  readonly scenario: AnyScenario;
  /** As its author wrote it, but with what it extends merged in, CSV files put in, and every time in days. */
  readonly source: unknown;
}

/** Reads all scenarios, or throws with everything that is wrong with any of them. Warnings go to standard error. */
export function openScenarios(given: readonly string[]): OpenScenario[] {
  const faults: string[] = [];
  const opened = given.flatMap((argument) => {
    try {
      return [openScenario(argument)];
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      faults.push(error.message);
      return [];
    }
  });
  if (faults.length > 0) throw new InputError(faults.join("\n"));
  return withDifferentNames(opened);
}

export function openScenario(argument: string): OpenScenario {
  const { path, name } = findScenario(argument);
  const parsed = parseAnyScenario(readText(path, argument), { name: basename(path), load: loaderBeside(path) });
  if (!parsed.ok) throw new InputError(formatProblems(argument, parsed.problems));
  for (const { at, expected, got, hint } of parsed.warnings) {
    console.error(
      `${argument}: warning: ${at}: expected ${expected}, got ${got}.${hint === undefined ? "" : ` ${hint}`}`,
    );
  }
  return { name, scenario: parsed.scenario, source: parsed.source };
}

/** The network, or a message that says for what one is needed. */
export function asNetwork({ name, scenario }: OpenScenario, forWhat: string): NetworkScenario {
  if (scenario.kind === "network") return scenario;
  throw new InputError(`cannot use ${name} ${forWhat}: it is a pathway, expected a plain network`);
}

/** A file comes before a shipped scenario of the same name. */
function findScenario(argument: string): { path: string; name: string } {
  const kind = kindOf(argument);
  if (kind === "file") return { path: argument, name: basename(argument).replace(/\.json$/, "") };
  const shipped = shippedScenarios();
  const path = shipped.get(argument.replace(/\.json$/, ""));
  if (path !== undefined) return { path, name: argument.replace(/\.json$/, "") };
  if (kind === "folder") throw new InputError(`cannot read ${argument}: it is a folder, expected a scenario file`);
  const given = argument === "" ? "a scenario without a name" : argument;
  throw new InputError(`cannot find ${given}: there is no such file, and ${otherNames(argument, [...shipped.keys()])}`);
}

function kindOf(path: string): "file" | "folder" | undefined {
  try {
    return statSync(path).isDirectory() ? "folder" : "file";
  } catch {
    return undefined;
  }
}

/** So many names at most are told of those that may have been meant. */
const mostNear = 3;
/** So many files of a folder are looked at. */
const mostBeside = 1000;

function otherNames(argument: string, shipped: readonly string[]): string {
  const nothing = "no scenario of that name comes with caregap.";
  if (shipped.length === 0) return nothing;
  const wanted = argument.replace(/\.json$/, "");
  const near = [...nearNames(wanted, filesBeside(argument)), ...nearNames(wanted, shipped)].slice(0, mostNear);
  const guess =
    near.length === 0 ? "" : ` Did you mean ${new Intl.ListFormat("en-GB", { type: "disjunction" }).format(near)}?`;
  return `${nothing}${guess} All that come with it: caregap scenarios`;
}

/** Scenario files in the folder of a file that is not there, perhaps by a slip. */
function filesBeside(argument: string): string[] {
  const folder = dirname(argument);
  try {
    const names = readdirSync(folder).filter((name) => name.endsWith(".json"));
    return names.slice(0, mostBeside).map((name) => join(folder, name));
  } catch {
    return [];
  }
}

/** The nearest first: names with a slip or two, then those that have words beginning with all of the words given. */
function nearNames(given: string, names: readonly string[]): string[] {
  const wanted = given.slice(0, 100).toLowerCase();
  if (wanted === "") return [];
  const slips = names
    .map((name) => ({ name, far: Math.min(...formsOf(name).map((form) => distance(wanted, form))) }))
    .filter(({ name, far }) => far <= Math.max(2, Math.floor(basename(name, ".json").length / 3)))
    .toSorted((one, other) => one.far - other.far);
  const words = wordsOf(wanted);
  const holding = names.filter(
    (name) => words.length > 0 && words.every((word) => wordsOf(name).some((other) => other.startsWith(word))),
  );
  return [...new Set([...slips.map(({ name }) => name), ...holding])];
}

/** How a scenario may have been meant to be called: with its folder or without, with the ending or without. */
const formsOf = (name: string): string[] =>
  [name, basename(name), name.replace(/\.json$/, ""), basename(name, ".json")].map((form) => form.toLowerCase());

const wordsOf = (text: string): string[] => text.split(/[^a-z0-9]+/).filter((word) => word.length > 2);

/** Reads the files that a scenario names, relative to its own folder. */
function loaderBeside(scenario: string): (path: string) => string | undefined {
  return (path) => {
    const file = resolve(dirname(scenario), path);
    try {
      statSync(file);
    } catch (error) {
      if (codeOf(error) === "ENOENT") return undefined;
    }
    return readText(file, path);
  };
}

function withDifferentNames(scenarios: readonly OpenScenario[]): OpenScenario[] {
  const seen = new Map<string, number>();
  return scenarios.map(({ name, ...rest }) => {
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return { name: count === 1 ? name : `${name} (${count})`, ...rest };
  });
}
