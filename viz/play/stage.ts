/** Films made ready to be played side by side: a scene and a picture for each world, laid out alike, on one clock. */
import { type Branch, type Film, type PathwayScenario, Scene } from "../../src/index.ts";
import { filmOf } from "./films.ts";
import { mostIn, Picture } from "./picture.ts";

export interface WorldWanted {
  readonly title: string;
  readonly scenario: PathwayScenario;
  readonly branch?: Branch | undefined;
}

export interface WorldReady {
  readonly title: string;
  readonly film: Film;
  readonly picture: Picture;
}

export interface Stage {
  readonly worlds: readonly WorldReady[];
  readonly lastDay: number;
}

export async function stageOf(wanted: readonly WorldWanted[], seed: string, replication: number): Promise<Stage> {
  const films = await Promise.all(
    wanted.map(({ scenario, branch }) => filmOf({ scenario, branch, seed, replication })),
  );
  const scenes = films.map(({ legend, rows }) => new Scene(legend, rows));
  const lastDay = Math.min(...films.map(({ legend }) => legend.horizon)) - 1;
  const most = mostIn(scenes, lastDay);
  const worlds = wanted.map(({ title }, i): WorldReady => {
    const film = films[i]!;
    return { title, film, picture: new Picture(film, scenes[i]!, most, 300, 300) };
  });
  return { worlds, lastDay };
}
