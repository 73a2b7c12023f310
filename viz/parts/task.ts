/** Work that a view asks for with a button: started, told of as it goes on, stopped when the view goes away. */
import { useEffect, useRef, useState } from "preact/hooks";

export interface Running<Result> {
  readonly done: Promise<Result>;
  cancel(): void;
}

export interface Task<Result> {
  readonly state: "idle" | "running" | "done" | "stopped";
  readonly finished: number;
  readonly of: number;
  readonly result: Result | undefined;
  readonly failure: string;
  readonly start: () => void;
  readonly stop: () => void;
}

/** @param begin starts the work; `tell` takes how far it is */
export function useTask<Result>(
  begin: (tell: (finished: number, of: number) => void) => Running<Result>,
): Task<Result> {
  const [known, setKnown] = useState<Omit<Task<Result>, "start" | "stop">>({
    state: "idle",
    finished: 0,
    of: 1,
    result: undefined,
    failure: "",
  });
  const running = useRef<Running<Result> | undefined>(undefined);
  useEffect(() => () => running.current?.cancel(), []);
  const start = (): void => {
    running.current?.cancel();
    setKnown({ state: "running", finished: 0, of: 1, result: undefined, failure: "" });
    const mine = begin((finished, of) => {
      if (running.current === mine) setKnown((last) => ({ ...last, finished, of }));
    });
    running.current = mine;
    mine.done.then(
      (result) => running.current === mine && setKnown({ state: "done", finished: 1, of: 1, result, failure: "" }),
      (error: unknown) => {
        if (running.current !== mine) return;
        const failure = error instanceof Error && error.name !== "Cancelled" ? error.message : "";
        setKnown((last) => ({ ...last, state: "stopped", failure }));
      },
    );
  };
  return { ...known, start, stop: () => running.current?.cancel() };
}
