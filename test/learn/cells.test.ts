/** Cells of the living map: nobody shares one, nobody moves without cause, and free ones are used again. */
import { beforeAll, expect, test } from "vitest";
import { makeFilm, Scene } from "../../src/index.ts";
import { Cells } from "../../viz/play/cells.ts";
import { brief } from "../pathway/scenarios.ts";

let scene: Scene;

beforeAll(async () => {
  const { legend, rows } = await makeFilm(brief(), { seed: "tests", replication: 0, executive: "fast" });
  scene = new Scene(legend, rows);
});

test("day by day and in jumps, everybody has a cell of their own in the spot where they are", () => {
  const cells = new Cells(scene);
  const most = new Int32Array(scene.spots.length);
  for (const day of [0, 1, 2, 3, 30, 31, 200, 199, 10, 540]) {
    scene.goTo(day);
    cells.follow(scene, () => {});
    scene.counts.forEach((people, spot) => (most[spot] = Math.max(most[spot]!, people)));
    const seen = new Set<string>();
    scene.people.spot.forEach((spot, slot) => {
      expect(cells.spot[slot]).toBe(spot);
      if (spot < 0) return;
      expect(cells.cell[slot]).toBeLessThan(most[spot]!);
      seen.add(`${spot} ${cells.cell[slot]}`);
    });
    expect(seen.size).toBe(scene.counts.reduce((sum, people) => sum + people, 0));
  }
});

test("who does not move keeps their cell, and those who move are told with where they come from", () => {
  const cells = new Cells(scene);
  scene.goTo(100);
  cells.follow(scene, () => {});
  const before = { spot: [...cells.spot], cell: [...cells.cell], person: [...scene.people.person] };
  scene.goTo(101);
  const moved = new Map<number, number>();
  cells.follow(scene, (slot, from) => moved.set(slot, from));
  expect(moved.size).toBeGreaterThan(3);
  before.spot.forEach((spot, slot) => {
    const isSame = before.person[slot] === scene.people.person[slot];
    if (!moved.has(slot)) expect([cells.spot[slot], cells.cell[slot]]).toEqual([spot, before.cell[slot]]);
    else expect(moved.get(slot)).toBe(isSame ? spot : -1);
  });
});
