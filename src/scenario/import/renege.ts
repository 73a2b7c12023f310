/**
 * Scenarios from the files of simulation-dts-renege (nhs-bnssg-analytics; Murch et al. 2021).
 *
 * That tool works in steps of one day and numbers days from 1; its day N is [N - 1, N) on our continuous clock.
 */
import { Findings, type Imported, type NamedText } from "./findings.ts";
import { MOST_PLACES } from "./places.ts";
import { arrivalsOf, patienceOf, serversOf, serviceOf, type Figures } from "./renege-figures.ts";
import { readFlow, readNetwork, type Flow, type Network } from "./renege-network.ts";
import { readPeriods, warnOfGaps } from "./renege-periods.ts";
import { asRouting, routesIn } from "./routes.ts";
import { openTable } from "./table.ts";
import { readLengths } from "./timeline.ts";

export interface RenegeFiles {
  readonly network: NamedText;
  /** Arrivals, service and capacity by period. */
  readonly arrivals?: NamedText | undefined;
  /** Routing from `flowFromDay` on. */
  readonly flow?: NamedText | undefined;
}

export interface RenegeOptions {
  /** First day of the flow file's routing in the tool's own numbers, from 1: 1166 is our day 1165. */
  readonly flowFromDay?: number | undefined;
  /** Days; 0 unless given. */
  readonly warmUpDays?: number | undefined;
  /** Days after the warm-up; up to the end of the last period, or of a year, unless given. */
  readonly runDays?: number | undefined;
}

const YEAR = 365;

/** Reads the files; never throws. Every problem and warning says the file, the line and the column. */
export function importRenege(files: RenegeFiles, options: RenegeOptions): Imported {
  const findings = new Findings();
  const networkTable = openTable(files.network, findings, MOST_PLACES);
  const arrivalsTable = files.arrivals && openTable(files.arrivals, findings);
  const flowTable = files.flow && openTable(files.flow, findings, MOST_PLACES);
  const network = networkTable && readNetwork(networkTable, findings);
  const periods = arrivalsTable && network && readPeriods(arrivalsTable, network.nodes, findings);
  const flow = flowTable && network && readFlow(flowTable, network, findings);
  const flowFrom = readFlowFrom(files, options, findings);
  const given = {
    warmUp: { name: "warmUpDays", value: options.warmUpDays },
    run: { name: "runDays", value: options.runDays },
  };
  const lengths = readLengths(given, periods?.end ?? YEAR, "days", findings);
  const horizon = lengths === undefined ? Infinity : lengths.warmUp + lengths.run;
  if (periods !== undefined) warnOfGaps(periods, horizon, findings);
  const nodes = network && nodesOf({ network, periods, horizon, findings }, flow, flowFrom);
  return findings.outcome(() => ({
    format: 1,
    kind: "network",
    title: `Network of ${files.network.name}`,
    description:
      "Imported from files of simulation-dts-renege. That tool works in steps of one day and makes lengths of service whole days; here time is continuous.",
    source: `simulation-dts-renege; all figures come from ${namesOf(files)}.`,
    warm_up_days: lengths?.warmUp,
    run_days: lengths?.run,
    exits: network?.exits,
    nodes,
  }));
}

const namesOf = ({ network, arrivals, flow }: RenegeFiles): string =>
  [network, arrivals, flow].flatMap((file) => file?.name ?? []).join(", ");

/** The day in our numbers, from 0, from which the flow file holds. */
function readFlowFrom({ flow }: RenegeFiles, { flowFromDay }: RenegeOptions, findings: Findings): number {
  const whole = Number.isSafeInteger(flowFromDay) && (flowFromDay ?? 0) >= 1;
  if (flow === undefined && flowFromDay !== undefined) {
    findings.problem("flowFromDay", "a flow file to hold from that day on", "none");
  } else if (flow !== undefined && !whole) {
    const hint = "The first day of the flow file's routing, in the tool's numbers.";
    findings.problem("flowFromDay", "a whole number, 1 or more", `${flowFromDay ?? "nothing"}`, hint);
  }
  return (flowFromDay ?? 1) - 1;
}

function nodesOf(figures: Figures, flow: Flow | undefined, flowFrom: number): object {
  const { network, findings } = figures;
  let changed = false;
  const nodes = [...network.nodes].map(([name, row]) => {
    const before = routingOf(network, row, findings);
    const after = flow && routingOf(flow, flow.rows.get(name), findings);
    const changes = after !== undefined && JSON.stringify(after) !== JSON.stringify(before);
    changed ||= changes;
    const node = {
      servers: serversOf(figures, name, row),
      service: serviceOf(figures, name, row),
      ...arrivalsOf(figures, name, row),
      ...patienceOf(figures, row),
      routing: changes ? byDate(before, after, flowFrom) : before,
    };
    return [name, node] as const;
  });
  if (flow !== undefined && !changed) {
    findings.warn(flow.table.name, "routing other than the network's", "the same", "Nothing changes from that day on.");
  }
  return Object.fromEntries(nodes);
}

/** `undefined` where the row is missing or at fault, which a problem tells of. */
function routingOf(
  { table, routing }: Pick<Network, "table" | "routing">,
  row: number | undefined,
  findings: Findings,
): ReturnType<typeof asRouting> | undefined {
  const routes = row === undefined ? undefined : routesIn(table, row, routing, findings);
  return routes && asRouting(routes);
}

function byDate(before: unknown, after: unknown, flowFrom: number): unknown {
  if (flowFrom === 0) return after;
  return {
    by_date: [
      { from_day: 0, routing: before },
      { from_day: flowFrom, routing: after },
    ],
  };
}
