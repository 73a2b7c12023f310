/** What the intervals say, and what they do not. */
import type { JSX } from "preact";

export function HowSure(): JSX.Element {
  return (
    <section aria-labelledby="sure-head" class="prose">
      <h2 id="sure-head" class="nhsuk-heading-m">
        How sure is this?
      </h2>
      <p>
        Each design is run many times. The same people come to all, with the same luck, so that only the design differs.
        The numbers in brackets are a 95% interval: of a hundred such intervals about 95 hold the figure that endless
        runs would give. A difference is <strong>clear</strong> when its whole interval lies on one side of zero;
        otherwise it is <strong>too close to call</strong>, and more runs may tell. With many differences on a page,
        about one in twenty will look clear by luck alone.
      </p>
      <p>
        The interval covers chance alone. It does not cover what the model leaves out, or figures that were assumed:
        most numbers of the care pathway are assumptions. Where each is from is told beside it, and under Evidence.
      </p>
    </section>
  );
}
