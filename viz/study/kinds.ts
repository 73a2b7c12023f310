/** Which scenarios can be held against each other: those of one kind. */
import type { Listed } from "./library.ts";

/** Whether one can be held against the baseline; a file that is not known yet may be. */
export function usable(listed: readonly Listed[], baseline: string): (one: Listed) => boolean {
  const kind = listed.find(({ name }) => name === baseline)?.kind ?? "unknown";
  return (one) => kind === "unknown" || one.kind === "unknown" || one.kind === kind;
}
