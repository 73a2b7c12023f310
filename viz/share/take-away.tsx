/** Buttons under a chart, by which a reader takes it away. */
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { ChartOptions } from "../charts/chart.ts";
import { Button } from "../parts/field.tsx";
import { type Drawn, type FileKind, kinds, takeChart } from "./chart-files.ts";

const words: Readonly<Record<FileKind, string>> = { csv: "Numbers (CSV)", svg: "Drawing (SVG)", png: "Picture (PNG)" };

export function TakeAway<Datum, Options extends ChartOptions>(drawn: Drawn<Datum, Options>): JSX.Element {
  const [fault, setFault] = useState("");
  const take = (kind: FileKind): void => {
    takeChart(document, drawn, kind).then(
      () => setFault(""),
      (error: unknown) => setFault(`Not saved: ${error instanceof Error ? error.message : String(error)}.`),
    );
  };
  return (
    <div class="take-away">
      {kinds.map((kind) => (
        <Button small secondary onClick={() => take(kind)}>
          {words[kind]}
        </Button>
      ))}
      {fault !== "" && <p role="alert">{fault}</p>}
    </div>
  );
}
