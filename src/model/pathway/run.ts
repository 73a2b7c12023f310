/** One run of the pathway: what can happen to a person, in the order of their clocks, and the loop that makes it happen. */
import type { Executive } from "../../engine/executive.ts";
import { Streams } from "../../engine/streams.ts";
import type { Days } from "../../engine/time.ts";
import { Log, type Reader } from "../../records/log.ts";
import type { PathwayScenario } from "../../scenario/pathway/types.ts";
import { beginEpisode } from "./appear.ts";
import { assess } from "./assess.ts";
import { consultUnplanned, followUp } from "./consult.ts";
import { endStay, suffer, sufferLifeEvent } from "./crisis.ts";
import { recall } from "./disengage.ts";
import { calmDown } from "./end.ts";
import { finish } from "./finish.ts";
import { contactHeld } from "./hold.ts";
import { keepPlannedDate } from "./manage.ts";
import { offerFreed } from "./offer.ts";
import { referOneself } from "./refer.ts";
import { riskGoesDown, riskGoesUp } from "./risk.ts";
import { appearAtStart } from "./start.ts";
import { loadWorld, saveWorld, type SavedRun } from "./saved.ts";
import { firstClock } from "./settle.ts";
import { crossCaseness } from "./severity.ts";
import { countStaff } from "./staff.ts";
import { attendSession } from "./treat.ts";
import { triage } from "./triage.ts";
import { leaveWaiting } from "./wait.ts";
import { World } from "./world.ts";

type Happening = (world: World, slot: number) => void;

/** The next step of care, by the numbers of `Step` in clocks.ts. */
const steps: readonly Happening[] = [triage, assess, attendSession, contactHeld];
const takeStep: Happening = (world, slot) => steps[world.people.step[slot]!]!(world, slot);

/** By the numbers of `Clock` in clocks.ts. */
const happenings: readonly Happening[] = [
  consultUnplanned,
  referOneself,
  sufferLifeEvent,
  suffer,
  riskGoesUp,
  riskGoesDown,
  recall,
  crossCaseness,
  followUp,
  keepPlannedDate,
  takeStep,
  leaveWaiting,
  endStay,
  calmDown,
];

export interface RunOf {
  readonly scenario: PathwayScenario;
  /** A new one, at day 0, with the scenario's horizon. */
  readonly executive: Executive;
  readonly seed: string;
  readonly replication: number;
  /** Are given everything that happens. */
  readonly readers: readonly Reader[];
}

/** A run that can be stopped on the way, saved, and gone on with. */
export class PathwayRun {
  readonly #world: World;
  readonly #staff: number;
  readonly #people: number;
  /** The slot of the next event, already taken off the calendar; -1: nothing is left. */
  #next: number;
  /** How many events there were. */
  events = 0;

  /**
   * @param saved the state to go on from, of the same seed and replication; without it the run begins at day 0
   * @throws RangeError where the scenario does not fit the saved state, see `loadWorld`
   */
  constructor({ scenario, executive, seed, replication, readers }: RunOf, saved?: SavedRun) {
    const world = new World(scenario, executive, new Streams(seed, replication), new Log(readers));
    this.#world = world;
    this.#staff = world.sources.length;
    this.#people = this.#staff + world.services.length;
    if (saved) {
      loadWorld(world, saved);
    } else {
      world.services.forEach((_, number) => countStaff(world, number));
      appearAtStart(world);
    }
    offerFreed(world);
    this.#next = executive.next();
  }

  /** Everything before this moment happens. */
  runUntil(day: Days): void {
    const { executive } = this.#world;
    for (let slot = this.#next; slot >= 0 && executive.now < day; this.#next = slot = executive.next()) {
      this.events++;
      this.#happen(slot);
    }
  }

  /** The state before the first event at or after `day`, up to which the run has gone; its readers have been given all of that. */
  save(day: Days): SavedRun {
    this.#world.log.flush();
    return saveWorld(this.#world, day);
  }

  /** Runs to the horizon, and tells the readers that it is over. */
  finish(): void {
    this.runUntil(Infinity);
    this.#world.log.end(this.#world.horizon);
  }

  #happen(slot: number): void {
    const world = this.#world;
    if (slot >= this.#people) {
      happenings[firstClock(world, slot)]!(world, slot);
      finish(world, slot);
    } else if (slot >= this.#staff) countStaff(world, slot - this.#staff);
    else beginEpisode(world, slot);
    offerFreed(world);
  }
}
