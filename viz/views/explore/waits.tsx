/** How waits end, in full; and each standard in its official reading and in full. */
import type { JSX } from "preact";
import { endings } from "../../charts/endings.ts";
import { explainReadings, readings } from "../../charts/readings.ts";
import { endingsFigures, readingsFigures, referredTo } from "../../figures/endings.ts";
import { Figure } from "../../parts/figure.tsx";
import { Select } from "../../parts/field.tsx";
import { isSoft, restsOn } from "../../parts/soft.ts";
import { look } from "../../state/edits.ts";
import type { ViewProps } from "../../view.ts";

export function WaitsTab({ page }: ViewProps): JSX.Element {
  const { results, state } = page;
  const places = referredTo(results);
  const place = places.includes(state.view.explore.place) ? state.view.explore.place : places[0];
  const choose = (chosen: string): void =>
    page.change((now) => look({ explore: { ...now.view.explore, place: chosen } })(now));
  if (place === undefined) {
    return <p>Nothing is known yet of referrals. Networks of places have none: compare them, and look at their map.</p>;
  }
  const both = readingsFigures(results, place);
  return (
    <section aria-labelledby="waits-head">
      <h2 id="waits-head" class="nhsuk-heading-l">
        How waits end
      </h2>
      <Select
        id="waits-place"
        label="Referred to"
        value={place}
        choices={places.map((value) => ({ value, text: value }))}
        onChange={choose}
      />
      <p class="rests-on">{restsOn(results)}</p>
      <p>
        Of all referrals that were received: how many had been seen, had left or had been rejected by each week. Lines
        mark the standards. A mean of those who were seen would look better the more people give up.
      </p>
      <Figure chart={endings} datum={endingsFigures(results, place)} id="endings" soft={isSoft(results)} />
      <h3 class="nhsuk-heading-m">The same standard, read in two ways</h3>
      <p>{explainReadings(both)}</p>
      <Figure chart={readings} datum={both} id="readings" soft={isSoft(results)} />
    </section>
  );
}
