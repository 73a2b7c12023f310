/** Section 4 of the checklist: how the runs began, how long they were, and how figures were estimated. */
import type { AnyScenario, NetworkScenario, PathwayScenario } from "../../index.ts";
import type { Made } from "../results-folder.ts";
import { tooShort } from "../warm-up-warning.ts";
import { ask, type Block, list, say, type Section, table } from "./document.ts";
import type { Reported } from "./study.ts";
import { number } from "./words.ts";

export function experimentation({ scenarios, made }: Reported): Section {
  const { scenario, name } = scenarios[0]!;
  return {
    title: "4. Experimentation",
    items: [
      { title: "4.1 Initialisation", blocks: initialisation(scenario, name, made) },
      { title: "4.2 Run length", blocks: runLength(scenario) },
      {
        title: "4.3 Estimation approach",
        blocks: made ? estimation(made) : [ask("How many replications were run, and why so many.")],
      },
    ],
  };
}

function initialisation(scenario: AnyScenario, name: string, made: Made | undefined): Block[] {
  const { warm_up_days: days } = scenario;
  const warmUp =
    days > 0
      ? `The first ${number(days)} days are a warm-up, which is in no measure.`
      : "There is no warm-up: measures begin with the run.";
  return [
    say(warmUp),
    ...(scenario.kind === "network" ? startOfNetwork(scenario) : startOfPathway(scenario)),
    ...warmUpsOf(made),
    days > 0
      ? ask(`Why this warm-up is long enough. "caregap warm-up ${name}" recommends one by Welch's method and MSER-5.`)
      : ask(
          "Why no warm-up is needed; and where the people at the start come from, and on which day they were counted.",
        ),
  ];
}

/** What the runs themselves say of their warm-up. */
function warmUpsOf(made: Made | undefined): Block[] {
  const judged = (made?.scenarios ?? []).flatMap(({ name, warm_up }) => (warm_up ? [{ name, warm_up }] : []));
  if (judged.length === 0) return [];
  const lines = judged.map(({ name, warm_up }) => `${name}: ${judgementText(warm_up)}`);
  return [say("By how the counts of these runs went, all replications together:"), list(lines)];
}

function judgementText(judgement: NonNullable<Made["scenarios"][number]["warm_up"]>): string {
  if (!("drifts" in judgement) || judgement.untold !== undefined)
    return `it cannot be told whether the warm-up was long enough: ${judgement.untold}.`;
  return tooShort(judgement) ?? "no count drifted after the warm-up, as far as can be told.";
}

function startOfNetwork({ nodes, groups }: NetworkScenario): Block[] {
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

/** Lists for an assessment bear the name of their service, those for a programme its own as well. */
function startOfPathway({ population: { groups }, services }: PathwayScenario): Block[] {
  const lists = services.flatMap(({ name, start, programmes }) => [
    { place: name, start, treated: undefined },
    ...programmes.map((programme) => ({
      place: `${name}: ${programme.name}`,
      start: programme.start,
      treated: programme.start?.in_treatment,
    })),
  ]);
  const rows = lists.flatMap(({ place, start, treated }) =>
    groups.flatMap(({ name }, i) => {
      const already = start?.waited.filter((person) => person.group === i).length ?? 0;
      const [waiting, inTreatment] = [(start?.waiting[i] ?? 0) + already, treated?.[i] ?? 0];
      return waiting + inTreatment > 0 ? [[place, name, number(waiting), number(inTreatment)]] : [];
    }),
  );
  const inNeed = groups.flatMap(({ name, start }) => (start ? [`${name}: ${number(start.in_need)}`] : []));
  return [
    ...(rows.length === 0
      ? [say("Nobody waits or is in treatment at the start.")]
      : [say("People who are there at the start:"), table(["service", "group", "waiting", "in treatment"], rows)]),
    ...(inNeed.length === 0 ? [] : [say("People in need and in no care at the start:"), list(inNeed)]),
  ];
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
