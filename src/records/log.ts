/**
 * What a run leaves behind: one row for each thing that happened, in order of time. Every figure is worked out
 * from these rows afterwards, by readers that take them a block at a time, so that the log need not be kept.
 */
import type { Days } from "../engine/time.ts";

/** Where somebody came from who did not come from another place: the `detail` of `join`, `serve` and `refuse`. */
export const From = { outside: -1, start: -2 } as const;

/** What happened. The number is the `kind` of a row; the comment says what `place` and `detail` hold. */
export const Kind = {
  /** Came to `place` from place `detail` (or `From`), and joined its waiting list. */
  join: 0,
  /** Came to `place` from place `detail` (or `From`), and was served at once. */
  serve: 1,
  /** Began to be served at `place` after waiting on its list. */
  start: 2,
  /** Left the waiting list of `place` unserved. */
  leave: 3,
  /** Came to `place` from outside and was turned away, since there was no room; out of the network. */
  refuse: 4,
  /** Attended a session of a course at `place`; `detail`: how many attended so far; in a pathway an `attendance`. */
  attend: 5,
  /** Did not attend a session of a course at `place`; `detail`: how many attended so far. */
  miss: 6,
  /** Service at `place` was completed. The server comes free, unless `detail` is 1: then `release` will say when. */
  complete: 7,
  /** Ready to move to place `detail`, which has no room. */
  block: 8,
  /** Began a delay on the way from `place` to place `detail`, or to exit `detail` - places. */
  delay: 9,
  /** Gave back the server of `place`, some time after service was completed. */
  release: 10,
  /** Left the network from `place` by exit `detail` (0 for the first exit). */
  exit: 11,
  /** Belongs to group `detail` from now on; later rows carry it as their `group`. */
  regroup: 12,
  /** Servers on duty at `place` are now `detail` (-1: unlimited). Concerns nobody. */
  servers: 13,

  // The care pathway. Its places are services, then programmes, then practices; it also uses join, start, leave,
  // attend, miss and complete: at a service for its assessments, at a programme for its courses.
  // The codes of `detail` are those of `pathway-codes.ts`.
  /** Comes into view at practice `place`; `detail`: the band of risk, as for `risk`, + 8 × an `engagementCode`. */
  appear: 14,
  /** An episode is over: the person is seen no more. */
  disappear: 15,
  /** The state of care is `detail` (a `Care`) from now on. */
  state: 16,
  /** Risk is in band `detail` from now on: 0 low, 1 moderate, 2 high, 3 very high. */
  risk: 17,
  /** Saw the GP at practice `place`; `detail`: whole seconds × 8 + a `Visit`. */
  consult: 18,
  /** Did not attend a consultation; `detail`: a `Visit`. */
  consult_missed: 19,
  /** A referral to service `place`; `detail`: a `Letter`. */
  refer: 20,
  /** Passed paper triage at `place`. */
  pass_triage: 21,
  /** The referral was accepted at `place` and is no longer open; `detail`: 1 if seen once, advised and discharged, else 0. */
  accept: 22,
  /** The referral was rejected at `place`; `detail`: a `Reason`, + 16 if at assessment. */
  reject: 23,
  /** The referral was withdrawn at `place`: the person left, missed the assessment, or no longer needed it; `detail`: an `Away`. */
  withdraw: 24,
  /** Declined a place in programme `place`. */
  decline: 25,
  /** A course in programme `place` ended; `detail`: a `courseEnd`. */
  end_course: 26,
  /** Is held by service `place`, for now (`detail` 1) or no longer (0). */
  hold: 27,
  /** A contact while held at `place`. */
  contact: 28,
  /** A crisis, met at `place` (a service, or the practice); `detail`: the band of risk, + 8 if a call diverted it. */
  crisis: 29,
  /** Disengaged from `place`; `detail`: an `Away`, + 16 if lost to all services. */
  disengage: 30,
  /** Called back by the practice `place`. */
  recall: 31,
  /** Service `place` told the GP; `detail`: 0 of non-engagement, 1 of progress. */
  feedback: 32,
  /** The GP's own plan begins (`detail` 1) or ends (0), at practice `place`. */
  plan: 33,
  /** The GP took advice, or the team met; `detail`: whole seconds of the practice's time. */
  advice: 34,
  /** An event of life: things get worse. */
  life_event: 35,
  /** Outreach kept somebody on the list of `place` who was about to leave. */
  outreach: 36,
  /** Begins (`detail` 1) or ends (0) a stay with crisis service `place`: a caseload, or a bed. */
  stay: 37,
  /** Staff of service `place`: `detail` is minutes per week with patients, in all. Concerns nobody. */
  staff: 38,
  /** The GP proposed a referral to service `place`; the person did not want it. */
  decline_referral: 39,
  /** Severity from now on, where quality of life is asked for; `detail`: a `severityCode`. */
  severity: 40,

  /** Follows `join` at the start of a run, of those who waited before it: `detail` is whole seconds that they had waited. */
  waited: 41,

  /** Engagement is another from now on; `detail`: an `engagementCode`. The rows `appear` and `attend` carry it themselves. */
  engagement: 42,

  /** Follows `serve` at the start of a run, of those in a course; `detail`: how many sessions they had attended before it. */
  treated: 43,
} as const;
export type Kind = (typeof Kind)[keyof typeof Kind];

/** Names of the kinds, by number. */
export const kindNames = Object.keys(Kind) as readonly (keyof typeof Kind)[];

/** Some consecutive rows of a log, in columns. Only rows 0 … `rows` - 1 mean anything. The arrays are used again for the next block. */
export interface Block {
  rows: number;
  /** When, in days since the start of the run. */
  readonly at: Float64Array;
  /** What happened: a `Kind`. */
  readonly kind: Uint8Array;
  /** To whom: the person's number, the same in every scenario and for ever theirs; -1 where it concerns nobody. */
  readonly person: Float64Array;
  /** The person's slot in the run's tables: small, dense, unique among those present, used again after they have gone; -1: nobody. */
  readonly slot: Int32Array;
  /** Where: index into the scenario's nodes. */
  readonly place: Int16Array;
  /** The person's group at that moment: index into the scenario's groups; -1: nobody. */
  readonly group: Int16Array;
  /** Depends on the kind, see there. */
  readonly detail: Int32Array;
}

/** Something that reads a log as it is written. */
export interface Reader {
  /** Takes the next rows; must copy what it wants to keep. */
  read(block: Block): void;
  /** The run is over: the clock stands at `horizon`, nothing more will come. */
  end(horizon: Days): void;
}

const rowsInBlock = 1024;

/** Writes rows and hands each full block to the readers. */
export class Log {
  readonly #readers: readonly Reader[];
  readonly #block: Block = {
    rows: 0,
    at: new Float64Array(rowsInBlock),
    kind: new Uint8Array(rowsInBlock),
    person: new Float64Array(rowsInBlock),
    slot: new Int32Array(rowsInBlock),
    place: new Int16Array(rowsInBlock),
    group: new Int16Array(rowsInBlock),
    detail: new Int32Array(rowsInBlock),
  };
  /** Rows written so far. */
  written = 0;

  constructor(readers: readonly Reader[]) {
    this.#readers = readers;
  }

  /** Adds a row. Times must not go back. */
  write(at: Days, kind: Kind, person: number, slot: number, place: number, group: number, detail: number): void {
    const block = this.#block;
    const row = block.rows++;
    block.at[row] = at;
    block.kind[row] = kind;
    block.person[row] = person;
    block.slot[row] = slot;
    block.place[row] = place;
    block.group[row] = group;
    block.detail[row] = detail;
    if (block.rows === rowsInBlock) this.flush();
  }

  /** Hands over what is left and tells the readers that the run is over. */
  end(horizon: Days): void {
    this.flush();
    for (const reader of this.#readers) reader.end(horizon);
  }

  /** Hands over what was written since the last full block. */
  flush(): void {
    for (const reader of this.#readers) reader.read(this.#block);
    this.written += this.#block.rows;
    this.#block.rows = 0;
  }
}
