/** The clock of the living map: which day it is, how fast days go by, and what to skip to. It knows no canvas and no page. */

export interface Clock {
  readonly day: number;
  readonly playing: boolean;
  /** Days a second. */
  readonly speed: number;
  /** The days that are played again and again, if any. */
  readonly loop: readonly [number, number] | undefined;
}

export const speeds = [1, 7, 30, 90] as const;
const week = 7;

export class Player {
  readonly lastDay: number;
  #clock: Clock;

  constructor(firstDay: number, lastDay: number) {
    this.lastDay = lastDay;
    this.#clock = { day: firstDay, playing: false, speed: 7, loop: undefined };
  }

  get clock(): Clock {
    return this.#clock;
  }

  /** Time has gone by, in seconds on the reader's clock. Says whether the day changed. */
  advance(seconds: number): boolean {
    const { day, playing, speed, loop } = this.#clock;
    if (!playing) return false;
    const [first, last] = loop ?? [0, this.lastDay];
    const next = day + seconds * speed;
    if (next < last) this.#set({ day: next });
    else if (loop) this.goTo(first);
    else this.#set({ day: last, playing: false });
    return true;
  }

  play(): void {
    if (this.#clock.day >= this.lastDay) this.goTo(0);
    this.#set({ playing: true });
  }

  pause(): void {
    this.#set({ playing: false });
  }

  setSpeed(speed: number): void {
    this.#set({ speed });
  }

  /** To any day at once. */
  goTo(day: number): void {
    this.#set({ day: Math.min(this.lastDay, Math.max(0, day)) });
  }

  /** The week around this day, again and again; or no longer. */
  loopWeek(on: boolean): void {
    const from = Math.max(0, Math.min(this.lastDay - week, this.#clock.day - week / 2));
    this.#set({ loop: on ? [from, from + week] : undefined });
  }

  #set(changes: Partial<Clock>): void {
    this.#clock = { ...this.#clock, ...changes };
  }
}
