/** The choices on top of the page: which scenarios are on offer, and what the reader's own files say. */
import type { Problem } from "../src/index.ts";
import { fillSelect } from "./dom.ts";
import type { Taken } from "./files.ts";
import { readScenario, shippedNames, titleOf } from "./scenarios.ts";
import { type PageState, runChoices } from "./state.ts";
import type { Faulty } from "./views/faults.ts";

export interface Lists {
  readonly base: HTMLSelectElement;
  readonly other: HTMLSelectElement;
  readonly runs: HTMLSelectElement;
  readonly seed: HTMLInputElement;
}

export async function fillChooser({ base, other, runs, seed }: Lists, state: PageState): Promise<void> {
  const shipped = await shippedNames();
  const own = scenarioFiles(state.files).filter((name) => !shipped.includes(name));
  const choices = await Promise.all(
    [...shipped, ...own].map(async (value) => {
      const title = await titleOf(value, state.files);
      return { value, text: Object.hasOwn(state.files, value) ? `${title} (your file ${value})` : title };
    }),
  );
  fillSelect(base, choices, state.base);
  fillSelect(other, choices, state.other);
  fillSelect(
    runs,
    runChoices.map((count) => ({ value: String(count), text: `${count} runs` })),
    String(state.runs),
  );
  seed.value = state.seed;
}

const scenarioFiles = (files: PageState["files"]): string[] =>
  Object.keys(files).filter((name) => /\.json$/i.test(name));

export interface Judged {
  /** The scenario among the files that is tried against the baseline: the first. */
  readonly other: string;
  readonly faulty: readonly Faulty[];
}

/** Reads every scenario among files that are to be added to `files`. */
export async function judgeFiles(files: PageState["files"], { added, tooLarge }: Taken, base: string): Promise<Judged> {
  const names = scenarioFiles(added);
  const read = await Promise.all(
    names.map(async (name) => ({ name, parsed: await readScenario(name, { ...files, ...added }) })),
  );
  const faulty: Faulty[] = [
    ...read.flatMap(({ name, parsed }) => (parsed.ok ? [] : [{ name, problems: parsed.problems }])),
    ...tooLarge.map((name) => ({ name, problems: [large] })),
  ];
  const [first = "the file"] = Object.keys(added);
  if (names.length === 0 && tooLarge.length === 0) faulty.push({ name: first, problems: [noScenario] });
  return { other: names.find((name) => name !== base) ?? first, faulty };
}

const large: Problem = { at: "the file", expected: "a scenario of at most 20 MB", got: "a larger file" };
const noScenario: Problem = {
  at: "the file",
  expected: "a scenario whose name ends in .json",
  got: "another kind of file",
  hint: "Files that a scenario names can be dropped together with it.",
};
