/** The report of what the page shows: the study as it is asked, and what is known of it. */
import type { AnyScenario, Parameter } from "../../../src/index.ts";
import { type Chart, type ChartOptions } from "../../charts/chart.ts";
import { differences } from "../../charts/differences.ts";
import { endings } from "../../charts/endings.ts";
import { pathwayMap, type PathwayMapOptions } from "../../charts/pathway-map.ts";
import { explainReadings, readings } from "../../charts/readings.ts";
import { states } from "../../charts/states.ts";
import { answerOf, answerText } from "../../figures/answer.ts";
import { differenceFigures } from "../../figures/differences.ts";
import { endingsFigures, readingsFigures, referredTo } from "../../figures/endings.ts";
import { pathwayMapFigures } from "../../figures/pathway-map.ts";
import { rowsOf } from "../../figures/rows.ts";
import { statesFigures } from "../../figures/states.ts";
import { warmUpSentence, warmUpsOf } from "../../figures/warm-up.ts";
import { differencesOf } from "../../levers/numbers.ts";
import { titlesApart } from "../../levers/titles.ts";
import type { StudyState } from "../../state/state.ts";
import type { Results } from "../../study/results.ts";
import type { TableOptions } from "../../table.ts";
import type { Page } from "../../view.ts";
import { drawingOf } from "../chart-files.ts";
import { addressOf } from "../start.ts";
import { onPages } from "./on-pages.ts";
import { leftOut, type Report, type ReportFigure } from "./report.ts";

export async function reportOf(
  document: Document,
  { state, results }: Pick<Page, "state" | "results">,
): Promise<Report> {
  const { scenarios, seed, runs, scale } = results;
  const [baseline, ...tried] = scenarios;
  const rows = rowsOf(results);
  return {
    title: `What would change with ${tried.map(({ title }) => `‘${title}’`).join(", ")}?`,
    question: [
      `${tried.map(({ title }) => `‘${title}’`).join(", ")}, against ‘${baseline?.title ?? ""}’.`,
      ...tried.flatMap(({ scenario }) => (scenario?.description ? [scenario.description] : [])),
    ],
    answer: tried.map(({ title }, at) => answerText(answerOf(rows, at), title)),
    sureness: [
      `${runs} runs of each design, with the same people and the same luck in all, so that only the design differs (seed ‘${seed}’).`,
      "Numbers in brackets are 95% intervals: of a hundred such intervals about 95 hold the figure that endless runs would give. They tell of luck in the runs, not of doubt about the assumptions.",
      ...(scale < 1
        ? [
            "These are rough figures, from a model of a tenth of the people, and without costs, which such a small model cannot tell. Wait for the full runs before you rely on them.",
          ]
        : warmUpsOf(results).map(warmUpSentence)),
    ],
    figures: figuresOf(document, results),
    changes: changesOf(results),
    assumed: assumedOf(scenarios.flatMap(({ scenario }) => scenario ?? [])),
    notModelled: leftOut,
    repeat: [
      `Open caregap with this after its address, and the same figures come out to the last digit: ${await addressOf(state, "")}`,
      commandOf(state, runs),
    ],
  };
}

function commandOf({ scenarios, seed }: StudyState, runs: number): string {
  const files = scenarios.map(({ base }) => base).join(" ");
  const changed = scenarios.some(({ changes }) => changes.length > 0);
  const changes = changed ? ", once the changes told above are written into the files" : "";
  return `Or with the command line: caregap compare ${files} --seed "${seed}" --replications ${runs}${changes}.`;
}

function figuresOf(document: Document, results: Results): ReportFigure[] {
  const rows = rowsOf(results);
  const people = statesFigures(results);
  const map = pathwayMapFigures(results, 1);
  const mapOptions: Omit<PathwayMapOptions, "width"> = { view: "difference" };
  return [
    ...onPages(differenceFigures(results, rows)).map((page) =>
      figureOf(
        document,
        differences,
        page,
        `What differs: ${[...new Set(page.rows.map(({ theme }) => theme))].join(", ")}`,
        "Each mark is a difference from the baseline with its 95% interval. Better is always on the left.",
      ),
    ),
    ...(people.scenarios.length > 0
      ? [
          figureOf(
            document,
            states,
            people,
            "Where people with need are",
            "People in the gap are at the bottom: need, and no open referral, treatment or hold.",
          ),
        ]
      : []),
    ...referredTo(results)
      .slice(0, 2)
      .flatMap((service) => waitsAt(document, results, service)),
    ...(map
      ? [
          figureOf(
            document,
            pathwayMap,
            map,
            "What changes along the pathway",
            "Widths are people a year, squares are people at any one time. Dashed: fewer. Full: more.",
            mapOptions,
          ),
        ]
      : []),
  ];
}

function waitsAt(document: Document, results: Results, service: string): ReportFigure[] {
  const waits = endingsFigures(results, service);
  const shares = readingsFigures(results, service);
  return [
    ...(waits.scenarios.length > 0
      ? [
          figureOf(
            document,
            endings,
            waits,
            `What becomes of referrals to ${service}`,
            "Of all referrals received: seen, left, rejected, or still waiting.",
          ),
        ]
      : []),
    ...(shares.readings.length > 0
      ? [figureOf(document, readings, shares, `Seen in time at ${service}`, explainReadings(shares))]
      : []),
  ];
}

function figureOf<Datum, Options extends ChartOptions>(
  document: Document,
  chart: Chart<Datum, Options>,
  datum: NoInfer<Datum>,
  title: string,
  text: string,
  options?: Omit<Options, "width">,
): ReportFigure {
  return {
    title,
    text,
    svg: drawingOf(document, { chart, datum, options }),
    label: chart.label(datum),
    table: chart.twin(datum),
  };
}

function changesOf({ scenarios }: Results): TableOptions {
  const [baseline, ...tried] = scenarios;
  const before = baseline?.file && { file: baseline.file, asked: baseline.asked };
  return {
    caption: "What each design changes against the baseline",
    columns: [
      { head: "Design and number" },
      { head: "Baseline", numeric: true },
      { head: "Tried", numeric: true },
      { head: "Unit" },
    ],
    rows: tried.flatMap(({ title, file, asked }) =>
      before && file
        ? differencesOf(before, { file, asked }).map((one) => [
            `${title}: ${one.title}`,
            one.was || "not there",
            one.is,
            one.unit,
          ])
        : [],
    ),
  };
}

/** Numbers without a published source, of all scenarios, each once: the widest ranges first, since there the doubt is greatest. */
function assumedOf(scenarios: readonly AnyScenario[]): TableOptions {
  const all = scenarios.flatMap((scenario) => (scenario.kind === "pathway" ? scenario.parameters : []));
  const once = new Map(all.map((parameter) => [parameter.path, parameter]));
  const assumed = [...once.values()]
    .filter(({ grade }) => grade === "assumption")
    .toSorted((a, b) => width(b) - width(a));
  const titles = titlesApart(assumed);
  return {
    caption: "Assumptions, the widest ranges first; the page has them all under Evidence",
    columns: [
      { head: "Number" },
      { head: "Value", numeric: true },
      { head: "Range" },
      { head: "Unit" },
      { head: "Where from" },
    ],
    rows: assumed.map(({ path, value, low, high, unit, source }) => [
      titles.get(path) ?? path,
      String(Number(value.toPrecision(4))),
      low === undefined || high === undefined ? "" : `${Number(low.toPrecision(3))} to ${Number(high.toPrecision(3))}`,
      unit,
      source,
    ]),
  };
}

const width = ({ value, low, high }: Parameter): number =>
  low === undefined || high === undefined ? 0 : (high - low) / Math.max(Math.abs(value), 1e-9);
