/** The whole study as a file, `.caregap.json`: readable JSON that says what it is. */
import type { StudyState } from "../state/state.ts";
import { type Checked, checkState } from "./check.ts";

export const studyEnding = ".caregap.json";

export const toStudyFile = (state: StudyState): string =>
  `${JSON.stringify({ caregap: "study", study: state }, null, 1)}\n`;

/** Whether a text is meant to be a study, and not a scenario or something else. */
export const isStudyFile = (name: string, text: string): boolean =>
  name.endsWith(studyEnding) || /^\uFEFF?\s*\{\s*"caregap"\s*:/.test(text);

export function fromStudyFile(text: string): Checked {
  const value = read(text);
  if (typeof value !== "object" || value === null || !("study" in value)) {
    return {
      ok: false,
      message:
        "This file is not a study that caregap has saved, or it is not whole. Ask for it again, or open another.",
    };
  }
  return checkState(value.study);
}

function read(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch {
    return undefined;
  }
}
