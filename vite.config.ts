import { chmodSync } from "node:fs";
import { join } from "node:path";
import { defineConfig, type Plugin } from "vite";
import { configDefaults, type ViteUserConfig } from "vitest/config";

/** Lets the program be started by its name, as in `dist/cli/caregap.js --help`. */
const executable = (file: string): Plugin => ({
  name: "executable",
  writeBundle: ({ dir }) => chmodSync(join(dir!, file), 0o755),
});

/** The command line: one file for the program and one for its worker threads, with everything they need inside. */
const commandLine: ViteUserConfig = {
  plugins: [executable("caregap.js")],
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

/** The page: static files that need no server of ours. */
const page: ViteUserConfig = {
  base: "./",
  server: { host: "127.0.0.1" },
  worker: { format: "es" },
  // A dependency that only the worker imports would otherwise be found late and reload the page at its first visit.
  optimizeDeps: { include: ["seedrandom", "valibot", "papaparse", "simjs"] },
  build: { target: "es2022", outDir: "dist/page" },
  test: { include: ["test/**/*.test.ts"], exclude: configDefaults.exclude, testTimeout: 120_000 },
};

export default defineConfig(({ mode }) => (mode === "cli" ? commandLine : page));
