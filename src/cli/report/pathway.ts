/** What the checklist asks of a care pathway's logic, from the scenario. docs/model.md tells all of it. */
import type { PathwayScenario } from "../../index.ts";
import { list, say, table } from "./document.ts";
import type { Components } from "./network.ts";
import { lawText, number } from "./words.ts";

type PathwayService = PathwayScenario["services"][number];

export function pathwayComponents(scenario: PathwayScenario): Components {
  const { population, services } = scenario;
  const programmes = services.flatMap((service) => service.programmes.map((programme) => ({ service, programme })));
  return {
    logic: [
      say(
        "People carry severity, risk, difficulty, trust and a history of knock-backs. They see their GP, who may refer them; a service takes or rejects a letter by thresholds of risk and complexity on both sides; who is taken is assessed, waits, is treated in a course of sessions, and may drop out, be stepped up or down, be held, disengage or come into crisis. The gap between services is not put in: it comes out. docs/model.md tells each step and docs/mechanisms.md its place in French et al. 2019.",
      ),
    ],
    entities: [
      say("The entities are people; they belong to a practice and to a group for the whole run."),
      list(
        population.groups.map(
          ({ name, is_pd }) => `group: ${name}${is_pd ? " (people with a personality disorder)" : ""}`,
        ),
      ),
      say(`${population.practices.length} practices.`),
    ],
    activities: [
      table(
        [
          "service",
          "programme",
          "people together",
          "minutes a session",
          "days between",
          "sessions planned, mean",
          "missed",
        ],
        programmes.map(({ service, programme }) => [
          service.name,
          programme.name,
          number(programme.group_size),
          number(programme.session_days * minutesPerDay),
          number(programme.interval_days),
          number(programme.sessions_mean),
          number(programme.dna),
        ]),
      ),
      say("Besides: consultations with the GP, paper triage, assessments, holds, advice, crises and stays."),
    ],
    resources: [
      table(
        ["service", "staff", "whole-time equivalents", "of them trained", "hours a day with patients, each"],
        services.flatMap((service) =>
          service.staff.map((staff) => [
            service.name,
            staff.name,
            number(staff.wte),
            number(staff.trained_wte),
            number(staff.hours_per_day),
          ]),
        ),
      ),
    ],
    queues: [
      say(
        "Each service has a list for assessment, and each programme one for treatment; first come, first served within a level of priority.",
      ),
      table(
        ["service", "patience", "priority by group", "offers first"],
        services.map((service) => queueOf(service, scenario)),
      ),
    ],
    entryAndExit: [
      say(
        "People appear at their practice, at the start or as an episode of illness, and disappear when their episode is over. Those of a group that is always there stay for the whole run.",
      ),
    ],
  };
}

const minutesPerDay = 1440;

function queueOf({ name, waiting_list }: PathwayService, { population }: PathwayScenario): string[] {
  const { patience, priority, offers_first } = waiting_list;
  const levels = population.groups.map((group, i) => `${group.name} ${number(priority[i]!)}`).join(", ");
  return [name, patience ? lawText(patience) : "for ever", levels, offers_first];
}
