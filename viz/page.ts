/** Draws the whole page from what is known. The page itself knows nothing: call it again after every change. */
import { answerOf, answerText, placeOf } from "./data/answer.ts";
import { type Comparison, namesOf, periodOf, placesOf } from "./data/comparison.ts";
import { mapFiguresOf } from "./data/map.ts";
import { rowsOf } from "./data/rows.ts";
import { byId, fillSelect, make } from "./dom.ts";
import type { PageState } from "./state.ts";
import { showAnswer } from "./views/answer.ts";
import { fillFilters, showDifferences } from "./views/differences.ts";
import { showMap } from "./views/map.ts";
import { showMost } from "./views/most.ts";
import { showQueue, showWaits, type Titles } from "./views/place.ts";

export type Change = (change: Partial<PageState>) => void;

/** Draws all that a comparison shows, and returns the answer in words. */
export function showComparison(document: Document, state: PageState, comparison: Comparison, change: Change): string {
  const part = (id: string): HTMLElement => byId(document, id, HTMLElement);
  const list = (id: string): HTMLSelectElement => byId(document, id, HTMLSelectElement);
  const { scenario } = comparison.base;
  const titles = titlesOf(comparison);
  const period = periodOf(comparison, state.period);
  const answer = answerOf(comparison, period);
  const place = placeOf(comparison, answer, state.place);
  const rows = rowsOf(comparison, period);
  const scenarios = [scenario, comparison.other.scenario];

  part("results").hidden = false;
  fillSelect(list("period"), periodChoices(comparison), period);
  fillSelect(list("place"), choices(namesOf(comparison, placesOf)), place);
  showAnswer(part("answer"), answer, { title: titles.other, period: scenario.windows.length > 1 ? period : "" });
  showMost(part("most"), rows);
  const parts = { map: part("map"), detail: part("map-detail"), twin: part("map-table") };
  const onPick = (picked: string): void => change({ place: picked });
  showMap(parts, mapFiguresOf(comparison, period), { scenarios, view: state.map, picked: place, titles, onPick });
  part("queue-head").textContent = `How many wait for ‘${place}’, week by week`;
  part("waits-head").textContent = `How long people wait for ‘${place}’, told in four ways`;
  showQueue(part("queue"), comparison, place, titles);
  showWaits(part("waits"), comparison, { window: period, place, statistic: state.statistic });
  fillFilters(list("table-place"), list("table-measure"), rows, state.table);
  const onWhole = (): void => change({ table: { ...state.table, whole: true } });
  showDifferences(part("table"), rows, { filter: state.table, period, onWhole });
  part("source").textContent = [`Baseline: ${titles.base}.`, scenario.source && `Source: ${scenario.source}.`]
    .filter(Boolean)
    .join(" ");
  return answerText(answer, titles.other);
}

const choices = (names: readonly string[]) => names.map((name) => ({ value: name, text: name }));

/** Names short enough for a chart. Two scenarios of one name are told apart by their part in the comparison. */
function titlesOf({ base, other }: Comparison): Titles {
  const same = base.scenario.title === other.scenario.title;
  return { base: "Baseline", other: same ? "With the change" : other.scenario.title };
}

const periodChoices = ({ base: { scenario } }: Comparison) =>
  scenario.windows.map(({ name, from_day, to_day }) => ({
    value: name,
    text: `${name} (${length(to_day - from_day)})`,
  }));

function length(days: number): string {
  const months = Math.round(days / (365 / 12));
  return days < 84 ? `${Math.round(days)} days` : `${months} months`;
}

/** The three views of the map, as a choice of one. */
export function fillMapViews(parent: HTMLElement, chosen: PageState["map"], change: Change): void {
  const document = parent.ownerDocument;
  const views = [
    { value: "difference", text: "what differs" },
    { value: "base", text: "the baseline" },
    { value: "other", text: "the change" },
  ] as const;
  const items = views.map(({ value, text }) => {
    const id = `map-${value}`;
    const input = make(document, "input", {
      type: "radio",
      class: "nhsuk-radios__input",
      name: "map-view",
      id,
      value,
      checked: value === chosen,
    });
    input.addEventListener("change", () => change({ map: value }));
    const label = make(document, "label", { class: "nhsuk-label nhsuk-radios__label", for: id }, text);
    return make(document, "div", { class: "nhsuk-radios__item" }, input, label);
  });
  parent.replaceChildren(...items);
}
