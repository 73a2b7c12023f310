/** The living map with somebody to follow: found by what happened to them, or by a click on a dot. */
import type { JSX } from "preact";
import { useMemo, useState } from "preact/hooks";
import { findPeople, type Search, searches, storyOf } from "../../src/index.ts";
import { Button, Select } from "../parts/field.tsx";
import { groupInWords } from "../words.ts";
import { LifeLines, type Life, trustTold } from "./life.tsx";
import { LivingMap } from "./living-map.tsx";
import { Sentences } from "./sentences.tsx";
import type { Stage, WorldWanted } from "./stage.ts";

interface WatchingProps {
  readonly worlds: readonly WorldWanted[];
  readonly seed: string;
  readonly replication: number;
  /** Whom to begin with, if anybody. */
  readonly search?: string | undefined;
  /** Number of the person who is followed; -1: nobody. */
  readonly picked: number;
  readonly onPick: (person: number) => void;
  /** Of the heading above the person: one below that of the page or the step. */
  readonly heading: "h2" | "h3";
  readonly announce: (text: string) => void;
  /** Offers to change the course of things from the day on the clock. */
  readonly onBranch?: ((day: number) => void) | undefined;
}

const nobody = -1;
/** People to choose from for each search. */
const most = 10;

const searchOf = (text: string | undefined): Search | undefined => searches.find((search) => search === text);

export function Watching(props: WatchingProps): JSX.Element {
  const { worlds, seed, replication, heading: Heading, picked, onPick, announce, onBranch } = props;
  const [stage, setStage] = useState<Stage>();
  const [day, setDay] = useState(0);
  const [search, setSearch] = useState<Search>(searchOf(props.search) ?? "most knock-backs");
  const settings = { seed, replication, executive: "fast" } as const;
  const found = useMemo(
    () => (stage ? findPeople(stage.worlds[0]!.film, search, settings, most) : []),
    [stage, search],
  );
  const ready = (next: Stage): void => {
    setStage(next);
    const first = searchOf(props.search);
    const here = first && findPeople(next.worlds[0]!.film, first, settings, most)[0];
    if (here && picked === nobody) onPick(here.person);
  };
  const follow = (person: number): void => {
    onPick(person);
    announce(
      person === nobody
        ? "Nobody is followed."
        : `Following person ${person}. The line of their life is below the map.`,
    );
  };
  return (
    <div class="watching">
      <LivingMap
        {...{ worlds, seed, replication, announce }}
        followed={picked}
        onFollow={follow}
        onStage={ready}
        onDay={setDay}
      />
      {stage !== undefined && (
        <section class="watching__person" aria-labelledby="follow-title">
          <Heading id="follow-title">The person you follow</Heading>
          <p class="nhsuk-hint">
            Click a dot, or find somebody by what happened to them in “{stage.worlds[0]!.title}”.
          </p>
          <Select
            id="follow-search"
            label="Find by"
            value={search}
            choices={searches.map((each) => ({ value: each, text: each }))}
            onChange={(value) => setSearch(searchOf(value) ?? "random")}
          />
          <div class="watching__buttons">
            <Button
              onClick={() =>
                follow(
                  nextOf(
                    found.map(({ person }) => person),
                    picked,
                  ),
                )
              }
            >
              {found.some(({ person }) => person === picked) ? "The next of them" : "Follow the first of them"}
            </Button>
            {picked !== nobody && (
              <Button secondary onClick={() => follow(nobody)}>
                Follow nobody
              </Button>
            )}
            {onBranch && (
              <Button secondary onClick={() => onBranch(day)}>
                What if the change began on this day?
              </Button>
            )}
          </div>
          {found.length === 0 && <p role="status">Nobody is found by that in this run.</p>}
          {picked !== nobody && <OneLife stage={stage} person={picked} day={day} />}
        </section>
      )}
    </div>
  );
}

const nextOf = (people: readonly number[], now: number): number =>
  people[(people.indexOf(now) + 1) % Math.max(1, people.length)] ?? nobody;

interface OneLifeProps {
  readonly stage: Stage;
  readonly person: number;
  readonly day: number;
}

function OneLife({ stage, person, day }: OneLifeProps): JSX.Element {
  const lives = useMemo(
    () =>
      stage.worlds.flatMap(({ title, film }): Life[] => {
        const story = storyOf(film, person);
        return story ? [{ title, story }] : [];
      }),
    [stage, person],
  );
  const first = lives[0]?.story;
  if (!first) return <p role="status">This person never comes into view here.</p>;
  return (
    <>
      <p>
        Person {person}: {groupInWords(first.group)}, registered at practice {first.practice}.
        {lives.length > 1 &&
          " The same person in both worlds: the same illness, the same luck. The bar between the lines marks the days on which the two lives differ."}
      </p>
      <div class="scroll" role="region" aria-label="The line of a life, may be wider than the screen" tabIndex={0}>
        <LifeLines lives={lives} day={day} horizon={stage.lastDay + 1} />
      </div>
      <p class="nhsuk-hint">
        Where they are: vermilion is need and no care, a tick is a session attended. Risk: darker is higher. Trust in
        services: the higher the fuller. Letters: hollow ones came back. A dot is a crisis.
      </p>
      {lives.map(({ title, story }) => (
        <p key={title}>
          <strong>{title}.</strong> {trustTold(story)}
        </p>
      ))}
      <Sentences lives={lives} />
    </>
  );
}
