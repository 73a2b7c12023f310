/**
 * A report by the checklist STRESS-DES: Monks, Currie, Onggo, Robinson, Kunc and Taylor 2019, Strengthening the reporting of
 * empirical simulation studies, Journal of Simulation 13:55-67. What a scenario and its results can tell is told; the rest is asked for.
 */
import { type AnyScenario, definitionOf, figureKeys } from "../../index.ts";
import { ask, type Block, type Document, list, say, type Section, table } from "./document.ts";
import { data } from "./data.ts";
import { experimentation } from "./experimentation.ts";
import { type Components, networkComponents } from "./network.ts";
import { pathwayComponents } from "./pathway.ts";
import type { Reported } from "./study.ts";

export function checklist(study: Reported): Document {
  const { scenario } = study.scenarios[0]!;
  const components = scenario.kind === "network" ? networkComponents(scenario) : pathwayComponents(scenario);
  return {
    title: `${scenario.title}: report of the simulation`,
    lead: [
      say(
        "In the order of the checklist STRESS-DES (Monks T, Currie CSM, Onggo BS, Robinson S, Kunc M, Taylor SJE. Strengthening the reporting of empirical simulation studies: introducing the STRESS guidelines. J Simul 2019;13:55-67). What the scenario and its results can tell is filled in; what only its authors can say is marked.",
      ),
    ],
    sections: [
      objectives(study),
      logic(study, components),
      data(scenario),
      experimentation(study),
      implementation(study),
      access(study),
    ],
  };
}

function objectives({ scenarios }: Reported): Section {
  const { scenario } = scenarios[0]!;
  const others = scenarios.slice(1);
  return {
    title: "1. Objectives",
    items: [
      {
        title: "1.1 Purpose of the model",
        blocks: [
          say([scenario.title, scenario.description].filter((text) => text !== "").join(". ")),
          ask("Which question the study answers, for whom, and which decision depends on it."),
        ],
      },
      { title: "1.2 Model outputs", blocks: [outputs(scenario)] },
      {
        title: "1.3 Experimentation aims",
        blocks: [
          ...(others.length > 0
            ? [
                say(`${others.length + 1} scenarios are compared, each with ${scenarios[0]!.name}:`),
                list(others.map(changeOf)),
              ]
            : []),
          ask("What the experiments were to find out, and which scenarios were thought of and left out."),
        ],
      },
    ],
  };
}

function changeOf({ name, scenario }: Reported["scenarios"][number]): string {
  const why = scenario.kind === "pathway" ? [scenario.about.why, scenario.about.costs_note] : [];
  return [`${name}: ${scenario.title}`, scenario.description, ...why].filter((text) => text !== "").join(". ");
}

/** Each figure by what it is and what it estimates; places, groups and windows apart. */
function outputs(scenario: AnyScenario): Block {
  const told = new Map<string, { readonly cells: readonly string[]; readonly units: Set<string> }>();
  for (const key of figureKeys(scenario)) {
    const { title, counts, estimand } = definitionOf(key);
    const name = [title, estimand].join("\u001f");
    const figure = told.get(name) ?? { cells: [title, counts, estimand], units: new Set() };
    told.set(name, figure);
    figure.units.add(key.unit);
  }
  const rows = [...told.values()].map(({ cells, units }) => [...cells, [...units].join("; ")]);
  return table(["figure", "what is counted", "what it estimates", "unit"], rows);
}

function logic({ scenarios }: Reported, components: Components): Section {
  return {
    title: "2. Logic",
    items: [
      {
        title: "2.1 Base model overview diagram",
        blocks: [ask("A diagram of the base model. The page of caregap draws one; 2.2 has what belongs in it.")],
      },
      { title: "2.2 Base model logic", blocks: components.logic },
      {
        title: "2.3 Scenario logic",
        blocks:
          scenarios.length > 1
            ? [
                list(scenarios.slice(1).map(changeOf)),
                ask("How each scenario differs from the base, if its description does not say it."),
              ]
            : [say("One scenario was run: the base model.")],
      },
      {
        title: "2.4 Algorithms",
        blocks: [
          say(
            "The next event is taken in the order: time; then what servers come free, who leaves, who acts, who observes; then the number of the person or source. All measures are worked out from the log of events after the run.",
          ),
        ],
      },
      { title: "2.5.1 Components: entities", blocks: components.entities },
      { title: "2.5.2 Components: activities", blocks: components.activities },
      { title: "2.5.3 Components: resources", blocks: components.resources },
      { title: "2.5.4 Components: queues", blocks: components.queues },
      { title: "2.5.5 Components: entry and exit points", blocks: components.entryAndExit },
    ],
  };
}

function implementation({ version, made }: Reported): Section {
  return {
    title: "5. Implementation",
    items: [
      {
        title: "5.1 Software or programming language",
        blocks: [say(`caregap ${version}, written in TypeScript, on Node 20 or later or in a browser.`)],
      },
      {
        title: "5.2 Random sampling",
        blocks: [
          say(
            "Every draw belongs to the seed, the replication, a person, a question and how often it was asked, and comes from a hash of these (pcg3d with a finaliser); laws are sampled by inversion of one uniform number. The same person thus has the same luck in every scenario: common random numbers.",
          ),
        ],
      },
      {
        title: "5.3 Model execution",
        blocks: [
          say(
            `Event scheduling on a calendar in continuous time${made === undefined ? "" : ` (executive: ${made.executive})`}. Replications run side by side in worker threads, whose number changes no figure. The same scenario, seed and version give the same figures to the last bit on any machine.`,
          ),
        ],
      },
      { title: "5.4 System specification", blocks: [ask("The machine on which it ran, and how long it took.")] },
    ],
  };
}

function access({ scenarios, made, version }: Reported): Section {
  return {
    title: "6. Code access",
    items: [
      {
        title: "6.1 Computer model sharing statement",
        blocks: [
          say(`caregap ${version} is free software under the MIT licence.`),
          table(
            ["scenario", "SHA-256 of its canonical JSON"],
            scenarios.map(({ name, sha256 }) => [name, sha256]),
          ),
          ...(made?.command === undefined ? [] : [say(`The results are made again by: ${made.command}`)]),
          ask("Where the scenarios and results can be had, under which licence, and whom to ask."),
        ],
      },
    ],
  };
}
