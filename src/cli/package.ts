/** The package that this program is part of: its version and its scenarios, wherever it was installed. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The nearest folder above this file with a package.json. */
function packageFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, "package.json")) && dirname(folder) !== folder) folder = dirname(folder);
  return folder;
}

export function version(): string {
  const text = readFileSync(join(packageFolder(), "package.json"), "utf8");
  const found: unknown = JSON.parse(text);
  return typeof found === "object" && found !== null && "version" in found ? String(found.version) : "unknown";
}

export const scenariosFolder = (): string => join(packageFolder(), "scenarios");

/** The scenarios that come with the package: names such as `verification/mm1`, and where they are. */
export function shippedScenarios(): Map<string, string> {
  const folder = scenariosFolder();
  if (!existsSync(folder)) return new Map();
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".json") && !file.endsWith(".schema.json") && !/^sweeps[\\/]/.test(file))
    .toSorted();
  return new Map(files.map((file) => [file.replaceAll("\\", "/").replace(/\.json$/, ""), join(folder, file)]));
}
