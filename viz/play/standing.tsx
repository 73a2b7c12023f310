/** How many people are where, in words and numbers: what the map shows, for those who do not see it. */
import type { JSX } from "preact";
import type { CareState, Film, Scene } from "../../src/index.ts";
import { Table } from "../parts/table.tsx";
import type { Stage } from "./stage.ts";
import { blockTitles } from "./stations.ts";

interface StandingProps {
  readonly stage: Stage;
  readonly day: number;
  /** While days go by the map knows the day better, and is not sent back to that of the words. */
  readonly playing: boolean;
}

export function Standing({ stage, day, playing }: StandingProps): JSX.Element {
  const lines = stage.worlds.map(({ film, picture }) => {
    if (!playing) picture.scene.goTo(day);
    return countsOf(picture.scene, film);
  });
  const names = [...new Set(lines.flatMap((line) => [...line.keys()]))];
  return (
    <details class="nhsuk-details">
      <summary class="nhsuk-details__summary">
        <span class="nhsuk-details__summary-text">How many people are where on day {Math.floor(day)}</span>
      </summary>
      <div class="nhsuk-details__text">
        <Table
          caption={`People by where they are, on day ${Math.floor(day)}`}
          hideCaption
          columns={[{ head: "Where" }, ...stage.worlds.map(({ title }) => ({ head: title, numeric: true }))]}
          rows={names.map((name) => [name, ...lines.map((line) => (line.get(name) ?? 0).toLocaleString("en-GB"))])}
        />
      </div>
    </details>
  );
}

/** By name of the spot, people there now. */
function countsOf({ spots, counts }: Scene, { legend }: Film): Map<string, number> {
  const named = spots.map(
    ({ state, service }, spot) => [nameOf(state, legend.places[service]?.name), counts[spot]!] as const,
  );
  return new Map(named.filter(([, people]) => people > 0));
}

const nameOf = (state: CareState, service: string | undefined): string =>
  service === undefined ? capital(blockTitles[state]) : `${service}: ${blockTitles[state]}`;
const capital = (text: string): string => text[0]!.toUpperCase() + text.slice(1);
