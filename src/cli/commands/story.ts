/** `caregap story`: what happened to one person, in one scenario or in two. */
import { type Command, Option } from "commander";
import {
  type ExecutiveName,
  executiveNames,
  type Film,
  findPeople,
  type FoundPerson,
  makeFilm,
  type PathwayScenario,
  type RunSettings,
  type Search,
  searches,
  type Story,
  storyOf,
} from "../../index.ts";
import { InputError } from "../errors.ts";
import { defaultSeed, nonEmpty, wholeFrom0To, wholeFrom1To } from "../options.ts";
import { openScenarios } from "../scenarios.ts";
import { foundReport, storyReport } from "../text/story-report.ts";

interface Options {
  readonly person?: number;
  readonly who?: Search;
  readonly with?: string;
  readonly list?: number;
  readonly seed: string;
  readonly replication: number;
  readonly executive: ExecutiveName;
  readonly json?: true;
}

interface Told {
  readonly name: string;
  readonly scenario: PathwayScenario;
  readonly film: Film;
}

const largestPerson = Number.MAX_SAFE_INTEGER;

export function addStory(program: Command): void {
  const command = program
    .command("story")
    .description("Tell what happened to one person in one run of a care pathway, or in the same run of two.")
    .argument("<scenario>", "a file, or the name of a scenario that comes with caregap")
    .option("--person <number>", "the person's number, as in events.csv", wholeFrom1To(largestPerson))
    .addOption(new Option("--who <what>", "find people worth looking at, and tell of the first").choices(searches))
    .option("--with <scenario>", "the same person in another scenario, side by side", nonEmpty)
    .option("--list <number>", "with --who: only list so many people", wholeFrom1To(1000))
    .option("--seed <text>", "the same text gives the same people, bit for bit", defaultSeed)
    .option("--replication <number>", "which repetition of the run, from 0", wholeFrom0To(1_000_000), 0)
    .addOption(new Option("--executive <name>", "fast, or simjs").choices(executiveNames).default("fast"))
    .option("--json", "print the story as JSON, and nothing else");
  command
    .addHelpText(
      "after",
      `
A person has the same number, onset and luck in every scenario with the same practices and groups. --who looks at the
whole run of the first scenario; equals go by their numbers.

Examples:
  caregap story baseline --who "most knock-backs"
  caregap story baseline --who "longest wait" --with closed-gap
  caregap story baseline --who "lost to all services" --list 10
  caregap story baseline --person 1000000042 --with longer-holding --json`,
    )
    .action((scenario: string, options: Options) => tell(scenario, options, command));
}

async function tell(scenario: string, options: Options, command: Command): Promise<void> {
  const { person, who, list } = options;
  if ((person === undefined) === (who === undefined))
    command.error("error: give either '--person <number>' or '--who <what>'");
  if (list !== undefined && who === undefined) command.error("error: option '--list' needs '--who <what>'");
  const given = options.with === undefined ? [scenario] : [scenario, options.with];
  const opened = openScenarios(given).map(({ name, scenario: one }) => ({ name, scenario: asPathway(name, one) }));
  const { seed, replication, executive } = options;
  const settings: RunSettings = { seed, replication, executive };
  const told: Told[] = [];
  for (const { name, scenario: one } of opened) told.push({ name, scenario: one, film: await makeFilm(one, settings) });
  const found = who === undefined ? [] : findPeople(told[0]!.film, who, settings, list);
  if (who !== undefined && found.length === 0)
    throw new InputError(`${told[0]!.name} has nobody for "${who}" in this run.`);
  if (list !== undefined) printFound(who!, found, options);
  else printStories(told, person ?? found[0]!.person, found, options);
}

function printFound(who: Search, found: readonly FoundPerson[], { json }: Options): void {
  console.log(json ? JSON.stringify(found, undefined, 2) : foundReport(who, found));
}

function printStories(told: readonly Told[], person: number, found: readonly FoundPerson[], options: Options): void {
  const stories = told.map((one) => storyIn(one, person));
  const [base, ...others] = stories;
  others.forEach((other, i) => checkSame(base!, other, told[0]!.name, told[i + 1]!.name));
  const named = stories.map((story, i) => ({ name: told[i]!.name, title: told[i]!.scenario.title, story }));
  if (options.json) {
    console.log(JSON.stringify({ seed: options.seed, replication: options.replication, stories: named }, undefined, 2));
    return;
  }
  const rest = found.slice(1);
  const more = rest.length === 0 ? "" : `\n\n${foundReport(options.who!, rest, `${options.who}: others`)}`;
  console.log(storyReport(named, { ...options, columns: process.stdout.columns ?? 120 }) + more);
}

function asPathway(name: string, scenario: { readonly kind: string }): PathwayScenario {
  if (scenario.kind === "pathway") return scenario as PathwayScenario;
  throw new InputError(`${name} is a network of places: its people have no story. Expected a care pathway.`);
}

function storyIn({ name, film }: Told, person: number): Story {
  const story = storyOf(film, person);
  if (story) return story;
  const [first] = film.rows.person.filter((number) => number >= 0);
  throw new InputError(
    `--person: expected the number of somebody in this run of ${name}, such as ${first}, got ${person}. ` +
      `"caregap story ${name} --who random --list 10" shows some.`,
  );
}

/** The number means the same person only where practices and groups are the same. */
function checkSame(base: Story, other: Story, baseName: string, otherName: string): void {
  if (base.group === other.group && base.practice === other.practice && base.from_day === other.from_day) return;
  const who = ({ group, practice }: Story): string => `somebody of ${group} at ${practice}`;
  throw new InputError(
    `--with: expected a scenario with the practices and groups of ${baseName}, in which person ${base.person} is ` +
      `${who(base)}; in ${otherName} that is ${who(other)}.`,
  );
}
