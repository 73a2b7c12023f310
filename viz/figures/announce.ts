/** What those hear who listen to the page, once a question is answered. */
import type { Results } from "../study/results.ts";
import { answerOf, answerText } from "./answer.ts";
import { rowsOf } from "./rows.ts";

export function answersIn(results: Results): string {
  const rows = rowsOf(results);
  return results.scenarios
    .slice(1)
    .map(({ title }, at) => answerText(answerOf(rows, at), title))
    .join(" ");
}
