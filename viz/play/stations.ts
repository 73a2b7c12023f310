/**
 * Where people stand on the living map: a station for each service and for each way of being without one, with a block of cells for each
 * spot. All dots have one size, so that a block is as large as the most people who ever stood in it: true proportion.
 */
import type { CareState, Legend, Scene } from "../../src/index.ts";

export interface Block {
  /** Number of the spot in `Scene.spots`. */
  readonly spot: number;
  readonly state: CareState;
  readonly title: string;
  readonly x: number;
  readonly y: number;
  /** Cells side by side, and rows of them. */
  readonly columns: number;
  readonly rows: number;
}

export interface Station {
  readonly title: string;
  readonly kind: "service" | "crisis" | "gap" | "away" | "well";
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly blocks: readonly Block[];
}

export interface Layout {
  readonly width: number;
  readonly height: number;
  /** From one cell to the next. */
  readonly pitch: number;
  readonly stations: readonly Station[];
  /** By spot; undefined where nobody ever stands. */
  readonly blockOf: readonly (Block | undefined)[];
}

export const blockTitles: Readonly<Record<CareState, string>> = {
  crisis: "in a crisis stay",
  in_treatment: "in treatment",
  held: "held",
  waiting_treatment: "waiting for treatment",
  waiting_assessment: "waiting for assessment",
  referred: "letter on its way",
  lost: "lost to all services",
  disengaged: "disengaged",
  gp: "in the GP's own plan",
  gap: "need, and no care",
  well: "no need now",
};

/** In pixels of CSS, of which each is `scale` of the screen. */
interface Room {
  readonly width: number;
  readonly height: number;
  readonly scale: number;
}

interface Wanted {
  readonly title: string;
  readonly kind: Station["kind"];
  readonly column: number;
  readonly spots: readonly number[];
}

const titleHeight = 20;
const blockGap = 16;
const stationGap = 10;
const padding = 8;
const largestPitch = 9;
const smallestPitch = 1.5;
/** Of a column, so that the longest words in it are not squeezed; a phone has two columns, whatever their width. */
const narrowest = 190;

/**
 * Lays out the stations in columns: without need, in the gap, the services by their size, crisis and away.
 * @param most the most people who ever stand in each spot
 */
export function layOut(scene: Scene, legend: Legend, most: Int32Array, { width, height, scale }: Room): Layout {
  const wanted = stationsOf(scene, legend, most);
  const columns = Math.max(...wanted.map(({ column }) => column)) + 1;
  const perRow = Math.min(columns, Math.max(2, Math.floor(width / narrowest)));
  // Whole pixels of the screen from dot to dot, so that each is sharp and all are alike.
  for (let pixels = Math.floor(largestPitch * scale); ; pixels--) {
    const layout = place(wanted, scene, most, { width, scale, perRow, pitch: pixels / scale });
    if (layout.height <= height || (pixels - 1) / scale < smallestPitch) return layout;
  }
}

function stationsOf(scene: Scene, legend: Legend, most: Int32Array): Wanted[] {
  const of = (test: (state: CareState, service: number) => boolean): number[] =>
    scene.spots.flatMap((spot, i) => (most[i]! > 0 && test(spot.state, spot.service) ? [i] : []));
  const services = legend.pathway!.services.map((_, service) => service);
  const size = (spots: readonly number[]): number => spots.reduce((sum, spot) => sum + most[spot]!, 0);
  const caring = services
    .map((service) => ({ service, spots: of((state, at) => at === service && state !== "crisis") }))
    .filter(({ spots }) => spots.length > 0)
    .toSorted((a, b) => size(b.spots) - size(a.spots));
  const crisis = services.flatMap((service) => of((state, at) => state === "crisis" && at === service));
  const stations: Wanted[] = [
    { title: "No need now", kind: "well", column: 0, spots: of((state) => state === "well") },
    { title: "The gap", kind: "gap", column: 1, spots: of((state) => state === "gap") },
    { title: "General practice", kind: "service", column: 1, spots: of((state) => state === "gp") },
    ...caring.map(({ service, spots }, rank): Wanted => ({
      title: legend.places[service]!.name,
      kind: "service",
      column: 2 + Math.min(rank, 2),
      spots,
    })),
    ...crisis.map((spot): Wanted => {
      return { title: legend.places[scene.spots[spot]!.service]!.name, kind: "crisis", column: 5, spots: [spot] };
    }),
    { title: "Disengaged", kind: "away", column: 5, spots: of((state) => state === "disengaged") },
    { title: "Lost to all services", kind: "away", column: 5, spots: of((state) => state === "lost") },
  ];
  return stations.filter(({ spots }) => spots.length > 0);
}

function place(
  wanted: readonly Wanted[],
  scene: Scene,
  most: Int32Array,
  { width, scale, perRow, pitch }: { width: number; scale: number; perRow: number; pitch: number },
): Layout {
  const onPixel = (length: number): number => Math.round(length * scale) / scale;
  const wide = width / perRow;
  const cells = Math.max(1, Math.floor((wide - stationGap - 2 * padding) / pitch));
  const below = Array.from({ length: perRow }, () => 0);
  const stations: Station[] = [];
  const blockOf: (Block | undefined)[] = scene.spots.map(() => undefined);
  for (const station of wanted) {
    // Where there is no room for all columns, the last stand below the others, the shortest pile first.
    const column = perRow > station.column ? station.column : below.indexOf(Math.min(...below));
    const x = column * wide + stationGap / 2;
    let y = below[column]! + titleHeight;
    const top = below[column]!;
    const blocks = station.spots.map((spot): Block => {
      const rows = Math.max(1, Math.ceil(most[spot]! / cells));
      const { state } = scene.spots[spot]!;
      y = onPixel(y + blockGap);
      const block = { spot, state, title: blockTitles[state], x: onPixel(x + padding), y, columns: cells, rows };
      blockOf[spot] = block;
      y += rows * pitch;
      return block;
    });
    const height = y + padding - top;
    stations.push({ title: station.title, kind: station.kind, x, y: top, width: wide - stationGap, height, blocks });
    below[column] = top + height + stationGap;
  }
  return { width, height: Math.max(...below), pitch, stations, blockOf };
}
