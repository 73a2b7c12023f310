/** A film of one run of a pathway: everything that happened, to be looked at from day to day. */
import type { Days } from "../engine/time.ts";
import { legendOf } from "../model/legend.ts";
import { type RunSettings, startRun } from "../model/run.ts";
import { KeptLog, type Rows } from "../records/kept-log.ts";
import type { Legend } from "../records/legend.ts";
import type { PathwayScenario } from "../scenario/pathway/types.ts";

/** Plain data: a worker can send it. */
export interface Film {
  readonly legend: Legend;
  readonly rows: Rows;
}

/** Until that day another scenario ran: "what if it had been changed here?" */
export interface Branch {
  readonly from: PathwayScenario;
  readonly day: Days;
}

/**
 * Runs once and keeps everything: about 23 bytes a row.
 * @throws RangeError where the scenario cannot go on with the state of the one it branches from, see `startRun`
 */
export async function makeFilm(scenario: PathwayScenario, settings: RunSettings, branch?: Branch): Promise<Film> {
  const log = new KeptLog();
  const first = await startRun(branch?.from ?? scenario, settings, [log]);
  if (branch) {
    first.runUntil(branch.day);
    (await startRun(scenario, settings, [log], first.save(branch.day))).finish();
  } else {
    first.finish();
  }
  return { legend: legendOf(scenario), rows: log.rows() };
}
