/**
 * The referee: the same executive on simjs 2.0.3, which was written by others and shares no code with ours.
 *
 * Only `Sim`, `Entity` and `setTimer` are used, the parts that can be relied on. simjs knows no phases, so it keeps one
 * timer for each instant; the slots that share the instant are put in order of phase and number here.
 */
import type { Executive } from "./executive.ts";
import type { Days, Phase } from "./time.ts";

interface Timer {
  done(callback: () => void): Timer;
  cancel(): void;
}
interface SimEntity {
  setTimer(delay: number): Timer;
  /** simjs gives every instance its own `sim`; the class only asks for `start`. */
  start(): void;
}
interface Simulation {
  addEntity(entity: new (...args: never[]) => SimEntity): SimEntity;
  /** Runs the next event that was not cancelled; false when there is none. */
  step(): boolean;
}
interface SimJs {
  readonly Sim: new () => Simulation;
  readonly Entity: new (...args: never[]) => SimEntity;
}

/** What is due at one instant. */
interface Instant {
  readonly at: Days;
  readonly timer: Timer;
  readonly due: Map<number, { readonly phase: Phase; readonly number: number }>;
}

/** simjs has no exports: it hangs itself on `window`, if there is one when it is loaded. */
async function loadSimJs(): Promise<SimJs> {
  const globals = globalThis as unknown as { window?: unknown; Sim?: SimJs };
  const hadWindow = "window" in globals;
  if (!hadWindow) globals.window = globals;
  await import("simjs");
  if (!hadWindow) delete globals.window;
  return globals.Sim!;
}

/** An executive on simjs. It is ten times slower than the calendar or more, and meant for checking only. */
export async function createSimJsExecutive(horizon: Days): Promise<Executive> {
  const { Sim, Entity } = await loadSimJs();
  class Clock extends Entity {
    override start(): void {}
  }
  const simulation = new Sim();
  const clock = simulation.addEntity(Clock);
  const instants = new Map<Days, Instant>();
  const instantOf = new Map<number, Instant>();
  /** The instant the clock stands at, while anything is still due in it. */
  let present: Instant | undefined;
  let now = 0;

  function instantAt(at: Days): Instant {
    const known = instants.get(at);
    if (known) return known;
    const timer = clock.setTimer(at - now);
    const instant: Instant = { at, timer, due: new Map() };
    timer.done(() => {
      present = instant;
    });
    instants.set(at, instant);
    return instant;
  }

  function cancel(slot: number): void {
    const instant = instantOf.get(slot);
    if (!instant) return;
    instantOf.delete(slot);
    instant.due.delete(slot);
    if (instant.due.size > 0 || instant === present) return;
    instant.timer.cancel();
    instants.delete(instant.at);
  }

  function takeFirst(instant: Instant): number {
    let first = -1;
    let best = { phase: Infinity, number: Infinity };
    for (const [slot, rank] of instant.due) {
      if (rank.phase < best.phase || (rank.phase === best.phase && rank.number < best.number)) {
        first = slot;
        best = rank;
      }
    }
    instant.due.delete(first);
    instantOf.delete(first);
    return first;
  }

  return {
    get now() {
      return now;
    },
    schedule(slot, at, phase, number) {
      if (!(at >= now)) throw new RangeError(`an event must not lie before ${now} days, got ${at}`);
      cancel(slot);
      if (at >= horizon) return;
      const instant = instantAt(at);
      instant.due.set(slot, { phase, number });
      instantOf.set(slot, instant);
    },
    cancel,
    next() {
      while (present === undefined || present.due.size === 0) {
        if (present) instants.delete(present.at);
        present = undefined;
        if (!simulation.step()) return -1;
      }
      now = present.at;
      return takeFirst(present);
    },
  };
}
