/** Pathways that start from today: what is wrong is told. */
import { describe, expect, test } from "vitest";
import { problemsOf, rowsOf, wide } from "./scenarios.ts";
import { today } from "./today.ts";

describe("what is wrong is told", () => {
  const iapt = (change: object): object => ({ services: { IAPT: change } });
  const therapy = (start: object): object => iapt({ programmes: { therapy: { start } } });
  test.each<[string, object, RegExp]>([
    [
      "a service that is not there",
      { services: { IAPTT: { start: { waiting: { cmd: 3 } } } } },
      /change\.services\.IAPTT/,
    ],
    [
      "a negative wait",
      iapt({ start: { waited: [{ group: "cmd", days: [3, -1] }] } }),
      /start\.waited\[0\]\.days\[1\]: expected a number of days, 0 or more, got -1/,
    ],
    [
      "an unknown group",
      iapt({ start: { waited: [{ group: "cdm", days: [3] }] } }),
      /start\.waited\[0\]\.group: expected a group, got "cdm"\. There are: pd, cmd, smi/,
    ],
    [
      "no group",
      iapt({ start: { waited: [{ days: [3] }] } }),
      /start\.waited\[0\]\.group: expected a group, since there are several, got nothing/,
    ],
    [
      "half a person",
      iapt({ start: { waiting: { cmd: 2.5 } } }),
      /start\.waiting\.cmd: expected a whole number of people, 0 or more, got 2\.5/,
    ],
    [
      "a count of all",
      iapt({ start: { waiting: 5 } }),
      /start\.waiting: expected a number for each group, since there are several, got 5/,
    ],
    [
      "a count of nobody's",
      therapy({ in_treatment: { cdm: 5 } }),
      /start\.in_treatment\.cdm: expected a group, got "cdm"/,
    ],
    [
      "a wait that nobody bears",
      iapt({
        waiting_list: { patience: { law: "exponential", mean_days: 10 } },
        start: { waited: [{ group: "cmd", days: [900] }] },
      }),
      /start\.waited\[0\]\.days\[0\]: expected a wait that the law of patience allows, got 900/,
    ],
    [
      "a list for an assessment that there is not",
      { services: { charity: { start: { waiting: { pd: 4 } } } } },
      /services\.charity\.start: expected nobody on a list for assessment, got 4\. It does not assess.*programmes\.counselling\.start/,
    ],
    [
      "more in treatment than staff have time for",
      therapy({ in_treatment: { cmd: 300 } }),
      /change\.services\.IAPT\.programmes\.therapy\.start\.in_treatment: expected people in treatment for whom the staff of "[a-z ]+" have time, got \d+% of their time/,
    ],
    [
      "more in treatment than places",
      { services: { CMHT: { programmes: { "care coordination": { start: { in_treatment: { smi: 191 } } } } } } },
      /in_treatment: expected at most 190 people, its places, got 191/,
    ],
    [
      "a group that is not taken",
      iapt({ triage: { accepts: { pd: { value: 0, low: 0 }, otherwise: 1 } }, start: { waiting: { pd: 1 } } }),
      /services\.IAPT\.start: expected people of groups that the service takes, got "pd"\. Its triage\.accepts is 0/,
    ],
    [
      "more residents than there are",
      iapt({ start: { waiting: { pd: 9000 } } }),
      /change\.services\.IAPT\.start: expected at most the \d+ people of group "pd" on lists and in treatment at the start, got 9000 in all/,
    ],
    [
      "residents in need",
      { population: { groups: { pd: { start: { in_need: 5 } } } } },
      /groups\.pd\.start\.in_need: expected a group whose people come as episodes, got 5/,
    ],
    [
      "risks upside down",
      iapt({ start: { from_risk: 0.6, up_to_risk: 0.5 } }),
      /start\.up_to_risk: expected no less than from_risk, got 0\.5/,
    ],
    [
      "a misspelt field",
      iapt({ start: { wait: 5 } }),
      /start\.wait: expected a known field, got "wait"\. Did you mean "waited"/,
    ],
  ])("%s", (_, change, told) => {
    expect(problemsOf(change)).toMatch(told);
  });

  const ceiling = (value: number): object => ({ triage: { risk_ceiling: { value, low: -10, high: 10 } } });
  test.each<[string, object, RegExp]>([
    [
      "by its own limits",
      iapt({ start: { waiting: { cmd: 1 }, from_risk: 90, up_to_risk: 91 } }),
      /^test\.json is not a usable scenario \(1 to mend\):\n {2}change\.services\.IAPT\.start\.from_risk: expected a risk that people of group "cmd" at the start may have, got from 90 to 91\. Fewer than 1 in 1,000,000/,
    ],
    [
      "by those of triage",
      iapt({ ...ceiling(-9), programmes: { therapy: { start: { in_treatment: { cmd: 1 } } } } }),
      /programmes\.therapy\.start: expected a risk that people of group "cmd" at the start may have, got from any to -9/,
    ],
  ])("a risk that nobody has, %s", (_, change, told) => {
    expect(problemsOf(change)).toMatch(told);
  });

  /** No deviations of any kind: scores are those of the four bands */
  const exact = {
    risk: { own_sd: wide(0), band_scores: [0, 1, 2, 3] },
    gp: { risk_noise: wide(0) },
  };
  const exactly = (from_risk: number, up_to_risk: number): string =>
    problemsOf({
      ...exact,
      ...iapt({ triage: { noise: wide(0) }, start: { waiting: { cmd: 1 }, from_risk, up_to_risk } }),
    });

  test("a risk between two bands, where nobody deviates from them", () => {
    expect(exactly(0.9, 1.1)).toBe("");
    expect(exactly(1.1, 1.9)).toContain("start.from_risk: expected a risk");
  });

  test("a risk that some have, but nobody who could be there, is found when the run begins, and said in words", async () => {
    const start = { waiting: { cmd: 1 } };
    const scenario = today({ services: { IAPT: { start, available: { value: 1e-9, low: 0, high: 1 } } } });
    await expect(rowsOf(scenario)).rejects.toThrow(/next to nobody of group "cmd" could be on the list of IAPT/);
  });
});
