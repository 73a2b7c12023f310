/** The reading age of a text: the grade of Flesch and Kincaid (Kincaid, Fishburne, Rogers and Chissom 1975), and five years. */
import { fleschKincaid } from "flesch-kincaid";
import { syllable } from "syllable";
import type { Lesson } from "../../viz/learn/lesson.ts";

const sentences = new Intl.Segmenter("en-GB", { granularity: "sentence" });
const words = new Intl.Segmenter("en-GB", { granularity: "word" });
const yearsBeforeSchool = 5;

export function readingAge(texts: readonly string[]): number {
  const inWords = (text: string): string[] =>
    [...words.segment(text)].filter((part) => part.isWordLike).map((part) => part.segment);
  const all = texts.flatMap((text) => [...sentences.segment(text)].map(({ segment }) => inWords(segment)));
  const used = all.filter((sentence) => sentence.length > 0);
  const word = used.reduce((sum, sentence) => sum + sentence.length, 0);
  const syllables = used.flat().reduce((sum, each) => sum + syllable(each), 0);
  return fleschKincaid({ sentence: used.length, word, syllable: syllables }) + yearsBeforeSchool;
}

/** What a student reads of a lesson: not the teacher's page. */
export const textsOf = ({ title, question, misconception, aims, steps }: Lesson): string[] => [
  `${title}.`,
  question,
  misconception,
  ...aims,
  ...steps.flatMap((step) => [`${step.title}.`, ...("ask" in step ? [step.ask] : step.text)]),
];
