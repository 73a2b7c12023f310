/** Whether what is shown is rough, or of an older question; and words that say so. */
import { leftOutOf } from "../figures/left-out.ts";
import type { Results } from "../study/results.ts";

export const isSoft = ({ scale, stale }: Results): boolean => scale < 1 || stale;

/** What the figures on a view rest on. */
export function restsOn(results: Results): string {
  const { runs, of, given, scale, stale, busy, scenarios } = results;
  if (scenarios.length === 0 || (runs === 0 && busy)) return "Starting";
  if (stale) return "Of the question before: the new answer is on its way";
  if (scale < 1) {
    const coming = busy ? "the full one, with the costs, is on its way" : "stopped before the full one, with the costs";
    return `A rough first answer, from a model of 1 in ${Math.round(1 / scale)} people; ${coming}${leftOut(results)}`;
  }
  const made = given.length > 0 ? `, ${given.length} of them made with this page` : "";
  if (busy) return `${runs} of ${of} runs of each${made}, 95% intervals`;
  return runs < of
    ? `Stopped after ${runs} of ${of} runs of each${made}`
    : `${runs} runs of each${made}, 95% intervals`;
}

/** `. Too small for it, and left out until then: private specialist (counselling), charity` */
function leftOut(results: Results): string {
  const names = leftOutOf(results).map((name) => name.replace(/^(.*): (.*)$/, "$1 ($2)"));
  return names.length === 0 ? "" : `. Too small for it, and not in it: ${names.join(", ")}`;
}
