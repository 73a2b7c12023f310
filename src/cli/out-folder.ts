/**
 * The folder of `--out`. Files are first written to a hidden folder inside it and moved into place at the end, the
 * manifest last: whatever happens on the way, the folder is as it was before, or has a whole result.
 */
import { closeSync, existsSync, mkdirSync, mkdtempSync, openSync, readdirSync, readFileSync } from "node:fs";
import { renameSync, rmdirSync, rmSync, statSync, writeSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { csvOf, type Table, writeParquet } from "../index.ts";
import { InputError, reasonOf } from "./errors.ts";
import { breathe } from "./interrupt.ts";

export const manifestName = "manifest.json";
const hidden = ".caregap-";

/** The files that a table has. */
export const tableFiles = (name: string, parquet: boolean): string[] => [
  `${name}.csv`,
  ...(parquet ? [`${name}.parquet`] : []),
];

/** A result that is being written. */
export class OutFolder {
  readonly #given: string;
  readonly #path: string;
  readonly #firstMade: string | undefined;
  readonly #draft: string;
  /** Files of the result that was here before. */
  readonly #before: readonly string[];
  readonly #files: string[] = [];
  #open: number[] = [];

  /** Makes sure that the files can be written there. Throws `InputError` if they cannot, or would hit somebody's own files. */
  constructor(path: string, files: readonly string[]) {
    this.#given = path;
    this.#path = resolve(path);
    this.#before = this.#trying(() => filesBefore(this.#path, path));
    const strange = files.filter((file) => !this.#before.includes(file) && existsSync(join(this.#path, file)));
    if (strange.length > 0)
      throw new InputError(`${path} has a ${strange[0]} that is not of its caregap result. Move it first.`);
    this.#firstMade = this.#trying(() => makeFolder(this.#path));
    try {
      this.#draft = this.#trying(() => mkdtempSync(join(this.#path, hidden)));
    } catch (error) {
      this.#removeMade();
      throw error;
    }
  }

  /** Where files are until they are moved into place. */
  get draft(): string {
    return this.#draft;
  }

  /** Opens a file; what it is given goes there, until everything is moved into place. */
  open(file: string): (content: string | Uint8Array) => void {
    const descriptor = this.#trying(() => openSync(join(this.#draft, file), "wx"));
    this.#open.push(descriptor);
    this.#files.push(file);
    return (content) => {
      const bytes = Buffer.from(content);
      this.#trying(() => {
        for (let done = 0; done < bytes.length;) done += writeSync(descriptor, bytes, done);
      });
    };
  }

  /** A table under its name, as CSV and, where that is wanted, as Parquet beside it. */
  async writeTable(name: string, table: Table, parquet: boolean, signal: AbortSignal): Promise<void> {
    const [csv, beside] = tableFiles(name, parquet);
    await this.writeFile(csv!, csvOf(table), signal);
    if (beside !== undefined) writeParquet(table, this.open(beside));
    await breathe(signal);
  }

  async writeFile(file: string, chunks: Iterable<string>, signal: AbortSignal): Promise<void> {
    const write = this.open(file);
    for (const chunk of chunks) {
      write(chunk);
      await breathe(signal);
    }
  }

  /** Moves everything into place. Files of the result before that have no successor go. */
  commit(): void {
    this.#trying(() => {
      this.#close();
      rmSync(join(this.#path, manifestName), { force: true });
      const gone = this.#before.filter((file) => !this.#files.includes(file));
      for (const file of gone) rmSync(join(this.#path, file), { force: true });
      const manifestLast = this.#files.toSorted((a, b) => Number(a === manifestName) - Number(b === manifestName));
      for (const file of manifestLast) renameSync(join(this.#draft, file), join(this.#path, file));
      rmdirSync(this.#draft);
    });
  }

  /** Leaves no trace. */
  discard(): void {
    this.#close();
    rmSync(this.#draft, { recursive: true, force: true });
    this.#removeMade();
  }

  #close(): void {
    const files = this.#open;
    this.#open = [];
    for (const file of files) closeSync(file);
  }

  /** Removes the folders that were made for this, as long as they are empty. */
  #removeMade(): void {
    if (this.#firstMade === undefined) return;
    try {
      for (let folder = this.#path; folder.length >= this.#firstMade.length; folder = dirname(folder))
        rmdirSync(folder);
    } catch {
      // Somebody else has put something there meanwhile.
    }
  }

  #trying<T>(work: () => T): T {
    try {
      return work();
    } catch (error) {
      if (error instanceof InputError) throw error;
      throw new InputError(`cannot write to ${this.#given}: ${reasonOf(error)}`);
    }
  }
}

/**
 * Makes a folder and those that it is in; returns the outermost that was made. One by one, since Node's own
 * `recursive` never ends where the system says that a folder in an existing folder cannot be (as in /proc).
 */
function makeFolder(path: string): string | undefined {
  if (existsSync(path)) return undefined;
  const outer = makeFolder(dirname(path));
  mkdirSync(path);
  return outer ?? path;
}

/** The files of a caregap result in a folder; none if it is empty or not there. */
function filesBefore(path: string, given: string): readonly string[] {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) throw new InputError(`cannot write to ${given}: it is a file, expected a folder`);
  const present = readdirSync(path).filter((name) => !name.startsWith(hidden));
  if (present.length === 0) return [];
  const files = filesOfManifest(join(path, manifestName));
  if (files === undefined) {
    throw new InputError(
      `${given} is not empty and holds no caregap result (no ${manifestName} of ours). Choose another folder.`,
    );
  }
  return files.filter((file) => present.includes(file));
}

function filesOfManifest(path: string): string[] | undefined {
  try {
    const manifest: unknown = JSON.parse(readFileSync(path, "utf8"));
    if (typeof manifest !== "object" || manifest === null) return undefined;
    if (!("made_by" in manifest) || manifest.made_by !== "caregap" || !("files" in manifest)) return undefined;
    const files: unknown = manifest.files;
    return Array.isArray(files)
      ? files.filter((file): file is string => typeof file === "string" && isOurs(file))
      : undefined;
  } catch {
    return undefined;
  }
}

/** Names that only ever mean files of ours, whatever a manifest says. */
const ofStudies = ["measures", "summary", "differences", "levels", "events", "vidigi"];
const ofAnalyses = ["best", "flip", "sensitivity", "waits"];
const ofUncertainty = ["uncertainty", "parameters", "draw-differences", "plane", "acceptability"];
const ours = [...ofStudies, ...ofAnalyses, ...ofUncertainty].flatMap((name) => [`${name}.csv`, `${name}.parquet`]);
const isOurs = (file: string): boolean => file === manifestName || file === "events.xes" || ours.includes(file);
