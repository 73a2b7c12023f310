/** A chart in its place on the page: drawn as wide as there is room, with its numbers as a table behind a door. */
import type { ComponentChildren, JSX } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { Chart, ChartOptions } from "../charts/chart.ts";
import { Details } from "./details.tsx";
import { drawInto } from "./draw.ts";
import { TakeAway } from "../share/take-away.tsx";
import { Table } from "./table.tsx";

interface FigureProps<Datum, Options extends ChartOptions> {
  readonly chart: Chart<Datum, Options>;
  readonly datum: Datum;
  readonly options?: Omit<Options, "width">;
  /** Of the part of the page that the chart is named for; unique on the page. */
  readonly id: string;
  /** Whether what is shown is rough, or of an older question. */
  readonly soft?: boolean;
  /** Ways to take the chart away. */
  readonly children?: ComponentChildren;
}

/** Narrower than this a chart scrolls sideways. */
const leastWidth = 300;

export function Figure<Datum, Options extends ChartOptions>(props: FigureProps<Datum, Options>): JSX.Element {
  const { chart, datum, options, id, soft = false, children } = props;
  const place = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const node = place.current;
    if (node === null) return;
    const observer = new ResizeObserver(() => setWidth(Math.max(leastWidth, Math.floor(node.clientWidth))));
    observer.observe(node);
    return () => observer.disconnect();
  }, []);
  useEffect(() => {
    if (width > 0) drawInto(place.current!, datum, chart.draw({ ...options, width, id } as unknown as Options));
  });
  return (
    <figure class={`figure ${soft ? "soft" : ""}`} id={id}>
      <div class="drawing" ref={place} />
      <div class="figure-doors">
        <Details summary="As a table, and to take away" class="twin">
          <Table {...chart.twin(datum)} />
          <TakeAway chart={chart} datum={datum} options={options} />
        </Details>
        {children}
      </div>
    </figure>
  );
}
