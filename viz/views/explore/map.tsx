/** The pathway, or the network, as a map: the baseline, a design, or the difference that it makes. */
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { MapView } from "../../charts/map/figures.ts";
import { flowKey, pathwayMap, tellFlow } from "../../charts/pathway-map.ts";
import { pathwayMapFigures } from "../../figures/pathway-map.ts";
import { Figure } from "../../parts/figure.tsx";
import { Radios, Select } from "../../parts/field.tsx";
import { isSoft, restsOn } from "../../parts/soft.ts";
import { Table } from "../../parts/table.tsx";
import { focusOf, look, triedIn } from "../../state/edits.ts";
import type { ViewProps } from "../../view.ts";
import { withRange } from "../../numbers.ts";
import { NetworkTab } from "./network.tsx";

const views: readonly { readonly value: MapView; readonly text: string }[] = [
  { value: "difference", text: "what differs" },
  { value: "base", text: "the baseline" },
  { value: "other", text: "the design" },
];

export function MapTab({ page }: ViewProps): JSX.Element {
  const { results, state } = page;
  const focus = focusOf(state);
  const view = views.find(({ value }) => value === state.view.explore.map)?.value ?? "difference";
  const figures = pathwayMapFigures(results, Math.max(0, state.scenarios.indexOf(focus)));
  const isNetwork = results.scenarios.some(({ scenario }) => scenario?.kind === "network");
  const tried = triedIn(state).map(({ id }) => ({
    value: id,
    text: results.scenarios.find(({ asked }) => asked.id === id)?.title ?? id,
  }));
  return (
    <section aria-labelledby="map-head">
      <h2 id="map-head" class="nhsuk-heading-l">
        Where people go, and where they wait
      </h2>
      <div class="choices">
        {tried.length > 1 && (
          <Select
            id="map-of"
            label="Design"
            value={focus.id}
            choices={tried}
            onChange={(id) => page.change(look({ focus: id }))}
          />
        )}
        <Radios
          name="map-view"
          legend="Show"
          value={view}
          choices={views}
          onChange={(map) => page.change((now) => look({ explore: { ...now.view.explore, map } })(now))}
        />
      </div>
      <p class="rests-on">{restsOn(results)}</p>
      {isNetwork && <NetworkTab page={page} view={view} />}
      {!isNetwork && figures === undefined && <p>Nothing is known yet.</p>}
      {figures !== undefined && <PathwayPart page={page} figures={figures} view={view} />}
    </section>
  );
}

interface PathwayPartProps extends ViewProps {
  readonly figures: NonNullable<ReturnType<typeof pathwayMapFigures>>;
  readonly view: MapView;
}

function PathwayPart({ page, figures, view }: PathwayPartProps): JSX.Element {
  const [pointed, setPointed] = useState("");
  const place = figures.places.find(({ key }) => key === pointed);
  const flow = figures.flows.find((one) => flowKey(one) === pointed);
  const options = { view, picked: place?.key, onPick: setPointed, onPoint: setPointed };
  return (
    <>
      <p>
        Squares are people at any one time, with the 95% interval beneath; widths are people a year. The key says on
        what scale. Arcs that lead back are rejections{view === "difference" && "; ≈ is too close to call"}. Point at a
        way, or reach it with the Tab key, for its numbers.
      </p>
      <div class="scroll" role="region" aria-label="Map of the pathway, may be wider than the screen" tabIndex={0}>
        <Figure chart={pathwayMap} datum={figures} options={options} id="pathway-map" soft={isSoft(page.results)} />
      </div>
      <div class="detail" aria-live="polite">
        {place !== undefined && place.people.length > 0 && (
          <Table
            caption={`${place.label}, people at any one time, with 95% intervals`}
            columns={[
              { head: "Who" },
              { head: "Baseline", numeric: true },
              { head: "With the design", numeric: true },
              { head: "Difference", numeric: true },
            ]}
            rows={place.people.map(({ word, pair }) => [
              word,
              withRange(pair.base),
              withRange(pair.other),
              withRange(pair.difference),
            ])}
          />
        )}
        {flow !== undefined && <p>{tellFlow(flow, figures.places, view)}</p>}
      </div>
    </>
  );
}
