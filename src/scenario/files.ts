/** Names of files within a scenario, relative to the file that names them. Reads nothing itself. */

/** The text of a file named relative to the folder of the scenario that was asked for; undefined where there is none. */
export type Load = (path: string) => string | undefined;

/** `../b.json` named in `north/a.json` is `b.json`; parts that lead out of the first folder are kept. */
export function joinPath(from: string, path: string): string {
  const parts: string[] = [];
  for (const part of [...from.split("/").slice(0, -1), ...path.split("/")]) {
    if (part === "" || part === ".") continue;
    if (part === ".." && parts.length > 0 && parts.at(-1) !== "..") parts.pop();
    else parts.push(part);
  }
  return parts.join("/");
}

/** The last part of a path of any system. */
export function fileName(path: string): string {
  return path.split(/[/\\]/).at(-1) ?? path;
}

/** Scenarios travel from machine to machine, so files are named with "/" and never from the top of a disk. */
export function isRelative(path: string): boolean {
  return !/^\/|\\|^[a-z][a-z0-9+.-]*:/i.test(path);
}
export const A_RELATIVE_NAME = 'the name of a file relative to this one, with "/" between folders';
