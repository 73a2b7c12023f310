/** What `caregap story` prints: who it is, how much of what, and the story, in one column or in two. */
import type { FoundPerson, Search, Story, StoryLine } from "../../index.ts";
import { layOut } from "./layout.ts";
import { decimal } from "./numbers.ts";

export interface NamedStory {
  readonly name: string;
  readonly title: string;
  readonly story: Story;
}

interface Settings {
  readonly seed: string;
  readonly replication: number;
  /** Characters in a line. */
  readonly columns: number;
}

const daysPerMonth = 365 / 12;

/** `month 14, day 412`: both from the start of the run, months from 1. */
export const dateOf = (day: number): string => `month ${Math.floor(day / daysPerMonth) + 1}, day ${Math.floor(day)}`;

/** What these find people by is counted in days, all else in times that it happened. */
const inDays: readonly Search[] = ["longest wait", "longest in the gap", "held longest"];

export function foundReport(search: Search, found: readonly FoundPerson[], title: string = search): string {
  const rows = found.map(({ person, group, practice, value }) => [
    String(person),
    `${group} at ${practice}`,
    value === 0 ? "" : decimal(value, 0),
  ]);
  return `${title}\n${layOut(["person", "", inDays.includes(search) ? "days" : "times"], rows, 2)}`;
}

export function storyReport(named: readonly NamedStory[], { seed, replication, columns }: Settings): string {
  const [{ story: first }] = named as [NamedStory];
  const who = `Person ${first.person}: ${first.group}, at practice ${first.practice}, in view from ${dateOf(first.from_day)}.`;
  const where = `Replication ${replication} of seed "${seed}"${named.length > 1 ? ": the same person in both" : ""}. Days count from the start of the run.`;
  const titles = named.map(({ name, title }) => `  ${name}: ${title}`);
  return [[who, where, ...titles].join("\n"), totals(named), timeline(named, columns)].join("\n\n");
}

function totals(named: readonly NamedStory[]): string {
  const counts: [string, (story: Story) => number][] = [
    ["letters", ({ letters }) => letters.length],
    ["letters rejected", ({ letters }) => letters.filter(({ outcome }) => outcome?.kind === "rejected").length],
    ["sessions attended", ({ sessions }) => sessions.filter(({ attended }) => attended).length],
    ["crises", ({ crises }) => crises.length],
  ];
  const states = [...new Set(named.flatMap(({ story }) => story.states.map(({ state }) => state)))];
  const rows = [
    ...counts.map(([title, of]) => [title, ...named.map(({ story }) => decimal(of(story), 0))]),
    ...states.map((state) => [`days ${wordsOf[state]}`, ...named.map(({ story }) => decimal(daysIn(story, state), 0))]),
  ];
  return layOut(["", ...named.map(({ name }) => name)], rows);
}

const daysIn = ({ states }: Story, wanted: string): number =>
  states.reduce((sum, { state, from_day, to_day }) => sum + (state === wanted ? to_day - from_day : 0), 0);

const wordsOf: Readonly<Record<Story["states"][number]["state"], string>> = {
  crisis: "staying with a crisis service",
  in_treatment: "in treatment",
  held: "held",
  waiting_treatment: "waiting for treatment",
  waiting_assessment: "waiting for an assessment",
  referred: "with a letter not yet read",
  lost: "lost to all services",
  disengaged: "disengaged",
  gp: "in a plan of the GP",
  gap: "in the gap",
  well: "well",
};

/** In the order of the days; what happens on one day in both stands in one row. */
function timeline(named: readonly NamedStory[], columns: number): string {
  const dated = 22;
  const width = Math.max(24, Math.floor((columns - 2 - dated) / named.length) - 2);
  const rows =
    named.length === 1 ? named[0]!.story.lines.map((line) => [line]) : together(named.map(({ story }) => story.lines));
  const head =
    named.length === 1
      ? []
      : [
          cells(
            "",
            named.map(({ name }) => [name]),
            dated,
            width,
          ),
        ];
  const body = rows.map((row) => {
    const day = dateOf(row.find((line) => line !== undefined)!.from_day);
    return cells(
      day,
      row.map((line) => (line === undefined ? [] : wrap(textOf(line), width))),
      dated,
      width,
    );
  });
  return [...head, ...body].flat().join("\n");
}

const textOf = ({ text, to_day, events }: StoryLine): string =>
  events === 1 ? text : `${text} (to day ${Math.floor(to_day)})`;

/** Rows of two stories, side by side where the same line begins on the same day. */
function together(stories: readonly (readonly StoryLine[])[]): (StoryLine | undefined)[][] {
  const [left, right] = stories as [readonly StoryLine[], readonly StoryLine[]];
  const rows: (StoryLine | undefined)[][] = [];
  let [i, j] = [0, 0];
  while (i < left.length || j < right.length) {
    const [one, other] = [left[i], right[j]];
    const isBoth = one !== undefined && other !== undefined && one.from_day === other.from_day;
    const isLeft = isBoth || other === undefined || (one !== undefined && one.from_day < other.from_day);
    const isRight = isBoth || !isLeft;
    rows.push([isLeft ? one : undefined, isRight ? other : undefined]);
    if (isLeft) i++;
    if (isRight) j++;
  }
  return rows;
}

/** One row of the table, in as many lines as its longest cell has. */
function cells(day: string, texts: readonly (readonly string[])[], dated: number, width: number): string[] {
  const height = Math.max(...texts.map((lines) => lines.length));
  return Array.from({ length: height }, (_, i) => {
    const row = texts.map((lines) => (lines[i] ?? "").padEnd(width)).join("  ");
    return `  ${(i === 0 ? day : "").padEnd(dated)}${row}`.trimEnd();
  });
}

function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    if (line !== "" && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  return [...lines, line];
}
