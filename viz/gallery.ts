/** Every chart with its fixture, to look at and to test. Started by gallery.html; not part of the built page. */
import { acceptability } from "./charts/acceptability.ts";
import type { Chart } from "./charts/chart.ts";
import { costPlane } from "./charts/cost-plane.ts";
import { differences, type DifferenceFigures } from "./charts/differences.ts";
import { endings } from "./charts/endings.ts";
import { heatMap } from "./charts/heat-map.ts";
import { pathwayMap } from "./charts/pathway-map.ts";
import { readings } from "./charts/readings.ts";
import { states } from "./charts/states.ts";
import { sweepLine } from "./charts/sweep-line.ts";
import { networkMap } from "./charts/network-map.ts";
import { byId, make } from "./dom.ts";
import { differencesFixture, differencesOfFourFixture } from "./fixtures/differences.ts";
import { endingsFixture, readingsFixture } from "./fixtures/endings.ts";
import { pathwayMapFixture } from "./fixtures/pathway-map.ts";
import { reportFixture } from "./fixtures/report.ts";
import { statesFixture, statesOfFourFixture } from "./fixtures/states.ts";
import { costFixture, heatMapFixture, sweepLineFixture } from "./fixtures/sweeps.ts";
import { networkMapFixture, networkMapShape } from "./fixtures/network-map.ts";
import { layoutOf } from "./map/layout.ts";
import { scaled } from "./numbers.ts";
import { type FileKind, kinds, takeChart } from "./share/chart-files.ts";
import { printReport } from "./share/report/print.ts";
import { wordOf } from "./share/report/word.ts";
import { save } from "./share/save.ts";
import { drawInto } from "./parts/draw.ts";

/** Draws a chart of so many pixels in width into a place. */
type Draw = (parent: HTMLElement, width: number) => void;

const map =
  (view: "base" | "other" | "difference"): Draw =>
  (parent, width) =>
    drawInto(
      parent,
      networkMapFixture,
      networkMap({
        layout: layoutOf(networkMapShape, { width }),
        view,
        label: `Map, ${view}`,
        id: view,
        picked: "Crisis",
        onPick: () => {},
      }),
    );

/** Buttons that hand a chart to the reader, by the name of its exhibit. */
const taken: Record<string, (kind: FileKind) => Promise<void>> = {};

/** A chart that is drawn from its fixture alone. */
const of = <Datum>(chart: Chart<Datum>, datum: NoInfer<Datum>, id: string): Draw => {
  taken[id] = (kind) => takeChart(document, { chart, datum }, kind);
  return (parent, width) => drawInto(parent, datum, chart.draw({ width, id }));
};

const exhibits: Readonly<Record<string, Draw>> = {
  differences: of(differences, differencesFixture, "differences"),
  "differences-of-four": of(differences, differencesOfFourFixture, "differences-of-four"),
  states: of(states, statesFixture, "states"),
  "states-of-four": of(states, statesOfFourFixture, "states-of-four"),
  endings: of(endings, endingsFixture, "endings"),
  ...Object.fromEntries(
    (["base", "difference"] as const).map((view): [string, Draw] => [
      `pathway-map-${view}`,
      (parent, width) =>
        drawInto(
          parent,
          pathwayMapFixture,
          pathwayMap.draw({ width, view, id: `pathway-${view}`, picked: "IAPT", onPick: () => {} }),
        ),
    ]),
  ),
  "sweep-line": of(sweepLine, sweepLineFixture, "sweep-line"),
  "heat-map": of(heatMap, heatMapFixture, "heat-map"),
  "cost-plane": of(costPlane, costFixture, "cost-plane"),
  acceptability: of(acceptability, costFixture, "acceptability"),
  readings: of(readings, readingsFixture, "readings"),
  "network-map-difference": map("difference"),
  "network-map-base": map("base"),
  "network-map-other": map("other"),
};

function buttonOf(text: string, act: () => void): HTMLButtonElement {
  const looks = "nhsuk-button nhsuk-button--secondary nhsuk-button--small";
  const button = make(document, "button", { type: "button", class: looks }, text);
  button.addEventListener("click", act);
  return button;
}

byId(document, "report-buttons", HTMLElement).append(
  buttonOf("Save the report", () => {
    void wordOf(document, reportFixture(document)).then((word) => save(document, "report.docx", word));
  }),
  buttonOf("Print the report", () => printReport(document, reportFixture(document))),
);

/** For tests: the chart of differences a tenth as large, and the same for another question. */
const tenth = differencesFixture.rows.map((row) => ({
  ...row,
  differences: row.differences.map((one) => ({ ...one, difference: scaled(one.difference, 0.1) })),
}));
const redraw = (changes: Partial<DifferenceFigures>): void =>
  of(
    differences,
    { ...differencesFixture, rows: tenth, ...changes },
    "differences",
  )(byId(document, "differences", HTMLElement), 1100);
Object.assign(window, { shrink: () => redraw({}), ask: () => redraw({ baseline: "Last year" }) });

for (const [name, draw] of Object.entries(exhibits)) {
  const frame = make(document, "div", { id: name, class: "scroll", tabindex: 0, role: "region", "aria-label": name });
  const buttons = [1100, 740, 340].map((width) => {
    return buttonOf(`Draw ${name} again, ${width} pixels wide`, () => draw(frame, width));
  });
  for (const kind of name in taken ? kinds : []) {
    buttons.push(buttonOf(`Save ${name} as ${kind}`, () => void taken[name]!(kind)));
  }
  byId(document, "gallery", HTMLElement).append(
    make(document, "section", {}, make(document, "h2", {}, name), frame, ...buttons),
  );
  draw(frame, 1100);
}
