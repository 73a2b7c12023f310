/** Checks against theory on the reader's own settings, where a closed form applies; and Little's law. */
import type { JSX } from "preact";
import {
  type CheckRow,
  runChecks,
  type ScenarioResult,
  uncheckedIn,
  type NetworkScenario,
} from "../../../src/index.ts";
import { littleIn } from "../../figures/little.ts";
import { amount } from "../../numbers.ts";
import { Table } from "../../parts/table.tsx";
import { TaskButtons } from "../../parts/task-buttons.tsx";
import { useTask } from "../../parts/task.ts";
import { spawnHere, workersHere } from "../../spawn.ts";
import { focusOf } from "../../state/edits.ts";
import type { ViewProps } from "../../view.ts";

const replications = 20;

export function ChecksTab({ page }: ViewProps): JSX.Element {
  const focus = focusOf(page.state);
  const known = page.results.scenarios.find(({ asked }) => asked.id === focus.id);
  const { scenario, result } = known ?? {};
  return (
    <section aria-labelledby="checks-head">
      <h2 id="checks-head" class="nhsuk-heading-l">
        ‘{known?.title ?? ""}’ beside theory
      </h2>
      {scenario?.kind === "network" && <Closed scenario={scenario} seed={page.state.seed} key={known!.title} />}
      {scenario?.kind === "pathway" && (
        <p>
          People of the care pathway remember what happened to them, so no closed form gives its waits. The engine
          beneath it is held against closed forms on networks of places: choose one, or one of your own, to see that on
          its own settings.
        </p>
      )}
      {result !== undefined && <Little result={result} />}
    </section>
  );
}

interface ClosedProps {
  readonly scenario: NetworkScenario;
  readonly seed: string;
}

function Closed({ scenario, seed }: ClosedProps): JSX.Element {
  const task = useTask<readonly CheckRow[]>(() => {
    let stop: (error: Error) => void = () => {};
    const stopped = new Promise<never>((_, reject) => (stop = reject));
    stopped.catch(() => {});
    const done = runChecks(scenario, { seed, replications, spawn: spawnHere, workers: workersHere() });
    return { done: Promise.race([done, stopped]), cancel: () => stop(new Error("stopped")) };
  });
  const unchecked = uncheckedIn(scenario);
  return (
    <>
      <TaskButtons task={task} label="Check against closed forms" />
      {task.result !== undefined && <ChecksTable rows={task.result} />}
      {unchecked.length > 0 && (
        <>
          <h3 class="nhsuk-heading-m">Places to whose waits no closed form applies</h3>
          <ul class="nhsuk-list">
            {unchecked.map(({ place, why }) => (
              <li key={place}>
                {place}: {why}.
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function ChecksTable({ rows }: { readonly rows: readonly CheckRow[] }): JSX.Element {
  const all = rows.filter(({ key }) => key.group === "all");
  const wrong = rows.filter(({ agrees }) => !agrees).length;
  return (
    <>
      <p role="status">
        {wrong === 0 ? `All ${rows.length} figures agree.` : `${wrong} of ${rows.length} figures do not agree.`}
      </p>
      <Table
        caption="Figures beside what theory gives; closed forms within 4 standard errors, Little’s law to rounding"
        columns={[
          { head: "Figure" },
          { head: "Theory", numeric: true },
          { head: "Simulated", numeric: true },
          { head: "Standard errors apart", numeric: true },
          { head: "Verdict" },
        ]}
        rows={all.map(({ key, formula, expected, simulated, z, agrees }) => [
          `${key.place}: ${key.measure.replaceAll("_", " ")}, ${key.statistic}, ${key.window} (${formula.name})`,
          amount(expected),
          amount(simulated),
          z === 0 ? "0" : z.toFixed(1),
          agrees ? "✓ agrees" : "✗ does not",
        ])}
      />
    </>
  );
}

function Little({ result }: { readonly result: ScenarioResult }): JSX.Element {
  const rows = littleIn(result);
  const most = Math.max(0, ...rows.map(({ residual }) => Math.abs(residual)));
  return (
    <>
      <h3 class="nhsuk-heading-m">Little’s law in this run</h3>
      <p>
        People on a list are those who join a day times the days that they stay. Over a period the two sides differ only
        by who stood on the list at its two ends: here by at most {amount(100 * most)}%.
      </p>
      <Table
        caption="Little’s law, list by list"
        columns={[
          { head: "List" },
          { head: "People on it", numeric: true },
          { head: "Joining × staying", numeric: true },
          { head: "Residual", numeric: true },
        ]}
        rows={rows.map(({ place, people, product, residual }) => [
          place,
          amount(people),
          amount(product),
          `${amount(100 * residual)}%`,
        ])}
      />
    </>
  );
}
