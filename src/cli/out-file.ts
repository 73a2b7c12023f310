/** A single file to write: it is there whole, or as it was before. */
import { mkdtempSync, realpathSync, renameSync, rmdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { codeOf, InputError, reasonOf } from "./errors.ts";

export function writeWholeFile(path: string, text: string): void {
  try {
    const target = realPath(path);
    const draft = mkdtempSync(join(dirname(target), ".caregap-"));
    try {
      writeFileSync(join(draft, basename(target)), text);
      renameSync(join(draft, basename(target)), target);
    } finally {
      rmSync(draft, { recursive: true, force: true });
    }
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw new InputError(`cannot write ${path}: ${reasonOf(error)}`);
  }
}

/** Told before hours of work: whether a file can be written there. Throws an `InputError` if not; leaves no trace. */
export function checkFileOut(path: string | undefined): void {
  if (path === undefined) return;
  try {
    rmdirSync(mkdtempSync(join(dirname(realPath(path)), ".caregap-")));
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw new InputError(`cannot write ${path}: ${reasonOf(error)}`);
  }
}

/** Where links lead. Devices and folders are refused: they are not to be replaced by a file. */
function realPath(path: string): string {
  try {
    const target = realpathSync(path);
    if (statSync(target).isFile()) return target;
    throw new InputError(`cannot write ${path}: it is there already and is not a file`);
  } catch (error) {
    if (codeOf(error) === "ENOENT") return path;
    throw error;
  }
}
