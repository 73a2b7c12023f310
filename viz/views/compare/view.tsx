/** The first page: the question, the answer, the chart behind it, and everything that can be changed. */
import type { JSX } from "preact";
import { rowsOf } from "../../figures/rows.ts";
import { SkipLink } from "../../parts/skip-link.tsx";
import type { ViewProps } from "../../view.ts";
import { Answers } from "./answers.tsx";
import { Chart } from "./chart.tsx";
import { HowSure } from "./how-sure.tsx";
import { Progress } from "./progress.tsx";
import { Question } from "./question.tsx";
import { Sheet } from "./sheet.tsx";

export function CompareView({ page }: ViewProps): JSX.Element {
  const rows = rowsOf(page.results);
  return (
    <>
      <h1 class="nhsuk-u-visually-hidden">Compare designs of mental health services</h1>
      <Question page={page} />
      <section class="answer" aria-labelledby="answer-head">
        <h2 id="answer-head" class="nhsuk-u-visually-hidden">
          The answer
        </h2>
        <Answers page={page} rows={rows} />
        <Progress page={page} />
      </section>
      <div class="compare">
        <div>
          <SkipLink to={["change-head", "change-door"]}>Skip to what you can change</SkipLink>
          <Chart page={page} rows={rows} />
          <HowSure />
        </div>
        <Sheet page={page} />
      </div>
    </>
  );
}
