/** One run of the pathway: what can happen to a person, in the order of their clocks, and the loop that makes it happen. */
import type { Executive } from "../../engine/executive.ts";
import { Streams } from "../../engine/streams.ts";
import { Log, type Reader } from "../../records/log.ts";
import type { PathwayScenario } from "../../scenario/pathway/types.ts";
import { appearAtStart, beginEpisode } from "./appear.ts";
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

/**
 * Runs one replication; the readers are given everything that happens.
 * @param executive a new one, at day 0, with the scenario's horizon
 * @returns how many events there were
 */
export function runPathway(
  scenario: PathwayScenario,
  executive: Executive,
  seed: string,
  replication: number,
  readers: readonly Reader[],
): number {
  const world = new World(scenario, executive, new Streams(seed, replication), new Log(readers));
  const staff = world.sources.length;
  const people = staff + world.services.length;
  world.services.forEach((_, number) => countStaff(world, number));
  appearAtStart(world);
  let events = 0;
  for (let slot = executive.next(); slot >= 0; slot = executive.next()) {
    events++;
    if (slot >= people) {
      happenings[firstClock(world, slot)]!(world, slot);
      finish(world, slot);
    } else if (slot >= staff) countStaff(world, slot - staff);
    else beginEpisode(world, slot);
    offerFreed(world);
  }
  world.log.end(world.horizon);
  return events;
}
