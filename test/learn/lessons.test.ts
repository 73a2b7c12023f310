/** Lessons hold together: they can be read and run, ask before they show, and say things plainly and with care. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import {
  type AnyScenario,
  figureKeys,
  formatProblems,
  keyText,
  parseAnyScenario,
  withChanges,
} from "../../src/index.ts";
import type { Lesson, World } from "../../viz/learn/lesson.ts";
import { parseLesson } from "../../viz/learn/parse.ts";
import { inFolder } from "../scenario/files.ts";
import { lessonFiles, lessons, lessonText, readLesson } from "./lessons.ts";
import { readingAge, textsOf } from "./reading-age.ts";

function scenarioOf({ scenario, changes }: World): AnyScenario {
  const name = `${scenario}.json`;
  const base = parseAnyScenario(readFileSync(`scenarios/${name}`, "utf8"), inFolder("scenarios", name));
  const parsed = base.ok ? withChanges(base.source, changes) : base;
  if (!parsed.ok) throw new Error(formatProblems(name, parsed.problems));
  return parsed.scenario;
}

test("there are at least eight", () => {
  expect(lessonFiles.length).toBeGreaterThanOrEqual(8);
});

describe.each(lessons())("$id", ({ lesson }) => {
  test("every figure is there in every world", () => {
    for (const world of Object.values(lesson.worlds)) {
      const scenario = scenarioOf(world);
      const known = new Set(figureKeys(scenario).map((key) => keyText({ ...key, window: "" })));
      for (const figure of Object.values(lesson.figures)) {
        expect(known, figure.label).toContain(keyText({ ...figure, window: "", unit: "" }));
      }
    }
  });

  test("numbers that a line is drawn along can be changed so", () => {
    const drawings = lesson.steps.flatMap((step) => (step.kind === "draw" ? [step] : []));
    for (const { world, along } of drawings) {
      for (const value of along.values) {
        const { scenario, changes } = lesson.worlds[world]!;
        scenarioOf({ title: "", scenario, changes: [...changes, { path: along.path, value }] });
      }
    }
  });

  test("it asks before it shows", () => {
    const asked = new Set<string>();
    let shown = false;
    for (const step of lesson.steps) {
      if (step.kind === "predict" || step.kind === "draw") {
        expect(shown, `${step.id} is asked after something was shown`).toBe(false);
        asked.add(step.id);
      }
      if (step.kind === "see" || step.kind === "runs") shown = true;
    }
    const answered = lesson.steps.flatMap((step) => (step.kind === "see" ? step.answers : []));
    expect(answered.toSorted()).toEqual([...asked].toSorted());
  });

  test("it fits into ten minutes, and the times add up", () => {
    expect(lesson.teacher.minutes.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(lesson.minutes);
    expect(lesson.minutes).toBeLessThanOrEqual(12);
  });

  test("a twelve-year-old can read it", () => {
    expect(readingAge(textsOf(lesson))).toBeLessThan(12);
  });

  test("its words take care", () => {
    expect(careless(lesson)).toEqual([]);
  });
});

/** Words for people, or details, that have no place here. */
function careless(lesson: Lesson): string[] {
  const words =
    /\b(suicid\w*|overdos\w*|kill\w*|manipulat\w*|attention.seek\w*|dislik\w*|hateful|difficult patients?|sufferers?|PDs)\b/gi;
  return JSON.stringify(lesson).match(words) ?? [];
}

test("the measure of reading age tells plain from dense", () => {
  expect(readingAge(["The cat sat on the mat. It was warm."])).toBeLessThan(7);
  const dense = "Multidisciplinary interagency collaboration necessitates organisational accountability arrangements.";
  expect(readingAge([dense])).toBeGreaterThan(20);
});

describe("a broken lesson says what is wrong, all at once", () => {
  const broken = (change: (lesson: { [key: string]: unknown }) => void): readonly string[] => {
    const lesson = structuredClone(readLesson("two-thresholds.json")) as { [key: string]: unknown };
    change(lesson);
    const parsed = parseLesson(JSON.stringify(lesson));
    return parsed.ok ? [] : parsed.problems.map(({ at, expected, got }) => `${at}: ${expected}, got ${got}`);
  };

  test("not JSON", () => {
    const parsed = parseLesson(lessonText("one-run.json").slice(0, 50));
    expect(parsed.ok).toBe(false);
  });

  test("unknown and missing fields, wrong kinds and stray names", () => {
    expect(broken((lesson) => (lesson["titel"] = 1))).toEqual(['titel: a known field, got "titel"']);
    expect(broken((lesson) => delete lesson["question"])).toEqual([
      "question: something, since every lesson has it, got nothing",
    ]);
    expect(broken((lesson) => ((lesson["aims"] = []), (lesson["minutes"] = 0)))).toEqual([
      "minutes: 1 or more, got 0",
      "aims: one text or more, got 0",
    ]);
    expect(broken((lesson) => (lesson["worlds"] = { now: { title: "Now", scenario: "baseline" } }))).toContain(
      'steps[1].world: one of the worlds: now, got "closed"',
    );
  });
});
