/**
 * The five-node pathway as the manual of simjs would have it (simjs.com, "Resources", "Requests", "Statistics"): one
 * Entity a person, a `Facility` for each place whose people are served for some time, a `Buffer` of places for the one
 * where they come and go, `waitUntil` for patience, `Random` for chance and a `DataSeries` for waits. It leaves no log,
 * and shares no code with the simulator.
 *
 * A Facility's own figures cannot be used, since simjs counts wrongly once somebody reneges; waits are recorded here.
 */

/** What is called back is given the third argument, with the second as its `this`. */
interface Request {
  done<A extends object>(callback: (argument: A) => void, context: object, argument: A): Request;
  waitUntil<A extends object>(delay: number, callback: (argument: A) => void, context: object, argument: A): Request;
}
interface Resource {
  readonly name: string;
}
interface Series {
  record(value: number): void;
  average(): number;
  count(): number;
}
interface Chance {
  random(): number;
  exponential(rate: number): number;
  normal(mu: number, sigma: number): number;
  weibull(scale: number, shape: number): number;
}
interface SimJs {
  readonly Sim: new () => { addEntity(entity: new () => { start(): void }): void; simulate(until: number): void };
  readonly Entity: new () => {
    time(): number;
    setTimer(delay: number): Request;
    useFacility(facility: Resource, duration: number): Request;
    getBuffer(buffer: Resource, amount: number): Request;
    putBuffer(buffer: Resource, amount: number): Request;
  };
  readonly Facility: { new (name: string, discipline: number, servers: number): Resource; readonly FCFS: number };
  readonly Buffer: new (name: string, capacity: number, initial: number) => Resource;
  readonly DataSeries: new (name: string) => Series;
  readonly Random: new (seed: number) => Chance;
}

const warmUp = 365;
const horizon = 2190;

/** Runs 2,190 days once and returns the share who left and the mean wait of all, by place, for a look at plausibility. */
export async function runSimJsByTheManual(seed: number): Promise<{ name: string; share: number; mean: number }[]> {
  const globals = globalThis as unknown as { window?: unknown; Sim?: SimJs & SimJs["Sim"] };
  globals.window ??= globals;
  await import("simjs");
  const { Sim, Entity, Facility, Buffer, DataSeries, Random } = globals.Sim!;
  const simulation = new Sim();
  const random = new Random(seed);

  /** A place, how long people wait there before they leave, and the waits after the warm-up. */
  const newPlace = <R extends Resource>(resource: R, shape: number, scale: number) => ({
    resource,
    patience: () => random.weibull(scale, shape),
    started: new DataSeries(`${resource.name}: waits of those who started`),
    left: new DataSeries(`${resource.name}: waits of those who left`),
  });
  const facility = (name: string, servers: number): Resource => new Facility(name, Facility.FCFS, servers);
  const gp = newPlace(facility("GP", 24), 1.5, 14);
  const assessment = newPlace(facility("IAPT assessment", 80), 1.2, 60);
  const treatment = newPlace(new Buffer("IAPT treatment", 3600, 3600), 1.3, 120);
  const cmht = newPlace(facility("CMHT", 850), 1.2, 150);
  const third = newPlace(facility("third sector", 700), 1.2, 90);
  type Place = typeof gp;
  const lognormal = (mean: number, sd: number): number => Math.exp(random.normal(Math.log(mean) - (sd * sd) / 2, sd));

  class Person extends Entity {
    /** Where the person is, since when, and how long they are served there. */
    place = gp;
    joined = 0;
    days = 0;
    rejected = false;
    attended = 0;

    start(): void {
      seeGp(this);
    }

    stay(place: Place, days: number, next: Step): void {
      this.place = place;
      this.joined = this.time();
      this.days = days;
      this.useFacility(place.resource, days).waitUntil(place.patience(), giveUp, this, this).done(next, this, this);
    }

    /** A Facility tells of a person only when they have been served. */
    noteServed(): void {
      this.noteWait(this.place.started, this.time() - this.days - this.joined);
    }

    noteWait(series: Series, days: number): void {
      if (this.joined >= warmUp) series.record(days);
    }
  }
  type Step = (person: Person) => void;

  const seeGp: Step = (person) => person.stay(gp, lognormal(0.2, 0.5), afterGp);
  const afterGp: Step = (person) => {
    person.noteServed();
    if (!person.rejected) person.stay(assessment, lognormal(1, 0.5), afterAssessment);
    else if (random.random() < 0.5) person.stay(cmht, lognormal(60, 0.6), afterStay);
    else person.stay(third, lognormal(45, 0.6), afterStay);
  };
  const afterAssessment: Step = (person) => {
    person.noteServed();
    if (random.random() < 0.6) {
      person.place = treatment;
      person.joined = person.time();
      const request = person.getBuffer(treatment.resource, 1);
      request.waitUntil(treatment.patience(), giveUp, person, person).done(startCourse, person, person);
    } else {
      person.rejected = true;
      seeGp(person);
    }
  };
  const startCourse: Step = (person) => {
    person.noteWait(treatment.started, person.time() - person.joined);
    person.attended = 0;
    session(person);
  };
  const session: Step = (person) => {
    if (random.random() >= 0.15) person.attended++;
    if (person.attended < 6) {
      person.setTimer(14).done(session, person, person);
    } else {
      person.putBuffer(treatment.resource, 1);
      perhapsReturn(person);
    }
  };
  const afterStay: Step = (person) => {
    person.noteServed();
    perhapsReturn(person);
  };
  const perhapsReturn: Step = (person) => {
    if (random.random() >= 0.4) return;
    person.rejected = false;
    person.setTimer(random.exponential(1 / 180)).done(seeGp, person, person);
  };
  const giveUp: Step = (person) => person.noteWait(person.place.left, person.time() - person.joined);

  class Referrals extends Entity {
    start(): void {
      this.setTimer(random.exponential(20_000 / 365)).done(() => this.refer(), this, this);
    }

    refer(): void {
      simulation.addEntity(Person);
      this.start();
    }
  }

  simulation.addEntity(Referrals);
  simulation.simulate(horizon);
  return [gp, assessment, treatment, cmht, third].map(({ resource: { name }, started, left }) => {
    const [served, gone] = [started.count(), left.count()];
    const waited = served * started.average() + (gone === 0 ? 0 : gone * left.average());
    return { name, share: gone / (served + gone), mean: waited / (served + gone) };
  });
}
