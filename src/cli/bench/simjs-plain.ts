/**
 * The five-node pathway as a plain program on simjs: one Entity whose timers do everything, queues as arrays, a small
 * generator of random numbers, and two means a place. With an Entity for each person and the `Random` of simjs it takes
 * a third as long again, or up to twice as long. `simjs-by-the-manual.ts` waits for facilities instead.
 */

interface Timer {
  done(callback: () => void): Timer;
  cancel(): void;
}
interface Entity {
  setTimer(delay: number): Timer;
  time(): number;
}

interface Person {
  rejected: boolean;
  joined: number;
  /** Gone from the queue; they are passed over when their turn comes. */
  left: boolean;
  patience: Timer | undefined;
}

interface Station {
  free: number;
  readonly queue: Person[];
  readonly patience: { shape: number; scale: number };
  readonly serve: (person: Person, done: () => void) => void;
  readonly after: (person: Person) => void;
  waits: number;
  ended: number;
  left: number;
}

/** Runs 2,190 days once and returns the share who left and the mean wait of all, by station, for a look at plausibility. */
export async function runSimJsPlain(seed: number): Promise<{ share: number; mean: number }[]> {
  const globals = globalThis as unknown as { window?: unknown; Sim?: unknown };
  globals.window ??= globals;
  await import("simjs");
  const { Sim, Entity } = globals.Sim as {
    Sim: new () => { addEntity(entity: unknown): Entity; simulate(until: number): void };
    Entity: new () => object;
  };

  let state = seed;
  const random = (): number => {
    // mulberry32, a common small generator
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const exponential = (mean: number): number => -mean * Math.log(1 - random());
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const lognormal = (mean: number, sd: number): number => Math.exp(Math.log(mean) - (sd * sd) / 2 + sd * normal());
  const weibull = (shape: number, scale: number): number => scale * Math.pow(-Math.log(1 - random()), 1 / shape);

  const simulation = new Sim();
  class Clock extends Entity {
    start(): void {}
  }
  const clock = simulation.addEntity(Clock);
  const after = (delay: number, act: () => void): Timer => clock.setTimer(delay).done(act);

  const begin = (station: Station, person: Person): void => {
    station.free--;
    if (clock.time() >= 365) {
      station.waits += clock.time() - person.joined;
      station.ended++;
    }
    station.serve(person, () => {
      station.free++;
      let next = station.queue.shift();
      while (next?.left) next = station.queue.shift();
      if (next) {
        next.patience?.cancel();
        begin(station, next);
      }
      station.after(person);
    });
  };
  const enter = (station: Station, person: Person): void => {
    person.joined = clock.time();
    person.left = false;
    if (station.free > 0) {
      begin(station, person);
      return;
    }
    station.queue.push(person);
    person.patience = after(weibull(station.patience.shape, station.patience.scale), () => {
      person.left = true;
      if (clock.time() < 365) return;
      station.waits += clock.time() - person.joined;
      station.ended++;
      station.left++;
    });
  };
  const station = (
    free: number,
    shape: number,
    scale: number,
    serve: Station["serve"],
    then: Station["after"],
  ): Station => ({ free, queue: [], patience: { shape, scale }, serve, after: then, waits: 0, ended: 0, left: 0 });
  const stay =
    (mean: number, sd: number): Station["serve"] =>
    (_, done) => {
      after(lognormal(mean, sd), done);
    };
  const course: Station["serve"] = (_, done) => {
    let attended = 0;
    const session = (): void => {
      if (random() >= 0.15) attended++;
      if (attended === 6) done();
      else after(14, session);
    };
    session();
  };
  const perhapsReturn = (person: Person): void => {
    if (random() >= 0.4) return;
    person.rejected = false;
    after(exponential(180), () => enter(gp, person));
  };

  const gp = station(24, 1.5, 14, stay(0.2, 0.5), (person) => {
    if (person.rejected) enter(random() < 0.5 ? cmht : third, person);
    else enter(assessment, person);
  });
  const assessment = station(80, 1.2, 60, stay(1, 0.5), (person) => {
    if (random() < 0.6) {
      enter(treatment, person);
    } else {
      person.rejected = true;
      enter(gp, person);
    }
  });
  const treatment = station(3600, 1.3, 120, course, perhapsReturn);
  const cmht = station(850, 1.2, 150, stay(60, 0.6), perhapsReturn);
  const third = station(700, 1.2, 90, stay(45, 0.6), perhapsReturn);

  const arrive = (): void => {
    enter(gp, { rejected: false, joined: 0, left: false, patience: undefined });
    after(exponential(365 / 20_000), arrive);
  };
  after(exponential(365 / 20_000), arrive);
  simulation.simulate(2190);
  return [gp, assessment, treatment, cmht, third].map(({ waits, ended, left }) => ({
    share: left / ended,
    mean: waits / ended,
  }));
}
