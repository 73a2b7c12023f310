/** How long the runs warmed up, whether that was enough, by which figure it was not, and what to do. */
import type { JSX } from "preact";
import { days, driftRow, verdictOn, type WarmUpOf, warmUpsOf } from "../../figures/warm-up.ts";
import { NumberInput } from "../../parts/number-input.tsx";
import { Table } from "../../parts/table.tsx";
import { warmUpFor } from "../../state/edits.ts";
import type { Page, ViewProps } from "../../view.ts";

export function WarmUp({ page }: ViewProps): JSX.Element {
  const found = warmUpsOf(page.results);
  return (
    <>
      <h3 class="nhsuk-heading-m">Warm-up: had the runs settled when counting began?</h3>
      <p>
        A run begins with empty lists and nobody in care. Its first days are not counted, so that lists can fill; what
        is still on its way after them makes the mean of all that is counted too low or too high.
      </p>
      {found.map((one) => (
        <OfScenario {...one} key={one.id} />
      ))}
      {found.some(({ judgement }) => (judgement?.drifts.length ?? 0) > 0) && <WhatToDo page={page} found={found} />}
    </>
  );
}

function OfScenario(props: WarmUpOf): JSX.Element {
  const { title, scenario, judgement } = props;
  const { short, long } = verdictOn(props);
  const drifts = judgement?.drifts ?? [];
  return (
    <>
      <h4 class="nhsuk-heading-s">
        ‘{title}’: {short}
      </h4>
      <p>
        It warms up for {days(scenario.warm_up_days)}; then {days(scenario.run_days)} are counted. {long}
      </p>
      {drifts.length > 0 && (
        <Table
          caption={`Still on their way in ‘${title}’, the largest first; days from the start of the run`}
          columns={[
            { head: "What" },
            { head: "At first, people", numeric: true },
            { head: "Afterwards, people", numeric: true },
            { head: "Difference, people (99% interval for all counts at once)", numeric: true },
            { head: "Mean of what is counted", numeric: true },
          ]}
          rows={drifts.map(driftRow)}
        />
      )}
    </>
  );
}

function WhatToDo({ page, found }: { readonly page: Page; readonly found: readonly WarmUpOf[] }): JSX.Element {
  const wanted = Math.max(...found.map(({ judgement }) => judgement?.recommended_days ?? 0));
  const judged = found.filter(({ judgement }) => judgement !== undefined && judgement.untold === undefined);
  const now = Math.max(...judged.map(({ scenario }) => scenario.warm_up_days));
  return (
    <>
      <h4 class="nhsuk-heading-s">What to do</h4>
      <p>
        What drifts alike in two designs cancels out of the difference between them, but not out of the figures of
        either. Let all designs warm up for longer, and look here again; the runs take longer then.{" "}
        <code>caregap warm-up</code> on the command line follows each list from the first day on.
      </p>
      {inOtherUnits(page) ? (
        <p>A file of yours gives its warm-up in another unit than days: raise it there.</p>
      ) : (
        <NumberInput
          id="warm-up-days"
          label="Days of warm-up, of every design judged here"
          hint={wanted > now ? `${days(wanted)} are recommended.` : "This run cannot tell how many it takes."}
          low={0}
          value={now}
          onChange={(many) =>
            page.change(
              warmUpFor(
                judged.map(({ id }) => id),
                many,
              ),
            )
          }
        />
      )}
    </>
  );
}

/** Each quantity of a file is given once, in one unit. */
const inOtherUnits = ({ state }: Page): boolean =>
  Object.values(state.files).some((text) => /"warm_up_(?!days")/.test(text));
