/** The package as others get it: packed, installed in an empty project without a network, and used from Node and from a bundle. */
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";

const root = join(import.meta.dirname, "../..");
const project = mkdtempSync(join(tmpdir(), "caregap-package-"));
const at = (name: string): string => join(project, name);
const start = (program: string, ...args: readonly string[]): string =>
  execFileSync(program, args, { cwd: project, encoding: "utf8", env: { ...process.env, NODE_ENV: "production" } });
const tool = (path: string, ...args: readonly string[]): string =>
  start(process.execPath, join(root, "node_modules", path), ...args);
const npm = (...args: readonly string[]): string => start("npm", "--loglevel=error", ...args);

/** A whole program in the words of docs/library.md; what it prints must be the same everywhere. */
const program = `
import { compare, csvOf, InvalidInput, sweep } from "caregap";

export const desk = {
  format: 1,
  kind: "network",
  title: "Desk",
  warm_up_days: 10,
  run_days: 1000,
  exits: ["out"],
  nodes: {
    desk: {
      servers: 1,
      service: { law: "exponential", mean_hours: 12 },
      arrivals: [{ per_week: 7 }],
      routing: "out",
    },
  },
};
const twoDesks = { ...desk, nodes: { desk: { ...desk.nodes.desk, servers: 2 } } };

export async function work(crew: Parameters<typeof compare>[1] = {}): Promise<string> {
  const { differences, summaries } = await compare({ one: desk, two: twoDesks }, { replications: 4, ...crew });
  const waits = differences["two"]!.filter(({ key }) => key.measure === "wait" && key.estimand === "all_ended" && key.statistic === "mean");
  const found = await sweep(
    {
      title: "Desks",
      scenario: desk,
      factors: [{ name: "desks", path: "nodes.desk.servers", values: [1, 2, 3] }],
      design: { design: "full_factorial" },
      replications: 3,
      measures: [{ measure: "wait", estimand: "started", statistic: "mean" }],
    },
    crew,
  );
  const faults = await compare({ wrong: { ...desk, run_days: -1 } }).catch((error: unknown) =>
    error instanceof InvalidInput ? error.message : "something else",
  );
  return [JSON.stringify(waits), Object.keys(summaries).join(), ...csvOf(found.summary), faults].join("\\n");
}
`;

beforeAll(() => {
  const [packed] = JSON.parse(npm("pack", root, "--ignore-scripts", "--json")) as { filename: string }[];
  writeFileSync(at("package.json"), JSON.stringify({ name: "empty", private: true, type: "module" }));
  npm("install", `./${packed!.filename}`, "--offline", "--no-audit", "--no-fund");
  writeFileSync(at("program.ts"), program);
  writeFileSync(at("here.ts"), 'import { work } from "./program.ts";\nconsole.log(await work());\n');
  writeFileSync(
    at("threads.ts"),
    'import { spawn } from "caregap/threads";\nimport { work } from "./program.ts";\nconsole.log(await work({ spawn, workers: 2 }));\nconsole.log(spawn.length);\n',
  );
});
afterAll(() => rmSync(project, { recursive: true, force: true }));

test("it brings nothing else along, and neither tests nor sources", () => {
  const lock = JSON.parse(readFileSync(at("package-lock.json"), "utf8")) as { packages: Record<string, unknown> };
  expect(Object.keys(lock.packages)).toEqual(["", "node_modules/caregap"]);
  const files = npm("ls", "--all", "--parseable").trim().split("\n");
  expect(files).toHaveLength(2);
});

function faultsOfTypes(): string {
  const { stdout } = spawnSync(process.execPath, [join(root, "node_modules/typescript/bin/tsc"), "-p", "."], {
    cwd: project,
    encoding: "utf8",
  });
  return stdout;
}

const compiler = {
  skipLibCheck: false,
  noEmit: true,
  strict: true,
  target: "ES2022",
  allowImportingTsExtensions: true,
};

test.each(["nodenext", "bundler"])("its types are whole for a program with moduleResolution %s", (moduleResolution) => {
  const shape = moduleResolution === "nodenext" ? "nodenext" : "esnext";
  const compilerOptions = { ...compiler, module: shape, moduleResolution, lib: ["ES2023", "DOM"], types: [] };
  writeFileSync(at("tsconfig.json"), JSON.stringify({ compilerOptions, include: ["here.ts", "threads.ts"] }));
  // What src/index.ts exports must not lead to types of a package: keep those of valibot schemas in files of their own.
  expect(faultsOfTypes()).toBe("");
  writeFileSync(at("wrong.ts"), 'import { compare } from "caregap";\nawait compare({}, { replications: "many" });\n');
  writeFileSync(at("tsconfig.json"), JSON.stringify({ compilerOptions, include: ["wrong.ts"] }));
  expect(faultsOfTypes()).toContain("Type 'string' is not assignable to type 'number'");
});

test("in Node, with threads or without, and bundled for a page it gives the same figures", () => {
  const page = {
    lib: { entry: at("here.ts"), formats: ["es"], fileName: "here" },
    outDir: at("page"),
    target: "es2022",
  };
  writeFileSync(at("page.config.mjs"), `export default { build: ${JSON.stringify(page)} };\n`);
  tool("vite/bin/vite.js", "build", "--config", "page.config.mjs", "--logLevel", "error");
  const threads = { ssr: "threads.ts", outDir: at("node") };
  writeFileSync(at("node.config.mjs"), `export default { build: ${JSON.stringify(threads)} };\n`);
  tool("vite/bin/vite.js", "build", "--config", "node.config.mjs", "--logLevel", "error");

  const bundled = readFileSync(at("page/here.js"), "utf8");
  expect(bundled).not.toMatch(/from ["'](caregap|node:)/);
  const inPage = start(process.execPath, "page/here.js");
  expect(start(process.execPath, "node/threads.js")).toBe(`${inPage}0\n`);

  const [waits, names, ...rest] = inPage.split("\n");
  const rows = JSON.parse(waits!) as {
    key: { place: string; unit: string };
    mean: number;
    low: number;
    high: number;
  }[];
  expect(rows[0]).toMatchObject({ key: { place: "desk", unit: "days" } });
  expect(rows[0]!.high).toBeLessThan(0);
  expect(names).toBe("one,two");
  expect(rest[0]).toMatch(/^point,desks,window,.*,mean,ci_low,ci_high,relative_half_width,n,unit$/);
  expect(rest.slice(1, 4).map((line) => line.split(",").slice(0, 2).join())).toEqual(["0,1", "1,2", "2,3"]);
  expect(rest.join("\n")).toContain(
    "what was given is not a usable scenario (1 to mend):\n  wrong: run_days: expected",
  );
});

test("the command line is there by its name, with the scenarios", () => {
  expect(npm("exec", "--offline", "--", "caregap", "validate", "bristol-2019")).toMatch(/^bristol-2019 is fine/);
});
