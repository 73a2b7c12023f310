/** Reads the text files that users name, and refuses politely what is not one. */
import { closeSync, openSync, readSync } from "node:fs";
import { InputError, reasonOf } from "./errors.ts";

/** More than any scenario or table that is accepted, so that a wrong file is not read to its end. */
const mostBytes = 64 * 1024 * 1024;

/** The text of a file in UTF-8. `name` is what to call it. */
export function readText(path: string, name: string): string {
  let bytes: Uint8Array;
  try {
    bytes = readBytes(path);
  } catch (error) {
    throw new InputError(`cannot read ${name}: ${reasonOf(error)}`);
  }
  if (bytes.length > mostBytes) throw new InputError(`cannot read ${name}: it has more than 64 MB`);
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
    throw new InputError(`cannot read ${name}: it is in UTF-16. Save it as UTF-8.`);
  }
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new InputError(`cannot read ${name}: it is not text in UTF-8. Save it as UTF-8.`);
  }
}

/** A file's bytes, at most one more than are accepted. Works for pipes, whose size is not known beforehand. */
function readBytes(path: string): Uint8Array {
  const file = openSync(path, "r");
  try {
    const chunks: Uint8Array[] = [];
    for (let total = 0; total <= mostBytes;) {
      const chunk = new Uint8Array(Math.min(1 << 20, mostBytes + 1 - total));
      const read = readSync(file, chunk);
      if (read === 0) break;
      chunks.push(chunk.subarray(0, read));
      total += read;
    }
    return Buffer.concat(chunks);
  } finally {
    closeSync(file);
  }
}
