/** Where the flows of the map run: stacked at the edges of the boxes, on curves between them. */
import type { Box, Layout } from "../../map/layout.ts";
import { verdictOf } from "../../numbers.ts";
import { arcPath } from "./arcs.ts";
import { isExit, type MapFigures, type MapFlow, type MapPair, type MapView } from "./figures.ts";
import type { MapScales } from "./scales.ts";

export interface Stroke {
  readonly key: string;
  /** `outside`: from outside the network; `back`: leads to the left, or stays in its column. */
  readonly kind: "" | "outside" | "back";
  readonly path: string;
  readonly width: number;
  readonly change: Change;
  /** A head for ways that do not lead to the right. */
  readonly head: string;
}

/** How a flow is drawn: as what it is, or as a difference. */
export type Change = "as-is" | "more" | "fewer" | "unchanged";

/** What is drawn of a pair in a view: its size, and which way it differs. Unclear differences are not drawn as any. */
export function drawn(pair: MapPair, view: MapView): { size: number; change: Change } {
  if (view !== "difference") return { size: pair[view].mean || 0, change: "as-is" };
  if (verdictOf(pair.difference) !== "clear") return { size: 0, change: "unchanged" };
  const { mean } = pair.difference;
  return { size: Math.abs(mean), change: mean > 0 ? "more" : "fewer" };
}

/** Flows that share a lane are drawn as one. */
function together(flows: readonly MapFlow[], view: MapView): { size: number; change: Change } {
  const parts = flows.map(({ people }) => ({ people, ...drawn(people, view) }));
  const net = parts.reduce((sum, { size, change }) => sum + (change === "fewer" ? -size : size), 0);
  if (view !== "difference") return { size: net, change: "as-is" };
  return { size: Math.abs(net), change: net === 0 ? "unchanged" : net > 0 ? "more" : "fewer" };
}

/** No flow is thinner than this, so that each can be seen. */
const thinnest = 1;

/** Length of the stump that stands for people from outside. */
const stump = 30;

export function strokesOf(
  { flows, places }: MapFigures,
  layout: Layout,
  view: MapView,
  { width }: MapScales,
): Stroke[] {
  const named = new Map(flows.map((flow) => [JSON.stringify([flow.from, flow.to]), flow]));
  const flowsOf = (links: readonly { from: string; to: string }[]): MapFlow[] =>
    links.flatMap(({ from, to }) => named.get(JSON.stringify([from, to])) ?? []);
  const { boxes, segments, arcs } = layout;
  const parts = segments.map((segment): Part => {
    const { size, change } = together(flowsOf(segment.links), view);
    return { from: segment.from, to: segment.to, change, width: Math.max(thinnest, width(size)) };
  });
  for (const place of places) {
    if (isExit(place) || !(place.arrivals.base.mean > 0 || place.arrivals.other.mean > 0)) continue;
    const { size, change } = drawn(place.arrivals, view);
    const to = boxes.findIndex(({ kind, name }) => kind === "place" && name === place.name);
    if (to >= 0) parts.push({ from: undefined, to, change, width: Math.max(thinnest, width(size)) });
  }
  const ports = portsOf(parts, boxes);
  const joins = parts.map((part, at): Stroke => {
    const { start, end } = ports[at]!;
    const target = boxes[part.to]!;
    const source = part.from === undefined ? undefined : boxes[part.from]!;
    const path = source ? curve(source, start, target, end) : `M${target.x - stump},${end}H${target.x}`;
    const kind = source ? "" : "outside";
    return {
      key: `${part.from ?? "outside"} ${part.to}`,
      kind,
      path,
      width: part.width,
      change: part.change,
      head: "",
    };
  });
  const lanes = boxes.flatMap((box, at): Stroke[] => {
    if (box.kind !== "lane") return [];
    const links = segments.filter(({ to }) => to === at).flatMap((segment) => segment.links);
    const { size, change } = together(flowsOf(links), view);
    const y = box.y + box.height / 2;
    const path = `M${box.x},${y}H${box.x + box.width}`;
    return [{ key: `lane ${at}`, kind: "", path, width: Math.max(thinnest, width(size)), change, head: "" }];
  });
  const back = arcs.map((arc): Stroke => {
    const pair = flowsOf([{ from: boxes[arc.from]!.name, to: boxes[arc.to]!.name }])[0];
    const { size, change } = pair ? drawn(pair.people, view) : { size: 0, change: "unchanged" as const };
    const thick = Math.max(thinnest, width(size));
    return { key: `arc ${arc.from} ${arc.to}`, kind: "back", ...arcPath(layout, arc, thick), width: thick, change };
  });
  return [...lanes, ...joins, ...back];
}

/** A flow between boxes, or from outside into one. */
interface Part {
  readonly from: number | undefined;
  readonly to: number;
  readonly width: number;
  readonly change: Change;
}

/** Heights at which each segment leaves and arrives: those of one edge in the order of their far ends, about its middle. */
function portsOf(parts: readonly Part[], boxes: readonly Box[]) {
  const ports = parts.map(() => ({ start: 0, end: 0 }));
  // People from outside come in above all others.
  const middle = (at: number | undefined): number => (at === undefined ? -1 : boxes[at]!.y + boxes[at]!.height / 2);
  boxes.forEach((_, at) => {
    for (const [side, near, far] of [
      ["start", "from", "to"],
      ["end", "to", "from"],
    ] as const) {
      const own = parts.map((part, index) => ({ part, index })).filter(({ part }) => part[near] === at);
      own.sort((a, b) => middle(a.part[far]) - middle(b.part[far]));
      let next = middle(at) - own.reduce((sum, { part }) => sum + part.width, 0) / 2;
      for (const { part, index } of own) {
        ports[index]![side] = next + part.width / 2;
        next += part.width;
      }
    }
  });
  return ports;
}

function curve(from: Box, start: number, to: Box, end: number): string {
  const x1 = from.x + from.width;
  const x2 = to.x;
  const bend = (x2 - x1) / 2;
  return `M${x1},${start}C${x1 + bend},${start} ${x2 - bend},${end} ${x2},${end}`;
}
