/** `caregap waits`: how waits end, by how long they have lasted. */
import { type Command, InvalidArgumentError } from "commander";
import {
  type CurveName,
  curveNames,
  type IncidenceRow,
  incidenceOf,
  incidenceTable,
  scenarioHash,
} from "../../index.ts";
import { breathe, interruptible } from "../interrupt.ts";
import { defaultSeed, nonEmpty, wholeFrom1To } from "../options.ts";
import { startProgress } from "../progress.ts";
import { openScenario } from "../scenarios.ts";
import { checkTablesOut, printTables, writeTables } from "../tables-out.ts";
import { layOut } from "../text/layout.ts";
import { decimal } from "../text/numbers.ts";

interface WaitsOptions {
  readonly days: readonly number[];
  readonly replications: number;
  readonly seed: string;
  readonly out?: string;
  readonly json?: true;
}

/** Of the table that is printed; files have as many as are asked for. */
const usualDays = [0, 7, 14, 28, 42, 56, 84, 126, 182, 273, 365, 546, 728];

export function addWaits(program: Command): void {
  program
    .command("waits")
    .description("Tell by how long they have waited how many have started, left, been rejected, or still wait.")
    .argument("<scenario>", "a file, or the name of a scenario that comes with caregap")
    .option("--days <days>", "days waited: a list such as 7,14,28, or from:to:step such as 0:728:7", days, usualDays)
    .option("--replications <number>", "independent repetitions of the run", wholeFrom1To(100_000), 10)
    .option("--seed <text>", "the same text gives the same people, bit for bit", defaultSeed)
    .option("--out <folder>", "write waits.csv (also by group) there, and a manifest of what made it", nonEmpty)
    .option("--json", "print the result as JSON, and nothing else")
    .addHelpText(
      "after",
      `
Of a network, waits on the list of each node; of a pathway, from a referral to the first treatment contact in that service.
Those who started, left, were rejected and still wait add up to 100% (Aalen and Johansen 1978); "Kaplan-Meier" is the share
that would have started if nobody could leave or be rejected. All who began to wait in the window count, also those who
still wait at its end. Intervals are pointwise, 95%, over replications. Runs in one thread.

Examples:
  caregap waits bristol-2019
  caregap waits baseline --days 0:728:7 --out waits`,
    )
    .action((argument: string, options: WaitsOptions) => waits(argument, options));
}

function days(text: string): readonly number[] {
  const list = text.includes(":")
    ? steps(text)
    : text.split(",").map((part) => (part.trim() === "" ? NaN : Number(part)));
  const isSound =
    list.length > 0 && list.every((day, i) => day >= 0 && day < Infinity && (i === 0 || day > list[i - 1]!));
  if (isSound) return list;
  throw new InvalidArgumentError("Expected days that go up, such as 7,14,28 or 0:728:7.");
}

function steps(text: string): number[] {
  const [from = NaN, to = NaN, step = NaN, ...rest] = text.split(":").map(Number);
  const count = Math.floor((to - from) / step) + 1;
  if (rest.length > 0 || !(step > 0 && count >= 1 && count <= 10_000)) return [];
  return Array.from({ length: count }, (_, i) => from + i * step);
}

async function waits(argument: string, { days: asked, replications, seed, out, json }: WaitsOptions): Promise<void> {
  const { name, scenario } = openScenario(argument);
  checkTablesOut(out, ["waits.csv"]);
  await interruptible(async (signal) => {
    const progress = startProgress("replications", !json);
    const onProgress = async (finished: number, of: number): Promise<void> => {
      progress.update(finished, of);
      await breathe(signal);
    };
    const settings = { days: asked, replications, seed, executive: "fast", onProgress } as const;
    const rows = await incidenceOf(scenario, settings).finally(() => progress.stop());
    const about = { seed, replications, scenario: { name, title: scenario.title, sha256: scenarioHash(scenario) } };
    const tables = { "waits.csv": incidenceTable(rows) };
    if (out !== undefined) await writeTables(out, tables, about, signal);
    if (json) {
      printTables(about, tables);
      return;
    }
    const many = replications > 1 ? "half a 95% interval after ±" : "one says nothing of how sure it is";
    console.log(`${scenario.title} (${name}), ${replications} replications; ${many}\n`);
    console.log(report(rows));
    if (out !== undefined) console.log(`\nWritten to ${out}.`);
  });
}

const titles: Readonly<Record<CurveName, string>> = {
  started: "started, %",
  left: "left, %",
  rejected: "rejected, %",
  still_waiting: "still waiting, %",
  kaplan_meier_started: "Kaplan-Meier, %",
};

/** All groups together; places where nobody waited are told in a line. */
function report(rows: readonly IncidenceRow[]): string {
  const all = rows.filter(({ group }) => group === "all");
  const places = [...new Set(all.map(({ window, place }) => JSON.stringify([window, place])))];
  const empty: string[] = [];
  const parts = places.flatMap((text) => {
    const [window, place] = JSON.parse(text) as [string, string];
    const own = all.filter((row) => row.window === window && row.place === place);
    if (!own.some(({ curve, mean }) => curve === "still_waiting" && mean > 0)) {
      empty.push(`${place} (${window})`);
      return [];
    }
    const lines = [...new Set(own.map(({ day }) => day))].map((day) => [
      decimal(day, Number.isInteger(day) ? 0 : 1),
      ...curveNames.map((curve) => cell(own.find((row) => row.day === day && row.curve === curve)!)),
    ]);
    return [`${window}, ${place}\n${layOut(["days waited", ...curveNames.map((curve) => titles[curve])], lines)}`];
  });
  const nobody = empty.length > 0 ? [`Nobody waited: ${empty.join("; ")}.`] : [];
  return [...parts, ...nobody].join("\n\n");
}

function cell({ mean, low, high }: IncidenceRow): string {
  const half = decimal(50 * (high - low), 1);
  return `${decimal(100 * mean, 1)}${Number.isNaN(low) || Number(half) === 0 ? "" : ` ± ${half}`}`;
}
