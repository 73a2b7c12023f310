/** Checks that people who are there when a run starts may have the risk with which their service lets people in. */
import { normalCdf } from "../../engine/maths/normal.ts";
import type { Path } from "../origins.ts";
import type { Report } from "../report.ts";
import type { UserPathway, UserService } from "./schema.ts";

/** With fewer than this share of a group the run would not find anybody: it looks at 10,000 people for each place. */
const leastShare = 1e-6;

interface Limits {
  readonly from: number;
  readonly to: number;
}

/** Of those who are on a list or in a course of the service, at `path`: as `Chooser` in src/model/pathway/choose.ts looks for them. */
export function checkRiskAtStart(
  user: UserPathway,
  [name, service]: readonly [string, UserService],
  { group, isAccepted, path }: { readonly group: string; readonly isAccepted: boolean; readonly path: Path },
  report: Report,
): void {
  const { triage, start, assessment } = service;
  if (!Object.hasOwn(user.population.groups, group) || triage.exempt.includes(group)) return;
  const limits: Limits = {
    from: start?.from_risk ?? (triage.risk_floor === "none" ? -Infinity : triage.risk_floor),
    to: start?.up_to_risk ?? (triage.risk_ceiling === "none" ? Infinity : triage.risk_ceiling),
  };
  if (limits.from > limits.to) return; // has been told
  const { own_sd } = user.risk;
  const onPaper = Math.sqrt(own_sd * own_sd + user.gp.risk_noise * user.gp.risk_noise + triage.noise * triage.noise);
  const shares = [
    shareWithin(user, group, onPaper, limits),
    ...(isAccepted && assessment ? [shareWithin(user, group, own_sd, limits)] : []),
  ];
  if (Math.min(...shares) >= leastShare) return;
  const given = (["from_risk", "up_to_risk"] as const).find((key) => start?.[key] !== undefined);
  const at = given === undefined ? path : ["services", name, "start", given];
  const expected = `a risk that people of group ${JSON.stringify(group)} at the start may have`;
  const hint = `Fewer than 1 in 1,000,000 have it, by the group's risk_start, risk.band_scores and the spread around them. See triage of the service, and from_risk and up_to_risk of its start.`;
  report.fault(at, expected, `from ${limit(limits.from)} to ${limit(limits.to)}`, hint);
}

const limit = (score: number): string => (Number.isFinite(score) ? `${score}` : "any");

/** The share of a group whose score at the start lies within the limits, as seen with a normal deviation. */
function shareWithin({ population, risk }: UserPathway, group: string, sd: number, { from, to }: Limits): number {
  return population.groups[group]!.risk_start.reduce((sum, share, band) => {
    const score = risk.band_scores[band]!;
    return (
      sum + share * (sd > 0 ? between((from - score) / sd, (to - score) / sd) : Number(score >= from && score <= to))
    );
  }, 0);
}

/** P(a <= Z <= b), worked out in the tail where it is small. */
const between = (a: number, b: number): number => (a > 0 ? normalCdf(-a) - normalCdf(-b) : normalCdf(b) - normalCdf(a));
