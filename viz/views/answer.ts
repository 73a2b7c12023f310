/** The sentence on top. */
import { type Answer, type Finding, joint, nothingInCommon } from "../data/answer.ts";
import { make } from "../dom.ts";
import { capital } from "../words.ts";

export interface AnswerWords {
  readonly title: string;
  readonly period: string;
}

export function showAnswer(parent: HTMLElement, answer: Answer, { title, period }: AnswerWords): void {
  const document = parent.ownerDocument;
  const words = (text: string, name?: string): HTMLElement =>
    make(document, "span", name === undefined ? {} : { class: name }, text);
  if (answer.verdict === "same") {
    parent.replaceChildren(
      words("The two give "),
      make(document, "strong", {}, "the same figures"),
      words(" in every run."),
    );
    return;
  }
  if (answer.verdict === "apart") {
    parent.replaceChildren(words(capital(nothingInCommon)));
    return;
  }
  if (answer.verdict === "close") {
    const close = make(document, "strong", {}, "Too close to call.");
    const more =
      answer.runs < 2
        ? " One run says nothing of luck."
        : ` After ${answer.runs} runs of each no difference stands out from luck; more runs may tell.`;
    parent.replaceChildren(close, words(more));
    return;
  }
  const told = answer.findings.flatMap((finding, at) => [words(joint(answer.findings, at)), ...tell(finding)]);
  parent.replaceChildren(
    words("With ‘"),
    words(title, "title"),
    words(`’, ${period === "" ? "" : `in the period ‘${period}’, `}`),
    ...told,
    words("."),
  );

  function tell({ before, figure, after, range, taking }: Finding): HTMLElement[] {
    return [
      words(before),
      make(document, "strong", { class: taking }, figure),
      words(after),
      words(" "),
      words(`(${range})`, "range"),
    ];
  }
}
