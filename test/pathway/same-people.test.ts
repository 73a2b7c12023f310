/** The same person in every scenario: what they bring and what is in store for them does not depend on the services. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { hazards } from "../../src/model/pathway/clocks.ts";
import type { SavedRun } from "../../src/model/pathway/saved.ts";
import { startRun } from "../../src/model/run.ts";
import { parseAnyScenario } from "../../src/scenario/parse.ts";
import { inFolder } from "../scenario/files.ts";

async function firstDay(name: string): Promise<SavedRun> {
  const parsed = parseAnyScenario(readFileSync(`scenarios/${name}`, "utf8"), inFolder("scenarios", name));
  if (!parsed.ok || parsed.scenario.kind !== "pathway") throw new Error(`${name} cannot be run`);
  const run = await startRun(parsed.scenario, { seed: "tests", replication: 0, executive: "fast" }, []);
  return run.save(0);
}

/** By person: difficulty, own level of severity, own variation of risk, severity, band, and the target of each hazard. */
function peopleIn({ people: { columns } }: SavedRun): Map<number, readonly number[]> {
  const traits = ["difficulty", "level", "ownRisk", "severity", "band"] as const;
  const number = columns["number"]!;
  const left = columns["left"]!;
  const present = [...number.keys()].filter((slot) => number[slot]! > 0);
  return new Map(
    present.map((slot) => [
      number[slot]!,
      [...traits.map((trait) => columns[trait]![slot]!), ...left.slice(slot * hazards, (slot + 1) * hazards)],
    ]),
  );
}

test.each(["longer-holding.json", "closed-gap.json", "no-wrong-door.json", "everything.json"])(
  "%s has the people of the baseline, with the same difficulty, illness and targets of chance",
  async (name) => {
    const base = peopleIn(await firstDay("baseline.json"));
    const other = peopleIn(await firstDay(name));
    expect(base.size).toBeGreaterThan(3000);
    expect(other).toEqual(base);
  },
);

test("people differ from one another", async () => {
  const base = peopleIn(await firstDay("baseline.json"));
  const first = [...base.values()];
  expect(new Set(first.map(([difficulty]) => difficulty)).size).toBeGreaterThan(first.length / 2);
});
