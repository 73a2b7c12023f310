/** One world on a canvas: it draws the picture whenever the page has a new frame, and says who was clicked. */
import type { JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type { Colouring } from "./colours.ts";
import type { Picture } from "./picture.ts";
import type { Player } from "./player.ts";
import type { Ink } from "./settled.ts";

interface CanvasProps {
  readonly picture: Picture;
  readonly player: Player;
  readonly colouring: Colouring;
  readonly followed: number;
  /** Nobody walks: they are where they are. */
  readonly still: boolean;
  readonly label: string;
  readonly height: number;
  readonly onPick: (person: number) => void;
}

export function WorldCanvas(props: CanvasProps): JSX.Element {
  const canvas = useRef<HTMLCanvasElement>(null);
  // The loop of frames reads what was handed in last, without being begun anew.
  const latest = useRef(props);
  latest.current = props;
  useEffect(() => startDrawing(canvas.current!, latest), [props.picture]);
  const pick = ({ offsetX, offsetY }: MouseEvent): void => {
    const person = props.picture.personAt(offsetX, offsetY, performance.now());
    if (person >= 0) props.onPick(person);
  };
  return <canvas ref={canvas} class="world" role="img" aria-label={props.label} onClick={pick} />;
}

/** Draws until the function that is returned is called. */
function startDrawing(canvas: HTMLCanvasElement, latest: { readonly current: CanvasProps }): () => void {
  const context = canvas.getContext("2d");
  if (!context) return () => {};
  let size = "";
  let day = NaN;
  let stopped = false;
  const inkAt = inkOf(canvas);
  const frame = (now: number): void => {
    if (stopped) return;
    const { picture, player, still, colouring, followed, height } = latest.current;
    const wanted = `${canvas.clientWidth} ${height} ${devicePixelRatio}`;
    const isResized = wanted !== size;
    if (isResized) {
      size = wanted;
      fit(canvas, picture, height);
    }
    if (player.clock.day !== day || isResized) {
      const far = Math.abs(player.clock.day - day) > longestStep;
      day = player.clock.day;
      picture.scene.goTo(day);
      picture.follow(now, still || far || isResized || Number.isNaN(day));
    }
    picture.draw(context, now, { day, colouring, followed, ...inkAt(now) });
    requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
  return () => (stopped = true);
}

/** Colours and letters of the style sheet, looked up now and then: they change with the reader's scheme, and to ask is slow. */
function inkOf(canvas: HTMLCanvasElement): (now: number) => Ink {
  let known = new Map<string, string>();
  let style = getComputedStyle(canvas);
  let font = style.fontFamily;
  let since = -Infinity;
  const colour = (name: string): string => {
    const found = known.get(name) ?? (style.getPropertyValue(name).trim() || style.color);
    known.set(name, found);
    return found;
  };
  return (now) => {
    if (now - since > inkLasts) {
      known = new Map();
      style = getComputedStyle(canvas);
      font = style.fontFamily;
      since = now;
    }
    return { colour, font };
  };
}

const inkLasts = 1000;

/** A larger step of days than this is a jump: nobody walks. */
const longestStep = 5;

/** Where stations stand below each other the map may be so many times as tall, since dots must still be seen. */
const tallness = (width: number): number => (width < 600 ? 2 : width < 1100 ? 1.4 : 1);

function fit(canvas: HTMLCanvasElement, picture: Picture, height: number): void {
  picture.resize(canvas.clientWidth, tallness(canvas.clientWidth) * height, devicePixelRatio);
  const tall = Math.ceil(picture.layout.height);
  canvas.style.height = `${tall}px`;
  canvas.width = Math.round(canvas.clientWidth * devicePixelRatio);
  canvas.height = Math.round(tall * devicePixelRatio);
}
