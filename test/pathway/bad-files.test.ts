/** A corpus of pathways with something wrong; beside each what its author is told. `UPDATE=1` writes that anew. */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { formatProblems, parseAnyScenario } from "../../src/scenario/parse.ts";
import { inFolder } from "../scenario/files.ts";

const folder = "test/pathway/bad";
const files = readdirSync(folder).filter((file) => file.endsWith(".json"));

test("what they change is sound", () => {
  const clinic = parseAnyScenario(readFileSync(`${folder}/base/clinic.json`, "utf8"), inFolder(folder, "clinic.json"));
  expect(clinic).toMatchObject({ ok: true, warnings: [] });
  expect(files.length).toBeGreaterThan(35);
});

test.each(files)("%s is refused, saying where, what was expected and what was found", (file) => {
  const parsed = parseAnyScenario(readFileSync(`${folder}/${file}`, "utf8"), inFolder(folder, file));
  const told = parsed.ok ? "accepted" : formatProblems(file, parsed.problems);
  const expected = `${folder}/${file.replace(/\.json$/, ".txt")}`;
  if (process.env["UPDATE"] === "1") writeFileSync(expected, `${told}\n`);
  expect(told).not.toBe("accepted");
  expect(`${told}\n`).toBe(readFileSync(expected, "utf8"));
});

const hub = (team: object, programme: object): string =>
  JSON.stringify({
    format: 1,
    kind: "pathway",
    extends: "base/clinic.json",
    title: "Capacity given two ways",
    change: { services: { clinic: { staff: { therapists: team }, programmes: { therapy: programme } } } },
  });
const warningsOf = (text: string): readonly unknown[] => {
  const parsed = parseAnyScenario(text, inFolder(folder, "variant.json"));
  return parsed.ok ? parsed.warnings : parsed.problems;
};

test("places that the staff have no time for are allowed, and told", () => {
  // 2 WTE of 20 hours, an hour a week for each person: 40 people.
  expect(warningsOf(hub({}, { places: 40 }))).toEqual([]);
  expect(warningsOf(hub({}, { places: 41 }))).toEqual([
    {
      at: "change.services.clinic.programmes.therapy.places",
      expected: "at most the 40 people that its staff have time for",
      got: "41",
      hint: 'Raise wte, or write "unlimited" to leave it to the staff.',
    },
  ]);
  expect(warningsOf(hub({ growth_per_year: 0.1 }, { places: 41 }))).toEqual([]);
});

test("staff too few for anybody are allowed, and told; none at all are meant", () => {
  expect(warningsOf(hub({ wte: 0.04, trained_wte: 0 }, {}))).toMatchObject([
    { at: "services.clinic.programmes.therapy.staff (in base/clinic.json)", got: '"therapists"' },
  ]);
  expect(warningsOf(hub({ wte: 0, trained_wte: 0 }, {}))).toEqual([]);
});
