/** The journal of a sweep on disk: only ever added to, so that whatever happens what is in it stays. */
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, writeSync } from "node:fs";
import { type Entry, entryLine, type Journal, markLine, readJournal } from "../../index.ts";
import { InputError, reasonOf } from "../errors.ts";

/** A machine that goes down loses at most so much work, which is then repeated; a program that is killed loses none. */
const mostUnsafeMs = 1000;

/** What a journal file has so far; an empty journal if there is no such file. */
export function readJournalFile(path: string, id: string): Journal {
  const journal = readJournal(textOf(path), id);
  if (journal.stranger !== undefined) {
    throw new InputError(
      `${path} holds replications of another sweep (${journal.stranger}…): the sweep file, its scenario or the version ` +
        "of caregap has changed since. Choose another folder, or remove this one.",
    );
  }
  return journal;
}

function textOf(path: string): string {
  try {
    return existsSync(path) ? readFileSync(path, "utf8") : "";
  } catch (error) {
    throw new InputError(`cannot read ${path}: ${reasonOf(error)}`);
  }
}

export class JournalFile {
  readonly #path: string;
  readonly #id: string;
  readonly #file: number;
  #safeAt = Date.now();

  /** Opens it to add to it. A last line that was cut short is closed off, so that it spoils no other. */
  constructor(path: string, id: string) {
    this.#path = path;
    this.#id = id;
    const cutShort = !/(^|\n)$/.test(textOf(path).slice(-1));
    this.#file = this.#trying(() => openSync(path, "a"));
    if (cutShort) this.#write("\n");
  }

  add(entry: Entry): void {
    this.#write(entryLine(this.#id, entry));
    if (Date.now() - this.#safeAt > mostUnsafeMs) this.#makeSafe();
  }

  mark(mark: "shard" | "end", shard: number): void {
    this.#write(markLine(this.#id, mark, shard));
    this.#makeSafe();
  }

  close(): void {
    try {
      this.#makeSafe();
    } finally {
      closeSync(this.#file);
    }
  }

  #write(line: string): void {
    const bytes = Buffer.from(line);
    this.#trying(() => {
      for (let done = 0; done < bytes.length;) done += writeSync(this.#file, bytes, done);
    });
  }

  #makeSafe(): void {
    this.#trying(() => fsyncSync(this.#file));
    this.#safeAt = Date.now();
  }

  #trying<T>(work: () => T): T {
    try {
      return work();
    } catch (error) {
      throw new InputError(
        `cannot write to ${this.#path}: ${reasonOf(error)}. Finished replications are kept: mend it and give the same command.`,
      );
    }
  }
}
