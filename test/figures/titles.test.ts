/** Numbers that are called the same are told apart by what they are of, and by nothing where they are not. */
import { expect, test } from "vitest";
import { titlesApart } from "../../viz/levers/titles.ts";

test("a title that several have gets the service, programme or group; one that is alone stays", () => {
  const titles = titlesApart([
    { path: "services.IAPT.hold.chance", title: "Held" },
    { path: "services.CMHT.hold.chance", title: "Held" },
    { path: "services.CMHT.programmes.brief intervention.sessions_mean", title: "Sessions" },
    { path: "population.groups.pd.sessions", title: "Sessions" },
    { path: 'services["A.B"].hold.lasts_months', title: "Months" },
    { path: "risk.crises_per_year[3]", title: "" },
  ]);
  expect([...titles.values()]).toEqual([
    "Held (IAPT)",
    "Held (CMHT)",
    "Sessions (CMHT: brief intervention)",
    "Sessions (group pd)",
    "Months",
    "risk.crises_per_year[3]",
  ]);
});

test("where the place does not tell them apart the path does", () => {
  const titles = titlesApart(["low", "high"].map((end) => ({ path: `services.IAPT.triage.${end}`, title: "Risk" })));
  expect([...titles.values()]).toEqual(["Risk (services.IAPT.triage.low)", "Risk (services.IAPT.triage.high)"]);
});
