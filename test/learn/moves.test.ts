/** People on the move on the living map: they set out where they were, arrive where they are, and then stand still. */
import { expect, test } from "vitest";
import { Moves } from "../../viz/play/moves.ts";

/** By then everybody has arrived. */
const long = 10_000;

test("a move begins where it was begun, ends where it is to end, and goes one way between", () => {
  const moves = new Moves(3);
  moves.begin(1, 10, 100, 0, false);
  const seen = [0, 50, 100, 200, 300, 400, long].map((now) => moves.x(1, 60, now));
  expect(seen[0]).toBe(10);
  expect(seen.at(-1)).toBe(60);
  expect(seen).toEqual(seen.toSorted((a, b) => a - b));
});

test("somebody turned away goes up and down again; others go straight", () => {
  const moves = new Moves(2);
  moves.begin(0, 0, 100, 0, true);
  moves.begin(1, 0, 100, 0, false);
  expect([moves.y(0, 100, 0), moves.y(0, 100, long)]).toEqual([100, 100]);
  expect(moves.y(0, 100, 225)).toBeLessThan(80);
  expect(moves.y(1, 100, 225)).toBe(100);
});

test("who has arrived is on the move no longer, the others still are", () => {
  const moves = new Moves(5);
  const onTheMove = (): number[] => [...moves.slots.subarray(0, moves.count)].toSorted((a, b) => a - b);
  for (const slot of [4, 0, 2]) moves.begin(slot, 0, 0, 0, false);
  moves.begin(3, 0, 0, long, false);
  moves.begin(0, 5, 5, long, false);
  moves.settle(long);
  expect(onTheMove()).toEqual([0, 3]);
  expect([0, 1, 2, 3, 4].filter((slot) => moves.has(slot))).toEqual([0, 3]);
  moves.stop(0);
  moves.stop(1);
  expect(onTheMove()).toEqual([3]);
  moves.clear();
  expect([moves.count, moves.has(3)]).toEqual([0, false]);
});
