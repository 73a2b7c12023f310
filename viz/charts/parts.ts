/** Small parts that several charts share. */
import type { BaseType, Selection } from "d3";

/** The one child of that class, made if it is not there: a chart that is drawn again finds its own layers. */
export function layer<Element extends BaseType, Datum>(
  parent: Selection<Element, Datum, null, undefined>,
  tag: string,
  name: string,
): Selection<SVGGElement, string, Element, Datum> {
  return parent
    .selectAll<SVGGElement, string>(`:scope > ${tag}.${name}`)
    .data([name])
    .join((enter) => enter.append<SVGGElement>(tag).attr("class", name));
}
