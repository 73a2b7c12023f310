/** The scenario library as users of the command line have it. */
import { describe, expect, test } from "vitest";
import { useProgram } from "./program.ts";

const caregap = useProgram();
const some = ["longer-holding", "specialist-pd", "crisis-line", "everything"];

describe("the scenario library", () => {
  test("is valid by name", async () => {
    const { code, out } = await caregap.run("validate", ...some);
    expect(code).toBe(0);
    expect(out.trim().split("\n").length).toBe(some.length);
  });

  test("explains a number of a service that a variant adds, and one that it changes", async () => {
    const added = await caregap.run(
      "explain",
      "--scenario",
      "specialist-pd",
      "specialist therapy",
      "effect.gain_sessions",
    );
    expect(added.out).toContain("services.PD service.programmes.specialist therapy.effect.gain_sessions");
    const changed = await caregap.run("explain", "--scenario", "longer-holding", "services.IAPT.hold.lasts_months");
    expect(changed.out).toMatch(/value +12 months/);
    expect(changed.out).toMatch(/grade +assumption/);
  });

  test("is compared: what the design is for, then the main figures with intervals", async () => {
    const { code, out } = await caregap.run("compare", "baseline", "closed-gap", "--replications", "2");
    expect(code).toBe(0);
    for (const text of [
      "IAPT takes people up to the risk",
      "Buys no staff",
      "People who come to a first treatment contact",
    ])
      expect(out).toContain(text);
    for (const row of ["Knock-backs", "Crises", "Recoveries", "lost to all services", "GPs' hours", "Costs: IAPT"])
      expect(out).toMatch(new RegExp(`${row}.* -?[\\d,.]+ to -?[\\d,.]+ .*a year`));
    expect(out).toContain("2 pairs of replications");
  });
});
