/** The news of the last days in words: of the person who is followed, or what the services decided. */
import type { JSX } from "preact";
import { type Film, rowsUpTo, type StoryEvent, eventOf } from "../../src/index.ts";
import { groupInWords } from "../words.ts";
import { nextOfInterest } from "./interest.ts";

interface NewsProps {
  readonly film: Film;
  readonly day: number;
  readonly followed: number;
}

/** Days back, and lines at most. */
const span = { anybody: 7, followed: 90 } as const;
const mostLines = 5;

interface Item {
  readonly row: number;
  readonly event: StoryEvent;
}

/** What happened lately, the last first. */
export function newsOf(film: Film, day: number, followed: number): readonly Item[] {
  const from = rowsUpTo(film.rows, day - (followed < 0 ? span.anybody : span.followed));
  const to = rowsUpTo(film.rows, day);
  const items: Item[] = [];
  for (let row = nextOfInterest(film, from, followed); row < to; row = nextOfInterest(film, row + 1, followed)) {
    const event = eventOf(film, row);
    if (event.text !== "") items.push({ row, event });
  }
  return items.slice(-mostLines).toReversed();
}

export function News({ film, day, followed }: NewsProps): JSX.Element {
  const items = newsOf(film, day, followed);
  return (
    <div class="news">
      <p class="news__head">{followed < 0 ? "This week" : "The person you follow, lately"}</p>
      <ul class="news__list">
        {items.map(({ row, event }) => (
          <li key={row}>
            <span class="news__day">Day {Math.floor(event.day)}</span> {whose(film, row, followed)}
            {event.text}
          </li>
        ))}
        {items.length === 0 && <li>Nothing that changes a life.</li>}
      </ul>
    </div>
  );
}

function whose({ legend, rows }: Film, row: number, followed: number): string {
  return followed < 0 ? `(${groupInWords(legend.groups[rows.group[row]!] ?? "somebody")}) ` : "";
}
