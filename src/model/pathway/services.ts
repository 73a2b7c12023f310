/** Services ready to run: their rules turned into samplers and loads, and the counts that change. */
import { sampler } from "../../engine/laws.ts";
import type { Days } from "../../engine/time.ts";
import type { PathwayScenario, PathwayService, Programme } from "../../scenario/pathway/types.ts";
import { firstOf } from "./questions.ts";

/**
 * Staff time of a pool: days of staff time per day, as whole billionths, so that what is committed and freed again
 * adds up to nothing exactly.
 */
export interface Pool {
  /** At the start of the run. */
  readonly atStart: number;
  capacity: number;
  /** What may be committed: all but what is kept for outreach. */
  open: number;
  committed: number;
}

const billionths = 1e9;
const asLoad = (share: number): number => Math.round(share * billionths);

export interface ReadyService {
  readonly spec: PathwayService;
  /** Its number: among services and among the places of the log. */
  readonly number: number;
  readonly firstQuestion: number;
  readonly pools: readonly Pool[];
  /** Numbers of its programmes, among those of all services. */
  readonly programmes: readonly number[];
  /** What an assessment under way, and somebody held, takes of their pools. */
  readonly assessmentLoad: number;
  readonly holdLoad: number;
  /** Queues of the list for assessment, first the most urgent. */
  readonly queues: readonly number[];
  readonly patience: ((u: number) => Days) | undefined;
  readonly lengthOfStay: ((u: number) => Days) | undefined;
  waitingForAssessment: number;
  waitingForTreatment: number;
  staying: number;
  /** When its staff were counted last. */
  countedAt: Days;
}

export interface ReadyProgramme {
  readonly spec: Programme;
  readonly service: number;
  readonly place: number;
  readonly pool: Pool;
  readonly load: number;
  readonly queues: readonly number[];
  /** Numbers of the programmes it steps up and down to, among those of all services; -1: none. */
  readonly stepsUpTo: number;
  readonly stepsDownTo: number;
  inTreatment: number;
}

export interface Ready {
  readonly services: readonly ReadyService[];
  readonly programmes: readonly ReadyProgramme[];
  /** How many queues there are in all. */
  readonly queues: number;
}

/** Builds all services; programmes and queues of all are numbered through. */
export function buildServices({ services }: PathwayScenario): Ready {
  let queues = 0;
  const programmes: ReadyProgramme[] = [];
  const ready = services.map((spec, number): ReadyService => {
    const levels = Math.max(...spec.waiting_list.priority) + 1;
    const newQueues = (): number[] => Array.from({ length: levels }, () => queues++);
    const first = programmes.length;
    const pools = spec.staff.map(({ wte, hours_per_day }): Pool => {
      const atStart = asLoad((wte * hours_per_day) / 24);
      return { atStart, capacity: atStart, open: openOf(atStart, spec), committed: 0 };
    });
    const { assessment, waiting_list: waiting, hold, stay } = spec;
    for (const programme of spec.programmes) {
      const place = services.length + programmes.length;
      programmes.push(readyProgramme(programme, number, place, first, pools[programme.staff]!, newQueues()));
    }
    return {
      spec,
      number,
      firstQuestion: firstOf(number),
      pools,
      programmes: spec.programmes.map((_, i) => first + i),
      assessmentLoad: assessment ? asLoad(assessment.session_days / assessment.notice_days) : 0,
      holdLoad: asLoad(hold.session_days / hold.interval_days),
      queues: newQueues(),
      patience: waiting.patience && sampler(waiting.patience),
      lengthOfStay: stay && sampler(stay.length),
      waitingForAssessment: 0,
      waitingForTreatment: 0,
      staying: 0,
      countedAt: 0,
    };
  });
  return { services: ready, programmes, queues };
}

function readyProgramme(
  spec: Programme,
  service: number,
  place: number,
  first: number,
  pool: Pool,
  queues: readonly number[],
): ReadyProgramme {
  return {
    spec,
    service,
    place,
    pool,
    load: asLoad(spec.session_days / spec.interval_days / spec.group_size),
    queues,
    stepsUpTo: spec.steps_up_to === undefined ? -1 : first + spec.steps_up_to,
    stepsDownTo: spec.steps_down_to === undefined ? -1 : first + spec.steps_down_to,
    inTreatment: 0,
  };
}

/** Of the staff time of a pool, what may be committed to assessments, courses and holds (M49). */
export const openOf = (capacity: number, { waiting_list }: PathwayService): number =>
  Math.round(capacity * (1 - waiting_list.kept_for_outreach));

/** Whether a pool has time for one more. */
export const hasTime = (pool: Pool, load: number): boolean => pool.committed + load <= pool.open;

/** Whether it would have if nothing else were under way. */
export const couldEverHaveTime = (pool: Pool, load: number): boolean => load <= pool.open;

/** Staff time committed as a share of what there is; 1 where there is none. */
export const loadOf = ({ committed, capacity }: Pool): number => (capacity > 0 ? committed / capacity : 1);

/** Staff time with patients, in whole minutes per week. */
export const minutesPerWeek = ({ pools }: ReadyService): number =>
  Math.round((pools.reduce((sum, pool) => sum + pool.capacity, 0) / billionths) * 7 * 1440);

/** Minutes per week that a load takes. */
export const loadInMinutesPerWeek = (load: number): number => (load / billionths) * 7 * 1440;
