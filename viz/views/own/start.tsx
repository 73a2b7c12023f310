/** From a list of waits to a start from today: whose list it is, of which group each is, and what else there is on day 0. */
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { type AnyScenario, type Csv, type PathwayScenario, type Problem, runStudy } from "../../../src/index.ts";
import type { AgeUnit } from "../../own/ages.ts";
import { listPlaces, listsIn, type Lists, startChanges } from "../../own/start.ts";
import { Button, Radios, Select } from "../../parts/field.tsx";
import { Faults } from "../../parts/faults.tsx";
import { goTo, set } from "../../state/edits.ts";
import type { Change, StudyState } from "../../state/state.ts";
import { buildAll } from "../../study/build.ts";
import { spawnHere, workersHere } from "../../spawn.ts";
import type { Page, ViewProps } from "../../view.ts";

interface StartFormProps extends ViewProps {
  readonly csv: Csv;
  readonly waited: number;
  readonly unit: AgeUnit;
}

const column = (csv: Csv, pattern: RegExp): number => csv.header.findIndex((head) => pattern.test(head));

export function StartForm({ page, csv, waited, unit }: StartFormProps): JSX.Element {
  const scenario = page.results.scenarios[0]?.scenario;
  if (scenario?.kind !== "pathway")
    return <p>To start from this list choose a care pathway as the baseline first, under Compare.</p>;
  return <Form page={page} csv={csv} waited={waited} unit={unit} scenario={scenario} />;
}

function Form({ page, csv, waited, unit, scenario }: StartFormProps & { scenario: PathwayScenario }): JSX.Element {
  const groups = scenario.population.groups.map(({ name }) => name);
  const places = listPlaces(scenario).map(({ name }) => name);
  const [group, setGroup] = useState(column(csv, /group|diagnos/i));
  const [place, setPlace] = useState(column(csv, /service|list|team/i));
  const [allOfGroup, setAllOfGroup] = useState("");
  const [allAt, setAllAt] = useState("");
  const isUntold = (group < 0 && allOfGroup === "") || (place < 0 && allAt === "");
  const read = isUntold ? undefined : listsIn(csv, { waited, unit, group, allOfGroup, place, allAt }, scenario);
  const heads = csv.header.map((head, at) => ({ value: String(at), text: head || `column ${at + 1}` }));
  const columns = [{ value: "-1", text: "not in this file" }, ...heads];
  const named = (names: readonly string[]) => [
    { value: "", text: "choose" },
    ...names.map((name) => ({ value: name, text: name })),
  ];
  return (
    <section aria-labelledby="start-head">
      <h3 id="start-head" class="nhsuk-heading-m">
        Start from today, with this list
      </h3>
      <div class="choices">
        <Select
          id="start-place"
          label="Whose list each is on"
          value={String(place)}
          choices={columns}
          onChange={(at) => setPlace(Number(at))}
        />
        {place < 0 && (
          <Select
            id="start-all-at"
            label="All are on the list of"
            value={allAt}
            choices={named(places)}
            onChange={setAllAt}
          />
        )}
        <Select
          id="start-group"
          label="Group of each"
          value={String(group)}
          choices={columns}
          onChange={(at) => setGroup(Number(at))}
        />
        {group < 0 && (
          <Select
            id="start-all-of"
            label="All are of the group"
            value={allOfGroup}
            choices={named(groups)}
            onChange={setAllOfGroup}
          />
        )}
      </div>
      {read === undefined && <p>Say whose list it is, and of which group people are.</p>}
      {read !== undefined && !read.ok && (
        <Faults heading="A start cannot be made of these rows yet" problems={read.problems} />
      )}
      {read?.ok && <Begin page={page} scenario={scenario} lists={read.lists} />}
    </section>
  );
}

interface BeginProps extends ViewProps {
  readonly scenario: PathwayScenario;
  readonly lists: Lists;
}

function Begin({ page, scenario, lists }: BeginProps): JSX.Element {
  const [isFull, setFull] = useState(true);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const { results, state } = page;
  const result = results.scenarios[0]?.result;
  const isKnown = result !== undefined && !results.stale;
  const told = [...lists].map(([name, { days }]) => `${days.length.toLocaleString("en-GB")} on the list of ${name}`);
  const begin = async (): Promise<void> => {
    const others = isFull && isKnown ? { result, scale: results.scale } : undefined;
    const changes = startChanges(scenario, lists, others);
    const found = await faultsOf(state, changes);
    setProblems(found);
    if (found.length > 0) return;
    page.change((now) => goTo("compare")(withAll(now, changes)));
    page.announce("Every design now starts from today, with your list.");
  };
  return (
    <>
      <p>
        {told.join(", ")}, from day 0 and without a warm-up, in every design that is compared: with the same people.
      </p>
      <Radios
        name="start-others"
        legend="Who else is there on day 0"
        value={isFull && isKnown ? "baseline" : "nobody"}
        choices={[
          {
            value: "baseline",
            text: isKnown
              ? "as many as in the baseline at any one time: on the other lists, in courses, in need without care"
              : "as in the baseline, once it has been run",
          },
          {
            value: "nobody",
            text: "nobody: all staff are free, other lists are empty, and your list is soon taken on",
          },
        ]}
        onChange={(value) => setFull(value === "baseline")}
      />
      {problems.length > 0 && (
        <Faults heading="The pathway cannot start so. Nothing has changed." problems={problems} />
      )}
      <Button onClick={() => void begin()}>Start every design from this list</Button>
    </>
  );
}

const withAll = (state: StudyState, changes: readonly Change[]): StudyState =>
  state.scenarios.reduce(
    (all, { id }) => changes.reduce((now, { path, value }) => set(id, path, value)(now), all),
    state,
  );

/** What is wrong with the designs once they start so, each fault once. */
async function faultsOf(state: Page["state"], changes: readonly Change[]): Promise<readonly Problem[]> {
  const started = (await buildAll(withAll(state, changes))).map(({ parsed }) => parsed);
  const all = started.flatMap((one) => (one.ok ? [] : one.problems));
  if (all.length === 0)
    return faultsOfDayOne(
      started.flatMap((one) => (one.ok ? [one.scenario] : [])),
      state.seed,
    );
  return [...new Map(all.map((problem) => [JSON.stringify(problem), problem])).values()];
}

/** Whether the people are there at all whom the lists speak of is seen only when they are put there: the first day is tried. */
async function faultsOfDayOne(scenarios: readonly AnyScenario[], seed: string): Promise<readonly Problem[]> {
  const firstDay = scenarios.map((one) => ({
    ...one,
    run_days: 1,
    windows: [{ name: "day", from_day: 0, to_day: 1 }],
  }));
  try {
    await runStudy({ scenarios: firstDay, seed, replications: 1 }, { spawn: spawnHere, workers: workersHere() }).done;
    return [];
  } catch (error) {
    const got = error instanceof Error ? error.message.replace(/^\w*Error: /, "") : String(error);
    const hint = "Check list and group, or begin with nobody else there.";
    return [{ at: "day 0", expected: "people whom the rules of the place let in", got, hint }];
  }
}
