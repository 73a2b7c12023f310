/** One lever or two over their range: which, what is looked at, and how it goes. */
import type { JSX } from "preact";
import { useRef, useState } from "preact/hooks";
import { type Headline, parseSweep, type Problem, type Sweep } from "../../../src/index.ts";
import { heatMap } from "../../charts/heat-map.ts";
import { sweepLine } from "../../charts/sweep-line.ts";
import { headlinesOf } from "../../figures/rows.ts";
import { type Lever, leversOf } from "../../levers/numbers.ts";
import { isDecided } from "../../levers/parts.ts";
import { Button, Select } from "../../parts/field.tsx";
import { Faults } from "../../parts/faults.tsx";
import { Figure } from "../../parts/figure.tsx";
import { NumberInput } from "../../parts/number-input.tsx";
import { fileName, jsonFile, save } from "../../share/save.ts";
import { focusOf, look } from "../../state/edits.ts";
import type { SweepView } from "../../state/state.ts";
import { loaderFor } from "../../study/texts.ts";
import { heatOf, lineOf, movedIn } from "../../sweep/figures.ts";
import { sweepFileOf } from "../../sweep/file.ts";
import { readSweepFile } from "../../sweep/read.ts";
import { type RunningSweep, runsOf, startSweep, SweepStopped, type SweepResult } from "../../sweep/run.ts";
import type { ViewProps } from "../../view.ts";

/** A sweep that is under way or done. */
interface Going {
  readonly sweep: Sweep;
  readonly headline: Headline;
  readonly finished: number;
  readonly of: number;
  readonly result: SweepResult | undefined;
  readonly state: "running" | "done" | "stopped";
}

const runChoices = [3, 5, 10, 20, 50] as const;

export function SweepTab({ page }: ViewProps): JSX.Element {
  const { state, results } = page;
  const focus = focusOf(state);
  const known = results.scenarios.find(({ asked }) => asked.id === focus.id);
  const [going, setGoing] = useState<Going | undefined>(undefined);
  const [faults, setFaults] = useState<readonly Problem[]>([]);
  const running = useRef<RunningSweep | undefined>(undefined);
  if (known?.file === undefined) return <p>Nothing is known yet.</p>;
  const levers = leversOf(known.file, focus);
  const headlines = headlinesOf(results.scenarios.flatMap(({ result }) => (result === undefined ? [] : [result])));
  const view = completed(state.view.explore.sweep, levers, headlines);
  const headline = headlines.find(({ key }) => key === view.measure);
  const show = (changes: Partial<SweepView>): void => {
    const sweep = { ...view, ...changes };
    page.change((now) => look({ explore: { ...now.view.explore, sweep } })(now));
  };
  const asked = headline && { scenario: focus, title: known.title, levers, view, headline, seed: state.seed };
  const start = async (): Promise<void> => {
    const baseline = results.scenarios[0]?.scenario;
    if (asked === undefined || baseline === undefined) return;
    running.current?.cancel();
    const load = await loaderFor(focus.base, state.files);
    const parsed = parseSweep(JSON.stringify(sweepFileOf(asked)), { name: "sweep.json", load });
    setFaults(parsed.ok ? [] : parsed.problems);
    if (!parsed.ok) return;
    const { sweep } = parsed;
    const going_on = { sweep, headline: asked.headline };
    setGoing({ ...going_on, finished: 0, of: 1, result: undefined, state: "running" });
    const mine = startSweep(sweep, { headline: asked.headline, baseline }, (finished, of, result) =>
      setGoing({ ...going_on, finished, of, result, state: "running" }),
    );
    running.current = mine;
    try {
      const result = await mine.done;
      setGoing({ ...going_on, finished: 1, of: 1, result, state: "done" });
      page.announce("The sweep is finished.");
    } catch (error) {
      if (running.current !== mine) return;
      setGoing((last) => last && { ...last, state: "stopped" });
      if (!(error instanceof SweepStopped)) setFaults([brokeOff(error)]);
    }
  };
  const open = async (file: File): Promise<void> => {
    const read = readSweepFile(await file.text(), levers, headlines);
    setFaults(read.ok ? [] : read.problems);
    if (read.ok) show(read.view);
  };
  return (
    <section aria-labelledby="sweep-head">
      <h2 id="sweep-head" class="nhsuk-heading-l">
        Move a lever over its range
      </h2>
      <p>
        The lever of <strong>{known.title}</strong> is put to each value in turn, with the same people every time, and
        held against the baseline. With two levers every pair is tried.
      </p>
      <LeverChoice page={page} levers={levers} view={view} onChange={show} />
      <div class="choices">
        <Select
          id="sweep-measure"
          label="What is looked at"
          value={view.measure}
          choices={headlines.map(({ key, label }) => ({ value: key, text: label }))}
          onChange={(measure) => show({ measure })}
        />
        <Select
          id="sweep-runs"
          label="Runs at each value"
          value={String(view.runs)}
          choices={[...new Set([...runChoices, view.runs])].map((runs) => ({
            value: String(runs),
            text: `${runs} runs`,
          }))}
          onChange={(runs) => show({ runs: Number(runs) })}
        />
      </div>
      <div class="doors">
        <Button onClick={() => void start()} disabled={asked === undefined || going?.state === "running"}>
          Start
        </Button>
        {going?.state === "running" && (
          <Button secondary onClick={() => running.current?.cancel()}>
            Stop the sweep
          </Button>
        )}
        <Button secondary disabled={asked === undefined} onClick={() => asked && saveSweep(asked)}>
          Save as a sweep file
        </Button>
        <label class="nhsuk-button nhsuk-button--secondary file-button">
          Open a sweep file
          <input
            type="file"
            accept=".json"
            class="nhsuk-u-visually-hidden"
            onChange={({ currentTarget }) => {
              const [file] = currentTarget.files ?? [];
              if (file !== undefined) void open(file).then(() => (currentTarget.value = ""));
            }}
          />
        </label>
      </div>
      {faults.length > 0 && <Faults heading="This sweep cannot be run yet" problems={faults} />}
      {going !== undefined && <Shown going={going} levers={levers} />}
    </section>
  );
}

const saveSweep = (asked: Parameters<typeof sweepFileOf>[0]): void =>
  save(
    document,
    fileName(`${asked.title} sweep`, "json"),
    jsonFile(`${JSON.stringify(sweepFileOf(asked), null, 2)}\n`),
  );

const brokeOff = (error: unknown): Problem => ({
  at: "the sweep",
  expected: "a run that ends",
  got: error instanceof Error ? error.message : String(error),
  hint: "Start it again.",
});

/** A lever and a measure where none was chosen yet. */
function completed(view: SweepView, levers: readonly Lever[], headlines: readonly Headline[]): SweepView {
  const isThere = ({ path }: SweepView["levers"][number]): boolean =>
    levers.some(({ parameter }) => parameter.path === path);
  const there = view.levers.filter(isThere);
  const first = levers.find(({ parameter }) => /hold\.lasts|\.wte$|\.servers$/.test(parameter.path)) ?? levers[0];
  const chosen = there.length > 0 || first === undefined ? there : [ranged(first, 7)];
  const measure = headlines.some(({ key }) => key === view.measure)
    ? view.measure
    : (headlines.find(({ key }) => key === "crises") ?? headlines[0])?.key;
  return { ...view, levers: chosen, measure: measure ?? "" };
}

function ranged({ parameter: { path, low, high, value } }: Lever, levels: number): SweepView["levers"][number] {
  return { path, low: low ?? 0, high: high ?? Math.max(1, 2 * value), levels };
}

interface LeverChoiceProps extends ViewProps {
  readonly levers: readonly Lever[];
  readonly view: SweepView;
  readonly onChange: (changes: Partial<SweepView>) => void;
}

function LeverChoice({ levers, view, onChange }: LeverChoiceProps): JSX.Element {
  const decided = levers.filter(({ parameter }) => isDecided(parameter.path));
  const others = levers.filter(({ parameter }) => !isDecided(parameter.path));
  const choice = ({ parameter: { path, title } }: Lever) => ({ value: path, text: title || path });
  const groups = [
    { label: "What a manager decides", choices: decided.map(choice) },
    { label: "What is assumed", choices: others.map(choice) },
  ].filter(({ choices }) => choices.length > 0);
  const put = (at: number, path: string): void => {
    const lever = levers.find(({ parameter }) => parameter.path === path);
    const rest = view.levers.filter((_, other) => other !== at);
    if (lever === undefined) onChange({ levers: rest });
    else
      onChange({
        levers:
          at < view.levers.length
            ? view.levers.with(at, ranged(lever, view.levers[at]!.levels))
            : [...view.levers.map((one) => ({ ...one, levels: 5 })), ranged(lever, 5)],
      });
  };
  const amend = (at: number, changes: Partial<SweepView["levers"][number]>): void =>
    onChange({ levers: view.levers.with(at, { ...view.levers[at]!, ...changes }) });
  return (
    <>
      {[0, 1].map((at) => {
        const lever = view.levers[at];
        return (
          <div class="choices" key={at}>
            <Select
              id={`sweep-lever-${at}`}
              label={at === 0 ? "Lever" : "A second lever"}
              value={lever?.path ?? ""}
              choices={at === 0 ? [] : [{ value: "", text: "none" }]}
              groups={groups}
              onChange={(path) => put(at, path)}
            />
            {lever !== undefined && (
              <>
                <NumberInput
                  id={`sweep-low-${at}`}
                  label="From"
                  value={lever.low}
                  onChange={(low) => amend(at, { low })}
                />
                <NumberInput
                  id={`sweep-high-${at}`}
                  label="to"
                  value={lever.high}
                  onChange={(high) => amend(at, { high })}
                />
                <NumberInput
                  id={`sweep-levels-${at}`}
                  label="in so many values"
                  low={2}
                  high={25}
                  whole
                  value={lever.levels}
                  onChange={(levels) => amend(at, { levels })}
                />
              </>
            )}
          </div>
        );
      })}
    </>
  );
}

function Shown({ going, levers }: { readonly going: Going; readonly levers: readonly Lever[] }): JSX.Element {
  const { sweep, headline, result, state, finished, of } = going;
  const find = (path: string): Lever | undefined => levers.find(({ parameter }) => parameter.path === path);
  const told = {
    headline,
    unitOf: (path: string) => find(path)?.parameter.unit ?? "",
    todayOf: (path: string) => find(path)?.parameter.value,
  };
  const [across, up] = movedIn(sweep);
  const soft = state !== "done";
  return (
    <>
      <div class="progress">
        <label for="sweep-progress">{far(going)}</label>
        {state === "running" && <progress id="sweep-progress" max={of} value={finished} />}
      </div>
      {result !== undefined && across !== undefined && up === undefined && (
        <Figure chart={sweepLine} datum={lineOf(sweep, across, result, told)} id="sweep-line" soft={soft} />
      )}
      {result !== undefined && across !== undefined && up !== undefined && (
        <Figure chart={heatMap} datum={heatOf(sweep, across, up, result, told)} id="heat-map" soft={soft} />
      )}
    </>
  );
}

function far({ state, finished, of, sweep }: Going): string {
  if (state === "done") return `${sweep.points.length} values, ${runsOf(sweep)} runs each`;
  if (state === "stopped") return "Stopped. What is shown is of the runs that were finished.";
  return finished === 0 ? "Running the baseline" : `${finished} of ${of} runs`;
}
