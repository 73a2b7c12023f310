/** What a place of the map says: in short where it stands, and in full to those who listen to it. */
import { ofPeople, range, signedPeople, verdictOf } from "../../numbers.ts";
import { isExit, type MapPair, type MapPlace, type MapView } from "./figures.ts";

/** `3,660`; in the difference view `+120`, `same`, or `≈` where it cannot be told. */
export function shown(pair: MapPair, view: MapView): string {
  if (view !== "difference") return pair[view].n === 0 ? "–" : ofPeople(pair[view].mean);
  const verdict = pair.difference.n === 0 ? "same" : verdictOf(pair.difference);
  return verdict === "clear" ? signedPeople(pair.difference.mean) : verdict === "same" ? "same" : "≈";
}

/** `3,650 to 3,680`, to stand beneath what is shown; nothing where there is no such figure, or no difference. */
export function interval(pair: MapPair, view: MapView): string {
  const estimate = pair[view];
  if (estimate.n === 0 || (view === "difference" && verdictOf(estimate) === "same")) return "";
  return range(estimate, view === "difference" ? signedPeople : ofPeople);
}

/** The words that are seen, in their order, and then the intervals: who speaks to the page can say what they see. */
export function tellPlace(place: MapPlace, view: MapView): string {
  if (isExit(place)) return `${place.name} ${shown(place.through, view)} a year. ${told(place.through, view)}`;
  const { name, waiting, inCare } = place;
  const seen = `${name} ${shown(waiting, view)} waiting ${shown(inCare, view)} in care`;
  return `${seen}. Waiting: ${told(waiting, view)} In care: ${told(inCare, view)}`;
}

function told(pair: MapPair, view: MapView): string {
  if (pair[view].n === 0) return "not known.";
  const between = interval(pair, view);
  if (between === "") return "no difference.";
  const close = view === "difference" && verdictOf(pair.difference) === "close";
  return `95% interval ${between}${close ? ", too close to call" : ""}.`;
}
