/** A chart as a file: its numbers, its drawing, or a picture of it. */
import type { Chart, ChartOptions } from "../charts/chart.ts";
import { pngOf, svgOnPaper } from "./on-paper.ts";
import { csvFile, fileName, save, svgFile } from "./save.ts";

export const kinds = ["csv", "svg", "png"] as const;
export type FileKind = (typeof kinds)[number];

export interface Drawn<Datum, Options extends ChartOptions> {
  readonly chart: Chart<Datum, Options>;
  readonly datum: Datum;
  /** Beside the width, which is that of the paper. */
  readonly options?: Omit<Options, "width"> | undefined;
}

/** The drawing as it stands on paper. */
export const drawingOf = <Datum, Options extends ChartOptions>(
  document: Document,
  { chart, datum, options }: Drawn<Datum, Options>,
): string =>
  svgOnPaper<Datum>(
    document,
    (width) => chart.draw({ ...options, width, id: "on-paper" } as unknown as Options),
    datum,
  );

/** Hands the chart to the reader as a file called for its name. */
export async function takeChart<Datum, Options extends ChartOptions>(
  document: Document,
  drawn: Drawn<Datum, Options>,
  kind: FileKind,
): Promise<void> {
  const { chart, datum } = drawn;
  save(document, fileName(`caregap ${chart.name}`, kind), await contentOf());

  async function contentOf(): Promise<Blob> {
    if (kind === "csv") return csvFile(chart.tidy(datum));
    const svg = drawingOf(document, drawn);
    return kind === "svg" ? svgFile(svg) : (await pngOf(document, svg)).png;
  }
}
