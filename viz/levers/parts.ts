/** The numbers of a scenario in groups that a manager knows, the levers of each apart from what is merely assumed of the world. */
import { groupInWords } from "../words.ts";
import type { Lever } from "./numbers.ts";

export interface Part {
  /** Beginning of the paths in it: `services.IAPT`. */
  readonly path: string;
  readonly title: string;
  readonly levers: readonly Lever[];
  readonly others: readonly Lever[];
}

const titles: readonly (readonly [RegExp, (match: RegExpExecArray) => string])[] = [
  [/^services\.([^.[]+)/, ([, name]) => name!],
  [/^services\["((?:[^"\\]|\\.)*)"\]/, ([, name]) => name!],
  [/^gp(?=\.)/, () => "GP practices"],
  [/^population\.groups\.([^.[]+)/, ([, name]) => `People: ${groupInWords(name!)}`],
  [/^population(?=\.)/, () => "People: how many"],
  [/^(?:risk|trust|crisis)(?=\.)/, () => "Risk, trust and crises"],
  [/^costs(?=\.)/, () => "Prices"],
  [/^nodes/, () => "Places"],
];

/** What whoever runs a service decides. Everything else is a fact of the world, or an assumption about it. */
const decided = [
  /\.staff\..*\.(?:wte|trained_wte|hours_per_week)$/,
  /\.triage\.(?:risk_ceiling|risk_floor|label_rejection|complexity_rejection|lasts_days|accepts\b.*)$/,
  /\.programmes\..*\.(?:share|share\..*|session_cap|sessions_mean|interval_weeks|group_size|places|gap_closure)$/,
  /\.assessment\.(?:notice_days|session_minutes)$/,
  /\.hold\.(?:chance|chance\..*|lasts_months|interval_weeks)$/,
  /\.waiting_list\.outreach$/,
  /\.feedback\.(?:progress|non_engagement)$/,
  /\.(?:passes_on|available|fits)$/,
  /\.stay\.places$/,
  /^gp\.(?:advice\.chance|plan\.(?:chance|interval_days|lasts_months)|framing\.write_(?:up|down)|tries|recalls_per_year|recognition\.label_in_letter)$/,
  /^nodes.*\.servers$/,
];

/** Which of the kinds above a number is of; -1: none. */
const kindOf = (path: string): number => decided.findIndex((pattern) => pattern.test(path));

export const isDecided = (path: string): boolean => kindOf(path) >= 0;

/**
 * What the design itself changes first, then services, since they are what a manager changes, in the order of the file.
 * @param own paths of what the design changes
 */
export function partsOf(levers: readonly Lever[], own: ReadonlySet<string>): Part[] {
  const owned = levers.filter(({ parameter }) => own.has(parameter.path));
  const first = { path: ownPart, title: "What this design changes", levers: owned, others: [] };
  return owned.length === 0 ? partsByPath(levers) : [first, ...partsByPath(levers)];
}

/** Stands for the path of the part that is not one of the file. */
const ownPart = "own";

function partsByPath(levers: readonly Lever[]): Part[] {
  const parts = new Map<string, { readonly path: string; readonly levers: Lever[] }>();
  for (const lever of levers) {
    const [path, title] = partOf(lever.parameter.path);
    const part = parts.get(title) ?? { path, levers: [] };
    part.levers.push(lever);
    parts.set(title, part);
  }
  const rank = (path: string): number => (path.startsWith("services") || path === "nodes" ? 0 : path === "gp" ? 1 : 2);
  return [...parts]
    .map(([title, part]) => ({
      title,
      path: part.path,
      levers: part.levers
        .filter(({ parameter }) => isDecided(parameter.path))
        .toSorted((a, b) => kindOf(a.parameter.path) - kindOf(b.parameter.path)),
      others: part.levers.filter(({ parameter }) => !isDecided(parameter.path)),
    }))
    .toSorted((a, b) => rank(a.path) - rank(b.path));
}

function partOf(path: string): readonly [string, string] {
  for (const [pattern, title] of titles) {
    const match = pattern.exec(path);
    if (match !== null) return [match[0], title(match)];
  }
  return [path, "Other"];
}
