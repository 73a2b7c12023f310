/** The JSON Schema of scenario files, for editors: valibot's schema, with each time in every unit it may be written in. */
import { toJsonSchema } from "@valibot/to-json-schema";
import * as v from "valibot";
import { law } from "../../src/scenario/schema-laws.ts";
import { checks, grades } from "../../src/scenario/pathway/types.ts";
import { fileSchema } from "../../src/scenario/schema.ts";
import { UNIT_NAMES, unitIn, withUnit } from "../../src/scenario/units.ts";

type Json = { [key: string]: unknown };

export function scenarioJsonSchema(): Json {
  const made = toJsonSchema(fileSchema, { errorMode: "ignore", definitions: { law: lawForms() } });
  return withUnits({ title: "caregap scenario, format 1", ...withParameters(made as Json) }) as Json;
}

/** A number of a pathway with its provenance. */
const parameter: Json = {
  type: "object",
  properties: {
    value: { type: "number" },
    low: { type: "number" },
    high: { type: "number" },
    ...Object.fromEntries(
      ["unit", "law", "source", "evidence", "title", "note"].map((key) => [key, { type: "string" }]),
    ),
    grade: { enum: grades },
    checked: { enum: checks },
  },
  required: ["value"],
  additionalProperties: false,
};

/** In a pathway, and in the laws that it shares with networks, every number may be a parameter. */
function withParameters(schema: Json): Json {
  const { law: aLaw, ...others } = schema["$defs"] as Json;
  return {
    ...schema,
    $defs: { ...(inPathways(others) as Json), law: orParameter(aLaw), parameter },
  };
}

function inPathways(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inPathways);
  if (typeof value !== "object" || value === null) return value;
  const { properties } = value as { properties?: { kind?: { const?: unknown } } };
  if (properties?.kind?.const === "pathway") return { ...value, properties: orParameter(properties) };
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, inPathways(inner)]));
}

function orParameter(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(orParameter);
  if (typeof value !== "object" || value === null) return value;
  const schema: Json = Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, orParameter(inner)]));
  if (schema["type"] !== "number" && schema["type"] !== "integer") return schema;
  return { anyOf: [schema, { $ref: "#/$defs/parameter" }] };
}

/** A law is told apart from other forms only when it is read; shown nothing, it gives all its forms. */
function lawForms(): v.GenericSchema {
  return (law as unknown as { getter(input: undefined): v.GenericSchema }).getter(undefined);
}

/** Beside each field in days the same in other units, and exactly one of them required where the field is. */
function withUnits(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withUnits);
  if (typeof value !== "object" || value === null) return value;
  const schema: Json = Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withUnits(inner)]));
  if (isNever(schema["additionalProperties"])) schema["additionalProperties"] = false;
  if (typeof schema["properties"] !== "object" || schema["type"] !== "object") return schema;
  const properties = schema["properties"] as Json;
  const timed = Object.keys(properties).filter((key) => unitIn(key) !== undefined);
  if (timed.length === 0) return schema;
  const required = (schema["required"] ?? []) as string[];
  return {
    ...schema,
    properties: Object.fromEntries(
      Object.entries(properties).flatMap(([key, inner]) =>
        timed.includes(key) ? forms(key).map((form) => [form, inner] as const) : [[key, inner] as const],
      ),
    ),
    required: required.filter((key) => !timed.includes(key)),
    allOf: timed.map((key) => {
      const one = { oneOf: forms(key).map((form) => ({ required: [form] })) };
      const none = { not: { anyOf: one.oneOf } };
      return required.includes(key) ? one : { oneOf: [...one.oneOf, none] };
    }),
  };
}

const forms = (key: string): string[] => UNIT_NAMES.map((unit) => withUnit(key, unit));

function isNever(schema: unknown): boolean {
  return typeof schema === "object" && schema !== null && "not" in schema && Object.keys(schema).length === 1;
}
