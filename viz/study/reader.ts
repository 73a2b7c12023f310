/** Reads scenarios in a worker of its own, so that the page stays free; on the page where there are no workers, or it has died. */
import {
  type ReadAnswer,
  type ReadAsk,
  type ReadScenario,
  ScenarioReader,
  type ReadTask,
  type Worker,
} from "../../src/index.ts";
import { spawnHere } from "../spawn.ts";

interface Open {
  readonly task: ReadTask;
  readonly done: (read: ReadScenario) => void;
}

/** Most places of a scenario on the page: each has hundreds of figures, and a row or more in every chart. */
export const mostPlaces = 200;

const open = new Map<number, Open>();
let asked = 0;
let here: ScenarioReader | undefined;
let worker: Worker | undefined;

export function read(task: Omit<ReadTask, "mostPlaces">): Promise<ReadScenario> {
  return new Promise((done) => {
    const one = { task: { ...task, mostPlaces }, done };
    const by = here === undefined ? reader() : undefined;
    if (by === undefined) {
      readHere(one);
      return;
    }
    open.set(++asked, one);
    by.post({ id: asked, read: one.task } satisfies ReadAsk);
  });
}

/** Starts the worker before there is anything to read. */
export function reader(): Worker | undefined {
  if (worker !== undefined || spawnHere === undefined) return worker;
  worker = spawnHere();
  worker.onMessage((message) => {
    const answer = message as ReadAnswer;
    const one = open.get(answer.id);
    open.delete(answer.id);
    if (one === undefined) return;
    if ("error" in answer) readHere(one);
    else one.done(answer.read);
  });
  worker.onError(() => {
    here = new ScenarioReader();
    const left = [...open.values()];
    open.clear();
    left.forEach(readHere);
  });
  return worker;
}

function readHere({ task, done }: Open): void {
  here ??= new ScenarioReader();
  done(here.read(task));
}
