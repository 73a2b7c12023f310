/** The sentence on top; where several designs are tried, one for each, the one that is being changed first. */
import type { JSX } from "preact";
import { type Answer, answerOf, type Finding, neededText, restOf } from "../../figures/answer.ts";
import type { Row } from "../../figures/rows.ts";
import { focusOf, triedIn } from "../../state/edits.ts";
import type { Page } from "../../view.ts";
import { capital } from "../../words.ts";

interface AnswersProps {
  readonly page: Page;
  readonly rows: readonly Row[];
}

export function Answers({ page, rows }: AnswersProps): JSX.Element {
  const { results, state } = page;
  const soft = results.scale < 1 || results.stale;
  const focus = focusOf(state).id;
  const told = triedIn(state)
    .map(({ id }, at) => ({ id, at, title: results.scenarios.find(({ asked }) => asked.id === id)?.title ?? "" }))
    .toSorted((a, b) => Number(b.id === focus) - Number(a.id === focus));
  return (
    <div id="answer" class={soft ? "soft" : ""} aria-busy={results.busy}>
      {told.map(({ id, at, title }, place) => (
        <p class={place === 0 ? "sentence" : "sentence further"} key={id}>
          <Sentence answer={answerOf(rows, at)} title={title} />
        </p>
      ))}
    </div>
  );
}

function Sentence({ answer, title }: { readonly answer: Answer; readonly title: string }): JSX.Element {
  const name = <span class="title">{title}</span>;
  switch (answer.verdict) {
    case "waiting":
      return <>{title === "" ? "Reading the scenarios…" : <>Running {name}…</>}</>;
    case "same":
      return (
        <>
          {name}: <strong>the same figures</strong> in every run.
          <NoPrice answer={answer} />
        </>
      );
    case "close":
      return (
        <>
          {name}: <strong>too close to call</strong> after {answer.runs} runs. {neededText(answer)}
          <NoPrice answer={answer} />
        </>
      );
    case "told":
      return (
        <>
          {name}:{" "}
          {[...answer.findings, ...(answer.price ? [answer.price] : [])].map((finding, at) => (
            <>
              {at > 0 && "; "}
              <Found {...finding} />
            </>
          ))}
          {restOf(answer) !== "" && `; ${restOf(answer)}`}.
        </>
      );
  }
}

/** Where nothing else is told either: a sentence of its own. */
const NoPrice = ({ answer: { noPrice } }: { readonly answer: Answer }): JSX.Element => (
  <>{noPrice !== "" && ` ${capital(noPrice)}.`}</>
);

function Found({ before, figure, after, range, taking }: Finding): JSX.Element {
  return (
    <span class="finding">
      {before !== "" && `${before} `}
      <strong class={taking}>{figure}</strong>
      {after !== "" && ` ${after}`} <span class="range">({range})</span>
    </span>
  );
}
