/** What is reported on: a scenario, or results with all that made them. */
import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import { type AnyScenario, formatProblems, parseAnyScenario, scenarioHash } from "../../index.ts";
import { InputError } from "../errors.ts";
import { manifestName } from "../out-folder.ts";
import { version } from "../package.ts";
import { type Made, readManifest } from "../results-folder.ts";
import { openScenarios } from "../scenarios.ts";

export interface Reported {
  /** The first is the base that others are compared with. */
  readonly scenarios: readonly { readonly name: string; readonly sha256: string; readonly scenario: AnyScenario }[];
  /** How it was run; undefined where it was not. */
  readonly made: Made | undefined;
  readonly version: string;
}

export const isResults = (path: string): boolean =>
  existsSync(path) && statSync(path).isDirectory() && existsSync(join(path, manifestName));

export function readStudy(argument: string): Reported {
  if (!isResults(argument)) {
    const scenarios = openScenarios([argument]).map(({ name, scenario }) => ({
      name,
      scenario,
      sha256: scenarioHash(scenario),
    }));
    return { scenarios, made: undefined, version: version() };
  }
  const made = readManifest(argument);
  const scenarios = made.scenarios.map(({ name, scenario, sha256 }) => {
    // A sweep keeps its scenarios as their authors wrote them, a run in the normal form.
    const normal = made.points === undefined ? unlimited(scenario) : parsed(name, scenario);
    return { name, scenario: normal, sha256: sha256 ?? scenarioHash(normal) };
  });
  return { scenarios, made, version: made.version };
}

function parsed(name: string, source: unknown): AnyScenario {
  const read = parseAnyScenario(JSON.stringify(source), { name: `${name}.json` });
  if (!read.ok) throw new InputError(formatProblems(name, read.problems));
  return read.scenario;
}

const texts = new Set(["name", "title", "description", "source", "note", "unit", "path", "theme", "why", "costs_note"]);

/** JSON has no infinity: the manifest has a word for it, which is a number again here, but not where texts stand. */
function unlimited(scenario: AnyScenario): AnyScenario {
  return JSON.parse(JSON.stringify(scenario), (key, value: unknown) =>
    value === "unlimited" && !texts.has(key) && !/^\d+$/.test(key) ? Infinity : value,
  ) as AnyScenario;
}
