/** How referrals end, by how long they have waited: against the measures of the same run. */
import { describe, expect, test } from "vitest";
import { incidenceOf } from "../../src/experiment/method/incidence.ts";
import { ReferralEndingsReader } from "../../src/experiment/method/referral-endings.ts";
import { legendOf } from "../../src/model/legend.ts";
import { runOnce } from "../../src/model/run.ts";
import { changed, figuresOf } from "./scenarios.ts";

const scenario = changed({ warm_up_days: 0, run_days: 500 });
const legend = legendOf(scenario);
const endings = new ReferralEndingsReader(legend.pathway!);
await runOnce(scenario, { seed: "tests", replication: 0, executive: "fast" }, [endings]);
const figure = await figuresOf(scenario);

describe("endings of referrals", () => {
  test.each(["IAPT", "CMHT"])("at %s are the referrals and rejections that the measures count", (service) => {
    const place = legend.places.findIndex(({ name }) => name === service);
    const waits = endings.waits(legend, { window: 0, place });
    const many = (ending: string | undefined): number => waits.filter((wait) => wait.ending === ending).length;
    expect(waits.length).toBe(figure(service, "all", "referrals", "all", "count"));
    // Where an assessment counts as treatment, those rejected at it had been treated.
    const isTreatment = legend.pathway!.services[place]!.assessment_is_treatment;
    expect(isTreatment).toBe(service === "IAPT");
    const rejections = ["rejections_on_paper", ...(isTreatment ? [] : ["rejections_at_assessment"])];
    expect(many("refused")).toBe(
      rejections.reduce((sum, measure) => sum + figure(service, "all", measure, "all", "count"), 0),
    );
    expect(many("started")).toBe(figure(service, "all", "wait_to_first_treatment", "started", "count"));
    expect(many(undefined)).toBeGreaterThan(0);
    const within = (days: number): number => {
      const followed = waits.filter((wait) => wait.ending !== undefined || wait.days >= days);
      return followed.filter((wait) => wait.ending === "started" && wait.days <= days).length;
    };
    expect(within(1e9)).toBe(many("started"));
    expect(within(42)).toBeGreaterThan(0);
  });

  test("curves of every group at every service come to 1", async () => {
    const rows = await incidenceOf(scenario, { seed: "tests", replications: 1, executive: "fast", days: [42, 126] });
    const iapt = rows.filter(({ place, group, day }) => place === "IAPT" && group === "pd" && day === 126);
    const share = Object.fromEntries(iapt.map(({ curve, mean }) => [curve, mean]));
    expect(share["started"]! + share["left"]! + share["rejected"]! + share["still_waiting"]!).toBeCloseTo(1, 12);
    expect(share["rejected"]).toBeGreaterThan(0);
    expect(new Set(rows.map(({ place }) => place)).has("A&E")).toBe(false);
  });
});
