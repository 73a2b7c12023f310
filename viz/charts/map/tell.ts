/** What a place of the map says: in short where it stands, and in full to those who listen to it. */
import { amount, range, signed, verdictOf } from "../../numbers.ts";
import { isExit, type MapPair, type MapPlace, type MapView } from "./figures.ts";

/** `3,660`; in the difference view `+120`, `same`, or `≈` where it cannot be told. */
export function shown(pair: MapPair, view: MapView): string {
  if (view !== "difference") return pair[view].n === 0 ? "–" : amount(pair[view].mean);
  const verdict = pair.difference.n === 0 ? "same" : verdictOf(pair.difference);
  return verdict === "clear" ? signed(pair.difference.mean) : verdict === "same" ? "same" : "≈";
}

/** The words that are seen, in their order, and then the intervals: who speaks to the page can say what they see. */
export function tellPlace(place: MapPlace, view: MapView): string {
  if (isExit(place)) return `${place.name} ${shown(place.through, view)} a year. ${interval(place.through, view)}`;
  const { name, waiting, inCare } = place;
  const seen = `${name} ${shown(waiting, view)} waiting ${shown(inCare, view)} in care`;
  return `${seen}. Waiting: ${interval(waiting, view)} In care: ${interval(inCare, view)}`;
}

function interval(pair: MapPair, view: MapView): string {
  const estimate = pair[view];
  if (estimate.n === 0) return "not known.";
  if (view !== "difference") return `95% interval ${range(estimate)}.`;
  const verdict = verdictOf(estimate);
  if (verdict === "same") return "no difference.";
  return `95% interval ${range(estimate, signed)}${verdict === "close" ? ", too close to call" : ""}.`;
}
