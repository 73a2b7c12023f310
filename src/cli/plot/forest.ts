/** A chart of estimates with their intervals as plain SVG: a panel for each figure, a line for each place and scenario. */
import { scaleLinear } from "d3";

export interface Line {
  readonly label: string;
  readonly mean: number;
  /** NaN where one replication says nothing of how sure it is. */
  readonly low: number;
  readonly high: number;
}

export interface Panel {
  /** What the figure is. */
  readonly title: string;
  /** What it estimates, in a sentence. */
  readonly estimand: string;
  readonly unit: string;
  readonly lines: readonly Line[];
}

export interface Forest {
  readonly title: string;
  /** What the dots and the lines through them are. */
  readonly subtitle: string;
  /** Where it all comes from, in small letters at the foot. */
  readonly source: string;
  readonly panels: readonly Panel[];
  /** Whether no difference, 0, is to be marked. */
  readonly zero: boolean;
}

const width = 1000;
const left = 330;
const right = 230;
const margin = 24;
const lineHeight = 22;
const panelHead = 62;
const panelFoot = 48;
const lettersInLine = 145;

export function forestSvg({ title, subtitle, source, panels, zero }: Forest): string {
  let y = 84;
  const drawn = panels.map((panel) => {
    const at = y;
    y += panelHead + panel.lines.length * lineHeight + panelFoot;
    return drawPanel(panel, at, zero);
  });
  const height = y + 16;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="title desc" font-family="Arial, Helvetica, sans-serif" font-size="13" fill="#212b32">`,
    `<title id="title">${escaped(title)}</title><desc id="desc">${escaped(subtitle)}</desc>`,
    `<rect width="${width}" height="${height}" fill="#ffffff"/>`,
    text(margin, 34, title, 'font-size="20" font-weight="bold"'),
    text(margin, 58, subtitle),
    ...drawn,
    text(margin, height - 14, source, `font-size="11" ${quiet}`),
    "</svg>\n",
  ].join("\n");
}

const quiet = 'fill="#4c6272"';

function drawPanel({ title, estimand, unit, lines }: Panel, top: number, zero: boolean): string {
  const ends = lines.flatMap(({ mean, low, high }) => [mean, low, high].filter((end) => !Number.isNaN(end)));
  const from = Math.min(...ends, ...(zero || Math.min(...ends) > 0 ? [0] : []));
  const to = Math.max(...ends, ...(zero ? [0] : []));
  // Where everything is at one value the axis still has a length.
  const x = scaleLinear([from, to === from ? from + 1 : to], [left, width - right]).nice();
  const bottom = top + panelHead + lines.length * lineHeight;
  const ticks = x.ticks(5);
  const format = x.tickFormat(5);
  return [
    "<g>",
    text(margin, top + 18, title, 'font-size="15" font-weight="bold"'),
    text(margin, top + 38, shortened(estimand), `font-size="12" ${quiet}`),
    ...ticks.map((tick) => rule(x(tick), top + panelHead - 12, x(tick), bottom, "#d8dde0")),
    ...(zero ? [rule(x(0), top + panelHead - 12, x(0), bottom, "#212b32")] : []),
    ...lines.map((line, i) => drawLine(line, top + panelHead + i * lineHeight, x)),
    ...ticks.map((tick) => text(x(tick), bottom + 16, format(tick), 'text-anchor="middle" font-size="12"')),
    text((left + width - right) / 2, bottom + 34, unit, 'text-anchor="middle" font-size="12"'),
    "</g>",
  ].join("\n");
}

function drawLine({ label, mean, low, high }: Line, y: number, x: (value: number) => number): string {
  const known = !Number.isNaN(low);
  const figures = known ? `${figure(mean)} (${figure(low)} to ${figure(high)})` : figure(mean);
  return [
    text(left - 14, y + 4, label, 'text-anchor="end"'),
    ...(known ? [rule(x(low), y, x(high), y, "#005eb8", 2)] : []),
    ...(known ? [low, high].map((end) => rule(x(end), y - 4, x(end), y + 4, "#005eb8", 2)) : []),
    `<circle cx="${px(x(mean))}" cy="${px(y)}" r="4.5" fill="#005eb8"/>`,
    text(width - right + 14, y + 4, figures, 'font-size="12"'),
  ].join("\n");
}

const figure = (value: number): string => {
  const rounded = Number(value.toPrecision(3));
  return Math.abs(rounded) >= 1e7
    ? rounded.toExponential(2)
    : rounded.toLocaleString("en-GB", { maximumFractionDigits: 6 });
};
const px = (value: number): string => value.toFixed(1);

const rule = (x1: number, y1: number, x2: number, y2: number, colour: string, thick = 1): string =>
  `<line x1="${px(x1)}" y1="${px(y1)}" x2="${px(x2)}" y2="${px(y2)}" stroke="${colour}" stroke-width="${thick}"/>`;

const text = (x: number, y: number, words: string, more = ""): string =>
  `<text x="${px(x)}" y="${px(y)}" ${more}>${escaped(words)}</text>`;

const shortened = (words: string): string =>
  words.length > lettersInLine ? `${words.slice(0, lettersInLine - 1)}…` : words;

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** A text as it stands in XML or HTML: nothing in it is markup. */
export const escaped = (words: string): string => words.replace(/[&<>"']/g, (letter) => entities[letter]!);
