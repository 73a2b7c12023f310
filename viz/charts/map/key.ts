/** The key of the map: what a square, a width and a colour stand for. */
import type { Selection } from "d3";
import { amount } from "../../numbers.ts";
import type { Layout } from "../../map/layout.ts";
import type { MapFigures, MapView } from "./figures.ts";
import type { MapScales } from "./scales.ts";

interface KeyOptions {
  readonly layout: Layout;
  readonly view: MapView;
  readonly id: string;
}

interface Entry {
  readonly shape: "waiting" | "inCare" | "flow" | "outside" | "more" | "fewer";
  readonly text: string;
  /** Room for the text, in pixels. */
  readonly room: number;
}

export function drawKey(
  parent: Selection<SVGGElement, string, SVGSVGElement, MapFigures>,
  options: KeyOptions,
  scales: MapScales,
): void {
  const { layout, view, id } = options;
  const entries = entriesOf(view, scales);
  const side = scales.side(scales.people);
  const starts = entries.map((_, at) => 44 + entries.slice(0, at).reduce((sum, { room }) => sum + room, 0));
  const groups = parent
    .selectAll<SVGGElement, Entry>(":scope > g")
    .data(entries, ({ shape }) => shape)
    .join((enter) => {
      const group = enter.append("g");
      group.append("rect");
      group.append("text").attr("x", 44).attr("y", 6);
      return group;
    })
    .attr("transform", (_, at) => `translate(${starts[at]!},${layout.height - 24})`);
  groups.select("text").text(({ text }) => text);
  groups
    .select("rect")
    .attr("class", ({ shape }) => classes[shape])
    .attr("fill", ({ shape }) => (shape === "waiting" ? `url(#${id}-hatch)` : null))
    .attr("x", ({ shape }) => (shape === "waiting" || shape === "inCare" ? 36 - side : 4))
    .attr("width", ({ shape }) => (shape === "waiting" || shape === "inCare" ? side : 32))
    .attr("y", ({ shape }) => -heightOf(shape) / 2)
    .attr("height", ({ shape }) => heightOf(shape));

  function heightOf(shape: Entry["shape"]): number {
    return shape === "waiting" || shape === "inCare" ? side : scales.width(scales.peopleAYear);
  }
}

const classes: Readonly<Record<Entry["shape"], string>> = {
  waiting: "people waiting as-is",
  inCare: "people inCare as-is",
  flow: "sample as-is",
  outside: "sample outside",
  more: "sample more",
  fewer: "sample fewer",
};

function entriesOf(view: MapView, { people, peopleAYear }: MapScales): Entry[] {
  const crowd = [
    { shape: "waiting", text: `${amount(people)} people waiting`, room: 240 },
    { shape: "inCare", text: `${amount(people)} people in care`, room: 245 },
  ] as const;
  if (view !== "difference")
    return [
      ...crowd,
      { shape: "flow", text: `${amount(peopleAYear)} people a year`, room: 230 },
      { shape: "outside", text: "as many from outside", room: 220 },
    ];
  return [
    ...crowd,
    { shape: "more", text: `${amount(peopleAYear)} more people a year`, room: 290 },
    { shape: "fewer", text: `${amount(peopleAYear)} fewer`, room: 160 },
  ];
}
