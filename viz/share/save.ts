/** Files that the reader takes away. They are made here and go nowhere else. */
import { csvOf } from "../../src/index.ts";
import type { Tidy } from "../charts/chart.ts";
import { make } from "../dom.ts";

/** Hands a file to the reader, as the browser saves files. */
export function save(document: Document, name: string, content: Blob): void {
  const address = URL.createObjectURL(content);
  const link = make(document, "a", { href: address, download: name, hidden: true });
  document.body.append(link);
  link.click();
  link.remove();
  // Browsers read the file after the click, at their leisure.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

export const csvFile = (tidy: Tidy): Blob => new Blob([...csvOf(tableOf(tidy))], { type: "text/csv;charset=utf-8" });
export const svgFile = (svg: string): Blob => new Blob([svg], { type: "image/svg+xml" });
export const jsonFile = (text: string): Blob => new Blob([text], { type: "application/json" });

const tableOf = ({ columns, rows }: Tidy) => ({ columns, rows: () => rows });

/** A name that every system takes for a file: letters, digits and dashes, of no great length. */
export function fileName(title: string, ending: string): string {
  const plain = title
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-");
  return `${plain.replaceAll(/^-+|-+$/g, "").slice(0, 60) || "caregap"}.${ending}`;
}
