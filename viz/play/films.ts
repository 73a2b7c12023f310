/** Films for the living map, made in a worker of their own so that studies go on meanwhile. The last few are kept. */
import {
  type Branch,
  type Film,
  type FilmAnswer,
  type FilmAsk,
  makeFilm,
  type PathwayScenario,
  type Worker,
} from "../../src/index.ts";
import { spawn } from "../spawn.ts";

export interface Wanted {
  readonly scenario: PathwayScenario;
  readonly seed: string;
  readonly replication: number;
  /** Another scenario ran until that day. */
  readonly branch?: Branch | undefined;
}

/** A film is some 30 MB: two worlds, and the two before them. */
const mostKept = 4;
const kept: { readonly wanted: Wanted; readonly film: Promise<Film> }[] = [];

export function filmOf(wanted: Wanted): Promise<Film> {
  const known = kept.find((one) => isSame(one.wanted, wanted));
  if (known) return known.film;
  const film = make(wanted);
  kept.push({ wanted, film });
  if (kept.length > mostKept) kept.shift();
  // What failed is tried again when it is asked for again.
  film.catch(() => kept.splice(0, kept.length, ...kept.filter((one) => one.film !== film)));
  return film;
}

const isSame = (a: Wanted, b: Wanted): boolean =>
  a.scenario === b.scenario &&
  a.seed === b.seed &&
  a.replication === b.replication &&
  a.branch?.from === b.branch?.from &&
  a.branch?.day === b.branch?.day;

let worker: Worker | undefined;
let asked = 0;
const open = new Map<number, { done: (film: Film) => void; failed: (error: Error) => void }>();

function make({ scenario, seed, replication, branch }: Wanted): Promise<Film> {
  const settings = { seed, replication, executive: "fast" } as const;
  if (typeof globalThis.Worker === "undefined") return makeFilm(scenario, settings, branch);
  return new Promise((done, failed) => {
    const id = ++asked;
    open.set(id, { done, failed });
    const film = {
      scenario: sendable(scenario),
      settings,
      branch: branch && { ...branch, from: sendable(branch.from) },
    };
    (worker ??= employ()).post({ id, film } satisfies FilmAsk);
  });
}

/** Provenance is of no use to a worker, and as large as the rest. */
const sendable = (scenario: PathwayScenario): PathwayScenario => ({ ...scenario, parameters: [] });

function employ(): Worker {
  const made = spawn();
  made.onMessage((message) => {
    const answer = message as FilmAnswer;
    const asker = open.get(answer.id);
    open.delete(answer.id);
    if ("error" in answer) asker?.failed(new Error(answer.error));
    else asker?.done(answer.film);
  });
  made.onError((error) => {
    made.terminate();
    worker = undefined;
    for (const { failed } of open.values()) failed(error);
    open.clear();
  });
  return made;
}
