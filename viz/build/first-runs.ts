/**
 * Makes the first runs of the page and puts them into it, as the module `virtual:first-runs`. They are kept between builds
 * and made anew when anything changes that they could depend on; in a process of its own, so that the server answers meanwhile.
 */
import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import type { Plugin } from "vite";

const root = fileURLToPath(new URL("../..", import.meta.url));
const name = "virtual:first-runs";
/** Where the server for work answers with them. */
const address = "/@first-runs.json";
const kept = join(root, "node_modules/.cache/caregap-first-runs.json");

/** What the runs depend on: everything that decides a figure, and which figures are shown. */
const sources = [
  "package.json",
  "scenarios",
  "src",
  "viz/build/make-first-runs.ts",
  "viz/figures",
  "viz/state",
  "viz/study",
];

const filesIn = (path: string): string[] =>
  statSync(path).isDirectory()
    ? readdirSync(path, { recursive: true, encoding: "utf8" })
        .map((file) => join(path, file))
        .filter((file) => /\.(?:ts|json)$/.test(file))
    : [path];

/** The same for the same sources. */
function versionOf(files: readonly string[]): string {
  const hash = createHash("sha256");
  for (const file of files.toSorted()) hash.update(`${file}\n${readFileSync(file, "utf8")}\n`);
  return hash.digest("hex");
}

/** What was kept in a file for this version, or what is made now, and kept. */
export async function keptOr(file: string, version: string, make: () => Promise<string>): Promise<string> {
  if (existsSync(file)) {
    const [of, text] = readFileSync(file, "utf8").split("\n");
    if (of === version && text !== undefined) return text;
  }
  const text = await make();
  mkdirSync(dirname(file), { recursive: true });
  const written = `${file}.${process.pid}`;
  writeFileSync(written, `${version}\n${text}\n`);
  renameSync(written, file);
  return text;
}

const program = `
  import { runnerImport } from "vite";
  const settings = { root: ${JSON.stringify(root)}, configFile: false, logLevel: "error" };
  const { module } = await runnerImport("/viz/build/make-first-runs.ts", settings);
  console.log(JSON.stringify(await module.makeFirstRuns(${JSON.stringify(join(root, "scenarios"))})));`;

async function makeApart(): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, ["--input-type=module", "--eval", program], {
    cwd: root,
    maxBuffer: 10_000_000,
  });
  return stdout.trim();
}

export function firstRuns(): Plugin {
  let made: { readonly version: string; readonly text: Promise<string> } | undefined;
  const current = (): Promise<string> => {
    const version = versionOf(sources.flatMap((path) => filesIn(join(root, path))));
    if (made?.version !== version) made = { version, text: keptOr(kept, version, makeApart) };
    return made.text;
  };
  let isServed = false;
  return {
    name: "first-runs",
    configResolved: ({ command }) => void (isServed = command === "serve"),
    resolveId: (id) => (id === name ? `\0${name}` : undefined),
    load(id) {
      if (id !== `\0${name}`) return undefined;
      if (isServed) return `export default await (await fetch(${JSON.stringify(address)})).json();`;
      return current().then((text) => `export default ${text};`);
    },
    // A module that takes long to load would keep the server from being closed.
    configureServer(server) {
      server.middlewares.use(address, (_, response) => {
        current().then(
          (text) => response.setHeader("content-type", "application/json").end(text),
          (error: Error) => {
            server.config.logger.error(`first runs: ${error.message}`);
            response.writeHead(500).end();
          },
        );
      });
      // Begun before a page asks, so that it need not wait long; a test that never asks need not wait at all.
      if (process.env["VITEST"] === undefined) current().catch(() => undefined);
    },
  };
}
