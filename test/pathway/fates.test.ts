/** What has become of referrals, beside what the log and the other figures say. */
import { describe, expect, test } from "vitest";
import { replicate } from "../../src/experiment/replication.ts";
import { fates } from "../../src/measures/pathway/fates.ts";
import { brief, rowsOf } from "./scenarios.ts";

const scenario = brief({});
const days = [0, 7, 28, 90];
const { fates: followed } = await replicate(scenario, {
  seed: "tests",
  replication: 0,
  executive: "fast",
  waits: days,
});
const share = (service: number, fate: number, day: number): number =>
  followed!.ended[(service * fates.length + fate) * days.length + day]!;

describe("fates of referrals", () => {
  test("count the referrals of the log that could be followed to the last day", async () => {
    const rows = await rowsOf(scenario);
    const until = scenario.warm_up_days + scenario.run_days - 90;
    const received = scenario.services.map(
      (_, service) =>
        rows.filter(
          ({ kind, place, at }) => kind === "refer" && place === service && at >= scenario.warm_up_days && at <= until,
        ).length,
    );
    expect([...followed!.received]).toEqual(received);
    expect(received[0]).toBeGreaterThan(50);
  });

  test("only grow with the days, and are never more than were received", () => {
    scenario.services.forEach((_, service) => {
      days.forEach((__, day) => {
        const ended = fates.map((___, fate) => share(service, fate, day));
        expect(ended.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(followed!.received[service]!);
        if (day > 0) ended.forEach((one, fate) => expect(one).toBeGreaterThanOrEqual(share(service, fate, day - 1)));
      });
    });
  });

  test("those seen within 28 days are the referrals followed by a first treatment contact in that time", async () => {
    const rows = await rowsOf(scenario);
    const until = scenario.warm_up_days + scenario.run_days - 90;
    const iapt = scenario.services.findIndex(({ name }) => name === "IAPT");
    const programmes = scenario.services.flatMap(({ programmes: of }, service) => of.map(() => service));
    const isTreatment = (place: number): boolean =>
      place === iapt || programmes[place - scenario.services.length] === iapt;
    const open = new Map<number, number>();
    let seen = 0;
    for (const { kind, place, person, at } of rows) {
      if (kind === "refer") open.delete(person);
      if (kind === "refer" && place === iapt && at >= scenario.warm_up_days && at <= until) open.set(person, at);
      if ((kind === "reject" || kind === "withdraw" || kind === "disengage") && isTreatment(place)) open.delete(person);
      if (kind === "attend" && isTreatment(place) && open.has(person)) {
        if (at - open.get(person)! <= 28) seen++;
        open.delete(person);
      }
    }
    expect(share(iapt, 0, 2)).toBe(seen);
    expect(seen).toBeGreaterThan(20);
  });
});
