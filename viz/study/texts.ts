/** The texts of a scenario and of all that it extends, for parsers that ask for files by name. */
import { type Files, gather } from "./library.ts";

export async function loaderFor(name: string, files: Files): Promise<(path: string) => string | undefined> {
  const texts = await gather(name, files);
  return (path) => texts.get(path.replace(/^.*\//, ""));
}
