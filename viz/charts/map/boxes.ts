/** The places of the map: a box each with its name, the square of those waiting, the square of those in care, and numbers. */
import type { Selection } from "d3";
import { lineHeight } from "../../map/wrap.ts";
import type { Box } from "../../map/layout.ts";
import { isExit, type MapFigures, type MapPlace, type MapView } from "./figures.ts";
import { drawn } from "./flows.ts";
import type { MapScales } from "./scales.ts";
import { shown, tellPlace } from "./tell.ts";
import type { NetworkMapOptions } from "../network-map.ts";

type Layer = Selection<SVGGElement, string, SVGSVGElement, MapFigures>;
interface Spot {
  readonly box: Box;
  readonly place: MapPlace;
}
type Spots = Selection<SVGGElement, Spot, SVGGElement, string>;

export function drawBoxes(parent: Layer, figures: MapFigures, options: NetworkMapOptions, scales: MapScales): void {
  const { layout, view, id = "map", picked, onPick, onPoint } = options;
  const placeNamed = new Map(figures.places.map((place) => [place.name, place]));
  const spots = layout.boxes.flatMap((box): Spot[] => {
    const place = placeNamed.get(box.name);
    return box.kind === "lane" || place === undefined ? [] : [{ box, place }];
  });
  const groups = parent
    .selectAll<SVGGElement, Spot>(":scope > g")
    .data(spots, ({ box }) => box.name)
    .join((enter) => {
      const group = enter.append("g").attr("tabindex", 0);
      group.append("rect").attr("class", "box").attr("rx", 6);
      group.append("text").attr("class", "name");
      return group;
    })
    .attr("class", ({ box }) => `place ${box.kind} ${box.name === picked ? "picked" : ""}`)
    .attr("transform", ({ box }) => `translate(${box.x},${box.y})`)
    .attr("role", ({ box }) => (box.kind === "place" && onPick ? "button" : "img"))
    .attr("aria-pressed", ({ box }) => (box.kind === "place" && onPick ? String(box.name === picked) : null))
    .attr("aria-label", ({ place }) => tellPlace(place, view))
    .on("click", (_, { box }) => box.kind === "place" && onPick?.(box.name))
    .on("keydown", (event: KeyboardEvent, { box }) => {
      if (box.kind !== "place" || (event.key !== "Enter" && event.key !== " ")) return;
      event.preventDefault();
      onPick?.(box.name);
    })
    .on("pointerenter focus", (_, { box }) => onPoint?.(box.name));
  groups
    .select("rect.box")
    .attr("width", ({ box }) => box.width)
    .attr("height", ({ box }) => box.height);
  groups
    .select<SVGTextElement>("text.name")
    .selectAll("tspan")
    .data(({ box }) => box.lines.map((line) => ({ box, line: `${line} ` })))
    .join("tspan")
    .attr("x", ({ box }) => box.width / 2)
    .attr("y", (_, at) => 6 + lineHeight * (at + 0.75))
    .text(({ line }) => line);
  drawSquares(groups, view, id, scales);
  drawNumbers(groups, view);
}

/** The middles of the two halves of a box: those waiting on the left, those in care on the right. */
const half = { waiting: 0.27, inCare: 0.73 } as const;
const words = { waiting: "waiting", inCare: "in care" } as const;
const bottom = (box: Box): number => box.height - 2 * lineHeight - 6;

function drawSquares(groups: Spots, view: MapView, id: string, { side }: MapScales): void {
  groups
    .selectAll<SVGRectElement, unknown>("rect.people")
    .data(({ box, place }) =>
      isExit(place) ? [] : (["waiting", "inCare"] as const).map((who) => ({ who, box, ...drawn(place[who], view) })),
    )
    .join("rect")
    .attr("class", ({ who, change }) => `people ${who} ${change}`)
    .attr("fill", ({ who }) => (who === "waiting" ? `url(#${id}-hatch)` : null))
    .attr("x", ({ who, box, size }) => box.width * half[who] - side(size) / 2)
    .attr("y", ({ box, size }) => bottom(box) - side(size))
    .attr("width", ({ size }) => side(size))
    .attr("height", ({ size }) => side(size));
}

function drawNumbers(groups: Spots, view: MapView): void {
  groups
    .selectAll<SVGTextElement, unknown>("text.number")
    .data(({ box, place }) =>
      isExit(place)
        ? [{ at: 0.5, box, text: `${shown(place.through, view)} a year`, word: "", ...drawn(place.through, view) }]
        : (["waiting", "inCare"] as const).map((who) => ({
            at: half[who],
            box,
            text: shown(place[who], view),
            word: words[who],
            ...drawn(place[who], view),
          })),
    )
    .join("text")
    .attr("class", ({ change }) => `number ${change}`)
    .attr("transform", ({ at, box }) => `translate(${at * box.width},${box.height - 8})`)
    .selectAll("tspan")
    .data(({ text, word }) => (word === "" ? [text] : [`${text} `, `${word} `]))
    .join("tspan")
    .attr("class", (_, line) => (line === 0 ? null : "word"))
    .attr("x", 0)
    .attr("y", (_, line, all) => (line - all.length + 1) * lineHeight)
    .text((text) => text);
}
