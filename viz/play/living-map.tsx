/** The pathway as a living map: press play. One world, or two side by side in step. */
import type { JSX } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { WorldCanvas } from "./canvas.tsx";
import { Controls } from "./controls.tsx";
import { type Colouring, classesOf } from "./colours.ts";
import { nextOfInterest } from "./interest.ts";
import { News } from "./news.tsx";
import { Player } from "./player.ts";
import { type Stage, stageOf, type WorldWanted } from "./stage.ts";
import { Standing } from "./standing.tsx";

interface LivingMapProps {
  readonly worlds: readonly WorldWanted[];
  readonly seed: string;
  readonly replication: number;
  /** Number of the person who is followed; -1: nobody. */
  readonly followed: number;
  readonly onFollow: (person: number) => void;
  /** Told of the films once they are there, and of the day whenever the clock stands still. */
  readonly onStage?: (stage: Stage) => void;
  readonly onDay?: (day: number) => void;
  readonly announce: (text: string) => void;
}

/** Whether the reader wants no motion: then there are steps in place of playing. */
export const stillWished = (): boolean => matchMedia("(prefers-reduced-motion: reduce)").matches;

export function LivingMap(props: LivingMapProps): JSX.Element {
  const { worlds, seed, replication } = props;
  const [stage, setStage] = useState<Stage>();
  const [failure, setFailure] = useState("");
  useEffect(() => {
    let dropped = false;
    setStage(undefined);
    setFailure("");
    stageOf(worlds, seed, replication).then(
      (ready) => {
        if (dropped) return;
        setStage(ready);
        props.onStage?.(ready);
      },
      (error: unknown) => dropped || setFailure(error instanceof Error ? error.message : String(error)),
    );
    return () => (dropped = true);
  }, [worlds, seed, replication]);
  if (failure !== "") return <p role="alert">These worlds cannot be shown: {failure}.</p>;
  if (stage === undefined) return <p role="status">Running {worlds.length === 1 ? "the world" : "both worlds"}…</p>;
  return <Playing {...props} stage={stage} />;
}

function Playing({
  stage,
  followed,
  onFollow,
  onDay,
  announce,
}: LivingMapProps & { readonly stage: Stage }): JSX.Element {
  const player = useRef<Player>(undefined);
  player.current ??= new Player(firstDayOf(stage), stage.lastDay);
  const clock = player.current;
  const [colouring, setColouring] = useState<Colouring>("where");
  const [day, setDay] = useState(clock.clock.day);
  const still = stillWished();
  const tell = (now: number): void => {
    setDay(now);
    onDay?.(now);
  };
  useEffect(() => {
    onDay?.(clock.clock.day);
    return keepTime(clock, tell);
  }, [clock]);
  const first = stage.worlds[0]!;
  const settle = (): void => {
    tell(clock.clock.day);
    announce(`Day ${Math.floor(clock.clock.day)}.`);
  };
  const toNext = (): void => {
    const row = nextOfInterest(first.film, first.picture.scene.next, followed);
    const at = first.film.rows.at[row];
    clock.pause();
    if (at !== undefined) clock.goTo(at);
    settle();
  };
  return (
    <div class="living-map">
      <Controls {...{ player: clock, day, still, colouring, setColouring, toNext, settle, followed }} />
      <ul class="living-map__key" aria-label="What the colours mean">
        {classesOf(colouring, first.film.legend).map(({ title, colour }) => (
          <li key={title}>
            <span class="living-map__dot" style={{ backgroundColor: `var(${colour})` }} aria-hidden="true" /> {title}
          </li>
        ))}
      </ul>
      {stage.worlds.map(({ title, picture, film }) => (
        <figure key={title} class="living-map__world">
          <figcaption>
            {title} <span class="news__day">day {Math.floor(day)}</span>
          </figcaption>
          <WorldCanvas
            {...{ picture, player: clock, colouring, followed, still }}
            height={stage.worlds.length > 1 ? 420 : 560}
            label={`${title}: a dot for each person, at the service where they are. The table below says how many.`}
            onPick={onFollow}
          />
          <News film={film} day={day} followed={followed} />
        </figure>
      ))}
      <Standing stage={stage} day={day} playing={clock.clock.playing} />
    </div>
  );
}

/** Where there is a warm-up, the film begins at its end. */
const firstDayOf = ({ worlds }: Stage): number =>
  Math.min(...worlds[0]!.film.legend.windows.map(({ from_day }) => from_day));

/** Times a second that words beside the map are brought up to date. */
const wordsPerSecond = 4;

function keepTime(player: Player, tell: (day: number) => void): () => void {
  let before = performance.now();
  let told = 0;
  let stopped = false;
  const frame = (now: number): void => {
    if (stopped) return;
    const moved = player.advance(Math.min(0.25, (now - before) / 1000));
    before = now;
    if (moved && now - told > 1000 / wordsPerSecond) {
      told = now;
      tell(player.clock.day);
    }
    requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
  return () => (stopped = true);
}
