/** A CSV of how long people on a waiting list have waited: which column, what it says, beside what the model gives. */
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { type Csv, headlineRow, readCsv } from "../../../src/index.ts";
import { amount } from "../../numbers.ts";
import { type AgeUnit, ageUnits, type Ages, agesIn } from "../../own/ages.ts";
import type { SetDown } from "../../own/import.ts";
import { Select } from "../../parts/field.tsx";
import { Faults } from "../../parts/faults.tsx";
import { Table } from "../../parts/table.tsx";
import type { Page, ViewProps } from "../../view.ts";
import { StartForm } from "./start.tsx";

interface AgesFormProps extends ViewProps {
  readonly file: SetDown;
}

const guess = ({ header }: Csv): number =>
  Math.max(
    0,
    header.findIndex((head) => /wait|week|day|age/i.test(head)),
  );
const guessUnit = (head: string): AgeUnit => (/week/i.test(head) ? "weeks" : /month/i.test(head) ? "months" : "days");

export function AgesForm({ page, file }: AgesFormProps): JSX.Element {
  const read = readCsv(file.text, file.name);
  const [column, setColumn] = useState<number | undefined>(undefined);
  const [unit, setUnit] = useState<AgeUnit | undefined>(undefined);
  if (!read.ok) return <Faults heading={`${file.name} cannot be read`} problems={read.problems} />;
  const { csv } = read;
  const at = column ?? guess(csv);
  const chosen = unit ?? guessUnit(csv.header[at] ?? "");
  const limits = page.results.scenarios[0]?.scenario?.wait_limits_days ?? [42, 126, 365];
  const found = agesIn(csv, at, chosen, limits);
  const units = Object.keys(ageUnits) as AgeUnit[];
  return (
    <div>
      <div class="choices">
        <Select
          id="age-column"
          label="Waited so far"
          value={String(at)}
          choices={csv.header.map((head, number) => ({ value: String(number), text: head || `column ${number + 1}` }))}
          onChange={(value) => setColumn(Number(value))}
        />
        <Select
          id="age-unit"
          label="In"
          value={chosen}
          choices={units.map((value) => ({ value, text: value }))}
          onChange={(value) => setUnit(units.find((one) => one === value) ?? "days")}
        />
      </div>
      {found.ok ? (
        <>
          <AgesTold page={page} ages={found.ages} />
          <StartForm page={page} csv={csv} waited={at} unit={chosen} />
        </>
      ) : (
        <Faults heading="These rows cannot be used yet" problems={found.problems} />
      )}
    </div>
  );
}

const weeks = (days: number): string => `${amount(days / 7)} weeks`;
const percent = (share: number): string => `${Math.round(share * 100)}%`;

function AgesTold({ page, ages }: { readonly page: Page; readonly ages: Ages }): JSX.Element {
  const lists = listsOf(page);
  return (
    <>
      <p>
        {ages.people.toLocaleString("en-GB")} people wait. Half have waited {weeks(ages.median)} or more so far, the
        longest {weeks(ages.longest)}. Those who were seen, or who gave up, are not in such a list: it tells of waits
        that are not over.
      </p>
      <Table
        caption="Who has waited beyond each limit so far"
        columns={[{ head: "Longer than" }, { head: "Share of the list", numeric: true }]}
        rows={ages.beyond.map(({ days, share }) => [weeks(days), percent(share)])}
      />
      {lists.length > 0 && (
        <Table
          caption="People on the waiting lists of the baseline at any one time, to hold your list against"
          columns={[{ head: "List" }, { head: "People", numeric: true }]}
          rows={lists}
        />
      )}
    </>
  );
}

/** Waiting lists of the baseline, where there is anybody on them. */
function listsOf({ results }: Page): [string, string][] {
  const result = results.scenarios[0]?.result;
  if (result === undefined) return [];
  const places = [
    ...new Set(result.keys.filter(({ measure }) => measure === "queue_length").map(({ place }) => place)),
  ];
  return places.flatMap((place): [string, string][] => {
    const parts = [{ measure: "queue_length", estimand: "time_weighted", statistic: "mean", place }];
    const headline = { key: place, theme: "access", label: place, better: "less", shown: "people", parts } as const;
    const people = headlineRow(headline, [result], { scale: results.scale }).values[0]!;
    return people.mean > 0 ? [[place, `${amount(people.mean)} (${amount(people.low)} to ${amount(people.high)})`]] : [];
  });
}
