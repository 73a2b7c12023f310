/** Every chart with its fixture, to look at and to test. Started by gallery.html; not part of the built page. */
import { bandOverTime } from "./charts/band-over-time.ts";
import { differenceDots } from "./charts/difference-dots.ts";
import { networkMap } from "./charts/network-map.ts";
import { waitsByEstimand } from "./charts/waits-by-estimand.ts";
import { byId, make } from "./dom.ts";
import { bandOverTimeFixture } from "./fixtures/band-over-time.ts";
import { differenceDotsFixture } from "./fixtures/difference-dots.ts";
import { networkMapFixture, networkMapShape } from "./fixtures/network-map.ts";
import { waitsByEstimandFixture } from "./fixtures/waits-by-estimand.ts";
import { layoutOf } from "./map/layout.ts";
import { weeks } from "./units.ts";
import { drawInto } from "./views/chart.ts";

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

const exhibits: Readonly<Record<string, Draw>> = {
  "difference-dots": (parent, width) =>
    drawInto(parent, differenceDotsFixture, differenceDots({ width, label: "Differences" })),
  "network-map-difference": map("difference"),
  "network-map-base": map("base"),
  "network-map-other": map("other"),
  "band-over-time": (parent, width) =>
    drawInto(parent, bandOverTimeFixture, bandOverTime({ width, label: "People waiting" })),
  "waits-by-estimand": (parent, width) =>
    drawInto(
      parent,
      waitsByEstimandFixture,
      waitsByEstimand({ width, label: "Waits", unit: weeks, title: "mean and 95% interval" }),
    ),
};

for (const [name, draw] of Object.entries(exhibits)) {
  const frame = make(document, "div", { id: name, class: "scroll", tabindex: 0, role: "region", "aria-label": name });
  const buttons = [1100, 340].map((width) => {
    const text = `Draw ${name} again, ${width} pixels wide`;
    const button = make(
      document,
      "button",
      { type: "button", class: "nhsuk-button nhsuk-button--secondary nhsuk-button--small" },
      text,
    );
    button.addEventListener("click", () => draw(frame, width));
    return button;
  });
  byId(document, "gallery", HTMLElement).append(
    make(document, "section", {}, make(document, "h2", {}, name), frame, ...buttons),
  );
  draw(frame, 1100);
}
