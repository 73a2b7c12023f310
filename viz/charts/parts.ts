/** Small parts that several charts share. */
import type { BaseType, Selection } from "d3";

/** A layer of a drawing, within the drawing or within another layer. */
export type Layer<Parent extends BaseType, Datum> = Selection<SVGGElement, string, Parent, Datum>;

/** The one child of that class, made if it is not there: a chart that is drawn again finds its own layers. */
export function layer<Element extends BaseType, Datum, Above extends BaseType, AboveDatum>(
  parent: Selection<Element, Datum, Above, AboveDatum>,
  tag: string,
  name: string,
): Layer<Element, Datum> {
  return parent
    .selectAll<SVGGElement, string>(`:scope > ${tag}.${name}`)
    .data([name])
    .join((enter) => enter.append<SVGGElement>(tag).attr("class", name));
}
