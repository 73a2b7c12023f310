/** The map of a network of places. */
import type { JSX } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { isExit, type MapView } from "../../charts/map/figures.ts";
import { type MapFigures, networkMap } from "../../charts/network-map.ts";
import { networkFiguresOf } from "../../figures/network-map.ts";
import { layoutOf } from "../../map/layout.ts";
import { shapeOf } from "../../map/shape.ts";
import { withRange } from "../../numbers.ts";
import { Details } from "../../parts/details.tsx";
import { drawInto } from "../../parts/draw.ts";
import { isSoft } from "../../parts/soft.ts";
import { Table } from "../../parts/table.tsx";
import { focusOf } from "../../state/edits.ts";
import type { ViewProps } from "../../view.ts";

/** More places than this cannot be read on a screen. */
const mostPlaces = 40;

interface NetworkTabProps extends ViewProps {
  readonly view: MapView;
}

export function NetworkTab({ page, view }: NetworkTabProps): JSX.Element {
  const { results, state } = page;
  const place = useRef<HTMLDivElement>(null);
  const [pointed, setPointed] = useState("");
  const base = results.scenarios[0]?.result;
  const other = results.scenarios.find(({ asked }) => asked.id === focusOf(state).id)?.result;
  const figures = base && other && base.outcomes.length > 0 ? networkFiguresOf(base, other) : undefined;
  const isLarge = (figures?.places.length ?? 0) > mostPlaces;
  useEffect(() => {
    if (place.current === null || figures === undefined || isLarge || base === undefined || other === undefined) return;
    const scenarios = [base, other].flatMap(({ scenario }) => (scenario.kind === "network" ? [scenario] : []));
    const layout = layoutOf(shapeOf(scenarios), { width: Math.max(300, Math.floor(place.current.clientWidth)) });
    const label = "Map of the network: places with the people waiting and in care, and how many go where";
    drawInto(
      place.current,
      figures,
      networkMap({ layout, view, label, picked: pointed, onPick: setPointed, onPoint: setPointed }),
    );
  });
  if (figures === undefined) return <p>Nothing is known yet.</p>;
  const found = figures.places.find(({ name }) => name === pointed);
  return (
    <>
      {isLarge && <p>This network has too many places for a map. Its table has them all.</p>}
      <div
        class={`scroll${isSoft(results) ? " soft" : ""}`}
        role="region"
        aria-label="Map of the network, may be wider than the screen"
        tabIndex={0}
      >
        <div class="drawing" ref={place} />
      </div>
      <div class="detail" aria-live="polite">
        {found !== undefined && (
          <Table caption={`${found.name}, with 95% intervals`} columns={columns} rows={rowsOf(figures, found)} />
        )}
      </div>
      <Details summary="The map as a table" class="twin">
        <Table
          caption="People at each place, and where they go, with 95% intervals"
          columns={columns}
          rows={figures.places.flatMap((one) =>
            rowsOf(figures, one).map(([what = "", ...cells]) => [`${one.name}: ${what}`, ...cells]),
          )}
        />
      </Details>
    </>
  );
}

const columns = [
  { head: "What" },
  { head: "Baseline", numeric: true },
  { head: "With the design", numeric: true },
  { head: "Difference", numeric: true },
];

function rowsOf({ flows }: MapFigures, place: MapFigures["places"][number]): string[][] {
  const cells = (what: string, pair: MapFigures["flows"][number]["people"]): string[] => [
    what,
    withRange(pair.base),
    withRange(pair.other),
    withRange(pair.difference),
  ];
  if (isExit(place)) return [cells("people a year who end here", place.through)];
  return [
    cells("people waiting", place.waiting),
    cells("people in care", place.inCare),
    cells("people a year from outside", place.arrivals),
    ...flows
      .filter(({ from }) => from === place.name)
      .map(({ to, people }) => cells(`people a year on to ${to}`, people)),
  ];
}
