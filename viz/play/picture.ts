/**
 * The living map of one world, drawn on a canvas: a dot for each person, in their cell or on the way to it. Somebody who is turned away
 * goes back in an arc. It draws what it is given; days and speed are the player's.
 */
import type { CareState, Film, Scene } from "../../src/index.ts";
import { Cells } from "./cells.ts";
import { classesOf, classifier, type Colouring } from "./colours.ts";
import { Moves } from "./moves.ts";
import { type Ink, Settled } from "./settled.ts";
import { layOut, type Layout } from "./stations.ts";

const absent = -1;
/** Above this distance between cells, in pixels, a dot leaves one free around it. */
const denseUpTo = 2;
/** Who comes from these into the gap was turned away. */
const turnedAwayFrom: readonly CareState[] = ["referred", "waiting_assessment"];

export interface Look extends Ink {
  readonly day: number;
  readonly colouring: Colouring;
  /** Number of the person who is followed; -1: nobody. */
  readonly followed: number;
}

export class Picture {
  readonly film: Film;
  readonly scene: Scene;
  readonly #most: Int32Array;
  #cells: Cells;
  #layout: Layout;
  /** Pixels of the canvas for one of CSS. */
  #scale = 1;
  readonly #moves: Moves;
  /** By slot, where those stand who are not on the move, and everybody's colour. */
  readonly #dots: { readonly x: Float32Array; readonly y: Float32Array; readonly dotClass: Uint8Array };
  #settled: Settled | undefined;
  /** What was drawn last, so that the same is not drawn again. */
  #drawn = { ink: "", followed: absent, moving: false };

  /** @param most by spot, the most people who ever stand there: see `mostIn` */
  constructor(film: Film, scene: Scene, most: Int32Array, width: number, height: number) {
    this.film = film;
    this.scene = scene;
    this.#most = most;
    this.#cells = new Cells(scene);
    const slots = scene.people.spot.length;
    this.#moves = new Moves(slots);
    this.#dots = { x: new Float32Array(slots), y: new Float32Array(slots), dotClass: new Uint8Array(slots) };
    this.#layout = layOut(scene, film.legend, most, { width, height, scale: 1 });
  }

  get layout(): Layout {
    return this.#layout;
  }

  /** In pixels of CSS, of which each is `scale` of the canvas. */
  resize(width: number, height: number, scale: number): void {
    this.#moves.clear();
    this.#settled = undefined;
    this.#scale = scale;
    this.#layout = layOut(this.scene, this.film.legend, this.#most, { width, height, scale });
  }

  /** Everybody goes where they are now; at once after a jump, and otherwise from where they were. */
  follow(now: number, isJump: boolean): void {
    if (isJump) {
      this.#moves.clear();
      this.#cells = new Cells(this.scene);
    }
    const { spots } = this.scene;
    const before = this.#cells.cell.slice();
    this.#cells.follow(this.scene, (slot, from) => {
      const to = this.#cells.spot[slot]!;
      if (isJump || from === absent || to === absent || !this.#layout.blockOf[from]) {
        this.#moves.stop(slot);
        return;
      }
      // Whoever is still on the way goes on from where they are.
      const [x, y] = [this.#cellX(from, before[slot]!), this.#cellY(from, before[slot]!)];
      const isOnWay = this.#moves.has(slot);
      const startX = isOnWay ? this.#moves.x(slot, x, now) : x;
      const startY = isOnWay ? this.#moves.y(slot, y, now) : y;
      const isTurnedAway = spots[to]!.state === "gap" && turnedAwayFrom.includes(spots[from]!.state);
      this.#moves.begin(slot, startX, startY, now, isTurnedAway);
    });
  }

  draw(context: CanvasRenderingContext2D, now: number, look: Look): void {
    // While the page does not show it.
    if (context.canvas.width === 0) return;
    const colours = classesOf(look.colouring, this.film.legend).map(({ colour }) => look.colour(colour));
    const ink = [...colours, look.colour("--ink"), look.font, look.colouring].join();
    if (ink !== this.#drawn.ink) this.#settled = undefined;
    this.#settled ??= new Settled(context.canvas, this.#dots.x.length, this.#scale);
    const settled = this.#settled;
    this.#moves.settle(now);
    this.#arrange(look);
    const size = this.#dotSize();
    const dotsMoved = settled.drawDots(this.#dots, colours, size);
    const wordsChanged = settled.drawStations(this.#layout, this.scene.counts, look, now);
    const { followed, moving } = this.#drawn;
    const isMoving = this.#moves.count > 0;
    const isSame = !dotsMoved && !wordsChanged && !isMoving && !moving && followed === look.followed;
    this.#drawn = { ink, followed: look.followed, moving: isMoving };
    if (isSame) return;
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.clearRect(0, 0, context.canvas.width, context.canvas.height);
    context.drawImage(settled.canvas, 0, 0);
    this.#drawMoving(context, now, colours, size);
    this.#drawFollowed(context, now, look, size / this.#scale);
  }

  /** Of a dot, in pixels of the canvas: whole ones, so that it is sharp and can be wiped off without a trace. */
  #dotSize(): number {
    const { pitch } = this.#layout;
    return Math.max(1, Math.round((pitch - (pitch > denseUpTo ? 1 : 0)) * this.#scale));
  }

  /** Works out where everybody stands, and in which colour. */
  #arrange({ colouring, day }: Look): void {
    const { x, y, dotClass } = this.#dots;
    const { spot: spots, cell: cells } = this.#cells;
    const classOf = classifier(colouring, this.scene, day);
    for (let slot = 0; slot < x.length; slot++) {
      const spot = spots[slot]!;
      const isHere = spot !== absent && this.#layout.blockOf[spot] !== undefined;
      if (isHere) dotClass[slot] = classOf(slot);
      const stands = isHere && !this.#moves.has(slot);
      x[slot] = stands ? this.#cellX(spot, cells[slot]!) : NaN;
      y[slot] = stands ? this.#cellY(spot, cells[slot]!) : NaN;
    }
  }

  #drawMoving(context: CanvasRenderingContext2D, now: number, colours: readonly string[], size: number): void {
    const { slots, count } = this.#moves;
    colours.forEach((colour, number) => {
      context.fillStyle = colour;
      for (let i = 0; i < count; i++) {
        const slot = slots[i]!;
        if (this.#dots.dotClass[slot] !== number) continue;
        context.fillRect(this.#xOf(slot, now) * this.#scale, this.#yOf(slot, now) * this.#scale, size, size);
      }
    });
  }

  /** The person nearest to a point, by their number; -1: nobody near. */
  personAt(x: number, y: number, now: number): number {
    const { spot, person } = this.scene.people;
    let nearest = absent;
    let best = 12 ** 2;
    for (let slot = 0; slot < spot.length; slot++) {
      if (!this.#isShown(slot)) continue;
      const far = (this.#xOf(slot, now) - x) ** 2 + (this.#yOf(slot, now) - y) ** 2;
      if (far < best) [best, nearest] = [far, slot];
    }
    return nearest === absent ? absent : person[nearest]!;
  }

  #drawFollowed(context: CanvasRenderingContext2D, now: number, { followed, colour }: Look, size: number): void {
    const slot = followed === absent ? absent : this.slotOf(followed);
    if (slot === absent || !this.#isShown(slot)) return;
    context.setTransform(this.#scale, 0, 0, this.#scale, 0, 0);
    context.strokeStyle = colour("--ink");
    context.lineWidth = 2;
    context.beginPath();
    context.arc(this.#xOf(slot, now) + size / 2, this.#yOf(slot, now) + size / 2, 9, 0, 2 * Math.PI);
    context.stroke();
  }

  /** The slot of a person who is in view; -1 if they are not. */
  slotOf(number: number): number {
    const { spot, person } = this.scene.people;
    for (let slot = 0; slot < spot.length; slot++) {
      if (person[slot] === number && spot[slot]! !== absent) return slot;
    }
    return absent;
  }

  #isShown(slot: number): boolean {
    const spot = this.#cells.spot[slot]!;
    return spot !== absent && this.#layout.blockOf[spot] !== undefined;
  }

  #xOf(slot: number, now: number): number {
    const to = this.#cellX(this.#cells.spot[slot]!, this.#cells.cell[slot]!);
    return this.#moves.has(slot) ? this.#moves.x(slot, to, now) : to;
  }

  #yOf(slot: number, now: number): number {
    const to = this.#cellY(this.#cells.spot[slot]!, this.#cells.cell[slot]!);
    return this.#moves.has(slot) ? this.#moves.y(slot, to, now) : to;
  }

  #cellX(spot: number, cell: number): number {
    const { x, columns } = this.#layout.blockOf[spot]!;
    return x + (cell % columns) * this.#layout.pitch;
  }

  #cellY(spot: number, cell: number): number {
    const { y, columns } = this.#layout.blockOf[spot]!;
    return y + Math.floor(cell / columns) * this.#layout.pitch;
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
