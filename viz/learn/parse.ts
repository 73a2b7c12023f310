/** From the text of a lesson to a lesson, or to all that is wrong with it. */
import * as v from "valibot";
import type { Problem } from "../../src/index.ts";
import { type Lesson, lessonSchema } from "./lesson.ts";

export type ParsedLesson =
  | { readonly ok: true; readonly lesson: Lesson }
  | { readonly ok: false; readonly problems: readonly Problem[] };

export function parseLesson(text: string): ParsedLesson {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    const got = error instanceof Error ? error.message : String(error);
    return { ok: false, problems: [{ at: "the whole file", expected: "JSON", got }] };
  }
  const read = v.safeParse(lessonSchema, json);
  if (!read.success) return { ok: false, problems: read.issues.map(problemOf) };
  const problems = strayNames(read.output);
  return problems.length > 0 ? { ok: false, problems } : { ok: true, lesson: read.output };
}

function problemOf(issue: v.BaseIssue<unknown>): Problem {
  const at = pathOf(issue.path?.map(({ key }) => key as string | number) ?? []);
  if (issue.type === "strict_object" && issue.expected === "never") {
    return { at, expected: "a known field", got: issue.received };
  }
  if (issue.type === "strict_object" && issue.received === "undefined") {
    return { at, expected: "something, since every lesson has it", got: "nothing" };
  }
  return { at, expected: issue.message, got: issue.received };
}

const pathOf = (keys: readonly (string | number)[]): string =>
  keys
    .map((key) => (typeof key === "number" ? `[${key}]` : `.${key}`))
    .join("")
    .replace(/^\./, "") || "the whole file";

/** Worlds, figures and predictions that a step names and the lesson does not have. */
function strayNames({ worlds, figures, steps }: Lesson): Problem[] {
  const problems: Problem[] = [];
  const asked = new Set<string>();
  const check = (at: string, name: string | undefined, known: readonly string[], what: string): void => {
    if (name === undefined || known.includes(name)) return;
    problems.push({ at, expected: `one of the ${what}: ${known.join(", ")}`, got: JSON.stringify(name) });
  };
  steps.forEach((step, i) => {
    const at = `steps[${i}]`;
    const world = (name: string | undefined, field: string): void =>
      check(`${at}.${field}`, name, Object.keys(worlds), "worlds");
    const figure = (name: string, field: string): void =>
      check(`${at}.${field}`, name, Object.keys(figures), "figures");
    switch (step.kind) {
      case "predict":
      case "runs":
        world(step.against, "against");
        world(step.world, "world");
        figure(step.figure, "figure");
        break;
      case "draw":
        world(step.world, "world");
        figure(step.figure, "figure");
        break;
      case "see":
        step.worlds.forEach((name, n) => world(name, `worlds[${n}]`));
        step.figures.forEach((name, n) => figure(name, `figures[${n}]`));
        step.answers.forEach((id, n) => check(`${at}.answers[${n}]`, id, [...asked], "predictions before it"));
        break;
      case "watch":
        step.worlds.forEach((name, n) => world(name, `worlds[${n}]`));
        break;
      case "read":
      case "think":
        break;
    }
    if (step.kind === "predict" || step.kind === "draw") asked.add(step.id);
    if (step.kind === "predict" && !(step.low < step.high && step.start >= step.low && step.start <= step.high)) {
      problems.push({
        at: `${at}.start`,
        expected: "low, then start, then high",
        got: `${step.low}, ${step.start}, ${step.high}`,
      });
    }
  });
  return problems;
}
