/**
 * Prints the reading age of each lesson: the grade of Flesch and Kincaid (Kincaid, Fishburne, Rogers and Chissom 1975), to which
 * five years are added. `npm run reading-age`
 */
import { readdirSync, readFileSync } from "node:fs";
import { fleschKincaid } from "flesch-kincaid";
import { syllable } from "syllable";

const folder = new URL("../../lessons/", import.meta.url);
const sentences = new Intl.Segmenter("en-GB", { granularity: "sentence" });
const words = new Intl.Segmenter("en-GB", { granularity: "word" });

/** What a student reads: everything but names, paths and the teacher's page. */
function textsOf(lesson) {
  const steps = lesson.steps.flatMap(({ title, ask, text }) => [`${title}.`, ask ?? "", ...(text ?? [])]);
  return [`${lesson.title}.`, lesson.question, lesson.misconception, ...lesson.aims, ...steps].filter(Boolean);
}

export function readingAge(texts) {
  const inWords = (text) => [...words.segment(text)].filter((part) => part.isWordLike).map((part) => part.segment);
  const all = texts.flatMap((text) => [...sentences.segment(text)].map(({ segment }) => inWords(segment)));
  const used = all.filter((sentence) => sentence.length > 0);
  const word = used.reduce((sum, sentence) => sum + sentence.length, 0);
  const syllables = used.flat().reduce((sum, each) => sum + syllable(each), 0);
  return fleschKincaid({ sentence: used.length, word, syllable: syllables }) + 5;
}

export const lessonAges = readdirSync(folder)
  .filter((file) => file.endsWith(".json"))
  .map((file) => ({ file, age: readingAge(textsOf(JSON.parse(readFileSync(new URL(file, folder), "utf8")))) }));

if (process.argv[1] === new URL(import.meta.url).pathname) {
  for (const { file, age } of lessonAges) console.log(`${file.padEnd(28)} ${age.toFixed(1)} years`);
}
