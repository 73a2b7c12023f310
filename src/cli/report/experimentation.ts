/** Section 4 of the checklist: how the runs began, how long they were, and how figures were estimated. */
import type { AnyScenario, NetworkScenario } from "../../index.ts";
import type { Made } from "../results-folder.ts";
import { ask, type Block, list, say, type Section, table } from "./document.ts";
import type { Reported } from "./study.ts";
import { number } from "./words.ts";

export function experimentation({ scenarios, made }: Reported): Section {
  const { scenario, name } = scenarios[0]!;
  return {
    title: "4. Experimentation",
    items: [
      { title: "4.1 Initialisation", blocks: initialisation(scenario, name) },
      { title: "4.2 Run length", blocks: runLength(scenario) },
      {
        title: "4.3 Estimation approach",
        blocks: made ? estimation(made) : [ask("How many replications were run, and why so many.")],
      },
    ],
  };
}

function initialisation(scenario: AnyScenario, name: string): Block[] {
  const { warm_up_days: days } = scenario;
  const warmUp =
    days > 0
      ? `The first ${number(days)} days are a warm-up, which is in no measure.`
      : "There is no warm-up: measures begin with the run.";
  return [
    say(warmUp),
    ...(scenario.kind === "network" ? startOf(scenario) : []),
    ask(`Why this warm-up is long enough. "caregap warm-up ${name}" recommends one by Welch's method and MSER-5.`),
  ];
}

function startOf({ nodes, groups }: NetworkScenario): Block[] {
  const rows = nodes.flatMap(({ name, start_waiting, start_in_service, start_waited }) =>
    groups.flatMap((group, i) => {
      const already = start_waited.filter((person) => person.group === i).length;
      const [waiting, served] = [start_waiting[i]! + already, start_in_service[i]!];
      return waiting + served > 0 ? [[name, group, number(waiting), number(served)]] : [];
    }),
  );
  return rows.length === 0
    ? [say("The network is empty at the start.")]
    : [say("People who are there at the start:"), table(["place", "group", "waiting", "in service"], rows)];
}

function runLength({ warm_up_days, run_days, windows }: AnyScenario): Block[] {
  return [
    say(
      `The clock runs for ${number(warm_up_days + run_days)} days. Those still waiting then are counted, not dropped. Measures are taken over:`,
    ),
    list(windows.map(({ name, from_day, to_day }) => `${name}: day ${number(from_day)} to day ${number(to_day)}`)),
  ];
}

function estimation({ seed, replications, scenarios, points, design, factors, command }: Made): Block[] {
  const rule =
    typeof replications === "number"
      ? `${replications} independent replications`
      : "as many independent replications at each point as a rule of precision asked for (Hoad, Robinson and Davies 2010)";
  const sweep =
    points === undefined
      ? []
      : [
          say(
            `${points} points of a design (${(design ?? "").replaceAll("_", " ")}) over ${(factors ?? []).map(({ name }) => name).join(", ")}, each run with ${rule}.`,
          ),
        ];
  return [
    ...(points === undefined ? [say(`${rule}, seed "${seed}".`)] : sweep),
    say(
      "Figures are means over replications with 95% confidence intervals by Student's t. Waits are told by whose they are; the Kaplan-Meier estimate counts those still waiting as censored.",
    ),
    ...(scenarios.length > 1
      ? [
          say(
            "Scenarios are compared in pairs of replications with the same people, and the interval is that of the mean difference.",
          ),
        ]
      : []),
    ...(command?.includes("--precision") ? [] : [ask("Why so many replications are enough for the question.")]),
  ];
}
