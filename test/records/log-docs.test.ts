/** docs/log.md tells every event, and `detail` reads as it says. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { legendOf } from "../../src/model/legend.ts";
import { runOnce } from "../../src/model/run.ts";
import { EventRows } from "../../src/records/event-rows.ts";
import { kindNames } from "../../src/records/log.ts";
import { changed } from "../pathway/scenarios.ts";

/** By event: the last cell of its row. */
const details = new Map(
  readFileSync("docs/log.md", "utf8")
    .split("\n")
    .filter((line) => line.startsWith("| `"))
    .flatMap((line) => {
      const cells = line.split("|").map((cell) => cell.trim());
      return cells[1]!.split(", ").map((event) => [event.replaceAll("`", ""), cells.at(-2)!] as const);
    }),
);

test("every event is told", () => {
  expect(kindNames.filter((name) => !details.has(name))).toEqual([]);
});

test("the details of a pathway's run are words of the page, numbers with units, or nothing", async () => {
  const scenario = changed({
    warm_up_days: 0,
    run_days: 500,
    services: { IAPT: { hold: { chance: 1, lasts_months: 3 } }, CMHT: { passes_on: 0.5, passes_on_to: ["charity"] } },
    gp: { plan: { team_minutes: 5 } },
  });
  const found = new Map<string, Set<string>>();
  const take = (row: readonly unknown[]): void => {
    const [event, detail] = [String(row[2]), String(row.at(-1))];
    found.set(event, (found.get(event) ?? new Set()).add(detail));
  };
  await runOnce(scenario, { seed: "tests", replication: 0, executive: "fast" }, [
    new EventRows(legendOf(scenario), 0, take),
  ]);
  const isNumber = /^[\d.]+( minutes| sessions| minutes a week)?$/;
  for (const [event, texts] of found) {
    const words = details.get(event)!;
    for (const part of [...texts].flatMap((text) => text.split("; "))) {
      if (["join", "attend", "miss", "complete"].includes(event)) continue;
      const isTold = part === "" ? words === "" : isNumber.test(part) || words.includes(part.replace(/ [\d.]+$/, ""));
      expect([event, part, isTold]).toEqual([event, part, true]);
    }
  }
  expect([...found.get("appear")!].every((text) => /^[a-z ]+ risk; engagement 0\.\d+$/.test(text))).toBe(true);
  expect([...found.get("attend")!].every((text) => /^\d+; engagement (0\.\d+|1)$/.test(text))).toBe(true);
  expect([...found.get("engagement")!].every((text) => /^(0\.\d+|1)$/.test(text))).toBe(true);
  expect([...found.get("reject")!].toSorted()).toContain("not_risky_enough; on paper");
  expect([...found.get("refer")!]).toContain("by_gp; labelled");
  expect(
    [...found.get("consult")!].every((text) => /^(routine|planned|crisis|follow_up); \d+(\.\d+)? minutes$/.test(text)),
  ).toBe(true);
  expect(
    [...found.get("end_course")!].every((text) =>
      /^[a-z_]+; \d+ sessions; (at|below) caseness before; (at|below) caseness after$/.test(text),
    ),
  ).toBe(true);
  expect([...found.get("hold")!].toSorted()).toEqual(["begins", "ends"]);
  const places = new Set(
    legendOf(scenario)
      .places.map(({ name }) => name)
      .concat("(outside)"),
  );
  expect([...found.get("join")!].filter((text) => !places.has(text))).toEqual([]);
});
