/** Section 3 of the checklist: where the numbers come from, and which are assumptions. */
import type { AnyScenario, Parameter } from "../../index.ts";
import { ask, type Block, list, say, type Section, table } from "./document.ts";
import { number } from "./words.ts";

export function data(scenario: AnyScenario): Section {
  const parameters = scenario.kind === "pathway" ? scenario.parameters : [];
  return {
    title: "3. Data",
    items: [
      {
        title: "3.1 Data sources",
        blocks: [
          ...sources(scenario, parameters),
          ask("Sources that the scenario does not name, with their period and how they were got."),
        ],
      },
      { title: "3.2 Pre-processing", blocks: [ask("What was done to the data before they became parameters.")] },
      { title: "3.3 Input parameters", blocks: inputs(parameters) },
      { title: "3.4 Assumptions", blocks: assumptions(parameters) },
    ],
  };
}

function sources({ source }: AnyScenario, parameters: readonly Parameter[]): Block[] {
  const named = new Set(parameters.map((parameter) => parameter.source).filter((text) => text !== ""));
  return [...(source === "" ? [] : [say(source)]), ...(named.size > 0 ? [list([...named].toSorted())] : [])];
}

function inputs(parameters: readonly Parameter[]): Block[] {
  if (parameters.length === 0) {
    return [
      say("The parameters are in 2.5: arrivals, services, servers, patience and routes, in days."),
      ask("The uncertainty of each."),
    ];
  }
  const rows = parameters.map((parameter) => [
    parameter.path,
    number(parameter.value),
    parameter.low === undefined || parameter.high === undefined
      ? ""
      : `${number(parameter.low)} to ${number(parameter.high)}`,
    parameter.unit,
    parameter.grade,
    parameter.source,
  ]);
  return [
    say(`${parameters.length} parameters, each with its range, grade of evidence and source.`),
    table(["parameter", "value", "range", "unit", "grade", "source"], rows),
  ];
}

function assumptions(parameters: readonly Parameter[]): Block[] {
  const assumed = parameters.filter(({ grade }) => grade === "assumption");
  return [
    ...(assumed.length > 0
      ? [
          say(`${assumed.length} of ${parameters.length} parameters are assumptions:`),
          list(
            assumed.map(({ title, path, note }) =>
              [title === "" ? path : title, note].filter((text) => text !== "").join(": "),
            ),
          ),
        ]
      : []),
    ask("Assumptions of structure: what the model leaves out, and why that does no harm to the question."),
  ];
}
