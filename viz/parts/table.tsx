/** A table in the manner of the NHS. On a narrow screen each row becomes a short list with the heads before the cells. */
import type { ComponentChildren, JSX } from "preact";

export interface Column {
  readonly head: string;
  readonly numeric?: boolean;
}

export interface TableProps {
  readonly caption: string;
  readonly hideCaption?: boolean;
  /** The first column names the row. */
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly ComponentChildren[])[];
}

export function Table({ caption, hideCaption = false, columns, rows }: TableProps): JSX.Element {
  const captionClass = hideCaption ? "nhsuk-u-visually-hidden" : "nhsuk-table__caption";
  return (
    <table role="table" class="nhsuk-table nhsuk-table--responsive">
      <caption class={captionClass}>{caption}</caption>
      <thead role="rowgroup" class="nhsuk-table__head">
        <tr role="row">
          {columns.map(({ head, numeric }) => (
            <th
              scope="col"
              role="columnheader"
              class={`nhsuk-table__header${numeric ? " nhsuk-table__header--numeric" : ""}`}
            >
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup" class="nhsuk-table__body">
        {rows.map((row) => (
          <tr role="row" class="nhsuk-table__row">
            {row.map((cell, at) => (
              <Cell column={columns[at]} isName={at === 0}>
                {cell}
              </Cell>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface CellProps {
  readonly column: Column | undefined;
  readonly isName: boolean;
  readonly children: ComponentChildren;
}

function Cell({ column, isName, children }: CellProps): JSX.Element {
  const head = (
    <span class="nhsuk-table-responsive__heading" aria-hidden="true">
      {column?.head ?? ""}{" "}
    </span>
  );
  if (isName) {
    return (
      <th scope="row" role="rowheader" class="nhsuk-table__header">
        {head}
        <span>{children}</span>
      </th>
    );
  }
  return (
    <td role="cell" class={`nhsuk-table__cell${column?.numeric ? " nhsuk-table__cell--numeric" : ""}`}>
      {head}
      <span>{children}</span>
    </td>
  );
}
