import { describe, expect, test } from "vitest";
import { canonicalJson, csvLines, csvOf, digest, jsonOf, runOnce, scenarioHash, type Table } from "../../src/index.ts";
import { DigestReader } from "../../src/records/digest.ts";
import { Log } from "../../src/records/log.ts";
import { desk } from "./scenarios.ts";

describe("CSV", () => {
  test("numbers come back to the last bit; what does not exist is empty", () => {
    const numbers = [0.1, 1 / 3, 1e21, 5e-324, -2.5, 1e-7, 123456789012345680000];
    expect(csvLines([numbers]).trim().split(",").map(Number)).toEqual(numbers);
    expect(csvLines([["a", NaN, "b"]])).toBe("a,,b\n");
  });

  test("texts with commas, quotes and blanks are quoted, and formulas are made harmless", () => {
    expect(csvLines([['a,"b"', " c", "<b>&amp;", "é"]])).toBe('"a,""b"""," c",<b>&amp;,é\n');
    for (const first of ["=", "+", "-", "@"]) expect(csvLines([[`${first}1`]])).toBe(`"'${first}1"\n`);
    expect(csvLines([[-1]])).toBe("-1\n");
  });

  const table = (count: number): Table => ({
    columns: ["k", "value"],
    rows: () => Array.from({ length: count }, (_, k) => [k, k === 0 ? NaN : k / 2]),
  });

  test.each([0, 1, 998, 999, 1000, 2500])("a table of %i rows is the same in chunks", (count) => {
    const lines = [...csvOf(table(count))].join("").split("\n");
    expect(lines).toHaveLength(count + 2);
    expect(lines[0]).toBe("k,value");
    expect(lines.at(-1)).toBe("");
    if (count > 1) expect(lines[count]).toBe(`${count - 1},${(count - 1) / 2}`);
  });

  test.each([0, 1, 2])("a table of %i rows as JSON", (count) => {
    const expected = [
      { k: 0, value: null },
      { k: 1, value: 0.5 },
    ].slice(0, count);
    expect(JSON.parse([...jsonOf(table(count))].join(""))).toEqual(expected);
  });
});

describe("the hash of a scenario", () => {
  test("does not depend on the order of keys, and knows Infinity", () => {
    expect(canonicalJson({ b: [1, Infinity, undefined], a: { d: 1, c: undefined } })).toBe(
      '{"a":{"d":1},"b":[1,"unlimited",null]}',
    );
  });

  test("is another for another scenario", () => {
    expect(scenarioHash(desk(1))).toBe(scenarioHash(desk(1)));
    expect(scenarioHash(desk(1))).not.toBe(scenarioHash(desk(2)));
  });
});

describe("the digest of a run", () => {
  test("is the same on both executives, and another for another seed", async () => {
    const scenario = desk(1);
    const first = await digest(scenario, { seed: "a" });
    expect(first).toMatch(/^[0-9a-f]{64}$/);
    expect(await digest(scenario, { seed: "a", executive: "simjs" })).toBe(first);
    expect(await digest(scenario, { seed: "b" })).not.toBe(first);
  });

  /** The digest of rows that are handed over in blocks of this many. */
  function digestInBlocks(rows: readonly number[][], size: number): string {
    const reader = new DigestReader();
    for (let from = 0; from < rows.length; from += size) {
      const log = new Log([{ read: (block) => reader.read(block), end: () => {} }]);
      for (const [at, kind, person, place, group, detail] of rows.slice(from, from + size)) {
        log.write(at!, kind as 0, person!, 7, place!, group!, detail!);
      }
      log.end(0);
    }
    reader.end(0);
    return reader.hex;
  }

  test("does not depend on blocks or slots, but on every column", () => {
    const rows = Array.from({ length: 20 }, (_, i) => [i / 3, i % 4, i, i % 2, 0, -i]);
    const whole = digestInBlocks(rows, 20);
    expect(digestInBlocks(rows, 1)).toBe(whole);
    expect(digestInBlocks(rows, 7)).toBe(whole);
    for (let column = 0; column < 6; column++) {
      const changed = rows.map((row, i) => (i === 13 ? row.with(column, row[column]! + 1) : row));
      expect(digestInBlocks(changed, 20)).not.toBe(whole);
    }
  });

  test("is asked for when the run is over", async () => {
    const reader = new DigestReader();
    expect(() => reader.hex).toThrow("when the run is over");
    await runOnce(desk(1), { seed: "a", replication: 0, executive: "fast" }, [reader]);
    expect(reader.hex).toBe(await digest(desk(1), { seed: "a" }));
  });
});
