/** The benchmark of the care pathway: the baseline, and as many people as a large county has. */
import { Kind, type PathwayScenario, type Reader, replicate, scaled } from "../../index.ts";
import { InputError } from "../errors.ts";
import { openScenario } from "../scenarios.ts";
import { cpuSeconds, median, rounds, tell, thousands } from "./measuring.ts";

const countyPatients = 1_000_000;

/**
 * One replication of the baseline, log and measures included.
 * @param network seconds that the benchmark's network takes
 */
export async function carePathway(network: number): Promise<void> {
  const scenario = baseline();
  const runs: Run[] = [];
  for (let round = 0; round <= rounds; round++) runs.push(await run(scenario, round));
  const { events, seen } = runs.at(-1)!;
  // The first made it warm.
  const seconds = median(runs.slice(1).map((each) => each.seconds));
  tell(
    `baseline, ${thousands(patientsOf(scenario))} patients, ${thousands(daysOf(scenario))} days`,
    `${seconds.toFixed(2)} s of processor time, ${(seconds / network).toFixed(1)} times the network's; ` +
      `${thousands(seen)} people seen, ${thousands(events)} events, ${thousands(events / seconds)} a second`,
  );
}

/** The baseline with a million patients and the capacity for them: time, and the most memory it took. */
export async function county(): Promise<void> {
  const one = baseline();
  const many = scaled(one, countyPatients / patientsOf(one));
  const { seconds, seen, events, peak } = await run(many, 0);
  tell(
    "baseline for a county of a million patients",
    `${seconds.toFixed(1)} s, ${thousands(seen)} people seen, ${thousands(events)} events, ` +
      `peak of the whole process in that time ${peak.toFixed(0)} MB`,
  );
}

interface Run {
  readonly seconds: number;
  readonly events: number;
  /** Episodes of need that came into view. */
  readonly seen: number;
  /** Most memory of the process while it ran, in MB. */
  readonly peak: number;
}

async function run(scenario: PathwayScenario, replication: number): Promise<Run> {
  let seen = 0;
  let events = 0;
  let peak = 0;
  const census: Reader = {
    read({ rows, kind }) {
      for (let row = 0; row < rows; row++) if (kind[row] === Kind.appear) seen++;
      peak = Math.max(peak, process.memoryUsage.rss() / 2 ** 20);
    },
    end() {},
  };
  const seconds = await cpuSeconds(async () => {
    events = (await replicate(scenario, { seed: "bench", replication, executive: "fast" }, [census])).events;
  });
  return { seconds, events, seen, peak };
}

function baseline(): PathwayScenario {
  const { scenario, name } = openScenario("baseline");
  if (scenario.kind !== "pathway") throw new InputError(`cannot use ${name} for the benchmark: expected a pathway`);
  return scenario;
}

const patientsOf = ({ population }: PathwayScenario): number =>
  population.practices.reduce((sum, { list }) => sum + list, 0);
const daysOf = ({ warm_up_days, run_days }: PathwayScenario): number => warm_up_days + run_days;
