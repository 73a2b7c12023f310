/**
 * All that stands still on the living map, on a canvas that is never shown: stations, their words, and the dots of those who are not on the
 * move. Only what has changed is drawn again, so that a frame costs as much as there is movement.
 */
import type { Layout, Station } from "./stations.ts";

export interface Ink {
  /** Colours by their name in the style sheet. */
  readonly colour: (name: string) => string;
  readonly font: string;
}

/** Where dots are to stand, by slot. */
export interface Dots {
  /** Of the corner, in CSS pixels; NaN: nowhere. */
  readonly x: Float32Array;
  readonly y: Float32Array;
  /** Number of the dot's colour. */
  readonly dotClass: Uint8Array;
}

/** Counts change many times a second while days go by; words that change faster cannot be read. */
const wordsEvery = 250;
/** Of the line of words above a block, as `blockGap` of the layout, and how far down in it they begin. */
const words = { height: 16, down: 2 } as const;
const nowhere = 255;

export class Settled {
  readonly #context: CanvasRenderingContext2D;
  readonly #scale: number;
  readonly #x: Int16Array;
  readonly #y: Int16Array;
  /** By slot: what is drawn; 255: nothing. */
  readonly #drawn: Uint8Array;
  readonly #counts = new Map<number, number>();
  #wordsAt = -Infinity;
  #isEmpty = true;

  /** @param like the canvas on which it will be drawn; `scale` its pixels for one of CSS */
  constructor(like: HTMLCanvasElement, slots: number, scale: number) {
    const canvas = like.ownerDocument.createElement("canvas");
    canvas.width = like.width;
    canvas.height = like.height;
    this.#context = canvas.getContext("2d")!;
    this.#scale = scale;
    this.#x = new Int16Array(slots);
    this.#y = new Int16Array(slots);
    this.#drawn = new Uint8Array(slots).fill(nowhere);
  }

  get canvas(): HTMLCanvasElement {
    return this.#context.canvas;
  }

  /** Says whether anything was drawn. @param size of a dot, in pixels of the canvas */
  drawDots({ x, y, dotClass }: Dots, colours: readonly string[], size: number): boolean {
    const context = this.#context;
    const onPixel = (length: number): number => Math.round(length * this.#scale);
    context.setTransform(1, 0, 0, 1, 0, 0);
    const changed: number[] = [];
    const drawn = this.#drawn;
    // All who leave are wiped off before anybody is drawn, since a cell may be taken again at once.
    for (let slot = 0; slot < drawn.length; slot++) {
      const isThere = !Number.isNaN(x[slot]);
      const was = drawn[slot]!;
      if (!isThere && was === nowhere) continue;
      const isSame =
        isThere && was === dotClass[slot] && this.#x[slot] === onPixel(x[slot]!) && this.#y[slot] === onPixel(y[slot]!);
      if (isSame) continue;
      changed.push(slot);
      if (was !== nowhere) context.clearRect(this.#x[slot]!, this.#y[slot]!, size, size);
      drawn[slot] = nowhere;
    }
    colours.forEach((colour, number) => {
      context.fillStyle = colour;
      for (const slot of changed) {
        if (dotClass[slot] !== number || Number.isNaN(x[slot])) continue;
        this.#x[slot] = onPixel(x[slot]!);
        this.#y[slot] = onPixel(y[slot]!);
        drawn[slot] = number;
        context.fillRect(this.#x[slot], this.#y[slot], size, size);
      }
    });
    return changed.length > 0;
  }

  /** Frames once, and the words of those blocks whose count has changed. Says whether anything was drawn. */
  drawStations({ stations }: Layout, counts: Int32Array, ink: Ink, now: number): boolean {
    if (!this.#isEmpty && now - this.#wordsAt < wordsEvery) return false;
    const context = this.#context;
    context.setTransform(this.#scale, 0, 0, this.#scale, 0, 0);
    context.textBaseline = "top";
    if (this.#isEmpty) for (const station of stations) drawFrame(context, station, ink);
    this.#isEmpty = false;
    context.font = `12px ${ink.font}`;
    context.fillStyle = ink.colour("--ink-soft");
    let isChanged = false;
    for (const { blocks, width } of stations) {
      for (const { spot, title, x, y } of blocks) {
        const people = counts[spot]!;
        if (this.#counts.get(spot) === people) continue;
        this.#counts.set(spot, people);
        context.clearRect(x - 2, y - words.height, width - 10, words.height);
        context.fillText(
          `${title}: ${people.toLocaleString("en-GB")}`,
          x - 2,
          y - words.height + words.down,
          width - 12,
        );
        isChanged = true;
      }
    }
    if (isChanged) this.#wordsAt = now;
    return isChanged;
  }
}

function drawFrame(context: CanvasRenderingContext2D, station: Station, { colour, font }: Ink): void {
  const isGap = station.kind === "gap";
  context.strokeStyle = colour(isGap ? "--gap" : "--line");
  context.lineWidth = isGap ? 2 : 1;
  context.strokeRect(station.x + 0.5, station.y + 0.5, station.width, station.height);
  context.fillStyle = colour("--ink");
  context.font = `600 13px ${font}`;
  context.fillText(station.title, station.x + 6, station.y + 5, station.width - 12);
}
