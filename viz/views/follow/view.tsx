/** Follow one person: the scenarios of the study as living maps, and a branch from any day. */
import type { JSX } from "preact";
import { useMemo } from "preact/hooks";
import type { AnyScenario, PathwayScenario } from "../../../src/index.ts";
import { Button, Select } from "../../parts/field.tsx";
import { stillWished } from "../../play/living-map.tsx";
import type { WorldWanted } from "../../play/stage.ts";
import { Watching } from "../../play/watching.tsx";
import type { ViewProps } from "../../view.ts";
import { follow, followStateOf } from "./state.ts";

const isPathway = (scenario: AnyScenario | undefined): scenario is PathwayScenario => scenario?.kind === "pathway";

export function FollowView({ page }: ViewProps): JSX.Element {
  const known = page.results.scenarios.flatMap(({ asked, title, scenario }) =>
    isPathway(scenario) ? [{ id: asked.id, title, scenario }] : [],
  );
  const [first, ...others] = known;
  const { beside, branch, person } = followStateOf(page.state);
  const other = beside === "none" ? undefined : (others.find(({ id }) => id === beside) ?? others[0]);
  // The scenarios are the same objects until the reader changes something.
  const worlds = useMemo(
    () => (first ? worldsOf(first, other, branch) : []),
    [first?.scenario, other?.scenario, branch],
  );
  if (!first) {
    return (
      <>
        <h1>Follow one person</h1>
        <p>
          {page.results.busy
            ? "Getting the scenarios ready…"
            : "This needs a care pathway, in which people remember. Choose one under Compare; a plain network has nobody to follow."}
        </p>
      </>
    );
  }
  return (
    <>
      <h1>Follow one person</h1>
      <p class="nhsuk-lede-text">
        Each dot is a person. {stillWished() ? "Go on day by day" : "Press play"}, click somebody, and see the same
        person in both worlds. This is one run: one story that could have happened.
      </p>
      <Select
        id="follow-beside"
        label={`Beside ‘${first.title}’`}
        value={other?.id ?? "none"}
        choices={[
          ...others.map(({ id, title }) => ({ value: id, text: title })),
          { value: "none", text: "nothing: one world" },
        ]}
        onChange={(value) => page.change(follow({ beside: value, branch: -1 }))}
      />
      {branch >= 0 && (
        <p role="status">
          Until day {Math.floor(branch)} both are ‘{first.title}’; from then on the second goes on as ‘{other?.title}’.{" "}
          <Button small secondary onClick={() => page.change(follow({ branch: -1 }))}>
            Different from the first day again
          </Button>
        </p>
      )}
      <Watching
        key={`${page.state.seed} ${branch}`}
        worlds={worlds}
        seed={page.state.seed}
        replication={0}
        heading="h2"
        announce={page.announce}
        picked={person}
        onPick={(one) => page.change(follow({ person: one }))}
        onBranch={other ? (day) => page.change(follow({ branch: day })) : undefined}
      />
    </>
  );
}

interface Named {
  readonly title: string;
  readonly scenario: PathwayScenario;
}

function worldsOf(first: Named, other: Named | undefined, day: number): readonly WorldWanted[] {
  if (!other) return [first];
  if (day < 0) return [first, other];
  const title = `${other.title}, from day ${Math.floor(day)} on`;
  return [first, { title, scenario: other.scenario, branch: { from: first.scenario, day } }];
}
