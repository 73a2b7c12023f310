/** One number: a slider and a field, its range, its unit, and where it is from. */
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { isWhole, type Lever, stepOf } from "../../levers/numbers.ts";
import { useDraft } from "../../parts/draft.ts";
import { numberIn } from "../../parts/typed.ts";

interface LeverProps {
  readonly lever: Lever;
  /** What it is called here, told apart from others beside it. */
  readonly title: string;
  /** `undefined`: as in the file again. */
  readonly onSet: (value: number | undefined) => void;
}

/** Whether a number says itself to be no more than an assumption. */
const isAssumed = ({ parameter }: Lever): boolean => parameter.grade === "assumption";

export function LeverField({ lever, title, onSet }: LeverProps): JSX.Element {
  const { parameter, value, changed } = lever;
  const { path, low, high, unit } = parameter;
  const [fault, setFault] = useState("");
  const id = `lever ${path}`.replaceAll(/[^\w-]+/g, "-");
  const take = (text: string): void => {
    const problem = faultOf(text, lever);
    setFault(problem);
    if (problem === "") onSet(numberIn(text));
  };
  const draft = useDraft(String(Number(value.toPrecision(6))), take);
  return (
    <div class={`lever${changed ? " changed" : ""}`}>
      <label class="lever-label" for={id}>
        {title}
      </label>
      <div class="lever-row">
        {low !== undefined && high !== undefined && (
          <input
            type="range"
            aria-label={`${title}, slider`}
            min={low}
            max={high}
            step={stepOf(parameter)}
            value={value}
            onInput={({ currentTarget }) => {
              setFault("");
              onSet(Number(currentTarget.value));
            }}
          />
        )}
        <input
          class={`nhsuk-input lever-number${fault === "" ? "" : " nhsuk-input--error"}`}
          id={id}
          type="text"
          inputMode="decimal"
          {...draft}
          aria-describedby={`${id}-about`}
          aria-invalid={fault !== ""}
        />
        <span class="lever-unit">{unit}</span>
      </div>
      {fault !== "" && (
        <p class="nhsuk-error-message" role="alert">
          {fault}
        </p>
      )}
      <p class="lever-about" id={`${id}-about`}>
        {changed && (
          <>
            In the file: {parameter.value}.{" "}
            <button type="button" class="link" aria-label={`Reset ${title}`} onClick={() => onSet(undefined)}>
              reset
            </button>{" "}
          </>
        )}
        {low !== undefined && high !== undefined && `Range ${low} to ${high}. `}
        <span class={isAssumed(lever) ? "grade assumed" : "grade"}>
          {isAssumed(lever) ? "assumption" : parameter.grade}
        </span>{" "}
        {parameter.source}
      </p>
    </div>
  );
}

/** Why a text is no value of a number; "" where it is one. */
function faultOf(text: string, { parameter }: Lever): string {
  const { low, high } = parameter;
  const value = numberIn(text);
  if (Number.isNaN(value)) return "Give a number.";
  if (low !== undefined && value < low) return `Give a number of ${low} or more: below, nothing is known.`;
  if (high !== undefined && value > high) return `Give a number up to ${high}: above, nothing is known.`;
  if (isWhole(parameter) && !Number.isInteger(value)) return "Give a whole number.";
  return "";
}
