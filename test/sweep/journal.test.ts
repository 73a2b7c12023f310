/** The journal: what is read back, and what a damaged one gives. */
import { array, assert, constant, double, nat, oneof, property, record } from "fast-check";
import { expect, test } from "vitest";
import { entryLine, markLine, readJournal } from "../../src/experiment/sweep/journal.ts";

const id = "0123456789abcdef".repeat(4);
const entry = record({
  run: nat(),
  replication: nat(30),
  values: array(
    oneof(
      double({ noNaN: true, noDefaultInfinity: true }).map((x) => x + 0),
      constant(NaN),
    ),
  ),
});

test("what is written is read back bit for bit", () => {
  assert(
    property(entry, (each) => {
      const { finished, damaged } = readJournal(entryLine(id, each), id);
      expect(damaged).toBe(0);
      expect(finished.get(each.run)![each.replication]).toEqual(each.values);
    }),
  );
});

test("cut short anywhere, it loses the last line and no other, and what is added later is kept", () => {
  const lines = [0, 1, 2].map((replication) => entryLine(id, { run: 5, replication, values: [replication / 3] }));
  const whole = lines.join("");
  for (let length = lines[0]!.length + lines[1]!.length; length < whole.length - 1; length++) {
    const { finished, damaged } = readJournal(
      `${whole.slice(0, length)}\n${entryLine(id, { run: 5, replication: 3, values: [1] })}`,
      id,
    );
    expect(finished.get(5)).toEqual([[0], [1 / 3], undefined, [1]]);
    expect(damaged).toBe(Number(length > lines[0]!.length + lines[1]!.length));
  }
});

test("a changed digit is found", () => {
  const line = entryLine(id, { run: 1, replication: 0, values: [12.5] });
  expect(readJournal(line.replace("12.5", "12.6"), id)).toMatchObject({ damaged: 1, finished: new Map() });
});

test("another sweep's lines, and the marks of shards, are known", () => {
  expect(readJournal(markLine("f".repeat(64), "end", 2), id).stranger).toBe("f".repeat(16));
  const { shards, ended } = readJournal(markLine(id, "shard", 2) + markLine(id, "end", 2), id);
  expect({ shards, ended }).toEqual({ shards: [2], ended: true });
});
