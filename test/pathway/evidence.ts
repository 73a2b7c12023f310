/** The rows of docs/evidence.md, by their ids. */
import { readFileSync } from "node:fs";

export interface EvidenceRow {
  readonly grade: string;
  readonly checked: string;
}

export function evidenceRows(): Map<string, EvidenceRow> {
  const lines = readFileSync("docs/evidence.md", "utf8").split("\n");
  return new Map(
    lines
      .filter((line) => /^\| [a-z][A-Za-z0-9_]* \|/.test(line) && !line.startsWith("| id |"))
      .map((line): [string, EvidenceRow] => {
        const cells = line.split("|").map((cell) => cell.trim());
        return [cells[1]!, { grade: cells[9]!, checked: cells[10]! }];
      }),
  );
}
