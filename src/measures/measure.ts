/** Everything that is measured in a run of either kind: the readers it takes, and the figures they give. */
import type { Legend } from "../records/legend.ts";
import type { Reader } from "../records/log.ts";
import { type Emit, networkFigures } from "./figures.ts";
import { NetworkReader } from "./network.ts";
import { pathwayFigures } from "./pathway/figures.ts";
import { PathwayReader } from "./pathway/reader.ts";

export interface Measurement {
  readonly readers: readonly Reader[];
  /** Waiting lists and people in service, place by place. */
  readonly lists: NetworkReader;
  /** Once the run is over, always in the same order for the same legend. */
  readonly figures: (emit: Emit) => void;
}

/** In a pathway the places of the lists are services and programmes; practices have none. */
export function measurementOf(legend: Legend): Measurement {
  const { pathway } = legend;
  if (pathway === undefined) {
    const lists = new NetworkReader(legend);
    return { readers: [lists], lists, figures: (emit) => networkFigures(lists, emit) };
  }
  const places = pathway.services.length + pathway.programmes.length;
  const lists = new NetworkReader({ ...legend, places: legend.places.slice(0, places) });
  const people = new PathwayReader(legend);
  const withoutLists = new Set(
    pathway.services.flatMap((service, i) => (service.has_referrals ? [] : [legend.places[i]!.name])),
  );
  const figures = (emit: Emit): void => {
    pathwayFigures(people, emit);
    networkFigures(lists, (key, value) => (withoutLists.has(key.place) ? undefined : emit(key, value)));
  };
  return { readers: [lists, people], lists, figures };
}
