/** Files of the reader's: chosen, or dropped anywhere on the page. They are read here and go nowhere else. */

export interface Taken {
  /** Texts by name. */
  readonly added: Readonly<Record<string, string>>;
  /** Names of files that were not read, since no scenario is so large. */
  readonly tooLarge: readonly string[];
}

const mostBytes = 20_000_000;

export async function readFiles(list: Iterable<File>): Promise<Taken> {
  const files = [...list];
  const small = files.filter((file) => file.size <= mostBytes);
  const texts = await Promise.all(small.map(async (file) => [file.name, await file.text()] as const));
  return {
    added: Object.fromEntries(texts),
    tooLarge: files.filter((file) => file.size > mostBytes).map(({ name }) => name),
  };
}

/**
 * Calls `take` with files that are dropped on the page, and marks the page while some are held over it.
 * @returns what ends that
 */
export function listenForDrops(document: Document, take: (files: readonly File[]) => void): () => void {
  const mark = (on: boolean) => document.body.classList.toggle("dropping", on);
  const over = (event: DragEvent): void => {
    event.preventDefault();
    mark(true);
  };
  const leave = (event: DragEvent): void => {
    if (event.relatedTarget === null) mark(false);
  };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    mark(false);
    const dropped = [...(event.dataTransfer?.files ?? [])];
    if (dropped.length > 0) take(dropped);
  };
  document.addEventListener("dragover", over);
  document.addEventListener("dragleave", leave);
  document.addEventListener("drop", drop);
  return () => {
    document.removeEventListener("dragover", over);
    document.removeEventListener("dragleave", leave);
    document.removeEventListener("drop", drop);
    mark(false);
  };
}
