/** The lessons that come with the page. */
import type { Lesson } from "./lesson.ts";
import { parseLesson } from "./parse.ts";

const shipped = import.meta.glob<string>("../../lessons/*.json", { query: "?raw", import: "default" });

export interface Listed {
  /** Name of its file, without the ending. */
  readonly id: string;
  readonly lesson: Lesson;
}

/** In the order in which they build on each other; those that are not named there come last. */
const order = [
  "busy-clinic",
  "one-run",
  "mean-of-the-seen",
  "two-thresholds",
  "writing-up",
  "group-or-one-to-one",
  "nobody-sees",
  "shorter-or-longer",
];

let read: Promise<readonly Listed[]> | undefined;

/** All lessons, read once. One with a fault is left out: the tests do not let it be shipped. */
export const listLessons = (): Promise<readonly Listed[]> => (read ??= readAll());

async function readAll(): Promise<readonly Listed[]> {
  const all = await Promise.all(
    Object.entries(shipped).map(async ([path, load]) => {
      const id = path.slice(path.lastIndexOf("/") + 1).replace(/\.json$/, "");
      const parsed = parseLesson(await load());
      return parsed.ok ? [{ id, lesson: parsed.lesson }] : [];
    }),
  );
  const rank = ({ id }: Listed): number => (order.includes(id) ? order.indexOf(id) : order.length);
  return all.flat().toSorted((a, b) => rank(a) - rank(b) || a.id.localeCompare(b.id));
}
