/** The log as CSV, written while the run goes on: the numbers of the log are turned into names by the legend. */
import type { Days } from "../engine/time.ts";
import { csvCell } from "./csv-text.ts";
import type { Legend } from "./legend.ts";
import { type Block, From, Kind, kindNames, type Reader } from "./log.ts";
import { pathwayDetails } from "./pathway-details.ts";

/** `at_day` is counted from the start of the run; `detail` is told in `detailTexts`. Empty: nobody, or nothing to tell. */
export const eventColumns = ["replication", "at_day", "event", "person", "place", "group", "detail"] as const;

/** Turns each block of one replication's log into lines of CSV. Keeps nothing. */
export class EventCsv implements Reader {
  readonly #before: string;
  readonly #write: (lines: string) => void;
  readonly #places: readonly string[];
  readonly #groups: readonly string[];
  readonly #details: readonly DetailText[];

  /**
   * @param write is given some whole lines at a time
   * @param before cells to put before the others in each line, such as the name of the scenario
   */
  constructor(legend: Legend, replication: number, write: (lines: string) => void, before: readonly string[] = []) {
    this.#before = [...before.map(csvCell), replication].join(",");
    this.#write = write;
    this.#places = legend.places.map((place) => csvCell(place.name));
    this.#groups = legend.groups.map(csvCell);
    this.#details = detailTexts(legend, csvCell);
  }

  read({ rows, at, kind, person, place, group, detail }: Block): void {
    let lines = "";
    for (let row = 0; row < rows; row++) {
      const what = kind[row]!;
      const who = person[row]! < 0 ? "" : person[row]!;
      const groupName = group[row]! < 0 ? "" : this.#groups[group[row]!]!;
      const where = this.#places[place[row]!]!;
      const more = this.#details[what]!(detail[row]!);
      lines += `${this.#before},${at[row]!},${kindNames[what]!},${who},${where},${groupName},${more}\n`;
    }
    if (rows > 0) this.#write(lines);
  }

  end(_horizon: Days): void {}
}

const secondsPerDay = 86_400;

type DetailText = (detail: number) => string;
const number: DetailText = (detail) => `${detail}`;
const nothing: DetailText = () => "";

/**
 * By kind, how its detail reads: the name of a place, exit or group, a number, words, or nothing. docs/log.md tells them all.
 *
 * @param cell how a name is written
 */
export function detailTexts(
  { places, exits, groups, pathway }: Legend,
  cell: (name: string) => string,
): readonly DetailText[] {
  const targets = [...places.map((place) => place.name), ...exits].map(cell);
  const groupNames = groups.map(cell);
  const target: DetailText = (detail) => targets[detail]!;
  // In brackets, so as not to be taken for places.
  const origin: DetailText = (detail) =>
    detail === From.outside ? "(outside)" : detail === From.start ? "(start)" : targets[detail]!;
  const texts: Partial<Record<Kind, DetailText>> = {
    [Kind.join]: origin,
    [Kind.serve]: origin,
    [Kind.refuse]: origin,
    [Kind.attend]: number,
    [Kind.miss]: number,
    [Kind.complete]: number,
    [Kind.block]: target,
    [Kind.delay]: target,
    [Kind.exit]: (detail) => targets[places.length + detail]!,
    [Kind.regroup]: (detail) => groupNames[detail]!,
    [Kind.waited]: (detail) => `${detail / secondsPerDay} days`,
    [Kind.treated]: (detail) => `${detail} sessions`,
    [Kind.servers]: (detail) => (detail < 0 ? "unlimited" : `${detail}`),
    ...(pathway && pathwayDetails),
  };
  return kindNames.map((name) => texts[Kind[name]] ?? nothing);
}
