/** Curves of competing endings of a scenario's waits, with their uncertainty over replications. */
import type { Days } from "../../engine/time.ts";
import { legendOf } from "../../model/network/legend.ts";
import { runOnce, type RunSettings } from "../../model/run.ts";
import type { NetworkScenario } from "../../scenario/types.ts";
import { type Estimate, estimate } from "../statistics.ts";
import type { Table } from "../tables.ts";
import { cumulativeIncidence, type Incidence } from "./aalen-johansen.ts";
import { type Ending, endings, EndingsReader } from "./endings.ts";

export interface IncidenceRow extends Estimate {
  readonly window: string;
  readonly place: string;
  /** A group, or "all". */
  readonly group: string;
  readonly ending: Ending;
  readonly day: Days;
}

export interface IncidenceSettings extends Omit<RunSettings, "replication"> {
  readonly replications: number;
  /** Days waited at which the curves are wanted, ascending. */
  readonly days: readonly Days[];
}

/** Mean and pointwise 95% interval over replications of each curve, on each day. Runs in this thread. */
export async function incidenceOf(scenario: NetworkScenario, settings: IncidenceSettings): Promise<IncidenceRow[]> {
  const { replications, days, ...run } = settings;
  const legend = legendOf(scenario);
  const subjects = scenario.windows.flatMap((window, w) =>
    scenario.nodes.flatMap((node, place) => {
      const all = { window: w, place, names: { window: window.name, place: node.name, group: "all" } };
      const groups = scenario.groups.map((group, g) => ({ ...all, group: g, names: { ...all.names, group } }));
      return groups.length > 1 ? [all, ...groups] : [all];
    }),
  );
  const curves: Incidence[][] = [];
  for (let replication = 0; replication < replications; replication++) {
    const reader = new EndingsReader();
    await runOnce(scenario, { ...run, replication }, [reader]);
    curves.push(subjects.map((subject) => cumulativeIncidence(reader.waits(legend, subject), days)));
  }
  return subjects.flatMap(({ names }, subject) =>
    endings.flatMap((ending) =>
      days.map((day, i) => ({ ...names, ending, day, ...estimate(curves.map((each) => each[subject]![ending][i]!)) })),
    ),
  );
}

export function incidenceTable(rows: readonly IncidenceRow[]): Table {
  return {
    columns: ["window", "place", "group", "ending", "day", "share", "ci_low", "ci_high", "n"],
    *rows() {
      for (const { window, place, group, ending, day, mean, low, high, n } of rows) {
        yield [window, place, group, ending, day, mean, low, high, n];
      }
    },
  };
}
