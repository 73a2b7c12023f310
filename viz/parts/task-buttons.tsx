/** The buttons of a piece of work, and how far it is. */
import type { JSX } from "preact";
import { Button } from "./field.tsx";
import type { Task } from "./task.ts";

interface TaskButtonsProps {
  readonly task: Task<unknown>;
  readonly label: string;
}

export function TaskButtons({ task, label }: TaskButtonsProps): JSX.Element {
  const { state, finished, of, failure } = task;
  return (
    <div class="progress">
      <Button onClick={task.start} disabled={state === "running"}>
        {label}
      </Button>
      {state === "running" && (
        <>
          <progress aria-label={label} max={of} value={finished} />
          <Button small secondary onClick={task.stop}>
            Stop
          </Button>
        </>
      )}
      {state === "stopped" && (
        <span role="status">{failure === "" ? "Stopped." : `It broke off: ${failure}. Start it again.`}</span>
      )}
    </div>
  );
}
