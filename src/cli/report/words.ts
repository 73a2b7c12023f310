/** Numbers, laws and schedules of a scenario in words. */
import type { Law, Schedule } from "../../index.ts";

export const number = (value: number): string =>
  value === Infinity ? "unlimited" : Number(value.toPrecision(6)).toLocaleString("en-GB", { maximumFractionDigits: 6 });

/** A law by its name and parameters, as in the format. */
export function lawText(law: Law): string {
  const { law: name, ...parameters } = law;
  const told = Object.entries(parameters).map(([key, value]) => {
    const text = typeof value === "number" ? number(value) : shortened(JSON.stringify(value));
    return `${key.replaceAll("_", " ")} ${text}`;
  });
  return `${name.replaceAll("_", " ")} (${told.join(", ")})`;
}

const mostLetters = 200;
const shortened = (text: string): string => (text.length > mostLetters ? `${text.slice(0, mostLetters)}…` : text);

const mostSteps = 6;

/** `5`, or `5 from day 0, 8 from day 90, again every 7 days`. */
export function scheduleText({ steps, repeat_every_days: period }: Schedule): string {
  if (steps.length === 1) return number(steps[0]!.value);
  const told = steps.slice(0, mostSteps).map(({ from_day, value }) => `${number(value)} from day ${number(from_day)}`);
  const rest = steps.length > mostSteps ? [`and ${steps.length - mostSteps} more steps`] : [];
  return [...told, ...rest, ...(period === Infinity ? [] : [`again every ${number(period)} days`])].join(", ");
}
