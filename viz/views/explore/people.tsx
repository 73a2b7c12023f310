/** Where people are: how many in each state of care over time, scenario beside scenario. */
import type { JSX } from "preact";
import { states } from "../../charts/states.ts";
import { statesFigures } from "../../figures/states.ts";
import { Figure } from "../../parts/figure.tsx";
import { isSoft, restsOn } from "../../parts/soft.ts";
import type { ViewProps } from "../../view.ts";

export function PeopleTab({ page: { results } }: ViewProps): JSX.Element {
  const figures = statesFigures(results);
  return (
    <section aria-labelledby="people-head">
      <h2 id="people-head" class="nhsuk-heading-l">
        Where people with need are
      </h2>
      <p>
        Everybody with need is in one state at a time. At the bottom is the gap: need, and no open referral, treatment
        or hold. Above it are those whom only the GP sees, those who have disengaged, those who wait, and on top those
        in care.
      </p>
      <p class="rests-on">{restsOn(results)}</p>
      {figures.scenarios.length === 0 ? (
        <p>Networks of places have no states of care: look at the map of their lists, or compare pathways.</p>
      ) : (
        <Figure chart={states} datum={figures} id="states" soft={isSoft(results)} />
      )}
    </section>
  );
}
