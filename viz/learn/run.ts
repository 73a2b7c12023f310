/** Runs the worlds of a lesson: replication k of each before k + 1 of any, and tells what is known so far. */
import {
  type AnyScenario,
  figureKeys,
  type MeasureKey,
  type Outcome,
  scaled,
  type ScenarioResult,
} from "../../src/index.ts";
import { spawn, workersHere } from "../spawn.ts";
import { build } from "../study/build.ts";
import { Crew, type Job } from "../study/crew.ts";
import type { Change } from "../state/state.ts";
import type { Drawing, Lesson } from "./lesson.ts";

/** Results by the name of a world; of a line, by `lineName` and the number of its point. */
export type LessonResults = ReadonlyMap<string, ScenarioResult>;

interface Part {
  readonly name: string;
  readonly scenario: AnyScenario;
  readonly keys: readonly MeasureKey[];
  readonly outcomes: (Outcome | undefined)[];
}

const startWorker = typeof Worker === "undefined" ? undefined : spawn;
let crew: Crew | undefined;

/** Name of the world at one point of a line that is drawn. */
export const lineName = ({ id }: Drawing, point: number): string => `line ${id} ${point}`;

/**
 * @param tell told after each replication
 * @returns what stops it
 */
export function runLesson(
  lesson: Lesson,
  seed: string,
  tell: (results: LessonResults, done: number, of: number) => void,
  failed: (message: string) => void,
): () => void {
  let stopped = false;
  const stop = (): void => {
    stopped = true;
    crew?.clear();
  };
  partsOf(lesson).then(
    (parts) => stopped || start(lesson, seed, parts, () => stopped, tell, failed),
    (error: unknown) => failed(error instanceof Error ? error.message : String(error)),
  );
  return stop;
}

function start(
  lesson: Lesson,
  seed: string,
  parts: readonly Part[],
  isStopped: () => boolean,
  tell: (results: LessonResults, done: number, of: number) => void,
  failed: (message: string) => void,
): void {
  const of = parts.length * lesson.runs;
  let done = 0;
  crew ??= new Crew(startWorker, workersHere());
  const jobs = Array.from({ length: lesson.runs }, (_, replication) =>
    parts.map(({ name, scenario, outcomes }): Job => ({
      key: `${lesson.title} ${name} ${seed}`,
      scenario,
      task: { seed, replication, executive: "fast" },
      done: (outcome) => {
        if (isStopped()) return;
        outcomes[replication] = outcome;
        done++;
        tell(resultsOf(parts), done, of);
      },
      failed: (error) => isStopped() || failed(error.message),
    })),
  );
  crew.add(jobs.flat());
}

/** As many replications as all have. */
function resultsOf(parts: readonly Part[]): LessonResults {
  const runs = Math.min(
    ...parts.map(({ outcomes }) => {
      const gap = outcomes.findIndex((outcome) => outcome === undefined);
      return gap < 0 ? outcomes.length : gap;
    }),
  );
  return new Map(
    parts.map(({ name, scenario, keys, outcomes }) => {
      return [name, { scenario, keys, outcomes: outcomes.slice(0, runs) as Outcome[] }];
    }),
  );
}

async function partsOf(lesson: Lesson): Promise<Part[]> {
  const drawings = lesson.steps.flatMap((step) => (step.kind === "draw" ? [step] : []));
  const worlds = Object.entries(lesson.worlds).map(([name, { scenario, changes }]) => ({ name, scenario, changes }));
  const points = drawings.flatMap((drawing) =>
    drawing.along.values.map((value, point) => {
      const { scenario, changes } = lesson.worlds[drawing.world]!;
      return { name: lineName(drawing, point), scenario, changes: [...changes, { path: drawing.along.path, value }] };
    }),
  );
  return Promise.all([...worlds, ...points].map((world) => partOf(world, lesson.scale)));
}

interface Asked {
  readonly name: string;
  readonly scenario: string;
  readonly changes: readonly Change[];
}

async function partOf({ name, ...asked }: Asked, scale: number): Promise<Part> {
  const whole = await scenarioOf(asked);
  const scenario =
    whole.kind === "pathway" ? { ...(scale === 1 ? whole : scaled(whole, scale)), parameters: [] } : whole;
  return { name, scenario, keys: figureKeys(scenario), outcomes: [] };
}

/** A world as a scenario of full size. */
export async function scenarioOf({ scenario, changes }: Omit<Asked, "name">): Promise<AnyScenario> {
  const { parsed } = await build({ id: "a", name: "", base: `${scenario}.json`, changes }, noFiles);
  if (parsed.ok) return parsed.scenario;
  throw new Error(parsed.problems.map(({ at, expected, got }) => `${at}: expected ${expected}, got ${got}`).join("; "));
}
const noFiles = {};
