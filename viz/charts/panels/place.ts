/** Small multiples: one panel a scenario, side by side where there is room and below one another where there is not. */
export interface Panel {
  /** The plot itself, without titles and axes. */
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** Whether this panel carries the words of the vertical axis. */
  readonly first: boolean;
  /** Whether names of the layers stand on its right. */
  readonly last: boolean;
}

export interface Panels {
  readonly panels: readonly Panel[];
  /** Whether there is room for names on the right of the last panel. */
  readonly beside: boolean;
  /** Where a key of the layers stands if there is not. */
  readonly keyTop: number;
  readonly height: number;
}

interface PanelOptions {
  readonly count: number;
  readonly width: number;
  /** Height of a plot. */
  readonly tall: number;
  /** Lines of a key below, where names have no room on the right. */
  readonly keyLines: number;
}

const margin = { left: 62, between: 26, title: 52, below: 56 };
const roomForNames = 226;
const narrowest = 250;
const keyLine = 26;

export function panelsOf({ count, width, tall, keyLines }: PanelOptions): Panels {
  const beside = width >= 620;
  const room = width - margin.left - (beside ? roomForNames : 14);
  const most = Math.max(1, Math.min(count, Math.floor((room + margin.between) / (narrowest + margin.between))));
  const perRow = Math.ceil(count / Math.ceil(count / most));
  const wide = (room - (perRow - 1) * margin.between) / perRow;
  const line = margin.title + tall + margin.below;
  const panels = Array.from({ length: count }, (_, at): Panel => {
    const [row, column] = [Math.floor(at / perRow), at % perRow];
    const left = margin.left + column * (wide + margin.between);
    const top = row * line + margin.title;
    const last = column === perRow - 1 || at === count - 1;
    return { left, right: left + wide, top, bottom: top + tall, first: column === 0, last };
  });
  const plots = Math.ceil(count / perRow) * line;
  return { panels, beside, keyTop: plots + 8, height: beside ? plots : plots + 16 + keyLines * keyLine };
}
