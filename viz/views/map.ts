/** The map with its three views, what is known of the place pointed at, and its table. */
import { isExit, type MapPair, type MapPlace } from "../charts/map/figures.ts";
import { type MapFigures, networkMap } from "../charts/network-map.ts";
import { make } from "../dom.ts";
import { layoutOf } from "../map/layout.ts";
import { shapeOf } from "../map/shape.ts";
import type { Network } from "../network.ts";
import { range, signed, verdictOf, withRange } from "../numbers.ts";
import type { PageState } from "../state.ts";
import { table } from "../table.ts";
import { drawInto, showTwin, widthOf } from "./chart.ts";

export interface MapViewOptions {
  readonly scenarios: readonly Network[];
  readonly view: PageState["map"];
  readonly picked: string;
  readonly titles: { readonly base: string; readonly other: string };
  readonly onPick: (place: string) => void;
}

/** More places than this cannot be read on a screen. */
const mostPlaces = 40;
const columns = [
  { head: "What" },
  { head: "Baseline", numeric: true },
  { head: "With the change", numeric: true },
  { head: "Difference", numeric: true },
];

/** Draws the map into `map`, what is known of a place into `detail`, and everything as a table into `twin`. */
export function showMap(
  parts: { map: HTMLElement; detail: HTMLElement; twin: HTMLElement },
  figures: MapFigures,
  options: MapViewOptions,
): void {
  const { map, detail, twin } = parts;
  const document = map.ownerDocument;
  const { scenarios, view, picked, titles, onPick } = options;
  const show = (name: string): void => {
    const place = figures.places.find((one) => one.name === name);
    if (place === undefined) return;
    const rows = rowsOf(figures, place);
    detail.dataset["place"] = name;
    detail.replaceChildren(table(document, { caption: `${name}, with 95% intervals`, columns, rows, dense: true }));
  };
  if (figures.places.length > mostPlaces) {
    map.replaceChildren(make(document, "p", {}, "This network has too many places for a map. Its table has them all."));
  } else {
    const layout = layoutOf(shapeOf(scenarios), { width: widthOf(map) });
    const what = {
      base: `of ${titles.base}`,
      other: `of ${titles.other}`,
      difference: `of the difference that ${titles.other} makes`,
    }[view];
    const label = `Map ${what}: places with the people waiting and in care, and how many go where`;
    drawInto(map, figures, networkMap({ layout, view, label, picked, onPick, onPoint: show }));
  }
  // A place that is being read stays while figures arrive, until another is chosen.
  if (detail.dataset["picked"] !== picked) detail.dataset["place"] = picked;
  detail.dataset["picked"] = picked;
  show(detail.dataset["place"] ?? picked);
  const all = figures.places.flatMap((place) =>
    rowsOf(figures, place).map(([what = "", ...cells]) => [`${place.name}: ${what}`, ...cells]),
  );
  showTwin(twin, "The map as a table", {
    caption: "People at each place, and where they go, with 95% intervals",
    columns,
    rows: all,
    dense: true,
  });
}

function rowsOf({ flows }: MapFigures, place: MapPlace): string[][] {
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

const cells = (what: string, { base, other, difference }: MapPair): string[] => [
  what,
  withRange(base),
  withRange(other),
  told(difference),
];

function told(difference: MapPair["difference"]): string {
  if (difference.n === 0) return "not in both";
  return verdictOf(difference) === "same" ? "the same" : `${signed(difference.mean)} (${range(difference, signed)})`;
}
