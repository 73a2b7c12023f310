/**
 * The share of people who by each day have started, left or been refused, when some still wait: Aalen and Johansen
 * 1978, Scand J Statist 5:141-150. With n at risk and d_k endings of kind k at time t, and S the share still waiting
 * just before:  F_k(t) += S d_k / n,  S *= 1 - (d_1 + d_2 + …) / n.  Endings at a time come before censorings.
 *
 * Kaplan-Meier of one ending with the others censored would ask what happens if nobody could leave; this does not.
 */
import type { Days } from "../../engine/time.ts";
import type { Ending, Wait } from "./endings.ts";
import { endings } from "./endings.ts";

/** By ending: the share that has ended so by each of the days asked for. */
export type Incidence = Readonly<Record<Ending, Float64Array>>;

/** @param days ascending; NaN throughout if there is nobody */
export function cumulativeIncidence(waits: readonly Wait[], days: readonly Days[]): Incidence {
  const sorted = waits.toSorted((one, other) => one.days - other.days);
  const reached = { started: 0, left: 0, refused: 0 };
  const curves = { started: curve(days), left: curve(days), refused: curve(days) };
  let atRisk = sorted.length;
  let waiting = 1;
  let next = 0;
  days.forEach((day, i) => {
    while (next < sorted.length && sorted[next]!.days <= day) {
      const time = sorted[next]!.days;
      const ended = { started: 0, left: 0, refused: 0 };
      let gone = 0;
      for (; sorted[next]?.days === time; next++, gone++) {
        const { ending } = sorted[next]!;
        if (ending !== undefined) ended[ending]++;
      }
      for (const ending of endings) reached[ending] += (waiting * ended[ending]) / atRisk;
      waiting *= 1 - (ended.started + ended.left + ended.refused) / atRisk;
      atRisk -= gone;
    }
    for (const ending of endings) curves[ending][i] = sorted.length > 0 ? reached[ending] : NaN;
  });
  return curves;
}

const curve = (days: readonly Days[]): Float64Array => new Float64Array(days.length);
