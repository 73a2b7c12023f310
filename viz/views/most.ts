/** What differs most, as dots with whiskers. */
import { differenceDots } from "../charts/difference-dots.ts";
import { dotsOf } from "../data/dots.ts";
import type { Row } from "../data/rows.ts";
import { make } from "../dom.ts";
import { drawInto, showTwin, widthOf } from "./chart.ts";

const readings = { better: "Better", worse: "Worse", different: "Clear", close: "Too close to call" } as const;

export function showMost(parent: HTMLElement, rows: readonly Row[]): void {
  const dots = dotsOf(rows);
  const none = parent.querySelector(":scope > p.none");
  if (dots.length === 0) {
    if (!none)
      parent.replaceChildren(
        make(
          parent.ownerDocument,
          "p",
          { class: "none" },
          "No difference is large enough to draw. The table below has them all.",
        ),
      );
    return;
  }
  none?.remove();
  const label = `The largest differences: ${dots.map((dot) => `${dot.label}, ${dot.text}`).join("; ")}`;
  drawInto(parent, dots, differenceDots({ width: widthOf(parent), label }));
  showTwin(parent, "These differences as a table", {
    caption: "What differs most",
    columns: [{ head: "What" }, { head: "Difference (95% interval)", numeric: true }, { head: "Reading" }],
    rows: dots.map((dot) => [dot.label, dot.text, readings[dot.taking]]),
  });
}
