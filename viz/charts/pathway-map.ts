/**
 * The care pathway as a map: places with their queue and caseload as squares in true proportion, ways between them in widths of people
 * a year, rejections as arcs back, and the gap as a place. Everything stays where it is, in every scenario and in the difference.
 */
import { amount, withRange } from "../numbers.ts";
import { type Chart, type ChartOptions, frame, roundUp, type Svg } from "./chart.ts";
import type { MapPair, MapView } from "./map/figures.ts";
import { layer } from "./parts.ts";
import { flowKey, type PathwayFigures, tellFlow, tellPair } from "./pathway/figures.ts";
import { drawPathwayKey } from "./pathway/key.ts";
import { pathwayLayout, square } from "./pathway/layout.ts";
import { drawPlaces } from "./pathway/places.ts";
import { pathwayStrokes, type PathwayStroke } from "./pathway/strokes.ts";

export {
  type Crowd,
  flowKey,
  type PathwayFigures,
  type PathwayFlow,
  type PathwayPlace,
  tellFlow,
} from "./pathway/figures.ts";

export interface PathwayMapOptions extends ChartOptions {
  readonly view: MapView;
  /** The place that is marked as chosen. */
  readonly picked?: string | undefined;
  /** Told the key of a place that is chosen by click, Enter or Space. */
  readonly onPick?: (place: string) => void;
  /** Told the key of a place, or of a way (`flowKey`), that is pointed at or has the focus. */
  readonly onPoint?: (what: string) => void;
}

/** Width in pixels of all that passes through the busiest place. */
const river = 64;
const tones = ["gp", "iapt", "cmht", "third", "other", "gap", "none"] as const;

export const pathwayMap: Chart<PathwayFigures, PathwayMapOptions> = {
  name: "pathway-map",
  draw: (options) => (svg) => draw(svg, options),
  label,
  twin: ({ places, flows }) => ({
    caption: "People at each place at any one time, and people a year on each way, with 95% intervals",
    columns: [
      { head: "What" },
      { head: "Baseline", numeric: true },
      { head: "With the change", numeric: true },
      { head: "Difference", numeric: true },
    ],
    rows: [
      ...places.flatMap(({ label: name, people }) =>
        people.map(({ word, pair }) => [`${name}: ${word}`, ...cells(pair)]),
      ),
      ...flows.map((flow) => [
        tellFlow(flow, places, "base").replace(/: [^:]*$/, ", people a year"),
        ...cells(flow.people),
      ]),
    ],
  }),
  tidy: ({ places, flows }) => ({
    columns: ["from", "to", "what", "unit", "scenario", "mean", "ci_low", "ci_high", "n"],
    rows: [
      ...places.flatMap(({ key, people }) =>
        people.flatMap(({ word, pair }) => tidyPair([key, "", word, "people"], pair)),
      ),
      ...flows.flatMap(({ from, to, word, people }) => tidyPair([from, to, word, "people a year"], people)),
    ],
  }),
};

const cells = (pair: MapPair): string[] => [withRange(pair.base), withRange(pair.other), tellPair(pair, "difference")];

const tidyPair = (what: readonly string[], pair: MapPair) =>
  (["base", "other", "difference"] as const).map((which) => {
    const { mean, low, high, n } = pair[which];
    return [...what, which, mean, low, high, n];
  });

function label({ places }: PathwayFigures): string {
  const gap = places.find(({ part }) => part === "gap")?.people[0]?.pair;
  const told =
    gap === undefined
      ? ""
      : ` In the gap: ${amount(gap.base.mean)} people in the baseline, ${amount(gap.other.mean)} with the change.`;
  return `Map of the care pathway: people at each place, and how many go where in a year.${told}`;
}

/** One scale for people and one for ways: over both scenarios, so that they can be compared; and one for what differs. */
export function pathwayScales({ places, flows }: PathwayFigures, view: MapView) {
  const most = ({ base, other, difference }: MapPair): number =>
    view === "difference" ? Math.abs(difference.mean || 0) : Math.max(base.mean || 0, other.mean || 0);
  const crowd = roundUp(Math.max(0, ...places.flatMap(({ people }) => people.map(({ pair }) => most(pair)))));
  const through = places.map(({ key }) =>
    Math.max(
      ...(["from", "to"] as const).map((end) =>
        flows.reduce((sum, flow) => sum + (flow[end] === key ? most(flow.people) : 0), 0),
      ),
    ),
  );
  const stream = roundUp(Math.max(0, ...through));
  return {
    side: (people: number) => square * Math.sqrt(Math.max(0, people || 0) / crowd),
    width: (peopleAYear: number) => (river * Math.max(0, peopleAYear || 0)) / stream,
    crowd,
    stream,
  };
}

function draw(
  svg: Svg<PathwayFigures>,
  { width, id = "pathway", view, picked, onPick, onPoint }: PathwayMapOptions,
): void {
  const figures = svg.datum();
  const layout = pathwayLayout(figures, width);
  const scales = pathwayScales(figures, view);
  frame(svg, { name: `pathway-map ${view}`, label: label(figures), width, height: layout.height, role: "group" });
  drawPatterns(svg, id);
  const strokes = pathwayStrokes(figures, layout, view, scales.width);
  const groups = layer(svg, "g", "flows")
    .selectAll<SVGGElement, PathwayStroke>(":scope > g")
    .data(strokes, ({ key }) => key)
    .join((enter) => {
      const group = enter.append("g").attr("tabindex", 0).attr("role", "img");
      group.append("title");
      group.append("path").attr("class", "flow");
      group.append("path").attr("class", "head");
      return group;
    })
    .attr("class", ({ flow, tone, change }) => `way ${flow.kind} tone-${tone} ${change}`)
    .attr("aria-label", ({ flow }) => tellFlow(flow, figures.places, view))
    .on("pointerenter focus", (_, { flow }) => onPoint?.(flowKey(flow)));
  groups.select("title").text(({ flow }) => tellFlow(flow, figures.places, view));
  groups
    .select(".flow")
    .attr("d", ({ path }) => path)
    .attr("stroke-width", ({ width: thick }) => thick);
  groups.select(".head").attr("d", ({ head }) => head);
  drawPlaces(svg, { layout, view, id, side: scales.side, picked, onPick, onPoint });
  drawPathwayKey(layer(svg, "g", "key"), { layout, view, id, scales });
}

/** Hatching for those who wait, in the colour of each sort of service. */
function drawPatterns(svg: Svg<PathwayFigures>, id: string): void {
  layer(svg, "defs", "patterns")
    .selectAll("pattern")
    .data(tones)
    .join((enter) => {
      const pattern = enter.append("pattern").attr("width", 6).attr("height", 6);
      pattern.attr("patternUnits", "userSpaceOnUse").attr("patternTransform", "rotate(45)");
      pattern.append("rect").attr("width", 6).attr("height", 6);
      pattern.append("line").attr("y2", 6).attr("x1", 1.5).attr("x2", 1.5);
      return pattern;
    })
    .attr("class", (tone) => `hatch tone-${tone}`)
    .attr("id", (tone) => `${id}-${tone}`);
}
