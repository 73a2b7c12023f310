/** What `caregap run` prints: for each window the main figures of a pathway, a table of the places and one of the waits. */
import {
  headlineRows,
  keyText,
  legendOf,
  type NamedResult,
  type Study,
  summarise,
  type SummaryRow,
  themeTitles,
  type Window,
} from "../../index.ts";
import { inUnit, ofWaits, unitOf } from "./headlines.ts";
import { layOut } from "./layout.ts";
import { decimal, withSpread } from "./numbers.ts";
import { waitOf } from "./words.ts";

/** Finds a figure of all groups together. */
type Find = (place: string, measure: string, estimand: string, statistic: string) => SummaryRow | undefined;

export function runReport({ name, result }: NamedResult, study: Study): string {
  const { scenario } = result;
  const rows = new Map(summarise(result).map((row) => [keyText(row.key), row]));
  const many = study.replications > 1;
  const parts = [
    `${scenario.title} (${name})`,
    `${study.replications} replication${many ? "s" : ""}, seed "${study.seed}", ${study.executive ?? "fast"} executive.` +
      (many ? " Means over replications ± half a 95% confidence interval." : " One says nothing of how sure it is."),
  ];
  for (const window of scenario.windows) {
    const find: Find = (place, measure, estimand, statistic) =>
      rows.get(keyText({ window: window.name, place, group: "all", measure, estimand, statistic, unit: "" }));
    const tables = [
      mainFigures(result, study, window),
      placesTable(result, study, find),
      waitsTable(result, study, find),
    ];
    parts.push("", windowTitle(window), ...tables.filter((table) => table !== "").flatMap((table) => ["", table]));
  }
  return parts.join("\n");
}

const windowTitle = ({ name, from_day, to_day }: Window): string =>
  `${name}: day ${decimal(from_day, 0)} to day ${decimal(to_day, 0)}`;

/** Of a pathway, those that a comparison tells; nothing of a network. */
function mainFigures(result: NamedResult["result"], { replications }: Study, window: Window): string {
  const rows = headlineRows([result], window.name).map(({ headline, values }, i, all) => {
    const isFirst = all[i - 1]?.headline.theme !== headline.theme;
    const value = withSpread(inUnit(values[0]!, headline.shown), replications);
    return [isFirst ? themeTitles[headline.theme] : "", headline.label, value, unitOf[headline.shown]];
  });
  return rows.length === 0 ? "" : `${layOut(["main figures", "", "", "unit"], rows, 2)}\n${ofWaits}.`;
}

const placeColumns = [
  { head: "waiting list", measure: "queue_length", estimand: "time_weighted", statistic: "mean" },
  { head: "in service", measure: "in_service", estimand: "time_weighted", statistic: "mean" },
  { head: "in use, %", measure: "utilisation", estimand: "time_weighted", statistic: "mean", scale: 100 },
  { head: "arrivals a day", measure: "arrivals", estimand: "all", statistic: "per_day" },
  { head: "starts a day", measure: "starts", estimand: "events", statistic: "per_day" },
  { head: "left waiting a day", measure: "left_waiting", estimand: "events", statistic: "per_day", rare: true },
  { head: "refused a day", measure: "refused", estimand: "events", statistic: "per_day", rare: true },
  { head: "blocked a day", measure: "blocked", estimand: "events", statistic: "per_day", rare: true },
] as const;

function placesTable({ scenario }: NamedResult["result"], { replications }: Study, find: Find): string {
  const rows = legendOf(scenario).places.map(({ name }) => {
    const cells = placeColumns.map((column) => {
      const row = find(name, column.measure, column.estimand, column.statistic);
      if (row === undefined || ("rare" in column && row.mean === 0)) return "";
      return withSpread(row, replications, "scale" in column ? column.scale : 1);
    });
    return [name, ...cells];
  });
  const header = ["people, time-weighted means", ...placeColumns.map((column) => column.head)];
  // The places of a pathway that keep no list and no servers, such as practices, have none of these figures.
  const told = rows.filter(([, ...cells]) => cells.some((cell) => cell !== ""));
  return layOut(header, told);
}

/** Places where nobody waited are told in a line below. Where nobody left, all whose wait ended are those who started. */
function waitsTable({ scenario }: NamedResult["result"], { replications }: Study, find: Find): string {
  const statistics = ["mean", "median", "p95"] as const;
  const limits = scenario.wait_limits_days;
  const places = legendOf(scenario).places.filter(({ name }) => find(name, "wait", "started", "count") !== undefined);
  const waited = places.filter((node) => {
    const longest = ["started", "left"].map((estimand) => find(node.name, "wait", estimand, "max")?.mean ?? NaN);
    const censored = find(node.name, "queue_length", "time_weighted", "max")?.mean ?? 0;
    return longest.some((wait) => wait > 0) || censored > 0;
  });
  const rows = waited.flatMap((node) => {
    const nobodyLeft = !((find(node.name, "wait", "left", "count")?.mean ?? 0) > 0);
    const lines = Object.entries(waitOf).flatMap(([estimand, whose]) => {
      if (estimand === "all_ended" && nobodyLeft) return [];
      const count = find(node.name, "wait", estimand, "count");
      if (count === undefined || !(count.mean > 0)) return [];
      const cell = (statistic: string, scale = 1): string => {
        const row = find(node.name, "wait", estimand, statistic);
        return row === undefined ? "" : withSpread(row, replications, scale);
      };
      const within = limits.map((limit) => cell(`share_within_${limit}`, 100));
      return [[whose, withSpread(count, replications), ...statistics.map((each) => cell(each)), ...within]];
    });
    return lines.map((line, i) => [i === 0 ? node.name : "", ...line]);
  });
  const header = ["days waited at", "by", "people", ...statistics, ...limits.map((limit) => `within ${limit}, %`)];
  const nobody = places.filter((node) => !waited.includes(node)).map((node) => node.name);
  const table = rows.length > 0 ? [layOut(header, rows, 2)] : [];
  return [...table, ...(nobody.length > 0 ? [`  Nobody waited: ${nobody.join("; ")}.`] : [])].join("\n");
}
