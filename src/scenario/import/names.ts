/** Names of nodes and exits as they stand in other tools' files: which may be used, which match, which was meant. */
import { closest, distance } from "fastest-levenshtein";
import { SPECIAL_NAMES } from "../json.ts";
import { quoted, shown, type Findings } from "./findings.ts";
import type { Table } from "./table.ts";

const LONGEST = 80;
const NAME = `a name of 1 to ${LONGEST} characters, on one line, that is not a reserved word`;
/** Words that mean something else in a scenario file, or in JavaScript. */
const RESERVED = new Set([...SPECIAL_NAMES, "otherwise", "all"]);

/** A hint with the name that was probably meant, if one is near. Very long names, costly to compare, are left aside. */
export function nearest(name: string, names: readonly string[]): string | undefined {
  const candidates = names.filter((each) => each !== "" && each.length <= LONGEST);
  if (name === "" || name.length > LONGEST || candidates.length === 0) return undefined;
  const best = closest(name, candidates);
  return distance(name, best) <= Math.max(2, name.length / 3) ? `Did you mean ${quoted(best)}?` : undefined;
}

/** Each name and the row that has it, in the file's order; a problem for each that is unusable or there twice. */
export function rowsByName(table: Table, findings: Findings): Map<string, number> {
  table.warnOfBlanks(0, findings);
  const rows = new Map<string, number>();
  for (let row = 0; row < table.rows; row++) {
    const { at, text: name } = table.cell(row, 0);
    const first = rows.get(name);
    if (!isUsable(name)) findings.problem(at, NAME, shown(name));
    else if (first !== undefined) {
      findings.problem(at, "each name once", `${quoted(name)} again`, `It is also on ${table.line(first)}.`);
    }
    if (first === undefined) rows.set(name, row);
  }
  return rows;
}

/** As the scenario format has it. */
function isUsable(name: string): boolean {
  if (RESERVED.has(name) || /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]/u.test(name)) return false;
  return name !== "" && name.length <= 2 * LONGEST && Array.from(name).length <= LONGEST;
}

/** A problem for a name in a file that none of the network's rows has. */
export function unknownName(at: string, name: string, known: readonly string[], findings: Findings): void {
  findings.problem(at, "the name of a row of the network", shown(name), () => nearest(name, known));
}
