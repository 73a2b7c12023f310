/** The model beside what was published: each figure inside its tolerance, outside, or too unsure to say. */
import type { JSX } from "preact";
import {
  type CalibrationRow,
  calibrationRows,
  type PathwayScenario,
  readyToCalibrate,
  runStudy,
} from "../../../src/index.ts";
import { amount, range } from "../../numbers.ts";
import { Table } from "../../parts/table.tsx";
import { TaskButtons } from "../../parts/task-buttons.tsx";
import { useTask } from "../../parts/task.ts";
import { spawnHere, workersHere } from "../../spawn.ts";
import type { ViewProps } from "../../view.ts";

const replications = 5;

export function CalibrationTab({ page }: ViewProps): JSX.Element {
  const baseline = page.results.scenarios[0];
  const { scenario } = baseline ?? {};
  return (
    <section aria-labelledby="calibration-head">
      <h2 id="calibration-head" class="nhsuk-heading-l">
        The model beside published figures
      </h2>
      {scenario?.kind === "pathway" ? (
        <Calibration scenario={scenario} title={baseline!.title} seed={page.state.seed} />
      ) : (
        <p>The published figures are of the care pathway: choose a pathway as the baseline.</p>
      )}
    </section>
  );
}

interface CalibrationProps {
  readonly scenario: PathwayScenario;
  readonly title: string;
  readonly seed: string;
}

function Calibration({ scenario, title, seed }: CalibrationProps): JSX.Element {
  const task = useTask<readonly CalibrationRow[]>((tell) => {
    const ready = readyToCalibrate(scenario);
    const study = runStudy(
      { scenarios: [ready], seed, replications },
      { spawn: spawnHere, workers: workersHere(), onProgress: tell },
    );
    return {
      done: study.done.then(({ scenarios }) => calibrationRows(ready, scenarios[0]!)),
      cancel: () => study.cancel(),
    };
  });
  return (
    <>
      <p>
        ‘{title}’ is run {replications} times and held against figures that others have published. What has no published
        value was tuned towards some of them, within its range; falsifiers were not tuned for and must come out. Targets
        that the model misses are shown like the others.
      </p>
      <TaskButtons task={task} label="Hold the baseline against them" />
      {task.result !== undefined && <CalibrationTable rows={task.result} />}
    </>
  );
}

const roles: Readonly<Record<CalibrationRow["target"]["role"], string>> = {
  target: "Target",
  falsifier: "Falsifier",
  comparator: "Shown beside it, not aimed at",
};

/** A number, a ratio or a score of its own says by its name what it is. */
const unitOf = ({ unit }: CalibrationRow["target"]): string =>
  unit === "%" ? "%" : /^(?:number|ratio)$/.test(unit) ? "" : ` ${unit}`;

const verdicts = {
  inside: "✓ inside",
  outside: "✗ outside",
  unsure: "≈ at the edge",
  "no figure": "– no such figure",
} as const;

function CalibrationTable({ rows }: { readonly rows: readonly CalibrationRow[] }): JSX.Element {
  const inside = rows.filter(({ verdict }) => verdict === "inside").length;
  return (
    <>
      <p role="status">
        {inside} of {rows.length} inside their tolerance.
      </p>
      <Table
        caption="Published figures and the model’s, with 95% intervals"
        columns={[
          { head: "Figure" },
          { head: "Published" },
          { head: "Tolerance", numeric: true },
          { head: "Model", numeric: true },
          { head: "Verdict" },
        ]}
        rows={rows.map(({ target, model, verdict }) => [
          <>
            {target.output}
            <span class="path">
              {roles[target.role]}: {target.estimand}. {target.note ?? ""}
            </span>
          </>,
          `${target.published} (${target.source})`,
          `${amount(target.low)} to ${Number.isFinite(target.high) ? amount(target.high) : "any"}${unitOf(target)}`,
          model.n === 0 ? "none" : `${amount(model.mean)}${unitOf(target)} (${range(model)})`,
          verdicts[verdict],
        ])}
      />
    </>
  );
}
