/** simjs, written by others, moves the same people at the same instants: both executives leave the same log, row for row. */
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { NetworkScenario } from "../../src/scenario/types.ts";
import { scenarios, settings } from "./generated.ts";
import { type Row, rowsOf, tellRow } from "./rows.ts";
import { shippedNetworks, shortened } from "./shipped.ts";

/** The first rows in which two logs differ; nothing if they are the same. */
function firstDifference(fast: readonly Row[], simjs: readonly Row[]): string | undefined {
  const text = (row: Row | undefined): string => (row ? Object.values(row).join(" ") : "");
  for (let i = 0; i < Math.max(fast.length, simjs.length); i++) {
    if (text(fast[i]) !== text(simjs[i])) {
      return [fast[i], simjs[i]].map((row) => (row ? tellRow(row) : "no row")).join("; simjs: ");
    }
  }
  return undefined;
}

const compare = async (scenario: NetworkScenario): Promise<string | undefined> =>
  firstDifference(await rowsOf(scenario, "fast", "referee"), await rowsOf(scenario, "simjs", "referee"));

describe("shipped scenarios, cut down to some thousand people", () => {
  test.each(shippedNetworks())("%s", async (_, scenario) => {
    const short = shortened(scenario, 4000);
    expect((await rowsOf(short, "fast", "referee")).length).toBeGreaterThan(2000);
    expect(await compare(short)).toBeUndefined();
  });
});

test("generated scenarios", async () => {
  await fc.assert(
    fc.asyncProperty(scenarios, async (scenario) => {
      expect(await compare(scenario)).toBeUndefined();
    }),
    settings(150),
  );
});

test("one row that is a moment late, missing or of somebody else is a difference", async () => {
  const [, scenario] = shippedNetworks().find(([path]) => path.endsWith("priority-mm1.json"))!;
  const rows = await rowsOf(shortened(scenario, 50));
  const late = rows.map((row, i) => (i === 70 ? { ...row, at: row.at + 1e-12 } : row));
  const other = rows.map((row, i) => (i === 70 ? { ...row, person: row.person + 1 } : row));
  for (const bent of [late, other, rows.slice(0, -1)]) expect(firstDifference(rows, bent)).toBeDefined();
});
