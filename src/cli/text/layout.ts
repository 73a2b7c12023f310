/** Plain text in columns. */

/**
 * A table: the first `leftColumns` columns are set left, the others right. Columns without a cell below the header are
 * left out.
 */
export function layOut(header: readonly string[], rows: readonly (readonly string[])[], leftColumns = 1): string {
  const used = header.map((_, column) => column).filter((column) => rows.some((row) => row[column] !== ""));
  const widths = header.map((_, column) => Math.max(...[header, ...rows].map((row) => lengthOf(row[column]!))));
  const line = (row: readonly string[]): string =>
    used
      .map((column) => {
        const padding = " ".repeat(widths[column]! - lengthOf(row[column]!));
        return column < leftColumns ? row[column]! + padding : padding + row[column]!;
      })
      .join("  ")
      .trimEnd();
  return [line(header), ...rows.map(line)].map((text) => `  ${text}`).join("\n");
}

const characters = new Intl.Segmenter();

/** In characters as they are seen. */
const lengthOf = (text: string): number => Array.from(characters.segment(text)).length;
