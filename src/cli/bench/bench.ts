/**
 * `caregap bench`: speed as ratios taken in one run, and memory. Runs that are compared take turns, and medians are
 * printed, since a machine that does other things besides slows both alike.
 */
import { From, Kind, type NetworkScenario, type Reader, replicate } from "../../index.ts";
import { shippedScenarios } from "../package.ts";
import { asNetwork, openScenario } from "../scenarios.ts";
import { carePathway, county } from "./care-pathway.ts";
import { clearAway, cpuSeconds, median, rounds, tell, thousands } from "./measuring.ts";
import { runSimJsByTheManual } from "./simjs-by-the-manual.ts";
import { runSimJsPlain } from "./simjs-plain.ts";
import { runSimJsWithRecords } from "./simjs-with-records.ts";
import { sweeps } from "./sweeps.ts";
import { workers } from "./workers.ts";

const scale = 10;

export async function bench(): Promise<void> {
  const open = (name: string): NetworkScenario => asNetwork(openScenario(name), "for the benchmark");
  const pathway = open("verification/five-node-pathway");
  const bristol = open("bristol-2019");
  // First of all, while the process holds nothing else.
  await memory(bristol);
  const seconds = await againstSimJs(pathway);
  await executives("five-node pathway", pathway, 120);
  await executives("bristol-2019", bristol, 200);
  await workers(pathway, "verification/five-node-pathway");
  await sweeps(shippedScenarios().get("verification/five-node-pathway")!);
  await carePathway(seconds);
  await county();
}

/** The same pathway on simjs: by its timers alone, then by all that the library offers, then with as much to show for it as ours. */
const onSimJs = [
  { what: "plain simjs: timers, two means a place, no log", run: runSimJsPlain },
  { what: "simjs by its manual: facilities, waits, no log", run: runSimJsByTheManual },
  { what: "simjs with like records and figures", run: runSimJsWithRecords },
] as const;

/**
 * Log and measures included, processor time of one replication. While simjs has its turn V8 forgets our compiled code, and
 * the run that compiles it anew takes nearly twice as long: that one and the third are printed. In simjs's seconds it is
 * little.
 */
async function againstSimJs(pathway: NetworkScenario): Promise<number> {
  const warm: number[] = [];
  const cold: number[] = [];
  const theirs = onSimJs.map(({ what, run }) => ({ what, run, seconds: [] as number[] }));
  for (let round = 0; round < rounds; round++) {
    const own = (): Promise<unknown> => replicate(pathway, { seed: "bench", replication: round, executive: "fast" });
    clearAway();
    cold.push(await cpuSeconds(own));
    await own();
    warm.push(await cpuSeconds(own));
    for (const { run, seconds } of theirs) {
      clearAway();
      seconds.push(await cpuSeconds(() => run(round + 1)));
    }
  }
  tell(
    "five-node pathway, 2,190 days, log and measures",
    `${median(warm).toFixed(2)} s of processor time, ${median(cold).toFixed(2)} s with its compilation`,
  );
  for (const { what, seconds } of theirs) {
    const ratio = (own: readonly number[]): string => median(seconds.map((each, i) => each / own[i]!)).toFixed(1);
    tell(what, `${median(seconds).toFixed(2)} s, ${ratio(warm)} times as long, or ${ratio(cold)} with our compilation`);
  }
  return median(warm);
}

/** Events a second; the simjs executive has a shorter run. */
async function executives(name: string, scenario: NetworkScenario, shortDays: number): Promise<void> {
  const short = shortened(scenario, shortDays);
  const rate = async (of: NetworkScenario, executive: "fast" | "simjs"): Promise<number> => {
    let events = 0;
    const seconds = await cpuSeconds(async () => {
      events = (await replicate(of, { seed: "bench", replication: 1, executive })).events;
    });
    return events / seconds;
  };
  const fast: number[] = [];
  for (let round = 0; round < rounds; round++) fast.push(await rate(scenario, "fast"));
  const simjs = await rate(short, "simjs");
  tell(
    `${name}, events a second`,
    `fast ${thousands(median(fast))}, simjs executive ${thousands(simjs)} (${(median(fast) / simjs).toFixed(0)} times)`,
  );
}

/** The first days only, with one window over all of them. */
function shortened(scenario: NetworkScenario, days: number): NetworkScenario {
  const windows = [{ name: "all", from_day: 0, to_day: days }];
  return { ...scenario, warm_up_days: 0, run_days: days, windows };
}

/** Ten times as many people as Bristol has, so that what a person takes stands out from what a run takes. */
async function memory(scenario: NetworkScenario): Promise<void> {
  const one = await atTheEnd(scenario);
  const ten = await atTheEnd(enlarged(scenario, scale));
  const perPerson = (ten.bytes - one.bytes) / (ten.people - one.people);
  tell("bytes a person in the network, measures included", perPerson.toFixed(0));
  const peak = process.resourceUsage().maxRSS / 1024;
  tell(
    "ten times bristol-2019",
    `${thousands(ten.people)} people present, peak of the whole process ${peak.toFixed(0)} MB`,
  );
}

/** People present, and memory in typed arrays, when a run ends. */
async function atTheEnd(scenario: NetworkScenario): Promise<{ people: number; bytes: number }> {
  const before = process.memoryUsage().arrayBuffers;
  let people = 0;
  let bytes = 0;
  const census: Reader = {
    read({ rows, kind, detail }) {
      for (let row = 0; row < rows; row++) {
        if ((kind[row] === Kind.join || kind[row] === Kind.serve) && detail[row]! <= From.outside) people++;
        if (kind[row] === Kind.exit) people--;
      }
    },
    end() {
      bytes = process.memoryUsage().arrayBuffers - before;
    },
  };
  await replicate(scenario, { seed: "bench", replication: 0, executive: "fast" }, [census]);
  return { people, bytes };
}

function enlarged(scenario: NetworkScenario, times: number): NetworkScenario {
  const more = <S extends { readonly steps: readonly { readonly value: number }[] }>(schedule: S): S => ({
    ...schedule,
    steps: schedule.steps.map((step) => ({ ...step, value: step.value * times })),
  });
  return {
    ...scenario,
    nodes: scenario.nodes.map((node) => ({
      ...node,
      servers: more(node.servers),
      arrivals: node.arrivals.map((arrivals) =>
        arrivals.kind === "poisson" ? { ...arrivals, per_day: more(arrivals.per_day) } : arrivals,
      ),
    })),
  };
}
