/**
 * The living map of one world, drawn on a canvas: a dot for each person, in their cell or on the way to it. Somebody who is turned away
 * goes back in an arc. It draws what it is given; days and speed are the player's.
 */
import type { Film, Scene } from "../../src/index.ts";
import { Cells } from "./cells.ts";
import { classesOf, classifier, type Colouring } from "./colours.ts";
import { layOut, type Layout } from "./stations.ts";

/** How long a move takes to look at, in milliseconds. */
const moveTime = 450;
const arcHeight = 40;
const absent = -1;

export interface Look {
  readonly day: number;
  readonly colouring: Colouring;
  /** Number of the person who is followed; -1: nobody. */
  readonly followed: number;
  /** Colours by their name in the style sheet. */
  readonly colour: (name: string) => string;
  readonly font: string;
}

export class Picture {
  readonly film: Film;
  readonly scene: Scene;
  readonly #most: Int32Array;
  #cells: Cells;
  #layout: Layout;
  /** Those on the move: by slot, from where and since when. */
  readonly #moving = new Map<
    number,
    { readonly x: number; readonly y: number; readonly since: number; readonly arc: boolean }
  >();

  /** @param most by spot, the most people who ever stand there: see `mostIn` */
  constructor(film: Film, scene: Scene, most: Int32Array, width: number, height: number) {
    this.film = film;
    this.scene = scene;
    this.#most = most;
    this.#cells = new Cells(scene);
    this.#layout = layOut(scene, film.legend, most, width, height);
  }

  get layout(): Layout {
    return this.#layout;
  }

  resize(width: number, height: number): void {
    this.#moving.clear();
    this.#layout = layOut(this.scene, this.film.legend, this.#most, width, height);
  }

  /** Everybody goes where they are now; at once after a jump, and otherwise from where they were. */
  follow(now: number, isJump: boolean): void {
    if (isJump) {
      this.#moving.clear();
      this.#cells = new Cells(this.scene);
    }
    const { spots } = this.scene;
    const before = this.#cells.cell.slice();
    this.#cells.follow(this.scene, (slot, from) => {
      const start = from === absent ? undefined : this.#cellAt(from, before[slot]!);
      if (isJump || start === undefined || this.#cells.spot[slot] === absent) {
        this.#moving.delete(slot);
        return;
      }
      const to = spots[this.#cells.spot[slot]!]!.state;
      const arc = to === "gap" && ["referred", "waiting_assessment"].includes(spots[from]!.state);
      this.#moving.set(slot, { ...start, since: now, arc });
    });
  }

  draw(context: CanvasRenderingContext2D, now: number, look: Look): void {
    const { width, height } = this.#layout;
    context.clearRect(0, 0, width, height);
    this.#drawStations(context, look);
    const size = Math.max(1, this.#layout.pitch - (this.#layout.pitch > 3 ? 1 : 0));
    const classOf = classifier(look.colouring, this.scene, look.day);
    const classes = classesOf(look.colouring, this.film.legend);
    const { spot } = this.scene.people;
    const byClass: number[][] = classes.map(() => []);
    for (let slot = 0; slot < spot.length; slot++) if (spot[slot]! !== absent) byClass[classOf(slot)]!.push(slot);
    byClass.forEach((slots, number) => {
      context.fillStyle = look.colour(classes[number]!.colour);
      for (const slot of slots) {
        const at = this.#whereIs(slot, now);
        if (at) context.fillRect(at.x, at.y, size, size);
      }
    });
    this.#drawFollowed(context, now, look, size);
  }

  /** The person nearest to a point, by their number; -1: nobody near. */
  personAt(x: number, y: number, now: number): number {
    const { spot, person } = this.scene.people;
    let nearest = absent;
    let best = 12 ** 2;
    for (let slot = 0; slot < spot.length; slot++) {
      const at = spot[slot] === absent ? undefined : this.#whereIs(slot, now);
      if (!at) continue;
      const far = (at.x - x) ** 2 + (at.y - y) ** 2;
      if (far < best) [best, nearest] = [far, slot];
    }
    return nearest === absent ? absent : person[nearest]!;
  }

  #drawStations(context: CanvasRenderingContext2D, { colour, font }: Look): void {
    context.textBaseline = "top";
    for (const station of this.#layout.stations) {
      const isGap = station.kind === "gap";
      context.strokeStyle = colour(isGap ? "--gap" : "--line");
      context.lineWidth = isGap ? 2 : 1;
      context.strokeRect(station.x + 0.5, station.y + 0.5, station.width, station.height);
      context.fillStyle = colour("--ink");
      context.font = `600 13px ${font}`;
      context.fillText(station.title, station.x + 6, station.y + 5, station.width - 12);
      context.font = `12px ${font}`;
      context.fillStyle = colour("--ink-soft");
      for (const block of station.blocks) {
        const label = `${block.title}: ${this.scene.counts[block.spot]!.toLocaleString("en-GB")}`;
        context.fillText(label, block.x - 2, block.y - 14, station.width - 12);
      }
    }
  }

  #drawFollowed(context: CanvasRenderingContext2D, now: number, { followed, colour }: Look, size: number): void {
    const slot = followed === absent ? absent : this.slotOf(followed);
    const at = slot === absent ? undefined : this.#whereIs(slot, now);
    if (!at) return;
    context.strokeStyle = colour("--ink");
    context.lineWidth = 2;
    context.beginPath();
    context.arc(at.x + size / 2, at.y + size / 2, 9, 0, 2 * Math.PI);
    context.stroke();
  }

  /** The slot of a person who is in view; -1 if they are not. */
  slotOf(number: number): number {
    const { spot, person } = this.scene.people;
    return person.findIndex((each, slot) => each === number && spot[slot]! !== absent);
  }

  #whereIs(slot: number, now: number): { x: number; y: number } | undefined {
    const to = this.#cellAt(this.#cells.spot[slot]!, this.#cells.cell[slot]!);
    const move = this.#moving.get(slot);
    if (!to || !move) return to;
    const done = (now - move.since) / moveTime;
    if (done >= 1) {
      this.#moving.delete(slot);
      return to;
    }
    // Slow, fast, slow; and up and down again on an arc.
    const part = done * done * (3 - 2 * done);
    const up = move.arc ? arcHeight * 4 * part * (1 - part) : 0;
    return { x: move.x + (to.x - move.x) * part, y: move.y + (to.y - move.y) * part - up };
  }

  #cellAt(spot: number, cell: number): { x: number; y: number } | undefined {
    const block = this.#layout.blockOf[spot];
    if (!block) return undefined;
    const { pitch } = this.#layout;
    return { x: block.x + (cell % block.columns) * pitch, y: block.y + Math.floor(cell / block.columns) * pitch };
  }
}

/** By spot, the most people who ever stand there; of several worlds together, so that their maps are alike. */
export function mostIn(scenes: readonly Scene[], lastDay: number): Int32Array {
  const most = new Int32Array(scenes[0]!.spots.length);
  for (const scene of scenes) {
    for (let day = 0; day <= lastDay; day += 5) {
      scene.goTo(day);
      // A little more than on the days looked at.
      scene.counts.forEach((people, spot) => (most[spot] = Math.max(most[spot]!, Math.ceil(people * 1.05))));
    }
  }
  return most;
}
