/** How the run was done: what repeats it, its warm-up, and how exact its figures are. */
import type { JSX } from "preact";
import { scenarioHash } from "../../../src/index.ts";
import { rowsOf } from "../../figures/rows.ts";
import { largestOf, tellValue } from "../../figures/words.ts";
import { restsOn } from "../../parts/soft.ts";
import { Table } from "../../parts/table.tsx";
import type { Page, ViewProps } from "../../view.ts";
import { WarmUp } from "./warm-up.tsx";

export function RunTab({ page }: ViewProps): JSX.Element {
  const { results, state } = page;
  return (
    <section aria-labelledby="run-head">
      <h2 id="run-head" class="nhsuk-heading-l">
        How this run was done
      </h2>
      <p>{restsOn(results)}</p>
      <dl class="meaning">
        <dt>To repeat it to the last bit</dt>
        <dd>
          Seed ‘{state.seed}’, {state.runs} runs of each. The same seed, number of the run and scenario give the same
          figures in any browser and on the command line.
        </dd>
        <dt>Luck</dt>
        <dd>
          Run 1 of every design is of the same people with the same luck, and so on: differences are taken run by run,
          so that they show with fewer runs.
        </dd>
      </dl>
      <Table
        caption="The scenarios"
        columns={[
          { head: "Design" },
          { head: "File" },
          { head: "Changes of yours", numeric: true },
          { head: "Fingerprint" },
        ]}
        rows={results.scenarios.map(({ title, asked, scenario }) => [
          title,
          asked.base,
          String(asked.changes.length),
          scenario === undefined ? "" : scenarioHash(scenario).slice(0, 16),
        ])}
      />
      <WarmUp page={page} />
      <Precision page={page} />
    </section>
  );
}

/** Half-widths of the intervals of the baseline, as shares of the figures. */
function Precision({ page: { results } }: { readonly page: Page }): JSX.Element {
  const rows = rowsOf(results).flatMap((row) =>
    row.values[0] !== undefined && row.values[0].n > 1 ? [{ row, value: row.values[0] }] : [],
  );
  if (rows.length === 0) return <></>;
  return (
    <Table
      caption="How exact the figures of the baseline are"
      columns={[
        { head: "Figure" },
        { head: "Value, 95% interval", numeric: true },
        { head: "Half-width", numeric: true },
      ]}
      rows={rows.map(({ row, value }) => [
        row.headline.label,
        tellValue(row, value, largestOf([value])),
        value.mean === 0 ? "" : `±${((100 * (value.high - value.low)) / 2 / Math.abs(value.mean)).toFixed(1)}%`,
      ])}
    />
  );
}
