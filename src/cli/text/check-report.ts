/** What `caregap check` prints: what theory gives beside what was simulated, with standard errors. */
import type { CheckRow, Unchecked } from "../../index.ts";
import { layOut } from "./layout.ts";
import { decimal, decimalsFor } from "./numbers.ts";
import { nameOf } from "./words.ts";

/** Little's law holds or it does not, at every place: its rows are printed only where it does not. */
export function checkReport(name: string, rows: readonly CheckRow[], unchecked: readonly Unchecked[]): string {
  const little = rows.filter((row) => row.standardError === 0 && row.formula.name === "Little's law");
  const closed = rows.filter((row) => !little.includes(row));
  const off = rows.filter((row) => !row.agrees).length;
  const verdict =
    off === 0
      ? `all ${rows.length} figures agree with theory`
      : `${off} of ${rows.length} figures ${off === 1 ? "is" : "are"} OFF`;
  const broken = little.filter((row) => !row.agrees);
  const parts = [`${name}: ${verdict}`];
  if (closed.length + broken.length > 0) parts.push(table([...closed, ...broken]));
  if (little.length > broken.length) parts.push(`  Little's law holds for ${little.length - broken.length} figures.`);
  parts.push(...unchecked.map(({ place, why }) => `  No closed form for the waits at ${place}: ${why}.`));
  return parts.join("\n");
}

function table(rows: readonly CheckRow[]): string {
  const severalWindows = new Set(rows.map((row) => row.key.window)).size > 1;
  const severalGroups = new Set(rows.map((row) => row.key.group)).size > 1;
  const lines = rows.map((row) => {
    const decimals = decimalsFor(row.expected, row.standardError, 6);
    return [
      severalWindows ? row.key.window : "",
      row.key.place,
      severalGroups ? row.key.group : "",
      nameOf(row.key),
      row.formula.name,
      decimal(row.expected, decimals),
      decimal(row.simulated, decimals),
      decimal(row.standardError, decimals),
      decimal(row.z, 1),
      row.agrees ? "" : "OFF",
    ];
  });
  const header = ["window", "place", "group", "figure", "closed form", "expected", "simulated", "s.e.", "z", ""];
  return layOut(header, lines, 5);
}
