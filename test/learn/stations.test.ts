/** The living map is laid out so that its words can be read, and nobody stands outside it. */
import { beforeAll, expect, test } from "vitest";
import { type Legend, makeFilm, Scene } from "../../src/index.ts";
import { mostIn } from "../../viz/play/picture.ts";
import { layOut } from "../../viz/play/stations.ts";
import { brief } from "../pathway/scenarios.ts";

let scene: Scene;
let legend: Legend;
let most: Int32Array;

beforeAll(async () => {
  const film = await makeFilm(brief(), { seed: "tests", replication: 0, executive: "fast" });
  legend = film.legend;
  scene = new Scene(legend, film.rows);
  most = mostIn([scene], legend.horizon - 1);
});

/** As wide as the longest words of the map are: "waiting for assessment: 1,000". */
const readable = 170;

test.each([1340, 905, 700, 420])("at %d pixels stations have room for their words", (width) => {
  const { stations } = layOut(scene, legend, most, { width, height: 420, scale: 1 });
  for (const station of stations) expect(station.width).toBeGreaterThanOrEqual(readable);
});

test.each([1340, 905, 700, 340, 200])("at %d pixels no two stations cover each other", (width) => {
  const { stations, height } = layOut(scene, legend, most, { width, height: 420, scale: 1 });
  stations.forEach((one, i) => {
    expect(one.x + one.width).toBeLessThanOrEqual(width);
    expect(one.y + one.height).toBeLessThanOrEqual(height);
    for (const other of stations.slice(i + 1)) {
      const isBeside = one.x + one.width <= other.x || other.x + other.width <= one.x;
      const isBelow = one.y + one.height <= other.y || other.y + other.height <= one.y;
      expect(isBeside || isBelow, `${one.title} and ${other.title}`).toBe(true);
    }
  });
});
