/** scenarios/README.md tells every field of a pathway, and what it shows can be run. */
import { readFileSync } from "node:fs";
import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { figureKeys, replicate } from "../../src/experiment/replication.ts";
import { formatProblems, parseAnyScenario } from "../../src/scenario/parse.ts";
import { pathwaySchema } from "../../src/scenario/pathway/schema.ts";
import { inFolder } from "../scenario/files.ts";

const page = readFileSync("scenarios/README.md", "utf8");
const pathway = page.slice(page.indexOf("## The care pathway"));
const told = new Set([...pathway.matchAll(/`"?([a-z_$]+)"?`/g)].map((match) => match[1]!));
// Objects that are shown with their fields, such as those of a policy.
for (const [, object] of pathway.matchAll(/`(\{[^`]*\})`/g)) {
  for (const [, field] of object!.matchAll(/"([a-z_]+)"/g)) told.add(field!);
}

/** Names of fields, as deep as the schema goes. Laws are told in a section of their own. */
function fieldsOf(schema: unknown, found: Set<string>, seen: Set<unknown>): Set<string> {
  if (typeof schema !== "object" || schema === null || seen.has(schema)) return found;
  seen.add(schema);
  const entries = (schema as { entries?: Record<string, unknown> }).entries;
  if (entries && Object.hasOwn(entries, "law")) return found;
  if (entries) for (const field of Object.keys(entries)) found.add(field);
  for (const inner of Object.values(schema)) {
    if (Array.isArray(inner)) for (const each of inner) fieldsOf(each, found, seen);
    else fieldsOf(inner, found, seen);
  }
  return found;
}

describe("the fields of a pathway", () => {
  const fields = fieldsOf(pathwaySchema, new Set(), new Set());

  test("are all told", () => {
    expect(fields.size).toBeGreaterThan(150);
    const free = ["$schema", "source", "note", "name", "from_day", "to_day"];
    expect([...fields].filter((field) => !told.has(field) && !free.includes(field))).toEqual([]);
  });

  test("are those of the schema", () => {
    const rows = [...pathway.matchAll(/^\| (`[^|]*`) \|/gm)].flatMap(([, cell]) =>
      [...cell!.matchAll(/`([a-z_]+)`/g)].map((match) => match[1]!),
    );
    const parameter = [
      "value",
      "low",
      "high",
      "unit",
      "title",
      "law",
      "evidence",
      "grade",
      "checked",
      "source",
      "note",
    ];
    expect(rows.length).toBeGreaterThan(120);
    expect(rows.filter((field) => !fields.has(field) && !parameter.includes(field))).toEqual([]);
  });

  test("are read out of a schema, whatever it is wrapped in", () => {
    const wrapped = v.optional(v.object({ outer: v.array(v.object({ inner: v.number() })) }));
    expect([...fieldsOf(wrapped, new Set(), new Set())]).toEqual(["outer", "inner"]);
  });
});

test("a PD hub with 20 places, as shown, treats people with a personality disorder and nobody else", async () => {
  const [, text] = /```json\n(\{[^`]*"PD hub"[^`]*)```/.exec(pathway)!;
  const parsed = parseAnyScenario(text!, inFolder("scenarios", "pd-hub.json"));
  if (!parsed.ok) throw new Error(formatProblems("pd-hub.json", parsed.problems));
  expect(parsed.warnings).toEqual([]);
  const { scenario } = parsed;
  if (scenario.kind !== "pathway") throw new Error("not a pathway");
  const keys = figureKeys(scenario);
  const { values } = await replicate(
    {
      ...scenario,
      warm_up_days: 365,
      run_days: 730,
      windows: [{ name: "after warm-up", from_day: 365, to_day: 1095 }],
    },
    { seed: "tests", replication: 0, executive: "fast" },
  );
  const find = (place: string, group: string, measure: string, statistic: string): number =>
    values[
      keys.findIndex(
        (key) => key.place === place && key.group === group && key.measure === measure && key.statistic === statistic,
      )
    ]!;
  expect(find("PD hub", "pd", "treatment_days", "sum")).toBeGreaterThan(15 * 730);
  expect(find("PD hub: skills and therapy", "all", "in_service", "max")).toBe(20);
  expect(find("PD hub", "all", "treatment_days", "sum")).toBe(find("PD hub", "pd", "treatment_days", "sum"));
});
