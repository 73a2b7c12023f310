/** Play, pause, speed, scrub; with reduced motion a step at a time instead. */
import type { JSX } from "preact";
import { Button, Select } from "../parts/field.tsx";
import { type Colouring, colourings, colouringTitles } from "./colours.ts";
import { type Player, speeds } from "./player.ts";

interface ControlsProps {
  readonly player: Player;
  readonly day: number;
  readonly still: boolean;
  readonly colouring: Colouring;
  readonly setColouring: (colouring: Colouring) => void;
  readonly toNext: () => void;
  /** To be called when the clock was changed by hand. */
  readonly settle: () => void;
  readonly followed: number;
}

const speedTitles: Readonly<Record<number, string>> = {
  1: "a day a second",
  7: "a week a second",
  30: "a month a second",
  90: "a season a second",
};

export function Controls(props: ControlsProps): JSX.Element {
  const { player, day, still, settle, toNext, followed } = props;
  const { playing, loop, speed } = player.clock;
  const act = (change: () => void) => (): void => {
    change();
    settle();
  };
  const step = (days: number): (() => void) => act(() => player.goTo(day + days));
  return (
    <div class="play-controls">
      <div class="play-controls__buttons" role="group" aria-label="Play">
        {!still && (
          <Button onClick={act(() => (playing ? player.pause() : player.play()))}>{playing ? "Pause" : "Play"}</Button>
        )}
        <Button secondary onClick={step(-7)}>
          A week back
        </Button>
        <Button secondary onClick={step(1)}>
          A day on
        </Button>
        <Button secondary onClick={step(7)}>
          A week on
        </Button>
        <Button secondary onClick={toNext}>
          {followed < 0 ? "Next event" : "Their next event"}
        </Button>
        {!still && (
          <Button secondary onClick={act(() => player.loopWeek(loop === undefined))}>
            {loop === undefined ? "Loop this week" : "Stop the loop"}
          </Button>
        )}
      </div>
      <div class="play-controls__day">
        <label class="nhsuk-label" for="play-day">
          Day {Math.floor(day)} <span class="nhsuk-hint play-controls__hint">{inWords(day)}</span>
        </label>
        <input
          id="play-day"
          type="range"
          min={0}
          max={Math.floor(player.lastDay)}
          step={1}
          value={Math.floor(day)}
          aria-valuetext={`Day ${Math.floor(day)}, ${inWords(day)}`}
          onInput={({ currentTarget }) => act(() => player.goTo(currentTarget.valueAsNumber))()}
        />
      </div>
      {!still && (
        <Select
          id="play-speed"
          label="Speed"
          value={String(speed)}
          choices={speeds.map((each) => ({ value: String(each), text: speedTitles[each]! }))}
          onChange={(value) => act(() => player.setSpeed(Number(value)))()}
        />
      )}
      <Select
        id="play-colour"
        label="Colour by"
        value={props.colouring}
        choices={colourings.map((each) => ({ value: each, text: colouringTitles[each] }))}
        onChange={(value) => props.setColouring(value as Colouring)}
      />
    </div>
  );
}

const daysPerYear = 365;

/** `year 3, month 4`, counted from the first day of the run. */
function inWords(day: number): string {
  const year = Math.floor(day / daysPerYear);
  const month = Math.floor(((day % daysPerYear) / daysPerYear) * 12);
  return `year ${year + 1}, month ${month + 1}`;
}
