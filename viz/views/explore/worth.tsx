/** Whether a design is worth its price when so much is not known: costs against effects over draws of all that has a range. */
import type { JSX } from "preact";
import { acceptability } from "../../charts/acceptability.ts";
import { costPlane } from "../../charts/cost-plane.ts";
import { amount } from "../../numbers.ts";
import { Details } from "../../parts/details.tsx";
import { Select } from "../../parts/field.tsx";
import { Figure } from "../../parts/figure.tsx";
import { NumberInput } from "../../parts/number-input.tsx";
import { Table } from "../../parts/table.tsx";
import { TaskButtons } from "../../parts/task-buttons.tsx";
import { useTask } from "../../parts/task.ts";
import { buildAll } from "../../study/build.ts";
import { sourceOf } from "../../study/library.ts";
import type { Page, ViewProps } from "../../view.ts";
import { costFigures, utilitiesIn } from "../../worth/figures.ts";
import { type Effect, effects, startWorth, type WorthAsked, type WorthResult } from "../../worth/run.ts";
import { askWorth, worthStateOf } from "../../worth/state.ts";

const choices = { draws: [10, 20, 50, 100], runs: [2, 4, 8] } as const;

export function WorthTab({ page }: ViewProps): JSX.Element {
  const { state, results } = page;
  const asked = worthStateOf(state);
  const effect = effects.find(({ key }) => key === asked.effect) ?? effects[0]!;
  const pounds = asked.pounds > 0 ? asked.pounds : effect.pounds;
  const task = useTask<WorthResult>((tell) => started(page, tell));
  const change = (changes: Parameters<typeof askWorth>[0]): void => page.change(askWorth(changes));
  const isPathway = results.scenarios.every(({ scenario }) => scenario?.kind === "pathway");
  if (results.scenarios.length < 2 || !isPathway)
    return <p>Choose a design of the care pathway to hold against the baseline, under Compare.</p>;
  return (
    <section aria-labelledby="worth-head">
      <h2 id="worth-head" class="nhsuk-heading-l">
        Is it worth the money?
      </h2>
      <p>
        Most numbers of the pathway are not known, only a range. Here they are drawn all at once, again and again, and
        every design is run with each draw and the same people. So you see how often a design would be worth its price.
        What was published is drawn from its range; what is assumed from half to twice its value, which is an assumption
        too.
      </p>
      <div class="choices">
        <Select
          id="worth-effect"
          label="What the money buys"
          value={effect.key}
          choices={effects.map(({ key, label }) => ({ value: key, text: label }))}
          onChange={(key) => change({ effect: effects.find((one) => one.key === key)?.key ?? "qalys", pounds: 0 })}
        />
        <NumberInput
          id="worth-pounds"
          label={`£ held to be worth paying for ${effect.one}`}
          low={1}
          high={1_000_000}
          value={pounds}
          onChange={(value) => change({ pounds: value })}
        />
        <Choice
          label="Draws"
          id="worth-draws"
          of={choices.draws}
          value={asked.draws}
          onChange={(draws) => change({ draws })}
        />
        <Choice
          label="Runs of each draw"
          id="worth-runs"
          of={choices.runs}
          value={asked.runs}
          onChange={(runs) => change({ runs })}
        />
      </div>
      <TaskButtons task={task} label="Draw and run" />
      <p class="rests-on" role="status">
        {task.state === "running" && "Drawing from the ranges, and running every design with each draw."}
        {task.result !== undefined && restsOn(task.result)}
      </p>
      <PriceOf effect={effect} />
      {task.result !== undefined && <Shown result={task.result} effect={effect} pounds={pounds} />}
    </section>
  );
}

interface NumberProps {
  readonly id: string;
  readonly label: string;
  readonly of: readonly number[];
  readonly value: number;
  readonly onChange: (value: number) => void;
}

function Choice({ id, label, of, value, onChange }: NumberProps): JSX.Element {
  const offered = of.includes(value) ? of : [...of, value];
  return (
    <Select
      id={id}
      label={label}
      value={String(value)}
      choices={offered.map((one) => ({ value: String(one), text: String(one) }))}
      onChange={(text) => onChange(Number(text))}
    />
  );
}

function started(page: Page, tell: (finished: number, of: number) => void) {
  let isStopped = false;
  let running: ReturnType<typeof startWorth> | undefined;
  const done = wanted(page).then((asked) => {
    running = startWorth(asked, tell);
    if (isStopped) running.cancel();
    return running.done;
  });
  const cancel = (): void => {
    isStopped = true;
    running?.cancel();
  };
  return { done, cancel };
}

async function wanted({ state, results }: Page): Promise<WorthAsked> {
  const { draws, runs } = worthStateOf(state);
  const built = await buildAll(state);
  const designs = await Promise.all(
    built.map(async ({ asked, parsed }) => {
      if (!parsed.ok) throw new Error("a design has faults: mend it under Compare");
      const title = results.scenarios.find((known) => known.asked.id === asked.id)?.title ?? asked.base;
      const source = await sourceOf(asked.base, state.files, asked.changes);
      return { title, source, scenario: parsed.scenario };
    }),
  );
  return { designs, draws, runs, seed: state.seed };
}

function restsOn({ quantities, asked }: WorthResult): string {
  const drawn = quantities.filter(({ left }) => left === undefined).length;
  return `${asked.draws} draws of ${drawn} numbers, ${asked.runs} runs of each. Not drawn: ${quantities.length - drawn} numbers that are choices, differ between the designs, or cannot move alone.`;
}

/** A price that somebody has set, or one that nobody has. */
const PriceOf = ({ effect }: { readonly effect: Effect }): JSX.Element =>
  effect.key === "qalys" ? (
    <p>
      NICE holds £20,000 to £30,000 to be worth paying for a QALY, and £25,000 to £35,000 from April 2026; a QALY is a
      year in full health.
    </p>
  ) : (
    <p>
      <span class="grade assumed">assumption</span> Nobody has set what {effect.one} is worth. The figure is only where
      the line starts: put your own.
    </p>
  );

interface ShownProps {
  readonly result: WorthResult;
  readonly effect: Effect;
  readonly pounds: number;
}

function Shown({ result, effect, pounds }: ShownProps): JSX.Element {
  const figures = costFigures(result, effect, pounds);
  return (
    <>
      {effect.key === "qalys" && <Utilities result={result} />}
      <h3 class="nhsuk-heading-m">What it costs, and what it brings</h3>
      <p>
        Each {figures.isAssumed ? "ring" : "dot"} is one draw: the difference from {figures.baseline}. The cross is the
        mean of the draws with the middle 95% of them, which tells of numbers that are not known; luck in the runs is
        taken out, and told in the table. Below the broken line a design is worth £{amount(pounds)} for {effect.one}.
      </p>
      <Figure chart={costPlane} datum={figures} id="cost-plane" />
      <h3 class="nhsuk-heading-m">Which design is the best choice?</h3>
      <p>
        For each price: the share of draws in which the design is worth more, less what it costs, than every other, the
        baseline too. The bands are 95% intervals of these shares, which narrow with more draws.
      </p>
      <Figure chart={acceptability} datum={figures} id="acceptability" />
      <Details summary="What is drawn, and what is not">
        <Table
          caption="Numbers with a range"
          columns={[{ head: "Number" }, { head: "Range" }, { head: "Drawn as" }]}
          rows={result.quantities.map(({ name, spread, law, left }) => [
            name,
            `${written(spread.low)} to ${written(spread.high)}`,
            left === undefined ? law : `not drawn: ${left}`,
          ])}
        />
      </Details>
    </>
  );
}

/** A number of a scenario, in three figures. */
const written = (value: number): string => String(Number(value.toPrecision(3)));

/** What a QALY rests on, each with its grade; what is assumed looks it. */
function Utilities({ result }: { readonly result: WorthResult }): JSX.Element {
  const utilities = utilitiesIn(result.asked);
  return (
    <>
      <h3 class="nhsuk-heading-m">What the QALYs rest on</h3>
      <ul class="nhsuk-list">
        {utilities.map(({ path, title, value, low, high, grade, source }) => (
          <li key={path}>
            {title}: <strong>{written(value)}</strong>
            {low !== undefined && high !== undefined && ` (range ${written(low)} to ${written(high)})`}{" "}
            <span class={grade === "assumption" ? "grade assumed" : "grade"}>{grade}</span> {source}
          </li>
        ))}
      </ul>
    </>
  );
}
