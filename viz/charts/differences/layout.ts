/** Where the rows of the chart of differences stand. */
import { wrap } from "../../map/wrap.ts";
import type { DifferenceFigures, DifferenceRow } from "./figures.ts";

export interface Place {
  readonly row: DifferenceRow;
  /** The theme, where the row is its first. */
  readonly theme: string | undefined;
  readonly lines: readonly string[];
  readonly top: number;
  readonly height: number;
  /** Middle of the whisker of each scenario, from the top of the chart. */
  readonly whiskers: readonly number[];
  /** Figures of each scenario, in one line or two. */
  readonly texts: readonly (readonly string[])[];
}

export interface DifferenceLayout {
  readonly wide: boolean;
  readonly places: readonly Place[];
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly height: number;
}

export const lineHeight = 22;
const fromWide = 820;
const themeHeight = 46;
const whiskerHeight = 26;
/** Below the words of a narrow chart each whisker has its figures above it. */
const narrowWhisker = 48;
const letter = 8.8;
/** From the end of the axis to the figures beside it. */
export const textGap = 20;

export function differenceLayout({ rows, scenarios }: DifferenceFigures, width: number): DifferenceLayout {
  const wide = width >= fromWide;
  const left = wide ? Math.min(360, width * 0.34) : 16;
  const right = wide ? width - Math.min(400, width * 0.375) : width - 16;
  const room = wide ? width - right - textGap : width;
  const names = wide ? 0 : scenarios.length * 24;
  const top = 44 + (scenarios.length > 1 ? (wide ? 28 : names) : 0);
  const places: Place[] = [];
  let y = top;
  rows.forEach((row, at) => {
    const theme = row.theme === rows[at - 1]?.theme ? undefined : row.theme;
    if (theme !== undefined) y += themeHeight;
    const lines = wrap(row.label, wide ? left - 24 : width - 8);
    const text = lines.length * lineHeight;
    const texts = row.differences.map((one) => textLines(one.text, room));
    const more = (Math.max(...texts.map((of) => of.length)) - 1) * lineHeight;
    const each = (wide ? whiskerHeight : narrowWhisker) + more;
    const own = row.differences.length * each;
    const height = wide ? Math.max(text, own) + 10 : text + own + 14;
    const whiskers = texts.map((_, scenario) =>
      wide ? y + height / 2 + (scenario - (texts.length - 1) / 2) * each : y + text + (scenario + 1) * each - 14,
    );
    places.push({ row, theme, lines, top: y, height, whiskers, texts });
    y += height;
  });
  return { wide, places, left, right, top, bottom: y + 6, height: y + 66 };
}

/** In one line, or with its interval in a second where the first has no room for it. */
function textLines(text: string, width: number): string[] {
  const interval = text.indexOf(" (");
  return text.length * letter <= width || interval < 0 ? [text] : [text.slice(0, interval), text.slice(interval + 1)];
}
