/** Scenarios from the network and calendar files of PathSimR (nhs-bnssg-analytics). */
import { Findings, type Imported, type NamedText } from "./findings.ts";
import { numberIn, toNumber, wholeZeroOrMore } from "./numbers.ts";
import { readCalendar, repeating, type Calendar, type Repeating } from "./pathsimr-calendar.ts";
import { lawIn, type Unit } from "./pathsimr-laws.ts";
import { delayedRoutes, readNetwork, type Network } from "./pathsimr-network.ts";
import { MOST_PLACES } from "./places.ts";
import { asRouting } from "./routes.ts";
import { openTable, type Cell } from "./table.ts";
import { readLengths } from "./timeline.ts";

export interface PathSimRFiles {
  readonly network: NamedText;
  readonly calendar: NamedText;
}

export interface PathSimROptions {
  /** The unit of every time and rate in both files, which the files themselves do not say. */
  readonly timeUnit: "hours" | "days";
  /** In that unit; 0 unless given. */
  readonly warmUp?: number | undefined;
  /** In that unit, after the warm-up; up to the end of a year unless given. */
  readonly run?: number | undefined;
}

const UNITS: ReadonlyMap<string, Unit> = new Map([
  ["hours", "hour"],
  ["days", "day"],
]);
const YEAR = { hour: 365 * 24, day: 365 };
/** So many places to wait stand for no limit. */
const UNLIMITED = 999;

/** What the nodes are made from. */
interface Files {
  readonly network: Network;
  /** `undefined` where a problem was found in it as a whole. */
  readonly calendar: Calendar | undefined;
  readonly unit: Unit;
  readonly findings: Findings;
}

/** Reads the files; never throws. Every problem and warning says the file, the line and the column. */
export function importPathSimR(files: PathSimRFiles, options: PathSimROptions): Imported {
  const findings = new Findings();
  const unit = UNITS.get(options.timeUnit) ?? "day";
  if (!UNITS.has(options.timeUnit)) findings.problem("timeUnit", "hours or days", JSON.stringify(options.timeUnit));
  const networkTable = openTable(files.network, findings, MOST_PLACES);
  const calendarTable = openTable(files.calendar, findings);
  const network = networkTable && readNetwork(networkTable, findings);
  const calendar = calendarTable && network && readCalendar(calendarTable, network.nodes, findings);
  const given = { warmUp: { name: "warmUp", value: options.warmUp }, run: { name: "run", value: options.run } };
  const lengths = readLengths(given, YEAR[unit], options.timeUnit, findings);
  const nodes = network && nodesOf({ network, calendar, unit, findings });
  return findings.outcome(() => ({
    format: 1,
    kind: "network",
    title: `Network of ${files.network.name}`,
    description: `Imported from files of PathSimR, read in ${options.timeUnit}. A person who is delayed on the way keeps their place where they come from.`,
    source: `PathSimR; all figures come from ${files.network.name}, ${files.calendar.name}.`,
    [`warm_up_${unit}s`]: lengths?.warmUp,
    [`run_${unit}s`]: lengths?.run,
    exits: network?.exits,
    nodes,
  }));
}

function nodesOf(files: Files): object {
  const { network, unit, findings } = files;
  const { table, columns } = network;
  const nodes = [...network.nodes].map(([name, row]) => {
    const servers = serversOf(files, name);
    const law = table.cell(row, columns.serv_dist);
    const service = lawIn(law, table.cell(row, columns.serv_dist_param), unit, findings);
    const arrivals = arrivalsOf(files, name);
    const room = waitingRoom(network, row, findings);
    const routes = delayedRoutes(network, row, unit, findings);
    return [name, { servers, service, ...arrivals, ...room, routing: routes && asRouting(routes) }] as const;
  });
  return Object.fromEntries(nodes);
}

function serversOf({ calendar, unit, findings }: Files, name: string): unknown {
  const found = calendar && repeating(calendar, "cap", name, findings);
  if (found === undefined) return undefined;
  if (found.steps.every(({ value }) => value === 0)) findings.problem(found.at, "a capacity above 0 at some time", "0");
  return found.steps.length === 1 ? found.steps[0]?.value : stepped(found, "servers", unit);
}

function arrivalsOf({ calendar, unit, findings }: Files, name: string): object {
  const found = calendar && repeating(calendar, "ext_arr", name, findings);
  if (found === undefined || found.steps.every(({ value }) => value === 0)) return {};
  const rate = `per_${unit}`;
  return { arrivals: [found.steps.length === 1 ? { [rate]: found.steps[0]?.value } : stepped(found, rate, unit)] };
}

function stepped({ steps, repeatEvery }: Repeating, key: string, unit: Unit): object {
  return {
    steps: steps.map(({ from, value }) => ({ [`from_${unit}`]: from, [key]: value })),
    [`repeat_every_${unit}s`]: repeatEvery,
  };
}

/** Left out where nothing is limited. */
function waitingRoom({ table, columns }: Network, row: number, findings: Findings): object {
  const from_outside = placesIn(table.cell(row, columns.ext_queue), findings);
  const from_nodes = placesIn(table.cell(row, columns.int_queue), findings);
  if (from_outside === "unlimited" && from_nodes === "unlimited") return {};
  return { waiting_room: { from_outside, from_nodes } };
}

function placesIn(cell: Cell, findings: Findings): number | "unlimited" | undefined {
  if (/^inf$/i.test(cell.text) || (toNumber(cell.text) ?? 0) >= UNLIMITED) return "unlimited";
  return numberIn(cell, wholeZeroOrMore, findings);
}
