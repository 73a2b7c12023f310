/** Press play within a lesson: the worlds of the lesson, at full size. */
import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { Step } from "../../learn/lesson.ts";
import { scenarioOf } from "../../learn/run.ts";
import { Watching } from "../../play/watching.tsx";
import type { WorldWanted } from "../../play/stage.ts";
import type { StepContext } from "./lesson-page.tsx";
import { Paragraphs } from "./step-body.tsx";

interface WatchProps {
  readonly step: Extract<Step, { readonly kind: "watch" }>;
  readonly context: StepContext;
}

export function WatchStep({ step, context }: WatchProps): JSX.Element {
  const { lesson } = context.listed;
  const [worlds, setWorlds] = useState<readonly WorldWanted[]>();
  const [picked, setPicked] = useState(-1);
  useEffect(() => {
    let dropped = false;
    Promise.all(
      step.worlds.map(async (name) => {
        const { title, ...asked } = lesson.worlds[name]!;
        const scenario = await scenarioOf(asked);
        return scenario.kind === "pathway" ? [{ title, scenario }] : [];
      }),
    ).then(
      (ready) => dropped || setWorlds(ready.flat()),
      () => dropped || setWorlds([]),
    );
    return () => (dropped = true);
  }, [lesson, step]);
  return (
    <>
      <Paragraphs text={step.text} />
      {worlds === undefined ? (
        <p role="status">Getting the worlds ready…</p>
      ) : (
        <Watching
          worlds={worlds}
          seed={context.seed}
          replication={0}
          heading="h3"
          search={step.follow}
          picked={picked}
          onPick={setPicked}
          announce={context.page.announce}
        />
      )}
    </>
  );
}
