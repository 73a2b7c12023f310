/** Every measure that the question touches: differences or values, each of which opens to what it is. */
import type { JSX } from "preact";
import { differences } from "../../charts/differences.ts";
import { differenceFigures } from "../../figures/differences.ts";
import { type Theme, themes, themeTitles } from "../../../src/index.ts";
import { meaningOf } from "../../figures/headline.ts";
import type { Row } from "../../figures/rows.ts";
import { largestOf, tellDifference, tellValue } from "../../figures/words.ts";
import { Radios } from "../../parts/field.tsx";
import { Figure } from "../../parts/figure.tsx";
import { Table } from "../../parts/table.tsx";
import { look } from "../../state/edits.ts";
import type { CompareView } from "../../state/state.ts";
import type { Page } from "../../view.ts";

interface ChartProps {
  readonly page: Page;
  readonly rows: readonly Row[];
}

export function Chart({ page, rows }: ChartProps): JSX.Element {
  const { compare } = page.state.view;
  const show = (changes: Partial<CompareView>): void =>
    page.change((state) => look({ compare: { ...state.view.compare, ...changes } })(state));
  const soft = page.results.scale < 1 || page.results.stale;
  const isKnown = rows.some(({ differences: of }) => of.some(({ n }) => n > 1));
  return (
    <section aria-labelledby="chart-head">
      <div class="chart-top">
        <h2 id="chart-head" class="nhsuk-heading-l">
          What differs
        </h2>
        <Radios
          name="show"
          legend="Show"
          value={compare.show}
          choices={[
            { value: "differences", text: "differences" },
            { value: "values", text: "values" },
          ]}
          onChange={(value) => show({ show: value === "values" ? "values" : "differences" })}
        />
      </div>
      {isKnown && compare.show === "differences" && (
        <Figure chart={differences} datum={differenceFigures(page.results, rows)} id="differences" soft={soft} />
      )}
      {isKnown && compare.show === "values" && <Values page={page} rows={rows} soft={soft} />}
      {isKnown && <Measures page={page} rows={rows} onOpen={(open) => show({ open })} />}
    </section>
  );
}

const titlesIn = ({ results }: Page): string[] => results.scenarios.map(({ title }) => title);

interface ValuesProps extends ChartProps {
  readonly soft: boolean;
}

function Values({ page, rows, soft }: ValuesProps): JSX.Element {
  const columns = [{ head: "Measure" }, ...titlesIn(page).map((head) => ({ head, numeric: true }))];
  return (
    <div id="values" class={soft ? "soft" : ""}>
      <Table
        caption="Values, with 95% intervals"
        columns={columns}
        rows={rows.map((row) => [
          `${themeTitles[row.headline.theme]}: ${row.headline.label}`,
          ...row.values.map((value) => tellValue(row, value, largestOf(row.values))),
        ])}
      />
    </div>
  );
}

interface MeasuresProps extends ChartProps {
  readonly onOpen: (open: readonly string[]) => void;
}

/** What each measure is, of whom it is taken, and its figures: one door each. */
function Measures({ page, rows, onOpen }: MeasuresProps): JSX.Element {
  const { open } = page.state.view.compare;
  const inTheme = (theme: Theme): readonly Row[] => rows.filter(({ headline }) => headline.theme === theme);
  const toggle = (key: string, isOpen: boolean): void => {
    if (isOpen === open.includes(key)) return;
    onOpen(isOpen ? [...open, key] : open.filter((one) => one !== key));
  };
  return (
    <div class="measures">
      <h3 class="nhsuk-heading-m">What each measure is</h3>
      {themes
        .filter((theme) => inTheme(theme).length > 0)
        .map((theme) => (
          <div class="measures-theme" key={theme}>
            <h4 class="nhsuk-heading-s">{themeTitles[theme]}</h4>
            {inTheme(theme).map((row) => (
              <details
                class="nhsuk-details measure"
                key={row.headline.key}
                open={open.includes(row.headline.key)}
                onToggle={({ currentTarget }) => toggle(row.headline.key, currentTarget.open)}
              >
                <summary class="nhsuk-details__summary">
                  <span class="nhsuk-details__summary-text">{row.headline.label}</span>
                </summary>
                <div class="nhsuk-details__text">
                  {open.includes(row.headline.key) && <Measure page={page} row={row} />}
                </div>
              </details>
            ))}
          </div>
        ))}
    </div>
  );
}

const sides = {
  less: "Less is better.",
  more: "More is better.",
  neither: "No side is taken: that is a matter of values.",
} as const;

function Measure({ page, row }: { readonly page: Page; readonly row: Row }): JSX.Element {
  const { headline, values, differences: of } = row;
  const { counts, estimand, statistic } = meaningOf(headline);
  const titles = titlesIn(page);
  return (
    <>
      <dl class="meaning">
        <dt>What is counted</dt>
        <dd>{counts.join(" ")}</dd>
        <dt>Of whom</dt>
        <dd>{estimand.join(" ")}</dd>
        <dt>Taken as</dt>
        <dd>
          {statistic.join(" ")} {sides[headline.better]}
        </dd>
      </dl>
      <Table
        caption={`${headline.label}, with 95% intervals`}
        columns={[
          { head: "Design" },
          { head: "Value", numeric: true },
          { head: "Difference from the baseline", numeric: true },
        ]}
        rows={values.map((value, at) => [
          titles[at] ?? "",
          tellValue(row, value, largestOf(values)),
          at === 0 ? "" : tellDifference(row, of[at - 1]!, largestOf([of[at - 1]!])),
        ])}
      />
    </>
  );
}
