/** What becomes of files that the reader sets down: scenarios of the study, or reasons why not. */
import type { Problem } from "../../src/index.ts";
import { add, type Edit, rebase, triedIn } from "../state/edits.ts";
import { mostTried, type StudyState } from "../state/state.ts";
import { fileKey } from "../study/build.ts";
import { readScenario } from "../study/library.ts";

export interface Refused {
  readonly name: string;
  readonly problems: readonly Problem[];
}

/** Reads every scenario among files that would be added to those there are. */
export async function judge(state: StudyState, added: StudyState["files"]): Promise<Refused[]> {
  const names = Object.keys(added).filter((name) => /\.json$/i.test(name));
  const files = { ...state.files, ...added };
  const read = await Promise.all(
    names.map(async (name) => ({ name, parsed: await readScenario(name, files, fileKey(name, files)) })),
  );
  return read.flatMap(({ name, parsed }) => (parsed.ok ? [] : [{ name, problems: parsed.problems }]));
}

/**
 * Adds files and tries their scenarios against what there is. One that changes another of them takes that as its baseline; one
 * that stands alone, and is of another kind than the baseline, becomes the baseline.
 */
export function use(added: StudyState["files"], kindOf: (name: string) => string): Edit {
  const names = Object.keys(added).filter((name) => /\.json$/i.test(name));
  const extended = new Set(names.map((name) => extendedBy(added[name]!)));
  const baseline = names.find((name) => extended.has(name)) ?? names.find((name) => extendedBy(added[name]!) === "");
  return (state) => {
    const withFiles = { ...state, files: { ...state.files, ...added } };
    const first = state.scenarios[0]!;
    const other = baseline !== undefined && (extended.has(baseline) || kindOf(baseline) !== kindOf(first.base));
    const rebased = other
      ? { ...rebase(first.id, baseline)(withFiles), scenarios: [{ ...first, name: "", base: baseline, changes: [] }] }
      : withFiles;
    const tried = names.filter((name) => name !== baseline || !other);
    const toTry = tried.length === 0 && other ? [baseline] : tried;
    const room = mostTried - triedIn(rebased).length;
    return toTry
      .slice(0, Math.max(room, 0))
      .reduce(
        (now, name) => add(name)(now),
        room > 0 ? rebased : { ...rebased, scenarios: rebased.scenarios.slice(0, 1) },
      );
  };
}

function extendedBy(text: string): string {
  try {
    const value: unknown = JSON.parse(text);
    const found = typeof value === "object" && value !== null && "extends" in value ? value.extends : "";
    return typeof found === "string" ? found.replace(/^.*\//, "") : "";
  } catch {
    return "";
  }
}
