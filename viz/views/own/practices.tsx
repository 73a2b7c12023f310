/** A CSV of practices: which column is what, what is wrong, and practices in place of those of the paper. */
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { readCsv } from "../../../src/index.ts";
import type { SetDown } from "../../own/import.ts";
import { guessColumns, type OwnPractice, type PracticeColumns, practicesIn } from "../../own/practices.ts";
import { Button, Select } from "../../parts/field.tsx";
import { Faults } from "../../parts/faults.tsx";
import { goTo, set } from "../../state/edits.ts";
import type { ViewProps } from "../../view.ts";

interface PracticesFormProps extends ViewProps {
  readonly file: SetDown;
}

const fields: readonly (readonly [keyof PracticeColumns, string])[] = [
  ["name", "Name of the practice"],
  ["list", "Registered patients"],
  ["decile", "Tenth of deprivation, 1 the most deprived"],
];

export function PracticesForm({ page, file }: PracticesFormProps): JSX.Element {
  const read = readCsv(file.text, file.name);
  const [columns, setColumns] = useState<PracticeColumns | undefined>(undefined);
  if (!read.ok) return <Faults heading={`${file.name} cannot be read`} problems={read.problems} />;
  const { csv } = read;
  const chosen = columns ?? guessColumns(csv);
  const found = practicesIn(csv, chosen);
  const choices = csv.header.map((head, at) => ({ value: String(at), text: head || `column ${at + 1}` }));
  const isPathway = page.results.scenarios[0]?.scenario?.kind === "pathway";
  return (
    <div>
      <div class="choices">
        {fields.map(([field, label]) => (
          <Select
            id={`column-${field}`}
            label={label}
            value={String(chosen[field])}
            choices={[...(field === "name" ? [] : [{ value: "-1", text: "not in this file" }]), ...choices]}
            onChange={(value) => setColumns({ ...chosen, [field]: Number(value) })}
          />
        ))}
      </div>
      {!found.ok && <Faults heading="These rows cannot be used yet" problems={found.problems} />}
      {found.ok && !isPathway && <p>Practices belong to a care pathway: choose one as the baseline first.</p>}
      {found.ok && isPathway && <UsePractices page={page} practices={found.practices} />}
    </div>
  );
}

interface UseProps extends ViewProps {
  readonly practices: readonly OwnPractice[];
}

function UsePractices({ page, practices }: UseProps): JSX.Element {
  const patients = practices.reduce((sum, { list }) => sum + list, 0);
  const value = practices.map((one) => ({ ...one }));
  const put = (): void =>
    page.change((state) => {
      const all = state.scenarios.reduce((now, { id }) => set(id, "population.practices", value)(now), state);
      return goTo("compare")(all);
    });
  return (
    <>
      <p>
        {practices.length} practices with {patients.toLocaleString("en-GB")} patients. They take the place of the
        practices in every design that is compared. Staff stays as it is: change it to that of your services.
      </p>
      <Button onClick={put}>Use these practices</Button>
    </>
  );
}
