/** Every number of a scenario with its source, assumptions first; searched and filtered. */
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { explain, findParameters, type Grade, grades, type Parameter } from "../../../src/index.ts";
import { leversOf, numbersOf } from "../../levers/numbers.ts";
import { Button, Select } from "../../parts/field.tsx";
import { Table } from "../../parts/table.tsx";
import { focusOf, look } from "../../state/edits.ts";
import type { EvidenceView } from "../../state/state.ts";
import type { ViewProps } from "../../view.ts";

const firstRows = 40;

export function NumbersTab({ page }: ViewProps): JSX.Element {
  const { state, results } = page;
  const { search, grade } = state.view.evidence;
  const [whole, setWhole] = useState(false);
  const show = (changes: Partial<EvidenceView>): void =>
    page.change((now) => look({ evidence: { ...now.view.evidence, ...changes } })(now));
  const focus = focusOf(state);
  const known = results.scenarios.find(({ asked }) => asked.id === focus.id);
  if (known?.file === undefined) return <p>Nothing is known yet.</p>;
  const all = numbersOf(known.file);
  const chosen = grades.find((one) => one === grade);
  const words = search.split(/\s+/).filter((word) => word !== "");
  const found = assumptionsFirst(findParameters(all, { words, grade: chosen }));
  const changed = new Map(
    leversOf(known.file, focus).flatMap((lever) => (lever.changed ? [[lever.parameter.path, lever.value]] : [])),
  );
  const shown = whole ? found : found.slice(0, firstRows);
  const assumed = all.filter((parameter) => parameter.grade === "assumption").length;
  return (
    <section aria-labelledby="numbers-head">
      <h2 id="numbers-head" class="nhsuk-heading-l">
        Every number of ‘{known.title}’, and where it is from
      </h2>
      <p>
        <strong>
          {assumed} of {all.length} numbers are assumptions
        </strong>
        : no published value was found, or the reader gave it. Each has a range: move it under Compare, or over its
        range under Explore, to see whether the answer hangs on it.
      </p>
      <div class="choices">
        <div class="nhsuk-form-group">
          <label class="nhsuk-label" for="search-numbers">
            Search
          </label>
          <input
            class="nhsuk-input"
            id="search-numbers"
            type="search"
            maxLength={200}
            value={search}
            onInput={({ currentTarget }) => show({ search: currentTarget.value })}
          />
        </div>
        <Select
          id="grade"
          label="Grade of the source"
          value={grade}
          choices={[{ value: "", text: "all" }, ...grades.map((one) => ({ value: one, text: gradeWords[one] }))]}
          onChange={(value) => show({ grade: value })}
        />
      </div>
      <p role="status">{found.length === 1 ? "1 number" : `${found.length} numbers`}</p>
      <Table
        caption="Numbers and their sources"
        hideCaption
        columns={[
          { head: "Number" },
          { head: "Value", numeric: true },
          { head: "Range", numeric: true },
          { head: "Source" },
        ]}
        rows={shown.map((parameter) => rowOf(parameter, changed.get(parameter.path)))}
      />
      {shown.length < found.length && (
        <Button secondary onClick={() => setWhole(true)}>
          {`Show all ${found.length} numbers`}
        </Button>
      )}
    </section>
  );
}

const gradeWords: Readonly<Record<Grade, string>> = {
  "French 2019": "the GPs of French 2019",
  published: "published",
  national: "national statistics",
  "open model": "another open model",
  survey: "a survey",
  assumption: "assumption",
};

const assumptionsFirst = (parameters: readonly Parameter[]): Parameter[] =>
  parameters.toSorted((a, b) => Number(b.grade === "assumption") - Number(a.grade === "assumption"));

function rowOf(parameter: Parameter, changed: number | undefined): (string | JSX.Element)[] {
  const { path, title, value, low, high, unit, grade, source, note } = parameter;
  const { mechanisms, checked } = explain(parameter);
  const assumed = grade === "assumption";
  const said = [
    assumed ? source : `${source} (${checked})`,
    note,
    mechanisms.length > 0 ? `Mechanisms ${mechanisms.join(", ")}` : "",
  ];
  return [
    <>
      {title || path}
      <span class="path">{path}</span>
    </>,
    changed === undefined ? `${value} ${unit}` : `${changed} ${unit} (yours; in the file ${value})`,
    low === undefined || high === undefined ? "not given" : `${low} to ${high}`,
    <>
      <span class={assumed ? "grade assumed" : "grade"}>{gradeWords[grade]}</span> {sentences(said)}
    </>,
  ];
}

const sentences = (said: readonly string[]): string =>
  said
    .filter((text) => text !== "")
    .map((text) => (/[.?!]$/.test(text) ? text : `${text}.`))
    .join(" ");
