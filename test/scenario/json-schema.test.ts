/** The JSON Schema in `scenarios/` is the one of the code. `UPDATE=1` writes it anew. */
import { readFileSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { scenarioJsonSchema } from "./json-schema.ts";

const FILE = "scenarios/scenario.schema.json";

test("scenarios/scenario.schema.json is what the code checks by", () => {
  const schema = scenarioJsonSchema();
  if (process.env["UPDATE"] === "1") writeFileSync(FILE, `${JSON.stringify(schema, null, 2)}\n`);
  expect(JSON.parse(readFileSync(FILE, "utf8"))).toEqual(schema);
});
