/** The clock of the living map. */
import { expect, test } from "vitest";
import { Player } from "../../viz/play/player.ts";

test("days go by at the speed, until the last one", () => {
  const player = new Player(100, 130);
  expect(player.advance(1)).toBe(false);
  player.play();
  player.setSpeed(7);
  expect(player.advance(2)).toBe(true);
  expect(player.clock.day).toBe(114);
  player.advance(10);
  expect(player.clock).toMatchObject({ day: 130, playing: false });
});

test("play at the end begins again", () => {
  const player = new Player(130, 130);
  player.play();
  expect(player.clock).toMatchObject({ day: 0, playing: true });
});

test("a week is played again and again", () => {
  const player = new Player(50, 130);
  player.loopWeek(true);
  player.play();
  player.advance(0.4);
  player.advance(0.2);
  expect(player.clock.day).toBe(46.5);
  player.loopWeek(false);
  player.advance(3);
  expect(player.clock.day).toBe(67.5);
});

test("a week at the very end lies within the run", () => {
  const player = new Player(129, 130);
  player.loopWeek(true);
  expect(player.clock.loop).toEqual([123, 130]);
});

test("no day outside the run can be gone to", () => {
  const player = new Player(0, 130);
  player.goTo(500);
  expect(player.clock.day).toBe(130);
  player.goTo(-3);
  expect(player.clock.day).toBe(0);
});
