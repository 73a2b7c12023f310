/** The places of the pathway: a box each with its name, and a square with its number for those who wait, are in care or are held. */
import type { Selection } from "d3";
import type { MapView } from "../map/figures.ts";
import { drawn } from "../map/flows.ts";
import { interval, shown } from "../map/tell.ts";
import { layer } from "../parts.ts";
import { type Crowd, type PathwayFigures, tellPlace } from "./figures.ts";
import { cell, type PathwayBox, type PathwayLayout, square } from "./layout.ts";

interface PlaceOptions {
  readonly layout: PathwayLayout;
  readonly view: MapView;
  readonly id: string;
  readonly side: (people: number) => number;
  readonly picked?: string | undefined;
  readonly onPick?: ((key: string) => void) | undefined;
  readonly onPoint?: ((key: string) => void) | undefined;
}

type Groups = Selection<SVGGElement, PathwayBox, SVGGElement, string>;

export function drawPlaces(
  svg: Selection<SVGSVGElement, PathwayFigures, null, undefined>,
  options: PlaceOptions,
): void {
  const { layout, view, picked, onPick, onPoint } = options;
  const groups = layer(svg, "g", "places")
    .selectAll<SVGGElement, PathwayBox>(":scope > g")
    .data(layout.boxes, ({ place }) => place.key)
    .join((enter) => {
      const group = enter.append("g").attr("tabindex", 0);
      group.append("rect").attr("class", "box").attr("rx", 6);
      group.append("text").attr("class", "name");
      group.append("g").attr("class", "crowds");
      return group;
    })
    .attr("class", ({ place }) => `place ${place.part} tone-${place.tone} ${place.key === picked ? "picked" : ""}`)
    .attr("transform", ({ x, y }) => `translate(${x},${y})`)
    .attr("role", onPick ? "button" : "img")
    .attr("aria-pressed", onPick ? ({ place }) => String(place.key === picked) : null)
    .attr("aria-label", ({ place }) => tellPlace(place, view))
    .on("click", (_, { place }) => onPick?.(place.key))
    .on("keydown", (event: KeyboardEvent, { place }) => {
      if (!onPick || (event.key !== "Enter" && event.key !== " ")) return;
      event.preventDefault();
      onPick(place.key);
    })
    .on("pointerenter focus", (_, { place }) => onPoint?.(place.key));
  groups
    .select("rect.box")
    .attr("width", ({ width }) => width)
    .attr("height", ({ height }) => height);
  groups
    .select<SVGTextElement>("text.name")
    .selectAll("tspan")
    .data(({ lines }) => lines)
    .join("tspan")
    .attr("x", 8)
    .attr("y", (_, at) => 20 + at * 20)
    .text((line) => `${line} `);
  drawCrowds(groups, options);
}

interface Spot {
  readonly crowd: Crowd;
  readonly tone: string;
  readonly x: number;
  readonly y: number;
}

function drawCrowds(boxes: Groups, { view, id, side }: PlaceOptions): void {
  const spots = boxes
    .select<SVGGElement>("g.crowds")
    .selectAll<SVGGElement, Spot>(":scope > g")
    .data(
      ({ place, lines, cellsInRow }) =>
        place.people.map((crowd, at): Spot => ({
          crowd,
          tone: place.tone,
          x: 10 + (at % cellsInRow) * cell.width,
          y: 12 + lines.length * 20 + Math.floor(at / cellsInRow) * cell.height,
        })),
      ({ crowd }) => crowd.how,
    )
    .join((enter) => {
      const group = enter.append("g");
      group.append("rect");
      group.append("text").attr("class", "number");
      group.append("text").attr("class", "word");
      group.append("text").attr("class", "interval");
      return group;
    })
    .attr("transform", ({ x, y }) => `translate(${x},${y})`);
  const size = ({ crowd }: Spot): number => side(drawn(crowd.pair, view).size);
  spots
    .select("rect")
    .attr("class", ({ crowd }) => `people ${crowd.how} ${drawn(crowd.pair, view).change}`)
    .attr("fill", ({ crowd, tone }) => (crowd.how === "waiting" ? `url(#${id}-${tone})` : null))
    .attr("x", (spot) => (square - size(spot)) / 2)
    .attr("y", (spot) => square - size(spot))
    .attr("width", size)
    .attr("height", size);
  spots
    .select(".number")
    .attr("class", ({ crowd }) => `number ${drawn(crowd.pair, view).change}`)
    .attr("x", square + 6)
    .attr("y", 20)
    .text(({ crowd }) => `${shown(crowd.pair, view)} `);
  spots
    .select(".word")
    .attr("x", square + 6)
    .attr("y", 38)
    .text(({ crowd }) => `${crowd.word} `);
  spots
    .select(".interval")
    .attr("y", 57)
    .text(({ crowd }) => `${interval(crowd.pair, view)} `);
}
