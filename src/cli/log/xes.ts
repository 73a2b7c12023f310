/**
 * The log as XES (IEEE 1849), for tools of process mining: a trace for each person in each replication.
 *
 * In the log the events of all people are mixed, in XES each person's stand together. So they go to a number of files by
 * person first, and each of those is put in order in its turn: memory holds a small part of the log.
 */
import { appendFileSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { type Cell, EventRows, type Legend, type Reader } from "../../index.ts";
import { InputError, reasonOf } from "../errors.ts";
import type { EventLog } from "./event-log.ts";

const parts = 256;
const lettersKept = 1 << 14;
/** The model counts days from the start of the run; XES wants dates. The manifest and the log itself say so. */
export const dayZero = Date.UTC(2000, 0, 1);
const msPerDay = 86_400_000;

export class XesFile implements EventLog {
  readonly #write: (text: string) => void;
  readonly #folder: string;
  /** By part: what is not yet in its file. */
  #waiting: string[] = [];
  #files = new Set<number>();

  /** @param draft a folder for files that are gone in the end */
  constructor(write: (text: string) => void, draft: string) {
    this.#write = write;
    this.#folder = join(draft, "xes");
    this.#trying(() => mkdirSync(this.#folder));
    write(head);
  }

  listeners(legend: Legend, replication: number, before: readonly string[]): Reader[] {
    this.#waiting = Array.from({ length: parts }, () => "");
    this.#files = new Set();
    const rows = new EventRows(legend, replication, (row) => this.#take(row));
    return [{ read: (block) => rows.read(block), end: () => this.#writeTraces(replication, before[0]) }];
  }

  end(): void {
    this.#write("</log>\n");
    this.#trying(() => rmSync(this.#folder, { recursive: true }));
  }

  /** One line for each event: whose it is, and its text. What concerns nobody has no trace. */
  #take(row: readonly Cell[]): void {
    const [, at, event, person, place, group, detail] = row;
    if (person === "") return;
    const part = Number(person) % parts;
    this.#waiting[part] += `${person}\t${eventOf({ at, event, place, group, detail })}\n`;
    if (this.#waiting[part]!.length > lettersKept) this.#spill(part);
  }

  #spill(part: number): void {
    this.#trying(() => appendFileSync(join(this.#folder, `${part}`), this.#waiting[part]!));
    this.#files.add(part);
    this.#waiting[part] = "";
  }

  #writeTraces(replication: number, scenario: string | undefined): void {
    for (let part = 0; part < parts; part++) {
      const file = join(this.#folder, `${part}`);
      const before = this.#files.has(part) ? this.#trying(() => readFileSync(file, "utf8")) : "";
      const people = byPerson(`${before}${this.#waiting[part]}`.split("\n").slice(0, -1));
      for (const [person, lines] of people) this.#write(traceOf({ person, lines, replication, scenario }));
      if (this.#files.has(part)) this.#trying(() => rmSync(file));
    }
  }

  #trying<T>(work: () => T): T {
    try {
      return work();
    } catch (error) {
      throw new InputError(`cannot write the log: ${reasonOf(error)}`);
    }
  }
}

function byPerson(lines: readonly string[]): Map<string, string[]> {
  const people = new Map<string, string[]>();
  for (const line of lines) {
    const person = line.slice(0, line.indexOf("\t"));
    const own = people.get(person);
    if (own) own.push(line);
    else people.set(person, [line]);
  }
  return people;
}

interface Trace {
  readonly person: string;
  readonly lines: readonly string[];
  readonly replication: number;
  readonly scenario: string | undefined;
}

function traceOf({ person, lines, replication, scenario }: Trace): string {
  const name = [...(scenario === undefined ? [] : [scenario]), replication, person].join("/");
  const own = scenario === undefined ? "" : text("scenario", scenario);
  const events = lines.map((line) => line.slice(line.indexOf("\t") + 1)).join("\n");
  return `<trace>${text("concept:name", name)}${own}<int key="replication" value="${replication}"/>\n${events}\n</trace>\n`;
}

function eventOf(cells: Readonly<Record<"at" | "event" | "place" | "group" | "detail", Cell | undefined>>): string {
  const { at, event, place, group, detail } = cells;
  const date = new Date(dayZero + Math.round(Number(at) * msPerDay)).toISOString();
  const activity = text("concept:name", `${event}: ${place}`);
  const more = [
    ["event", event],
    ["place", place],
    ["group", group],
    ["detail", detail],
  ].map(([key, value]) => (value === "" ? "" : text(`${key}`, `${value}`)));
  return `<event>${activity}<date key="time:timestamp" value="${date}"/><float key="at_day" value="${at}"/>${more.join("")}</event>`;
}

const text = (key: string, value: string): string => `<string key="${key}" value="${escaped(value)}"/>`;

const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** Half letters, which neither UTF-8 nor XML can have, become U+FFFD; the format of scenarios lets no controls through. */
const escaped = (value: string): string =>
  value.replace(/[\uD800-\uDFFF\uFFFE\uFFFF]/gu, "\uFFFD").replace(/[&<>"]/g, (letter) => entities[letter]!);

const head = `<?xml version="1.0" encoding="UTF-8"?>
<log xes.version="1849-2016" xes.features="" xmlns="http://www.xes-standard.org/">
<extension name="Concept" prefix="concept" uri="http://www.xes-standard.org/concept.xesext"/>
<extension name="Time" prefix="time" uri="http://www.xes-standard.org/time.xesext"/>
<global scope="trace">${text("concept:name", "replication/person")}</global>
<global scope="event">${text("concept:name", "event: place")}<date key="time:timestamp" value="${new Date(dayZero).toISOString()}"/></global>
<classifier name="Activity" scope="event" keys="concept:name"/>
${text("made_by", "caregap")}<date key="day_zero" value="${new Date(dayZero).toISOString()}"/>
`;
