import { chmodSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { defineConfig, type Plugin } from "vite";
import { configDefaults, type ViteUserConfig } from "vitest/config";
import { firstRuns } from "./viz/build/first-runs.ts";
import { offline } from "./viz/build/offline.ts";
import { oneFile, workersInside } from "./viz/build/one-file.ts";
import { size } from "./viz/build/size.ts";

/** Lets the program be started by its name, as in `dist/cli/caregap.js --help`. */
const executable = (file: string): Plugin => ({
  name: "executable",
  writeBundle: ({ dir }) => chmodSync(join(dir!, file), 0o755),
});

/** Other people's code goes into what is built, so their names and terms go with it. */
const notices: Plugin = {
  name: "notices",
  generateBundle(_, bundle) {
    const modules = Object.values(bundle).flatMap((file) => (file.type === "chunk" ? Object.keys(file.modules) : []));
    const folders = modules.flatMap((id) => /^\0?(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(id)?.[1] ?? []);
    const texts = [...new Set(folders)].toSorted().map((folder) => {
      const { name, version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as Package;
      return `${name} ${version} (${license})\n\n${termsIn(folder)}`;
    });
    this.emitFile({ type: "asset", fileName: "NOTICES.txt", source: `${texts.join(`\n${"-".repeat(80)}\n\n`)}\n` });
  },
};

/** A file of its own, or the last part of the readme. */
function termsIn(folder: string): string {
  const files = readdirSync(folder);
  const own = files.find((file) => /^licen[cs]e/i.test(file));
  if (own !== undefined) return readFileSync(join(folder, own), "utf8");
  const readme = files.find((file) => /^readme/i.test(file));
  const terms =
    readme === undefined ? null : /^#* *licen[cs]e\b[^]*/im.exec(readFileSync(join(folder, readme), "utf8"));
  if (terms === null) throw new Error(`${folder} does not say on which terms it may be passed on`);
  return terms[0];
}

interface Package {
  readonly name: string;
  readonly version: string;
  readonly license: string;
}

/** The command line: one file for the program and one for its worker threads, with everything they need inside. */
const commandLine: ViteUserConfig = {
  plugins: [executable("caregap.js"), notices],
  build: {
    ssr: true,
    target: "node20",
    outDir: "dist/cli",
    rollupOptions: {
      input: { caregap: "src/cli/caregap.ts", worker: "src/cli/worker.ts" },
      output: { entryFileNames: "[name].js", chunkFileNames: "[name]-[hash].js" },
    },
  },
  ssr: { noExternal: true },
};

/** For other programs, in Node and in pages alike; `threads` is for Node only. Everything they need is inside. */
const library: ViteUserConfig = {
  plugins: [notices],
  build: {
    ssr: true,
    target: "es2022",
    outDir: "dist/library",
    rollupOptions: {
      input: { index: "src/index.ts", threads: "src/cli/spawn.ts", worker: "src/cli/worker.ts" },
      output: { entryFileNames: "[name].js", chunkFileNames: "[name]-[hash].js" },
      external: [/^node:/],
    },
  },
  // Without anything of Node's in it: a page has none.
  ssr: { noExternal: true, target: "webworker" },
};

/** The page: static files that need no server of ours. */
const page: ViteUserConfig = {
  base: "./",
  server: { host: "127.0.0.1" },
  worker: { format: "es" },
  // A dependency that only the worker imports would otherwise be found late and reload the page at its first visit.
  optimizeDeps: { include: ["seedrandom", "valibot", "papaparse", "simjs"] },
  plugins: [firstRuns(), offline(), size()],
  build: { target: "es2022", outDir: "dist/page" },
  test: {
    include: ["test/**/*.test.ts"],
    exclude: configDefaults.exclude,
    globalSetup: "test/page/builds.ts",
    testTimeout: 120_000,
    // What is waited for comes late on a busy machine; what does not come at all is found out all the same.
    expect: { poll: { timeout: 60_000 } },
    // As many files side by side as there are processors; of two, one would be left idle otherwise.
    maxWorkers: "100%",
  },
};

/** The page as one file. A worker inside it must not be a module, which Chromium refuses from a disk. */
const single: ViteUserConfig = {
  ...page,
  resolve: { alias: [workersInside] },
  worker: { format: "iife" },
  plugins: [firstRuns(), oneFile("caregap.html"), size()],
  build: {
    target: "es2022",
    outDir: "dist/single",
    cssCodeSplit: false,
    assetsInlineLimit: Infinity,
    modulePreload: false,
    chunkSizeWarningLimit: Infinity,
    rolldownOptions: { output: { codeSplitting: false } },
  },
};

const configurations: Readonly<Record<string, ViteUserConfig>> = { cli: commandLine, library, single };

export default defineConfig(({ mode }) => configurations[mode] ?? page);
