/** Checks of names: that they can be printed, told apart, and that those used elsewhere exist. */
import { SPECIAL_NAMES } from "./json.ts";
import type { Path } from "./origins.ts";
import type { Report } from "./report.ts";

/** Words of the format, which cannot be names too. */
const RESERVED: readonly string[] = [...SPECIAL_NAMES, "otherwise", "all"];
const LONGEST_NAME = 80;
const A_NAME = `a name of 1 to ${LONGEST_NAME} characters, without space at either end and without line ends or controls`;

/** Names that others may refer to, and a list of them for guesses at what was meant. */
export interface Names {
  readonly has: ReadonlySet<string>;
  readonly list: readonly string[];
}
export function namesOf(list: readonly string[]): Names {
  return { has: new Set(list), list };
}

/** `path` is where the name stands. */
export function checkName(name: string, path: Path, report: Report): void {
  const got = JSON.stringify(name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME)}…` : name);
  if (RESERVED.includes(name)) {
    report.fault(path, `a name other than ${RESERVED.map((word) => `"${word}"`).join(", ")}`, got);
  } else if (name !== name.trim() || /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]/u.test(name) || !hasRightLength(name)) {
    report.fault(path, A_NAME, got);
  }
}

function hasRightLength(name: string): boolean {
  const characters = name.length > 2 * LONGEST_NAME ? name.length : Array.from(name).length;
  return characters >= 1 && characters <= LONGEST_NAME;
}

/** A list of names, each sound and none twice, nor among those `taken` by something else. */
export function checkNameList(names: readonly string[], path: Path, report: Report, taken?: Names): void {
  const seen = new Set<string>();
  for (const [i, name] of names.entries()) {
    checkName(name, [...path, i], report);
    if (seen.has(name)) report.fault([...path, i], "each name once", `${JSON.stringify(name)} again`);
    if (taken?.has.has(name) === true) report.fault([...path, i], "a name that is not also a node's");
    seen.add(name);
  }
}

/** A name that refers to one of `names`; `what` says what those are: "a group". */
export function checkKnown(name: string, names: Names, what: string, path: Path, report: Report): void {
  if (names.has.has(name)) return;
  const listed = names.list.length > 0 && names.list.length <= 12 ? `There are: ${names.list.join(", ")}.` : undefined;
  report.fault(path, what, JSON.stringify(name), report.guess(name, names.list) ?? listed);
}

/** An object by group has an entry for every group, unless "otherwise" stands for the rest. */
export function checkEveryGroup(
  map: Readonly<Record<string, unknown>>,
  groups: Names,
  path: Path,
  report: Report,
): void {
  if (Object.hasOwn(map, "otherwise")) return;
  const missing = groups.list.filter((group) => !Object.hasOwn(map, group));
  if (missing.length === 0) return;
  const named = missing.slice(0, 5).map((group) => JSON.stringify(group));
  const more = missing.length > 5 ? ` and ${missing.length - 5} more` : "";
  report.fault(path, 'every group, or "otherwise" for the rest', `nothing for ${named.join(", ")}${more}`);
}
