/** What the colour of a dot says, in a few classes, so that all of one colour are drawn at once. */
import type { CareState, Legend, Scene } from "../../src/index.ts";
import { groupInWords } from "../words.ts";

export const colourings = ["where", "group", "risk", "trust", "waited"] as const;
export type Colouring = (typeof colourings)[number];

export const colouringTitles: Readonly<Record<Colouring, string>> = {
  where: "where people are",
  group: "group",
  risk: "risk",
  trust: "trust in services",
  waited: "time since they came to where they are",
};

/** A class of dots: what it stands for, and the name of its colour in the style sheet. */
export interface DotClass {
  readonly title: string;
  readonly colour: string;
}

/** Ends of the classes of time, in days, and what they are called. */
const times = [
  { upTo: 42, title: "up to 6 weeks" },
  { upTo: 126, title: "6 to 18 weeks" },
  { upTo: 364, title: "18 to 52 weeks" },
  { upTo: Infinity, title: "over a year" },
] as const;
const bands = ["low", "moderate", "high", "very high"] as const;
const groupColours = ["--care-iapt", "--care-cmht", "--care-third", "--care-other"] as const;
/** Ends of the classes of trust, in hundredths. */
const trusts = [
  { upTo: 25, title: "trust up to 25 of 100" },
  { upTo: 50, title: "26 to 50" },
  { upTo: 75, title: "51 to 75" },
  { upTo: 100, title: "76 to 100" },
] as const;
/** From pale to dark. */
const steps = ["--step-1", "--step-2", "--step-3", "--step-4"] as const;

const places: readonly (DotClass & { readonly states: readonly CareState[] })[] = [
  { title: "need, and no care (the gap)", colour: "--gap", states: ["gap"] },
  {
    title: "waiting, or a letter on its way",
    colour: "--care-third",
    states: ["referred", "waiting_assessment", "waiting_treatment"],
  },
  { title: "in treatment, held, or in the GP's plan", colour: "--care-iapt", states: ["in_treatment", "held", "gp"] },
  { title: "in a crisis stay", colour: "--crisis", states: ["crisis"] },
  { title: "disengaged, or lost to all services", colour: "--disengaged", states: ["disengaged", "lost"] },
  { title: "no need now", colour: "--care-gp", states: ["well"] },
];

export function classesOf(colouring: Colouring, legend: Legend): readonly DotClass[] {
  switch (colouring) {
    case "where":
      return places;
    case "group":
      return legend.groups.map((name, i) => ({
        title: groupInWords(name),
        colour: groupColours[i % groupColours.length]!,
      }));
    case "risk":
      return bands.map((band, i) => ({ title: `${band} risk`, colour: steps[i]! }));
    case "trust":
      return trusts.map(({ title }, i) => ({ title, colour: steps[i]! }));
    case "waited":
      return times.map(({ title }, i) => ({ title, colour: steps[i]! }));
  }
}

/** By slot of the scene, the number of the dot's class; the slot holds somebody. */
export function classifier(colouring: Colouring, scene: Scene, day: number): (slot: number) => number {
  const { people, spots } = scene;
  switch (colouring) {
    case "where": {
      const byState = new Map(places.flatMap(({ states }, number) => states.map((state) => [state, number] as const)));
      const bySpot = spots.map(({ state }) => byState.get(state)!);
      return (slot) => bySpot[people.spot[slot]!]!;
    }
    case "group":
      return (slot) => people.group[slot]!;
    case "risk":
      return (slot) => people.band[slot]!;
    case "trust":
      return (slot) => trusts.findIndex(({ upTo }) => people.engagement[slot]! <= upTo);
    case "waited":
      return (slot) => times.findIndex(({ upTo }) => day - people.since[slot]! <= upTo);
  }
}
