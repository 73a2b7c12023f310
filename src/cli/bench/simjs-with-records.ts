/**
 * The five-node pathway on simjs with what a run of caregap delivers as well: one Entity a person and timers, chance from
 * `Random`, a `TimeSeries` with a histogram for each waiting list and for the people in service, a `DataSeries` for waits
 * of those who started and of those who left, all waits kept for their quantiles, counts of exits, and a log with one
 * object for each thing that happened (the rows of our log, two and a half million).
 *
 * It does less than ours still: figures by place only, not by group as well, no Kaplan-Meier curve, and no priorities,
 * blocking, rotas or common random numbers. `simjs-plain.ts` is the plain program.
 */

interface Timer {
  done(callback: () => void, context: object): Timer;
  cancel(): void;
}
interface Series {
  record(value: number, time?: number): void;
  setHistogram(lower: number, upper: number, buckets: number): void;
  getHistogram(): number[];
  reset(): void;
  finalize(time: number): void;
  average(): number;
  max(): number;
  count(): number;
}
interface Simulation {
  addEntity<A extends unknown[]>(entity: new () => { start(...args: A): void }, name: string, ...args: A): void;
  simulate(until: number): void;
  time(): number;
}
interface SimJs {
  readonly Sim: new () => Simulation;
  readonly Entity: new () => { time(): number; setTimer(delay: number): Timer };
  readonly TimeSeries: new (name: string) => Series;
  readonly DataSeries: new (name: string) => Series;
  readonly Random: new (seed: number) => {
    random(): number;
    exponential(rate: number): number;
    normal(mu: number, sigma: number): number;
    weibull(scale: number, shape: number): number;
  };
}

export interface StationFigures {
  readonly name: string;
  readonly share: number;
  readonly mean: number;
  readonly p90: number;
  readonly queue: number;
  readonly queueP90: number;
  readonly busy: number;
}

const warmUp = 365;
const horizon = 2190;

/** Runs 2,190 days once; figures of what happened after day 365, and how long the log has become. */
export async function runSimJsWithRecords(seed: number): Promise<{ rows: number; stations: StationFigures[] }> {
  const globals = globalThis as unknown as { window?: unknown; Sim?: SimJs & SimJs["Sim"] };
  globals.window ??= globals;
  await import("simjs");
  const { Sim, Entity, TimeSeries, DataSeries, Random } = globals.Sim!;
  const simulation = new Sim();
  const random = new Random(seed);
  const log: { at: number; what: string; person: number; group: string; place: string; detail: number }[] = [];

  /** A place where people wait and are served, and what is recorded there. */
  class Station {
    readonly queue: Person[] = [];
    busy = 0;
    readonly queueLength = new TimeSeries("queue");
    readonly inService = new TimeSeries("in service");
    readonly waitsStarted = new DataSeries("waits of those who started");
    readonly waitsLeft = new DataSeries("waits of those who left");
    readonly waits: number[] = [];
    readonly exits = new Map<string, number>();
    readonly name: string;
    readonly servers: number;
    readonly patience: { shape: number; scale: number };
    readonly serve: (person: Person) => void;
    readonly after: (person: Person) => void;

    constructor(name: string, servers: number, shape: number, scale: number, serve: Step, after: Step) {
      this.name = name;
      this.servers = servers;
      this.patience = { shape, scale };
      this.serve = serve;
      this.after = after;
      this.queueLength.setHistogram(0, 5000, 5000);
      this.inService.setHistogram(0, 5000, 5000);
    }

    noteQueue(): void {
      this.queueLength.record(this.queue.length, simulation.time());
    }

    noteBusy(): void {
      this.inService.record(this.busy, simulation.time());
    }

    noteWait(series: Series, wait: number): void {
      if (simulation.time() < warmUp) return;
      series.record(wait);
      this.waits.push(wait);
    }

    noteExit(to: string): void {
      if (simulation.time() >= warmUp) this.exits.set(to, (this.exits.get(to) ?? 0) + 1);
    }

    /** Keeps nothing of the warm-up but the present levels. */
    reset(): void {
      this.queueLength.reset();
      this.inService.reset();
      this.noteQueue();
      this.noteBusy();
    }

    figures(): StationFigures {
      this.queueLength.finalize(horizon);
      this.inService.finalize(horizon);
      this.waits.sort((a, b) => a - b);
      const started = this.waitsStarted.count() * this.waitsStarted.average();
      const left = this.waitsLeft.count() === 0 ? 0 : this.waitsLeft.count() * this.waitsLeft.average();
      return {
        name: this.name,
        share: this.waitsLeft.count() / this.waits.length,
        mean: (started + left) / this.waits.length,
        p90: this.waits[Math.floor(0.9 * this.waits.length)]!,
        queue: this.queueLength.average(),
        queueP90: quantile(this.queueLength.getHistogram(), 0.9),
        busy: this.inService.average(),
      };
    }
  }
  type Step = (person: Person) => void;

  let people = 0;
  class Person extends Entity {
    readonly number = people++;
    group = "new";
    joined = 0;
    attended = 0;
    station = gp;
    patience: Timer | undefined;

    start(): void {
      this.enter(gp);
    }

    note(what: string, detail = 0): void {
      const { number: person, group, station } = this;
      log.push({ at: this.time(), what, person, group, place: station.name, detail });
    }

    enter(station: Station): void {
      this.station = station;
      this.joined = this.time();
      if (station.busy < station.servers) {
        this.note("serve");
        this.begin();
        return;
      }
      this.note("join");
      station.queue.push(this);
      station.noteQueue();
      const { shape, scale } = station.patience;
      this.patience = this.setTimer(random.weibull(scale, shape)).done(() => this.giveUp(), this);
    }

    begin(): void {
      const { station } = this;
      station.busy++;
      station.noteBusy();
      station.noteWait(station.waitsStarted, this.time() - this.joined);
      station.serve(this);
    }

    giveUp(): void {
      const { station } = this;
      station.queue.splice(station.queue.indexOf(this), 1);
      station.noteQueue();
      station.noteWait(station.waitsLeft, this.time() - this.joined);
      this.note("leave");
      this.exit("left");
    }

    stay(mean: number, sd: number): void {
      this.setTimer(Math.exp(random.normal(Math.log(mean) - (sd * sd) / 2, sd))).done(() => this.finish(), this);
    }

    session(): void {
      const attends = random.random() >= 0.15;
      if (attends) this.attended++;
      this.note(attends ? "attend" : "miss", this.attended);
      if (this.attended === 6) this.finish();
      else this.setTimer(14).done(() => this.session(), this);
    }

    finish(): void {
      const { station } = this;
      this.note("complete");
      station.busy--;
      station.noteBusy();
      const next = station.queue.shift();
      if (next) {
        station.noteQueue();
        next.patience!.cancel();
        next.note("start");
        next.begin();
      }
      station.after(this);
    }

    moveTo(station: Station, group: string): void {
      if (group !== this.group) this.note("regroup");
      this.group = group;
      this.station.noteExit(station.name);
      this.enter(station);
    }

    exit(way: string): void {
      this.note("exit");
      this.station.noteExit(way);
    }

    perhapsReturn(): void {
      if (random.random() >= 0.4) {
        this.exit("discharged");
        return;
      }
      this.note("delay");
      this.setTimer(random.exponential(1 / 180)).done(() => this.comeBack(), this);
    }

    comeBack(): void {
      this.moveTo(gp, "new");
    }
  }

  class Referrals extends Entity {
    start(): void {
      this.setTimer(random.exponential(20_000 / 365)).done(() => this.refer(), this);
    }

    refer(): void {
      simulation.addEntity(Person, "person");
      this.start();
    }
  }

  class WarmUp extends Entity {
    start(): void {
      this.setTimer(warmUp).done(() => this.end(), this);
    }

    end(): void {
      for (const station of stations) station.reset();
    }
  }

  const startCourse: Step = (person) => {
    person.attended = 0;
    person.session();
  };
  const perhapsReturn: Step = (person) => person.perhapsReturn();
  const stay =
    (mean: number, sd: number): Step =>
    (person) =>
      person.stay(mean, sd);
  const gp: Station = new Station("GP", 24, 1.5, 14, stay(0.2, 0.5), (person) => {
    if (person.group === "new") person.moveTo(assessment, "new");
    else person.moveTo(random.random() < 0.5 ? cmht : third, "rejected");
  });
  const assessment: Station = new Station("IAPT assessment", 80, 1.2, 60, stay(1, 0.5), (person) => {
    if (random.random() < 0.6) person.moveTo(treatment, "new");
    else person.moveTo(gp, "rejected");
  });
  const treatment = new Station("IAPT treatment", 3600, 1.3, 120, startCourse, perhapsReturn);
  const cmht = new Station("CMHT", 850, 1.2, 150, stay(60, 0.6), perhapsReturn);
  const third = new Station("third sector", 700, 1.2, 90, stay(45, 0.6), perhapsReturn);
  const stations = [gp, assessment, treatment, cmht, third];

  simulation.addEntity(Referrals, "referrals");
  simulation.addEntity(WarmUp, "warm-up");
  simulation.simulate(horizon);
  return { rows: log.length, stations: stations.map((station) => station.figures()) };
}

/** The level below which a share of the time was spent; bucket 0 of the histogram holds what is below its range. */
function quantile(times: readonly number[], share: number): number {
  const total = times.reduce((sum, time) => sum + time, 0);
  let reached = 0;
  return times.findIndex((time) => (reached += time) >= share * total) - 1;
}
