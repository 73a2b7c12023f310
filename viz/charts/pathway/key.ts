/** The key of the map: what a square and a width stand for, and how ways are told apart. */
import type { BaseType } from "d3";
import { ofPeople } from "../../numbers.ts";
import type { MapView } from "../map/figures.ts";
import type { Layer } from "../parts.ts";
import type { PathwayLayout } from "./layout.ts";

interface KeyOptions {
  readonly layout: PathwayLayout;
  readonly view: MapView;
  readonly id: string;
  readonly scales: {
    readonly side: (people: number) => number;
    readonly width: (peopleAYear: number) => number;
    readonly crowd: number;
    readonly stream: number;
  };
}

interface Entry {
  readonly shape: "waiting" | "inCare" | "held" | "referral" | "back" | "away" | "more" | "fewer";
  readonly text: string;
}

const room = 218;

export function drawPathwayKey<Parent extends BaseType, Datum>(
  parent: Layer<Parent, Datum>,
  { layout, view, id, scales }: KeyOptions,
): void {
  const [people, peopleAYear] = [scales.crowd / 4, scales.stream / 8];
  const entries = entriesOf(view, people, peopleAYear);
  const columns = Math.max(1, Math.floor(layout.width / room));
  const side = scales.side(people);
  const groups = parent
    .selectAll<SVGGElement, Entry>(":scope > g")
    .data(entries, ({ shape }) => shape)
    .join((enter) => {
      const group = enter.append("g");
      group.append("rect");
      group.append("path");
      group.append("text").attr("x", 46).attr("y", 6);
      return group;
    })
    .attr("class", ({ shape }) => `entry way tone-iapt ${shape} ${shape === "back" ? "as-is" : ""}`)
    .attr(
      "transform",
      (_, at) => `translate(${(at % columns) * room},${layout.keyTop + Math.floor(at / columns) * 28})`,
    );
  const isSquare = (shape: Entry["shape"]): boolean => shape === "waiting" || shape === "inCare" || shape === "held";
  groups.select("text").text(({ text }) => text);
  groups
    .select("rect")
    .attr("class", ({ shape }) => `people ${shape} as-is`)
    .attr("fill", ({ shape }) => (shape === "waiting" ? `url(#${id}-iapt)` : null))
    .attr("display", ({ shape }) => (isSquare(shape) ? null : "none"))
    .attr("x", 20 - side / 2)
    .attr("y", -side / 2)
    .attr("width", side)
    .attr("height", side);
  groups
    .select("path")
    .attr("class", "flow")
    .attr("display", ({ shape }) => (isSquare(shape) ? "none" : null))
    .attr("stroke-width", scales.width(peopleAYear))
    .attr("d", "M4,0H38");
}

function entriesOf(view: MapView, people: number, peopleAYear: number): Entry[] {
  const crowd: Entry[] = [
    { shape: "waiting", text: `${ofPeople(people)} waiting` },
    { shape: "inCare", text: `${ofPeople(people)} in care` },
    { shape: "held", text: `${ofPeople(people)} held` },
  ];
  if (view === "difference") {
    return [
      ...crowd,
      { shape: "more", text: `${ofPeople(peopleAYear)} more a year` },
      { shape: "fewer", text: `${ofPeople(peopleAYear)} fewer a year` },
    ];
  }
  return [
    ...crowd,
    { shape: "referral", text: `${ofPeople(peopleAYear)} people a year` },
    { shape: "back", text: "rejected, sent back" },
    { shape: "away", text: "into the gap" },
  ];
}
