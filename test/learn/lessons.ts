/** The lessons that are there, read. */
import { readdirSync, readFileSync } from "node:fs";
import { formatProblems } from "../../src/index.ts";
import type { Lesson } from "../../viz/learn/lesson.ts";
import { parseLesson } from "../../viz/learn/parse.ts";

export const lessonFiles = readdirSync("lessons").filter((file) => file.endsWith(".json"));
export const lessonText = (file: string): string => readFileSync(`lessons/${file}`, "utf8");

export function readLesson(file: string): Lesson {
  const parsed = parseLesson(lessonText(file));
  if (!parsed.ok) throw new Error(formatProblems(file, parsed.problems));
  return parsed.lesson;
}

export const lessons = (): { id: string; lesson: Lesson }[] =>
  lessonFiles.map((file) => ({ id: file.replace(/\.json$/, ""), lesson: readLesson(file) }));
