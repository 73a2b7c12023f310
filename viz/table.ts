/** A table in the manner of the NHS. On a narrow screen each row becomes a short list with the heads before the cells. */
import { make } from "./dom.ts";

export interface Column {
  readonly head: string;
  readonly numeric?: boolean;
}

export interface TableOptions {
  readonly caption: string;
  /** The first column names the row. */
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly string[])[];
  /** On a narrow screen the name of a row stands above its cells, which stay side by side; for few, short columns. */
  readonly dense?: boolean;
}

export function table(document: Document, { caption, columns, rows, dense = false }: TableOptions): HTMLTableElement {
  const numeric = (at: number): string => (columns[at]?.numeric === true ? " nhsuk-table__cell--numeric" : "");
  const heads = columns.map(({ head, numeric: right }) =>
    make(
      document,
      "th",
      {
        scope: "col",
        role: "columnheader",
        class: `nhsuk-table__header${right === true ? " nhsuk-table__header--numeric" : ""}`,
      },
      head,
    ),
  );
  const body = rows.map((row) => {
    const cells = row.map((cell, at) => {
      const text = `${columns[at]?.head ?? ""} `;
      const head = make(document, "span", { class: "nhsuk-table-responsive__heading", "aria-hidden": "true" }, text);
      const inside = dense ? [cell] : [head, cell];
      const attributes = { class: `nhsuk-table__cell${numeric(at)}`, role: at === 0 ? "rowheader" : "cell" };
      return at === 0
        ? make(document, "th", { ...attributes, scope: "row", class: "nhsuk-table__header" }, ...inside)
        : make(document, "td", attributes, ...inside);
    });
    return make(document, "tr", { role: "row", class: "nhsuk-table__row" }, ...cells);
  });
  return make(
    document,
    "table",
    { role: "table", class: `nhsuk-table ${dense ? "dense" : "nhsuk-table--responsive"}` },
    make(document, "caption", { class: "nhsuk-table__caption" }, caption),
    make(
      document,
      "thead",
      { role: "rowgroup", class: "nhsuk-table__head" },
      make(document, "tr", { role: "row" }, ...heads),
    ),
    make(document, "tbody", { role: "rowgroup", class: "nhsuk-table__body" }, ...body),
  );
}
