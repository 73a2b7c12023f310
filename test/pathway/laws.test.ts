/** What must hold in every run of the pathway. */
import { describe, expect, test } from "vitest";
import { careStates, reasons, senders, ways } from "../../src/records/pathway-codes.ts";
import { brief, figuresOf, practices, type Row, rowsOf } from "./scenarios.ts";

/** By person, the rows of some kinds. */
function byPerson(rows: readonly Row[], kinds: readonly Row["kind"][]): Map<number, Row[]> {
  const found = new Map<number, Row[]>();
  for (const row of rows) {
    if (!kinds.includes(row.kind)) continue;
    const of = found.get(row.person);
    if (of) of.push(row);
    else found.set(row.person, [row]);
  }
  return found;
}

describe("states of care", () => {
  test("residents' exclusive states add up to people × days", async () => {
    const scenario = brief();
    const find = await figuresOf(scenario);
    const states = careStates.reduce((sum, state) => sum + find(practices, "pd", "person_days", state, "sum"), 0);
    const people = find(practices, "pd", "knock_backs", "people", "count");
    expect(people).toBeGreaterThan(4000);
    expect(states).toBeCloseTo(people * scenario.run_days, 4);
  });

  test("everybody is in one state from coming into view to going, and never twice in the same", async () => {
    for (const [person, rows] of byPerson(await rowsOf(brief()), ["appear", "state", "disappear"])) {
      expect(rows[0]!.kind, `person ${person}`).toBe("appear");
      expect(rows[1]!.kind).toBe("state");
      expect(rows[1]!.at).toBe(rows[0]!.at);
      const states = rows.filter((row) => row.kind === "state").map((row) => row.detail);
      expect(states.some((state, i) => i > 0 && state === states[i - 1])).toBe(false);
      expect(rows.slice(0, -1).some((row) => row.kind === "disappear")).toBe(false);
    }
  });
});

describe("referrals", () => {
  test("of each person are opened once, and closed once before the next", async () => {
    for (const rows of byPerson(await rowsOf(brief()), ["refer", "accept", "reject", "withdraw"]).values()) {
      rows.forEach((row, i) => expect(row.kind === "refer").toBe(i % 2 === 0));
      rows.forEach((row, i) => i % 2 === 1 && expect(row.place).toBe(rows[i - 1]!.place));
    }
  });

  test("sent = accepted + rejected + withdrawn + open, at each service", async () => {
    const scenario = brief({ warm_up_days: 0 });
    const find = await figuresOf(scenario);
    const rows = await rowsOf(scenario);
    for (const [place, { name, programmes }] of scenario.services.entries()) {
      if (programmes.length === 0) continue;
      const sum = (measure: string, of: readonly string[]): number =>
        of.reduce((all, estimand) => all + find(name, "all", measure, estimand, "count"), 0);
      const sent = sum(
        "referrals",
        senders.map((sender) => `by_${sender}`),
      );
      const rejected = sum("rejections_on_paper", reasons) + sum("rejections_at_assessment", reasons);
      const closed = sum("acceptances", ["events"]) + rejected + sum("withdrawals", ways);
      const open = [...byPerson(rows, ["refer", "accept", "reject", "withdraw"]).values()].filter(
        (of) => of.at(-1)!.kind === "refer" && of.at(-1)!.place === place,
      );
      expect(sent).toBe(closed + open.length);
      if (name === "IAPT" || name === "CMHT") expect(sent).toBeGreaterThan(500);
    }
  });
});

test("nobody is offered staff time that is not there", async () => {
  const find = await figuresOf(brief());
  for (const service of ["IAPT", "CMHT", "charity"]) {
    const committed = find(service, "all", "staff_hours", "committed", "sum");
    expect(committed).toBeGreaterThan(0);
    expect(committed).toBeLessThanOrEqual(find(service, "all", "staff_hours", "available", "sum") * (1 + 1e-6));
  }
});

test("both executives leave the same log", async () => {
  const scenario = brief({ warm_up_days: 0, run_days: 60 });
  expect(await rowsOf(scenario, "simjs")).toEqual(await rowsOf(scenario, "fast"));
});

describe("the same person in two worlds", () => {
  const first = (rows: readonly Row[], kind: Row["kind"]): Map<number, string> =>
    new Map([...byPerson(rows, [kind])].map(([person, of]) => [person, JSON.stringify(of[0])]));

  test("comes into view at the same time with the same risk, whatever the services", async () => {
    const base = await rowsOf(brief());
    const other = await rowsOf(brief({ services: { IAPT: { staff: { therapists: { wte: 8 } } } }, gp: { tries: 1 } }));
    expect(first(other, "appear")).toEqual(first(base, "appear"));
  });
});
