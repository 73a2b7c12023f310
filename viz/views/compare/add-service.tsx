/** A service of the reader's own, by a form: what it is, whom it sees, and how. */
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { PathwayScenario } from "../../../src/index.ts";
import { type NewService, newServiceChanges, newServiceFault } from "../../levers/new-service.ts";
import { Details } from "../../parts/details.tsx";
import { Button, Input, Select } from "../../parts/field.tsx";
import { set } from "../../state/edits.ts";
import type { ViewProps } from "../../view.ts";

interface AddServiceProps extends ViewProps {
  readonly scenario: PathwayScenario;
  readonly id: string;
}

const fresh: NewService = {
  name: "",
  payer: "third sector",
  wte: "1",
  sessions: "8",
  minutes: "50",
  known: "0.5",
  cost: "50",
};

export function AddService({ page, scenario, id }: AddServiceProps): JSX.Element {
  const [asked, setAsked] = useState(fresh);
  const [fault, setFault] = useState("");
  const payers = [...new Set(scenario.services.map(({ payer }) => payer))];
  const field = (key: keyof NewService, label: string, hint?: string): JSX.Element => (
    <Input
      id={`new-${key}`}
      label={label}
      {...(hint !== undefined && { hint })}
      short={key !== "name"}
      numeric={key !== "name"}
      value={asked[key]}
      onInput={(value) => setAsked({ ...asked, [key]: value })}
    />
  );
  const addIt = (): void => {
    const problem = newServiceFault(asked, scenario);
    setFault(problem);
    if (problem !== "") return;
    const changes = newServiceChanges(asked, scenario);
    page.change((state) => changes.reduce((now, { path, value }) => set(id, path, value)(now), state));
    page.announce(`${asked.name} was added.`);
    setAsked(fresh);
  };
  return (
    <Details summary="Add a service">
      <p>
        It takes whoever GPs think of for it, treats them one by one, and has no upper or lower limit of risk. What the
        form does not ask is as in the charity of the baseline; every number of it is an assumption.
      </p>
      {field("name", "Name")}
      <Select
        id="new-payer"
        label="Who pays"
        value={asked.payer}
        choices={payers.map((payer) => ({ value: payer, text: payer }))}
        onChange={(payer) => setAsked({ ...asked, payer })}
      />
      {field("wte", "Staff, whole-time equivalents")}
      {field("sessions", "Sessions planned, mean")}
      {field("minutes", "Length of a session, minutes")}
      {field("known", "Share of GPs who think of it", "From 0 to 1, of all people.")}
      {field("cost", "Cost of a contact, pounds")}
      {fault !== "" && (
        <p class="nhsuk-error-message" role="alert">
          {fault}
        </p>
      )}
      <Button small onClick={addIt}>
        Add this service
      </Button>
    </Details>
  );
}
