/** Reads a scenario and all that it extends, from file to file, and merges them into one. */
import { checkShape } from "./check-shape.ts";
import { mergeScenario } from "./extend.ts";
import { A_RELATIVE_NAME, fileName, isRelative, joinPath, type Load } from "./files.ts";
import { readJson } from "./json.ts";
import { isObject, Origins, type Place } from "./origins.ts";
import { aboutKeys } from "./pathway/about.ts";
import { formatPath, Report } from "./report.ts";
import { variantSchema, type UserVariant } from "./schema.ts";
import type { Problem } from "./types.ts";
import { allInDays } from "./units.ts";

/** Longest chain of files that extend one another. */
const LONGEST_CHAIN = 20;

/** A whole scenario, every time in days and not yet checked. */
export interface Chain {
  readonly value: unknown;
  /** Where it began: the file that extends no other. */
  readonly place: Place;
  readonly origins: Origins;
  /** Quantities given in two units, in any of the files. */
  readonly problems: readonly Problem[];
}
type Outcome =
  | { readonly ok: true; readonly chain: Chain }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** One file of the chain that extends the next. */
interface Variant {
  readonly place: Place;
  readonly value: UserVariant;
}

/** The scenario in `text`, merged with what it extends. `name` is its file's, `load` gives the text of the others. */
export function readChain(text: string, name: string, load: Load | undefined): Outcome {
  const origins = new Origins();
  const variants: Variant[] = [];
  const problems: Problem[] = [];
  for (let file = fileName(name), next = text; ;) {
    const place = { file, own: variants.length === 0, inChange: false };
    const read = readFile(next, place, origins);
    if (!read.ok) return { ok: false, problems: [...problems, ...read.problems] };
    problems.push(...read.problems);
    if (!isObject(read.value) || !Object.hasOwn(read.value, "extends")) {
      return mergeAll({ value: read.value, place, origins, problems }, variants);
    }
    const report = new Report(read.value, place, origins);
    if (!isVariant(read.value, report)) return { ok: false, problems: [...problems, ...report.problems] };
    const variant = { place, value: read.value };
    variants.push(variant);
    file = joinPath(file, variant.value.extends);
    const base = loadBase(file, variants, load, report);
    if (base === undefined) return { ok: false, problems: [...problems, ...report.problems] };
    next = base;
  }
}

function readFile(text: string, place: Place, origins: Origins) {
  const json = readJson(text, place.own ? "" : `${place.file}, `);
  if (!json.ok) return json;
  const problems: Problem[] = [];
  const value = allInDays(json.value, origins, (path, first, second) => {
    const at = formatPath([...path, second]) + (place.own ? "" : ` (in ${place.file})`);
    problems.push({ at, expected: "each quantity in one unit", got: `both "${first}" and "${second}"` });
  });
  return { ok: true as const, value, problems };
}

/** Fields that a variant gives beside its change. */
const HEAD = ["format", "kind", "title", "description", "source", "note", ...aboutKeys] as const;

/** Reports what keeps `value` from being a variant. */
function isVariant(value: Record<string, unknown>, report: Report): value is UserVariant {
  checkShape(variantSchema, value, report);
  if (typeof value["extends"] === "string" && !isRelative(value["extends"])) report.fault(["extends"], A_RELATIVE_NAME);
  for (const key of isObject(value["change"]) ? Object.keys(value["change"]) : []) {
    if (![...HEAD, "extends", "change", "$schema"].includes(key)) continue;
    report.fault(
      ["change", key],
      "a part of the scenario that can change",
      JSON.stringify(key),
      "It belongs beside change.",
    );
  }
  return report.problems.length === 0;
}

/** The text of the file that the last variant extends, unless it closes a ring or cannot be read. */
function loadBase(
  file: string,
  variants: readonly Variant[],
  load: Load | undefined,
  report: Report,
): string | undefined {
  const names = variants.map(({ place }) => place.file);
  if (names.includes(file)) {
    report.fault(["extends"], "a chain of files that ends", [...names.slice(names.indexOf(file)), file].join(" → "));
    return undefined;
  }
  if (variants.length >= LONGEST_CHAIN) {
    report.fault(["extends"], `at most ${LONGEST_CHAIN} files that extend one another`, "one more");
    return undefined;
  }
  const text = load?.(file);
  if (text === undefined) {
    const hint = load === undefined ? "No other files can be read here." : `There is no ${file} beside this scenario.`;
    report.fault(["extends"], "a scenario file that can be read", undefined, hint);
  }
  return text;
}

/** Makes the changes, that of the file nearest to the base first. */
function mergeAll(base: Chain, variants: readonly Variant[]): Outcome {
  const { origins } = base;
  let { value } = base;
  let baseName = base.place.file;
  for (const { place, value: variant } of variants.toReversed()) {
    if (!isObject(value)) break; // the check of shape says so
    const report = new Report(variant, place, origins);
    const merging = { origins, place: { ...place, inChange: true }, baseName, report };
    const merged = mergeScenario(value, variant.change, merging);
    if (report.problems.length > 0) return { ok: false, problems: [...base.problems, ...report.problems] };
    for (const key of aboutKeys) delete merged[key];
    for (const key of HEAD) {
      if (variant[key] === undefined) continue;
      merged[key] = variant[key];
      origins.set(merged, key, { place });
    }
    value = merged;
    baseName = place.file;
  }
  return { ok: true, chain: { ...base, value } };
}
