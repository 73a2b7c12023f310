/** Programs of the system that some tests need. `.ci/run` installs all of them; elsewhere a test without its program is left out, and says so. */
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";

/** Whether a program can be started by its name. Those of the system's own folders count as well, since a shell may not look there. */
export function isInstalled(program: string): boolean {
  const folders = [...(process.env["PATH"] ?? "").split(delimiter), "/usr/sbin", "/sbin"];
  return folders.some((folder) => {
    try {
      accessSync(join(folder, program), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

/** Whether all of them are there; if not, what to do about it is printed. */
export function allInstalled(programs: readonly string[], packages: string): boolean {
  const missing = programs.filter((program) => !isInstalled(program));
  if (missing.length === 0) return true;
  console.warn(`Left out, since ${missing.join(", ")} is not installed. On Debian: apt-get install ${packages}`);
  return false;
}
